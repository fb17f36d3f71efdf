import { controlName, person, stated, tellsWhose, where } from '../cells.js'
import { dataTable } from '../data-table.js'
import { evidenceNames } from '../evidence-names.js'
import type { BlockSection } from '../section.js'

/** The controls in one state, each with why. */
export const controls: BlockSection = {
  name: 'controls', kind: 'block', summary: 'the controls in one state, each with why it applies or does not, its answer and where that stands',
  options: { state: { summary: 'the state', values: ['satisfied', 'not-applicable', 'upcoming'], default: 'satisfied' } },
  render: (context, { state }) => {
    const { texts } = context
    const known = state === 'not-applicable' || state === 'upcoming' ? state : 'satisfied'
    const rows = context.applications.flatMap((entry) => entry.findings.filter((finding) => finding.state === known).map((finding) => {
      const answer = entry.implementations.find(({ data }) => data.control === finding.control)?.data
      const why = finding.exclusion === undefined ? finding.because : `${finding.because} (${texts.exclusions[finding.exclusion]})`
      const review = answer?.reviews?.at(-1)
      return [
        ...(tellsWhose(context) ? [entry.id] : []), controlName(context, finding.control), finding.version, why, stated(context, answer?.remarks),
        ...(known === 'not-applicable' ? [review ? person(context, review.by) : ''] : [evidenceNames(finding.observations).join(', ')]), where(finding.place),
      ]
    }))
    return dataTable(context, { id: `controls-${known}`, caption: texts.controlsIn[known], wide: true, filterable: true }, [
      ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 2, heads: true }, { key: 'version' }, { key: 'because', width: 2 }, { key: 'remarks', width: 3 },
      ...(known === 'not-applicable' ? [{ key: 'reviewedBy', width: 2 } as const] : [{ key: 'evidence', width: 3 } as const]), { key: 'where', width: 2 },
    ], rows)
  },
}
