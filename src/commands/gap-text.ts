import { rollUp } from '../assess/roll-up.js'
import { COVERAGE_STATES, type CoverageTotals } from '../model/coverage.js'
import type { FrameworkEntry } from '../model/library.js'
import type { CivilDate, Severity } from '../schema/types.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import type { ApplicationRecord } from './portfolio.js'
import { textTable, type Cell } from './text-table.js'

const SEVERITY_PAINT: Readonly<Record<Severity, keyof Paint>> = { critical: 'red', high: 'red', moderate: 'yellow', low: 'dim' }

/** The standing of the portfolio: one line per entry, with denominators. */
export function standingTable(records: readonly ApplicationRecord[], paint: Paint): string {
  const rows = records.map((record): readonly Cell[] => {
    if (!record.assessed) return [record.id, record.kind ?? 'unknown', '', { text: 'not assessed', paint: paint.red }]
    const { satisfied, gaps, accepted, notApplicable, upcoming, unanswered, notAssessed } = record.counts
    const applicable = satisfied + gaps + accepted + notAssessed
    const tier = record.tier === undefined ? '–' : record.reviewed ? record.tier : `${record.tier}, unreviewed`
    return [
      record.id, record.kind ?? '', tier,
      { text: `${satisfied} of ${applicable}`, paint: satisfied === applicable ? paint.green : (text) => text },
      { text: figure(gaps), paint: gaps > 0 ? paint[SEVERITY_PAINT[record.worstSeverity ?? 'low']] : (text) => text },
      figure(unanswered), figure(accepted), figure(notApplicable), figure(upcoming), figure(notAssessed),
    ]
  })
  const figures = ['Satisfied', 'Gaps', 'Unanswered', 'Accepted', 'N/A', 'Upcoming', 'Not assessed'].map((title) => ({ title, right: true as const }))
  return textTable([{ title: 'Entry' }, { title: 'Kind' }, { title: 'Risk tier' }, ...figures], rows, paint.bold)
}

const figure = (count: number): string => (count === 0 ? '·' : String(count))

/** The worst gaps of each entry, each with its reason and where it is. */
export function worstGaps(records: readonly ApplicationRecord[], asOf: CivilDate, paint: Paint): string {
  return records
    .filter((record) => record.worst.length > 0)
    .map((record) => {
      const gaps = record.worst.map((gap) => {
        const where = `${neutralise(gap.place.file)}:${gap.place.range.start.line}`
        return `  ${paint[SEVERITY_PAINT[gap.severity]](gap.severity.padEnd(8))}  ${gap.control}  ${neutralise(gap.reason)}\n            ${paint.dim(`${where}, open since ${gap.opened}, `)}${gap.due < asOf ? paint.red(`overdue since ${gap.due}`) : paint.dim(`due ${gap.due}`)}`
      })
      const more = record.counts.gaps - record.worst.length
      return `${paint.bold(record.id)}\n${gaps.join('\n')}${more > 0 ? `\n  ${paint.dim(`and ${more} more: muster gap ${record.id}`)}` : ''}`
    })
    .join('\n\n')
}

/** Coverage of each framework: reach by the mapping, and the states of its leaf elements counted over applications and platforms. */
export function coverageTable(frameworks: readonly FrameworkEntry[], sums: ReadonlyMap<string, CoverageTotals>, paint: Paint): string {
  const rows = frameworks.map(({ id, framework, ...rest }): readonly Cell[] => {
    const reach = rollUp({ id, framework, ...rest })
    const related = reach.filter((element) => element.reach === 'full' || element.reach === 'partial').length
    const totals = sums.get(id)
    const marks = [...(framework.status === 'final' ? [] : [framework.status]), ...(rest.derived.size > 0 ? ['derived'] : [])]
    return [marks.length === 0 ? id : `${id} (${marks.join(', ')})`, `${related} of ${reach.length}`, ...COVERAGE_STATES.map((state) => figure(totals?.[state] ?? 0))]
  })
  const states = ['met', 'within reach', 'partly', 'not met', 'n/a', 'outside', 'unmapped']
  return textTable([{ title: 'Framework' }, { title: 'Mapped', right: true }, ...states.map((title) => ({ title, right: true as const }))], rows, paint.bold)
}
