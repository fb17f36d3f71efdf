import { whole } from '../model/doc.js'
import { counted, listInWords, quoted } from '../source/list-in-words.js'
import { editionExample } from './example-edition.js'
import { localEditions } from './local-files.js'
import type { FileRule } from './rule.js'

/** A file about an edition says nothing of an element of the older one. */
export const unaccountedElement: FileRule = {
  code: 'unaccounted-element',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A file about an edition does not say where an element of the older edition went.',
  rationale: 'What is mapped to the older edition is derived through this file, so an element that it passes over would look as if no control had ever spoken of it. One that has no successor is said to be `gone`, with the reason.',
  since: '0.1.0',
  bad: editionExample({ second: '' }),
  good: editionExample(),
  *check({ library }) {
    for (const { doc, older, changes } of localEditions(library)) {
      const said = new Set(changes.map(({ data }) => data.element))
      const passedOver = [...older.elements.values()].filter(({ id, heading }) => !heading && !said.has(id)).map(({ id }) => id)
      if (passedOver.length === 0) continue
      yield {
        at: { part: whole(doc), below: ['elements'], of: 'key' },
        message: `Nothing is said of ${counted(passedOver.length, 'element')} of ${older.id}: ${listInWords(quoted(passedOver), 'and', 6)}.`,
        hint: 'Write a row for each: where it went, or that it is gone.',
      }
    }
  },
}
