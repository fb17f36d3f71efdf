import { controlName, sentence, tellsWhose, where } from '../cells.js'
import { dataTable } from '../data-table.js'
import { gapsOf, mostUrgent, placeOfReason } from '../gap-facts.js'
import type { BlockSection } from '../section.js'

/** The most urgent open gaps. */
export const worstGaps: BlockSection = {
  name: 'worst-gaps', kind: 'block', summary: 'the most urgent open gaps, each with its first reason and where it is',
  options: { count: { summary: 'how many', values: 'count', default: '5' } },
  render: (context, { count }) => {
    const { texts } = context
    const gaps = mostUrgent(gapsOf(context)).slice(0, Number(count))
    return dataTable(context, { id: 'worst-gaps', caption: texts.captions.worstGaps }, [
      ...(tellsWhose(context) ? [{ key: 'entry', width: 1.2 } as const] : []), { key: 'control', width: 3, heads: true }, { key: 'severity' }, { key: 'reason', width: 3 }, { key: 'where', width: 2 }, { key: 'due', kind: 'date' },
    ], gaps.map((gap) => {
      const [reason] = gap.finding.reasons
      return [
        ...(tellsWhose(context) ? [gap.entry.id] : []), controlName(context, gap.finding.control), texts.levels[gap.finding.severity],
        reason ? sentence(reason.text) : '', where(reason ? placeOfReason(gap, reason) : gap.finding.place), gap.finding.due ?? '',
      ]
    }), texts.noGaps)
  },
}
