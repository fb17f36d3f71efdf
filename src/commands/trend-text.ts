import { allGaps, applicableIn } from '../assess/add-up.js'
import type { CatalogChanges } from '../assess/catalog-changes.js'
import { sumOfChanges, type Changes, type ScopeKind, type Trend, type TrendFigures, type TrendScope } from '../assess/trend-figures.js'
import { CAUSES, type Cause } from '../assess/trend-causes.js'
import { COVERAGE_STATES } from '../model/coverage.js'
import { LEVELS } from '../model/risk-tier.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { listInWords } from '../source/list-in-words.js'
import { textTable, type Cell } from './text-table.js'

/** What `quarter trend` prints: the figures of one scope, why they changed, and each application, framework, group or tier in one line. */
export function trendText(trend: Trend, scope: TrendScope | undefined, by: ScopeKind | undefined, paint: Paint): string {
  if (scope === undefined) return 'Nothing was assessed.\n'
  const heading = scope.by === 'all' ? trend.organization : `${scope.by} ${scope.id}`
  const parts = [
    paint.bold(`${neutralise(heading)} over ${trend.quarters.length} closed quarter${trend.quarters.length === 1 ? '' : 's'}`),
    figuresTable(trend, scope, paint),
    causesTable(trend, scope, 'satisfiedBy', 'Controls satisfied, since the quarter before', paint),
    causesTable(trend, scope, 'gapsBy', 'Gaps, accepted ones included, since the quarter before', paint),
    catalogText(trend, paint),
    ...(scope.by === 'all' || by !== undefined ? [scopesTable(trend, by === undefined || by === 'all' ? shownBy(trend) : by, paint)] : []),
  ]
  return `${parts.filter((part) => part !== '').join('\n')}`
}

const columns = (trend: Trend, first: string): readonly { readonly title: string; readonly right?: true }[] =>
  [{ title: first }, ...trend.quarters.map(({ quarter, corrected }) => ({ title: `${quarter}${corrected ? '*' : ''}`, right: true as const }))]

type Row = readonly [title: string, cell: (figures: TrendFigures) => string]

const days = (figure: number | undefined): string => (figure === undefined ? '·' : `${Math.round(figure)} d`)
const count = (figure: number): string => (figure === 0 ? '·' : String(figure))
const share = (part: number, whole: number): string => (whole === 0 ? '·' : `${part} of ${whole}`)

// What could not be read is unknown, and not nought.
const isUnread = ({ entries, assessed }: TrendFigures): boolean => entries > 0 && assessed === 0

const ROWS: readonly Row[] = [
  ['Controls satisfied', (figures) => share(figures.satisfied, applicableIn(figures))],
  ['Open gaps', (figures) => count(allGaps(figures.gaps))],
  ...[...LEVELS].reverse().map((level): Row => [`  ${level}`, (figures) => count(figures.gaps[level])]),
  ['  nothing said about them', (figures) => count(figures.unanswered)],
  ['Gaps accepted', (figures) => count(figures.accepted)],
  ['Not assessed', (figures) => count(figures['not-assessed'])],
  ['Median age of a gap', (figures) => days(figures.gapAge)],
  ['Gaps closed', (figures) => count(figures.closed)],
  ['  median time to close', (figures) => days(figures.closedAfter)],
  ['Evidence not stale', (figures) => share(figures.fresh, figures.evidence)],
  ['  median age', (figures) => days(figures.evidenceAge)],
  ['Exceptions in force', (figures) => count(figures.exceptionsInForce)],
  ['  ended in the quarter', (figures) => count(figures.exceptionsEnded)],
  ['Plans open', (figures) => count(figures.poamOpen)],
  ['  overdue', (figures) => count(figures.poamOverdue)],
  ['Plans closed on time', (figures) => share(figures.poamOnTime, figures.poamClosed)],
]

function figuresTable(trend: Trend, scope: TrendScope, paint: Paint): string {
  const coverage = COVERAGE_STATES.filter((state) => scope.figures.some((figures) => (figures?.coverage?.[state] ?? 0) > 0)).map((state): Row => [`Elements ${state}`, ({ coverage: states }) => count(states?.[state] ?? 0)])
  const entries: readonly Cell[] = ['Entries assessed', ...trend.quarters.map(({ assessed, entries: all }) => share(assessed, all))]
  const rows = [...coverage, ...ROWS].map(([title, cell]): readonly Cell[] => [title, ...scope.figures.map((figures) => (figures === undefined ? '–' : isUnread(figures) ? '?' : cell(figures)))])
  return textTable(columns(trend, ''), scope.by === 'all' ? [entries, ...rows] : rows, paint.bold)
}

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  better: 'we got better', worse: 'we got worse', expired: 'evidence expired', catalog: 'the catalog changed', facts: 'the application changed', inventory: 'entries came or went', unread: 'files could not be read',
}

function causesTable(trend: Trend, scope: TrendScope, key: 'satisfiedBy' | 'gapsBy', title: string, paint: Paint): string {
  const compared = scope.figures.map((figures) => figures?.[key])
  const used = CAUSES.filter((cause) => compared.some((changes) => (changes?.[cause] ?? 0) !== 0))
  if (compared.every((changes) => changes === undefined)) return ''
  const cell = (changes: Changes | undefined, of: (changes: Changes) => number): string => (changes === undefined ? '' : signed(of(changes)))
  const rows = [
    ...used.map((cause): readonly Cell[] => [`  ${CAUSE_WORDS[cause]}`, ...compared.map((changes) => cell(changes, (each) => each[cause]))]),
    ['  in all', ...compared.map((changes) => cell(changes, sumOfChanges))],
  ]
  return textTable(columns(trend, title), rows, paint.bold)
}

const signed = (figure: number): string => (figure === 0 ? '·' : figure > 0 ? `+${figure}` : `−${-figure}`)

function catalogText(trend: Trend, paint: Paint): string {
  const lines = trend.quarters.flatMap(({ quarter, changes }) => (changes === undefined ? [] : catalogLines(changes).map((line, index) => `  ${(index === 0 ? quarter : '').padEnd(9)}${neutralise(line)}`)))
  return lines.length === 0 ? '' : `${paint.bold('What the catalog changed')}\n${lines.join('\n')}\n`
}

const SHOWN = 8

function catalogLines({ from, to, added, removed, changed, frameworks }: CatalogChanges): readonly string[] {
  return [
    ...(from === to ? [] : [`catalog ${from} → ${to}`]),
    ...(added.length > 0 ? [`new: ${listInWords(added, 'and', SHOWN)}`] : []),
    ...(removed.length > 0 ? [`gone: ${listInWords(removed, 'and', SHOWN)}`] : []),
    ...(changed.length > 0 ? [`asks otherwise: ${listInWords(changed.map((each) => (each.from === each.to ? `${each.control} ${each.to}` : `${each.control} ${each.from} → ${each.to}`)), 'and', SHOWN)}`] : []),
    ...frameworks.changed.map((each) => `${each.framework}: edition ${each.from} → ${each.to}`),
    ...(frameworks.added.length > 0 ? [`frameworks reported from now on: ${listInWords(frameworks.added, 'and', SHOWN)}`] : []),
    ...(frameworks.removed.length > 0 ? [`frameworks no longer reported: ${listInWords(frameworks.removed, 'and', SHOWN)}`] : []),
  ]
}

// Where applications are too many to be read, their tiers.
const MAX_APPLICATIONS = 30
const shownBy = ({ scopes }: Trend): 'application' | 'tier' => (scopes.filter(({ by }) => by === 'application').length > MAX_APPLICATIONS ? 'tier' : 'application')

const HEADINGS: Readonly<Record<Exclude<ScopeKind, 'all'>, string>> = { application: 'Satisfied, by application', framework: 'Satisfied, by framework', group: 'Satisfied, by group', tier: 'Satisfied, by risk tier' }

function scopesTable(trend: Trend, by: Exclude<ScopeKind, 'all'>, paint: Paint): string {
  const rows = trend.scopes.filter((scope) => scope.by === by).map((scope): readonly Cell[] => [`  ${scope.id}`, ...scope.figures.map((figures) => (figures === undefined ? '–' : isUnread(figures) ? 'not assessed' : share(figures.satisfied, applicableIn(figures))))])
  return rows.length === 0 ? '' : textTable(columns(trend, HEADINGS[by]), rows, paint.bold)
}
