import { addDuration, daysBetween, durationInWords } from '../model/dates.js'
import type { Located } from '../model/doc.js'
import type { CivilDate, Duration, Exception, Severity } from '../schema/types.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { exceptionExample } from './example-exception.js'
import { exceptionChain } from './exception-chain.js'
import { weighedExceptions } from './weighed-exceptions.js'
import type { ApplicationContext, FileRule } from './rule.js'

const renewed = (expires: string): string => `  - id: exception-2026-01
    control: TST-04
    reason: The test set is being made.
    residual-risk: low
    requested-by: engineer
    approved-by: reviewer
    approved-on: 2026-01-15
    expires: ${expires}
`

/** An exception lasts longer than the catalog allows, by itself or with those that it renews. */
export const exceptionTooLong: FileRule = {
  code: 'exception-too-long',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An exception lasts longer than the catalog allows, by itself or together with those that it renews.',
  rationale: 'An exception buys time to close a gap; one without end is a decision that nobody took. `exceptions.longest` in the catalog says how long, by the severity of the gap. A renewal that begins by the day after the former one ended continues it, and the chain counts as one.',
  since: '0.1.0',
  bad: exceptionExample({ expires: '2027-03-31', more: `    renews: exception-2026-01\n${renewed('2026-07-31')}` }),
  good: exceptionExample({ expires: '2027-01-15', more: `    renews: exception-2026-01\n${renewed('2026-07-31')}` }),
  *check(context) {
    const found = tooLong(context)
    for (const [part, { severity, longest, chain, first, last }] of found) {
      const [, ...before] = chain
      // Where the one that it continues is too long already, that is where to begin.
      if (before.some((other) => found.has(other))) continue
      const days = counted(daysBetween(first, part.data.expires), 'day')
      const how = before.length === 0 ? `lasts ${days}, from ${first} to \`${part.data.expires}\`` : `makes a chain of ${days}: ${inWords(chain)}`
      yield {
        at: { part, below: ['expires'] },
        message: `The exception \`${part.data.id}\` ${how}; a ${severity} gap may be accepted for ${durationInWords(longest)}, until ${last}.`,
        hint: 'Close the gap by that day, or end the exception then and have the risk decided anew.',
        related: before.map((other) => ({ message: `It continues \`${other.data.id}\`.`, at: { part: other, below: ['expires'] } })),
      }
    }
  },
}

type Excess = { readonly severity: Severity; readonly longest: Duration; readonly chain: readonly Located<Exception>[]; readonly first: CivilDate; readonly last: CivilDate }

function tooLong(context: ApplicationContext): ReadonlyMap<Located<Exception>, Excess> {
  const byId = new Map([...context.files.exceptions].reverse().map((part) => [part.data.id, part]))
  const found = new Map<Located<Exception>, Excess>()
  for (const { part, severity } of weighedExceptions(context)) {
    const longest = context.library.catalog.exceptions?.longest[severity]
    const chain = exceptionChain(part, byId)
    const first = chain.map(({ data }) => data['approved-on']).reduce((a, b) => (a < b ? a : b))
    const last = longest && addDuration(first, longest)
    if (longest !== undefined && last !== undefined && part.data.expires > last) found.set(part, { severity, longest, chain, first, last })
  }
  return found
}

const inWords = (chain: readonly Located<Exception>[]): string =>
  listInWords([...chain].reverse().map(({ data }, index) => `\`${data.id}\` from ${data['approved-on']} to ${index === chain.length - 1 ? `\`${data.expires}\`` : data.expires}`), 'and')
