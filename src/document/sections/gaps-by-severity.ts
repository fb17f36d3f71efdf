import { LEVELS } from '../../model/risk-tier.js'
import { dataTable } from '../data-table.js'
import { gapsOf } from '../gap-facts.js'
import { chart } from '../nodes.js'
import { WITH_CHART, type BlockSection } from '../section.js'

/** Gaps by severity: overdue, open, accepted. */
export const gapsBySeverity: BlockSection = {
  name: 'gaps-by-severity', kind: 'block', options: { chart: WITH_CHART }, summary: 'gaps by severity: overdue, open and not yet due, accepted by an exception, as a chart and as a table',
  render: (context, { chart: drawn }) => {
    const { texts } = context
    const gaps = gapsOf(context)
    const severities = [...LEVELS].reverse()
    const count = (holds: (gap: (typeof gaps)[number]) => boolean): readonly number[] => severities.map((severity) => gaps.filter((gap) => gap.finding.severity === severity && holds(gap)).length)
    const series = [
      { name: texts.columns.overdue, tone: 'worse' as const, values: count(({ overdue }) => overdue > 0) },
      { name: texts.columns.openNotDue, tone: 'bad' as const, values: count(({ overdue, finding }) => overdue === 0 && finding.accepted === undefined) },
      { name: texts.columns.accepted, tone: 'accepted' as const, values: count(({ finding }) => finding.accepted !== undefined) },
    ]
    const rows = severities.map((severity, index) => [texts.levels[severity], ...series.map(({ values }) => String(values[index] ?? 0)), String(series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))])
    const alt = texts.altSeverities(rows.map(([name = '', , , , all = '0']) => `${all} ${name}`))
    return [
      ...(drawn === 'yes' ? [chart({ id: 'chart-gaps-by-severity', kind: 'stacked-bar', title: texts.captions.gapsBySeverity, alt, categories: severities.map((severity) => texts.levels[severity]), series })] : []),
      ...dataTable(context, { id: 'gaps-by-severity', caption: texts.captions.gapsBySeverity }, [
        { key: 'severity', heads: true }, { key: 'overdue', kind: 'count' }, { key: 'openNotDue', kind: 'count' }, { key: 'accepted', kind: 'count' }, { key: 'counted', kind: 'count' },
      ], rows),
    ]
  },
}
