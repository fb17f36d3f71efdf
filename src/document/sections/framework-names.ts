import { editionName } from '../edition-name.js'
import { text } from '../nodes.js'
import type { InlineSection } from '../section.js'

/** The frameworks of the document, each with its edition. */
export const frameworkNames: InlineSection = {
  name: 'framework-names', kind: 'inline', summary: 'the frameworks of the document with their editions, and a draft marked as one', options: {},
  render: (context) => {
    const names = context.frameworks.map((framework) => editionName(context, framework))
    const last = names.at(-1) ?? context.texts.nobody
    return [text(names.length > 1 ? `${names.slice(0, -1).join(', ')} ${context.texts.and} ${last}` : last)]
  },
}
