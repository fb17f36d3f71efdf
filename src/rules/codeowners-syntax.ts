import { dutyExample } from './example-duty.js'
import type { DutyRule } from './rule.js'

const owned = (text: string) => dutyExample('committed-by: decider, codeowners: required', { CODEOWNERS: text })

/** Forges pass over a line of CODEOWNERS. */
export const codeownersSyntax: DutyRule = {
  code: 'codeowners-syntax',
  kind: 'duty',
  severity: 'warning',
  summary: 'Forges pass over a line of `CODEOWNERS`, or over all of it.',
  rationale: 'A line that cannot be read protects nothing, and no forge fails because of it. Patterns are paths with `*`, `**` and `?`; there is no `!` that takes something back and no `[a-z]`. Owners are `@user`, `@organization/team` or an address. GitHub reads at most 3 MB.',
  since: '0.1.0',
  previous: dutyExample('committed-by: decider, codeowners: required', { CODEOWNERS: '*  @reviewer\n' }),
  bad: owned('*                @reviewer\n!/applications/  @ciso\n'),
  good: owned('*                @reviewer\n/applications/   @ciso\n'),
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'ciso@example.com' }, good: { author: 'ciso@example.com' } },
  *check({ codeowners }) {
    yield* codeowners
  },
}
