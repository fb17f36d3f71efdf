import { counted } from '../source/list-in-words.js'
import { platformExample } from './example-platform.js'
import { futureItem } from './future-evidence.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'
import { requestsOf, typesInWords } from './wanted-evidence.js'

/** A calendar period has no evidence of its own. */
export const missingPeriod: GapRule = {
  code: 'missing-period',
  kind: 'gap',
  severity: 'error',
  summary: 'A calendar period has no evidence of its own.',
  rationale: 'What must happen every month or quarter is shown by one item for each of them. A late item does not heal an earlier period: it stays a gap until the period is out of the window that the control looks back on. Where it was not done, say so and ask for an exception.',
  since: '0.1.0',
  bad: platformExample({ reviewed: '2026-10-02' }),
  good: platformExample({ reviewed: '2026-09-29' }),
  asOf: '2026-10-05',
  *check(context) {
    yield* tellGaps(context, ['period-without-item'], (gap) => {
      const { reason, more, asks, finding } = gap
      if (futureItem(gap, context)) return undefined
      return {
        message: `${sentence(reason)}; ${asks} is not met${more > 0 ? `, and ${counted(more, 'more period')} ${more === 1 ? 'has' : 'have'} none` : ''}.`,
        hint: `Add the ${typesInWords(requestsOf(context, finding.control, reason.objective))} of that period if there was one. A later one does not make up for it: ask for an exception until the period is out of the window.`,
      }
    })
  },
}
