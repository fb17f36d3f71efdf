import { changeOf } from '../model/change-of.js'
import type { EditionChange } from '../schema/types.js'
import { editionExample } from './example-edition.js'
import { localEditions } from './local-files.js'
import type { FileRule } from './rule.js'

const SHOWS: Readonly<Record<EditionChange['change'], string>> = {
  same: 'is equal under the same id',
  moved: 'is equal under another id',
  merged: 'is part of something wider',
  split: 'has its parts in several',
  revised: 'has one successor that shares some of it or is narrower',
  gone: 'has no successor',
}

/** What a row says became of an element is not what its successors show. */
export const wrongChange: FileRule = {
  code: 'wrong-change',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A row about an edition says that an element was moved, merged or the like, and its successors show something else.',
  rationale: 'Readers go by the word, and derived mappings by the relationships: where the two differ, one of them is wrong. `same` and `moved` have an equal successor, `merged` one that is wider, `split` several of which none is either, `revised` one such, and `gone` none.',
  since: '0.1.0',
  bad: editionExample({ first: '{ element: A1, change: same, to: [{ element: B2, relationship: equal-to }] }' }),
  good: editionExample(),
  *check({ library }) {
    for (const { changes } of localEditions(library))
      for (const part of changes) {
        const { element, change, to } = part.data
        const shown = changeOf(part.data)
        if (shown !== change) yield { at: { part, below: ['change'] }, message: `\`${element}\` is said to be \`${change}\`, and by its successors it ${SHOWS[shown]}.`, hint: `Write \`change: ${shown}\`, or mend \`to\`.` }
        else if ((to ?? []).filter(({ relationship }) => relationship === 'equal-to').length > 1) yield { at: { part, below: ['to'] }, message: `\`${element}\` is said to be equal to more than one element.`, hint: 'Keep `equal-to` for one of them.' }
      }
  },
}
