import { whole } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { applicationExample } from './example-application.js'
import type { FileRule } from './rule.js'

/** An application states a characteristic that the catalog does not list. */
export const unknownCharacteristic: FileRule = {
  code: 'unknown-characteristic',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An application states a characteristic that the catalog does not list.',
  rationale: 'Characteristics decide which controls apply, from a closed list in `catalog.yaml`. A misspelt one decides nothing, and the one that was meant stays unanswered.',
  since: '0.1.0',
  bad: applicationExample({ characteristics: '{ uses-llm: true, agentik: false }' }),
  good: applicationExample({}),
  *check({ library, files }) {
    for (const id of Object.keys(files.application.characteristics ?? {})) {
      if (library.characteristics.has(id)) continue
      yield {
        at: { part: whole(files.doc), below: ['characteristics', id], of: 'key' },
        message: `The catalog lists no characteristic \`${id}\`.`,
        hint: suggestHint(id, library.characteristics.keys(), 'Remove it; `characteristics` in the catalog lists all of them.'),
      }
    }
  },
}
