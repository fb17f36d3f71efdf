import { whole } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { adoptionExample } from './example-adoption.js'
import { isEntry } from './inventory-entries.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** An adoption is for, or leaves out, an entry that the inventory does not have. */
export const unknownAdoptionEntry: FileRule = {
  code: 'unknown-adoption-entry',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'An adoption names an entry that the inventory does not have.',
  rationale: 'A misspelt name leaves an application out of what was decided for it, or in what it was to be left out of, and no report would show why.',
  since: '0.1.0',
  bad: adoptionExample({ only: 'asistant' }),
  good: adoptionExample({}),
  *check(context) {
    const { library, inventory } = context
    for (const doc of localOnes(library.docs.adoptions))
      for (const key of ['only', 'except'] as const)
        for (const [index, id] of (doc.data.entries?.[key] ?? []).entries()) {
          if (isEntry(context, id)) continue
          yield { at: { part: whole(doc), below: ['entries', key, index] }, message: `The inventory has no entry \`${id}\`.`, hint: suggestHint(id, inventory.keys(), 'Run `muster list applications` to see all entries.') }
        }
  },
}
