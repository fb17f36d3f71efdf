import { controlName, sentence, tellsWhose, where } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { gapsOf, placeOfReason, type GapFact } from '../gap-facts.js'
import { run } from '../cells.js'
import { code, link, type Content } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** Every reason of every gap, one row each. */
export const gapList: BlockSection = {
  name: 'gap-list', kind: 'block', summary: 'every gap, one row for each reason: control, objective, reason, evidence id, file and line, severity, first day, day due, state',
  options: { links: { summary: 'whether the control links to its gap below', values: ['yes', 'no'], default: 'no' } },
  render: (context, { links }) => {
    const { texts } = context
    return dataTable(context, { id: 'gaps', caption: texts.captions.gaps, wide: true, filterable: true, sheet: texts.sheets.gaps }, [
      ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', heads: true, width: 2 }, { key: 'severity' }, { key: 'objective' }, { key: 'component' }, { key: 'reason', width: 4 }, { key: 'evidence', width: 2 }, { key: 'where', width: 3 },
      { key: 'since', kind: 'date' }, { key: 'due', kind: 'date' }, { key: 'gapState', width: 1.6 },
    ], gapsOf(context).flatMap((gap) => rowsOf(context, gap, links === 'yes')), texts.noGaps)
  },
}

function rowsOf(context: DocumentContext, gap: GapFact, linked: boolean): readonly Row[] {
  const { entry, finding } = gap
  const control: Content = linked ? link(`#${gapAnchor(gap)}`, controlName(context, finding.control)) : controlName(context, finding.control)
  return finding.reasons.map((reason) => [
    ...(tellsWhose(context) ? [entry.id] : []), control, context.texts.levels[finding.severity], reason.objective ?? '', reason.component ?? '', sentence(reason.text),
    reason.evidence === undefined ? '' : code(reason.evidence), where(placeOfReason(gap, reason)), reason.since, finding.due ?? '', stateOfGap(context, gap),
  ])
}

/** The anchor of a gap in the same document. */
export const gapAnchor = ({ entry, finding }: GapFact): string => `gap-${entry.id}-${finding.control.toLowerCase()}`

/** Whether a gap is open, overdue, or accepted until a day; and that nothing was said of it. */
export function stateOfGap({ texts }: DocumentContext, { finding, overdue }: GapFact): Content {
  const state = finding.accepted ? texts.acceptedUntil(finding.accepted.until, finding.accepted.id) : overdue > 0 ? texts.overdueBy(overdue) : texts.open
  return finding.answered ? state : run(state, `, ${texts.unansweredWord}`)
}
