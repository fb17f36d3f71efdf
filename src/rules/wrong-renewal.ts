import { suggestHint } from '../source/suggest.js'
import { exceptionExample } from './example-exception.js'
import type { FileRule } from './rule.js'

const former = (control: string): string => `    renews: exception-2026-01
  - id: exception-2026-01
    control: ${control}
    reason: The test set is being made.
    residual-risk: low
    requested-by: engineer
    approved-by: reviewer
    approved-on: 2026-01-15
    expires: 2026-07-31
`

/** An exception renews something that it cannot continue. */
export const wrongRenewal: FileRule = {
  code: 'wrong-renewal',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An exception renews one that does not exist, is for another control, or did not begin before it.',
  rationale: 'Renewals are counted together against the longest time that a gap may be accepted. A chain that leads nowhere, to another control or round in a circle would hide how long it has been. Exceptions that have ended stay in the file.',
  since: '0.1.0',
  bad: exceptionExample({ more: former('TST-03') }),
  good: exceptionExample({ more: former('TST-04') }),
  *check({ files }) {
    const byId = new Map([...files.exceptions].reverse().map((part) => [part.data.id, part]))
    for (const part of files.exceptions) {
      const { id, renews, control, 'approved-on': from } = part.data
      if (renews === undefined) continue
      const former = byId.get(renews)
      const at = { part, below: ['renews'] }
      if (former === undefined) {
        yield { at, message: `\`${files.id}\` has no exception \`${renews}\`.`, hint: suggestHint(renews, byId.keys(), 'Name the exception that this one continues, or remove the line.') }
      } else if (former.data.control !== control) {
        yield { at, message: `The exception \`${renews}\` is for ${former.data.control}, and \`${id}\` is for ${control}.`, hint: 'Name the exception that this one continues, or remove the line.', related: [{ message: `\`${renews}\` is for ${former.data.control}.`, at: { part: former, below: ['control'] } }] }
      } else if (former.data['approved-on'] >= from) {
        yield { at, message: `\`${id}\` was approved on ${from}, and cannot continue \`${renews}\`, approved on ${former.data['approved-on']}.`, hint: 'Name an exception that began before this one, or remove the line.' }
      }
    }
  },
}
