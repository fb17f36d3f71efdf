import { whole } from '../model/doc.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { applicationExample } from './example-application.js'
import type { FileRule } from './rule.js'

/** An application states a risk factor, or a level of one, that the catalog does not define. */
export const unknownRiskFactor: FileRule = {
  code: 'unknown-risk-factor',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An application states a risk factor, or a level of one, that the catalog does not define.',
  rationale: 'The risk tier comes from the levels of the factors in the risk table. A level that the table does not have counts as unanswered, which is the highest one.',
  since: '0.1.0',
  bad: applicationExample({ factors: '{ exposure: public }' }),
  good: applicationExample({}),
  *check({ library, files }) {
    const part = whole(files.doc)
    const factors = library.catalog.risk?.factors ?? []
    for (const [id, level] of Object.entries(files.application['risk-factors'] ?? {})) {
      const factor = factors.find((one) => one.id === id)
      if (factor === undefined) {
        const known = factors.map((one) => one.id)
        const otherwise = known.length === 0 ? 'Remove it: the catalog has no risk table.' : `Write one of ${listInWords(quoted(known), 'or')}, or remove it.`
        yield { at: { part, below: ['risk-factors', id], of: 'key' }, message: `The catalog has no risk factor \`${id}\`.`, hint: suggestHint(id, known, otherwise) }
        continue
      }
      const known = factor.levels.map((one) => one.id)
      if (known.includes(level)) continue
      yield { at: { part, below: ['risk-factors', id] }, message: `\`${level}\` is no level of ${id}.`, hint: suggestHint(level, known, `Write ${listInWords(quoted(known), 'or')}.`) }
    }
  },
}
