import { evaluationExample } from './example-evaluation.js'
import { peopleNamed } from './people-named.js'
import type { FileRule } from './rule.js'

/** A group decides. */
export const groupReview: FileRule = {
  code: 'group-review',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'A review or an approval is by a group.',
  rationale: 'A decision has a person behind it who can be asked about it. A team or a mailing list may own something, and never decides: such a review counts as none.',
  since: '0.1.0',
  bad: evaluationExample({}, { reviews: '[{ by: grc-team, on: 2026-09-11, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb }]' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const { id, part, below, did } of peopleNamed(files)) {
      if (did === 'other' || library.people.get(id)?.group !== true) continue
      yield { at: { part, below }, message: `\`${id}\` is a group, and ${did === 'reviewed' ? 'a review is' : 'an exception is approved'} by a person.`, hint: 'Write the person who decided.' }
    }
  },
}
