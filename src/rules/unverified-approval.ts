import type { Decision } from '../model/decision.js'
import type { SeparationOfDuties } from '../schema/types.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule, Report } from './rule.js'

const files = dutyExample('committed-by: anyone-but-requester', exceptionExample({}))

/** Whether a decision was made by the person whom it names cannot be told. */
export const unverifiedApproval: DutyRule = {
  code: 'unverified-approval',
  kind: 'duty',
  severity: 'error',
  summary: 'Git cannot tell whether a review or an approval was made by the person whom it names.',
  rationale: 'What is not known is not shown as right, or an address that nobody knows would do. The clone may leave out older commits, nobody in `muster.yaml` may commit under the address, the key of a signature may not be known here, or an owner in `CODEOWNERS` may be a team of which the members are not known, which is a note. The message says what is missing. Of decisions for which the same is missing the first one is told, with their number.',
  since: '0.1.0',
  previous: dutyExample('committed-by: anyone-but-requester'),
  bad: files,
  good: files,
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'somebody@example.com' }, good: { author: 'reviewer@example.com' } },
  *check({ policy, decisions, unasked }) {
    yield* unasked
    const found = new Map<string, { readonly report: Report; more: number }>()
    for (const decision of decisions) {
      for (const { missing, why, hint, note } of unknowns(decision, policy)) {
        const known = found.get(missing)
        if (known) known.more += 1
        else found.set(missing, { more: 0, report: { at: { part: decision.part, below: decision.below }, message: `Nobody can say whether ${decision.words} is that of \`${decision.decider}\`: ${why}.`, hint, ...(note && { severity: 'note' }) } })
      }
    }
    for (const { report, more } of found.values()) yield more === 0 ? report : { ...report, message: `${report.message} The same is missing for ${more} more.` }
  },
}

/** `missing` is the same for what the same would mend. */
type Unknown = { readonly missing: string; readonly why: string; readonly hint: string; readonly note?: true }

function* unknowns({ origin, owners, decider }: Decision, policy: SeparationOfDuties): Iterable<Unknown> {
  if (origin.state === 'unknown') yield { missing: origin.hint, why: origin.why, hint: origin.hint }
  if (origin.state === 'committed') {
    if (policy['committed-by'] === 'anyone-but-requester' && origin.people.length === 0)
      yield { missing: origin.address, why: `\`${origin.address}\` committed it, and \`muster.yaml\` has nobody with that address`, hint: 'Write it to `email` or `commits-as` of the person in `people`.' }
    const state = policy.signatures === undefined ? undefined : origin.signature?.state
    if (state === 'unknown') yield { missing: 'key', why: `its commit ${origin.commit.slice(0, 12)} is signed, and the key is not known here`, hint: 'Add the key to `allowed-signers`, or to the keyring of who runs this.' }
    if (state === 'expired') yield { missing: 'renewal', why: `the signature of its commit ${origin.commit.slice(0, 12)}, or the key, has expired`, hint: `Have \`${decider}\` commit it again, or renew the key.` }
  }
  if (owners === undefined) return
  if ('unknown' in owners) yield { missing: owners.hint, why: owners.unknown, hint: owners.hint }
  else if (typeof owners.among !== 'string')
    yield { missing: owners.among.join(' '), why: `\`CODEOWNERS\` names ${listInWords(quoted(owners.among), 'and', 4)}, and who that is stands nowhere`, hint: 'Write it as `handle` of a person, or of a group with `members`, in `people`.', note: true }
}
