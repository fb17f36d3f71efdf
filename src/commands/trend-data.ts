import { allGaps, applicableIn } from '../assess/add-up.js'
import { sumOfChanges, type Changes, type Trend, type TrendFigures } from '../assess/trend-figures.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { TOOL } from './tool.js'

/** The figures of a scope in a quarter by the names that JSON and CSV have for them. */
export function namedFigures(figures: TrendFigures): Readonly<Record<string, number | null | Readonly<Record<string, number>>>> {
  const { satisfiedBy, gapsBy } = figures
  return {
    ...(figures.entries > 0 && { 'entries': figures.entries, 'entries-assessed': figures.assessed }),
    'applicable': applicableIn(figures), 'satisfied': figures.satisfied, 'open-gaps': allGaps(figures.gaps), 'open-gaps-by-severity': { ...figures.gaps }, 'accepted': figures.accepted, 'unanswered': figures.unanswered,
    'not-applicable': figures['not-applicable'], 'upcoming': figures.upcoming, 'not-assessed': figures['not-assessed'],
    'median-gap-age-days': figures.gapAge ?? null, 'gaps-closed': figures.closed, 'median-days-to-close': figures.closedAfter ?? null,
    'with-evidence': figures.evidence, 'evidence-not-stale': figures.fresh, 'median-evidence-age-days': figures.evidenceAge ?? null,
    'exceptions-in-force': figures.exceptionsInForce, 'exceptions-ended': figures.exceptionsEnded,
    'poam-open': figures.poamOpen, 'poam-overdue': figures.poamOverdue, 'poam-closed': figures.poamClosed, 'poam-closed-on-time': figures.poamOnTime,
    ...(figures.coverage && { 'elements': figures.coverage }),
    ...(satisfiedBy && { 'satisfied-changed-by': withSum(satisfiedBy) }),
    ...(gapsBy && { 'gaps-changed-by': withSum(gapsBy) }),
  }
}

const withSum = (changes: Changes): Readonly<Record<string, number>> => ({ ...changes, 'in-all': sumOfChanges(changes) })

/** A trend as JSON. Documented in docs/formats.md and src/schema/output/quarter-trend.schema.json. */
export const trendJson = ({ organization, quarters, scopes }: Trend): string =>
  `${JSON.stringify({
    'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': 'quarter trend', organization,
    'quarters': quarters.map(({ tool, changes, ...quarter }) => ({ ...quarter, 'tool-version': tool.version, 'catalog-changes': changes ?? null })),
    'scopes': scopes.map(({ by, id, figures }) => ({ by, id, figures: figures.map((each) => (each === undefined ? null : namedFigures(each))) })),
  }, null, 2)}\n`

/** A trend as CSV: one figure a line, so that any tool can turn it. An empty value is one that there is nothing to take of. */
export function trendCsv({ quarters, scopes }: Trend): string {
  const lines = ['by,id,quarter,as-of,figure,value']
  for (const { by, id, figures } of scopes)
    for (const [index, each] of figures.entries()) {
      const quarter = quarters[index]
      if (each === undefined || quarter === undefined) continue
      for (const [name, value] of flatten(namedFigures(each))) lines.push([by, id, quarter.quarter, quarter['as-of'], name, value ?? ''].map((cell) => quoteCell(String(cell))).join(','))
    }
  return `${lines.join('\n')}\n`
}

const flatten = (figures: ReturnType<typeof namedFigures>): readonly (readonly [string, number | null])[] =>
  Object.entries(figures).flatMap(([name, value]): readonly (readonly [string, number | null])[] => (value !== null && typeof value === 'object' ? Object.entries(value).map(([part, figure]) => [`${name}.${part}`, figure] as const) : [[name, value]]))

// A folder may be named as it likes: what a spreadsheet would take for a formula is given as text.
const quoteCell = (cell: string): string => {
  const plain = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
