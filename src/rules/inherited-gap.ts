import { platformExample } from './example-platform.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** An objective is inherited from a platform, and the platform does not meet it. */
export const inheritedGap: GapRule = {
  code: 'inherited-gap',
  kind: 'gap',
  severity: 'error',
  summary: 'An objective is inherited from a platform that does not meet it.',
  rationale: 'Who inherits takes the provider’s state with it: a platform that does not meet an objective meets it for nobody. Its owner closes the gap there, or the application answers the objective with evidence of its own.',
  since: '0.1.0',
  bad: platformExample({
    procedure: `    status: not-applicable
    remarks: Only applications are tested.
    reviews:
      - { by: reviewer, on: 2026-07-01, decision: accepted, of: fbc349d04a5260b385cf67ba2d0e896d }
`,
  }),
  good: platformExample({}),
  *check(context) {
    yield* tellGaps(
      context,
      'any',
      ({ reason, asks }) => {
        const from = reason['inherited-from'] ?? ''
        const owner = context.inventory.get(from)?.read().data.owner.accountable
        const answered = context.providers.get(from)?.observations.has(asks) === true
        return {
          message: `${sentence(reason)}${answered ? `; ${asks} is not met` : ''}.`,
          hint: `Ask ${owner === undefined ? 'the owner' : `\`${owner}\`, who owns \`${from}\`,`} to close it there, or collect evidence of your own and remove the entry.`,
        }
      },
      'inherited',
    )
  },
}
