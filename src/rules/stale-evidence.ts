import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { atKey, sentence, tellGaps } from './tell-gaps.js'

/** Evidence is too old, or about an earlier version of its component. */
export const staleEvidence: GapRule = {
  code: 'stale-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'Evidence is past its validity, or about an earlier version of its component.',
  rationale: 'Systems change, and an old result says nothing of the system as it is. The control says how long an item counts (`valid-for`) and whether a new version of the component calls for new evidence (`renew-on`). Collect it again and file it as a new entry; the old one stays as the record of its time.',
  since: '0.1.0',
  bad: evaluationExample({}, { collected: '2026-05-08' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['expired', 'older-component-version'], (gap) => {
      const { reason, asks, index } = gap
      const item = reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)?.data
      const again = item?.source ? `Run ${item.source.tool} again` : 'Collect it again'
      const component = reason.cause === 'older-component-version' ? context.files.application.components?.find(({ id }) => id === reason.component) : undefined
      return {
        message: `${sentence(reason)}; ${asks} needs ${component ? 'evidence of that version' : 'a newer one'}.`,
        hint: `${again}${component?.version === undefined ? '' : ` with version ${component.version} of \`${component.id}\``}, and file the result as a new entry with an id of its own.`,
        ...(component && { at: atKey(gap, 'component-version') }),
      }
    })
  },
}
