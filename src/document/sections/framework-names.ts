import { nameOfEdition } from '../../model/library.js'
import { listInWords } from '../../source/list-in-words.js'
import { text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** The frameworks of the document, each with its edition. */
export const frameworkNames: InlineSection = {
  name: 'framework-names', kind: 'inline', summary: 'the frameworks of the document with their editions, and a draft marked as one', options: {},
  render: ({ frameworks, texts }) => [text(listInWords(frameworks.map(({ framework }) => nameOfEdition(framework)), 'and').replace(/ and (?=[^ ])/, ` ${texts.and} `))],
}
