import type { ApplicationFiles } from '../model/application.js'
import { whole, type Located } from '../model/doc.js'
import type { CivilDate } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { policyExample } from './example-policy.js'
import { reviewsMade } from './reviews-made.js'
import type { FileRule } from './rule.js'

/** Of two dates the one that comes first in life is the later one. */
export const reversedDates: FileRule = {
  code: 'reversed-dates',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Something ends before it begins, or was reviewed before it was collected.',
  rationale: 'One of the two dates is a slip, and whatever is concluded from it is wrong: what counts, what is stale, and since when. Their order is wrong on any day, whatever the day of the assessment.',
  since: '0.1.0',
  bad: policyExample({ more: '    period: { from: 2026-01-20, to: 2026-01-02 }\n' }),
  good: policyExample({ more: '    period: { from: 2026-01-02, to: 2026-01-20 }\n' }),
  *check({ files }) {
    for (const slips of [slipsOfEntry, slipsOfEvidence, slipsOfDecisions, slipsOfReviews])
      for (const { part, below, other, message } of slips(files))
        yield { at: { part, below }, message, hint: 'Correct whichever of the two dates is wrong.', related: [{ message: 'The other date.', at: { part, below: other } }] }
  },
}

type Slip = { readonly part: Located<unknown>; readonly below: Path; readonly other: Path; readonly message: string }

const reversed = (first: CivilDate | undefined, then: CivilDate | undefined): boolean => first !== undefined && then !== undefined && first > then

function* slipsOfEntry({ application, doc }: ApplicationFiles): Iterable<Slip> {
  const { 'in-scope-since': since, 'retired-on': retired } = application
  if (reversed(since, retired)) yield { part: whole(doc), below: ['retired-on'], other: ['in-scope-since'], message: `It was retired on \`${retired}\`, before it came into scope on ${since}.` }
}

function* slipsOfEvidence({ evidence }: ApplicationFiles): Iterable<Slip> {
  for (const part of evidence) {
    const { id, collected, period, expires, withdrawn } = part.data
    if (reversed(period?.from, period?.to)) yield { part, below: ['period', 'to'], other: ['period', 'from'], message: `The period of \`${id}\` ends on \`${period?.to}\`, before it begins on ${period?.from}.` }
    else if (reversed(period?.to, collected)) yield { part, below: ['period', 'to'], other: ['collected'], message: `\`${id}\` looks back on a period until \`${period?.to}\`, and was collected before that, on ${collected}.` }
    if (reversed(collected, expires)) yield { part, below: ['expires'], other: ['collected'], message: `\`${id}\` expires on \`${expires}\`, before it was collected on ${collected}.` }
    if (reversed(collected, withdrawn?.on)) yield { part, below: ['withdrawn', 'on'], other: ['collected'], message: `\`${id}\` was withdrawn on \`${withdrawn?.on}\`, before it was collected on ${collected}.` }
  }
}

function* slipsOfDecisions({ exceptions, poam }: ApplicationFiles): Iterable<Slip> {
  for (const part of exceptions) {
    const { id, 'approved-on': approved, expires } = part.data
    if (reversed(approved, expires)) yield { part, below: ['expires'], other: ['approved-on'], message: `The exception \`${id}\` expires on \`${expires}\`, before it was approved on ${approved}.` }
  }
  for (const part of poam) {
    const { id, opened, 'scheduled-completion': scheduled, closed } = part.data
    if (reversed(opened, scheduled)) yield { part, below: ['scheduled-completion'], other: ['opened'], message: `The plan \`${id}\` is to be completed on \`${scheduled}\`, before it was opened on ${opened}.` }
    if (reversed(opened, closed?.on)) yield { part, below: ['closed', 'on'], other: ['opened'], message: `The plan \`${id}\` was closed on \`${closed?.on}\`, before it was opened on ${opened}.` }
  }
}

function* slipsOfReviews(files: ApplicationFiles): Iterable<Slip> {
  for (const { part, reviews, collected, content } of reviewsMade(files))
    for (const [index, { on, expires, of }] of reviews.entries()) {
      const at = ['reviews', index, 'on']
      if (reversed(on, expires)) yield { part, below: ['reviews', index, 'expires'], other: at, message: `The review expires on \`${expires}\`, before it was made on ${on}.` }
      // A review of former content may well be older than the present date of collection.
      if (reversed(collected, on) && of === content()) yield { part, below: at, other: ['collected'], message: `The review was made on \`${on}\`, before the evidence was collected on ${collected}.` }
    }
}
