import { COVERAGE_STATES, type CoverageState } from '../../model/coverage.js'
import { nameOfEdition, type FrameworkEntry } from '../../model/library.js'
import type { DocumentContext } from '../context.js'
import { dataTable } from '../data-table.js'
import { listsRisks, standings, sumOf, wordForState } from '../element-standing.js'
import { chart, paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'
import type { Block, ChartTone } from '../tree.js'

const TONES: Readonly<Record<CoverageState, ChartTone>> = { 'met': 'good', 'met-within-reach': 'good', 'partly-met': 'partial', 'not-met': 'bad', 'not-applicable': 'neutral', 'outside-catalog': 'absent', 'unmapped': 'absent' }
// What the catalog says nothing about is in the table; in the picture it would hide what it does speak of.
const DRAWN = ['met', 'met-within-reach', 'partly-met', 'not-met', 'not-applicable'] as const satisfies readonly CoverageState[]

/** Elements by state, one row for each framework; lists of risks apart, because a risk is addressed and never met. */
export const posture: BlockSection = {
  name: 'posture', kind: 'block', options: {}, summary: 'posture per framework: leaf elements by state, counted and never averaged, as a chart and as a table',
  render: (context) => {
    const { texts } = context
    if (context.frameworks.length === 0) return [paragraph(texts.noFramework)]
    const [risks, others] = [context.frameworks.filter(listsRisks), context.frameworks.filter((framework) => !listsRisks(framework))]
    return [...part(context, others, 'posture', texts.captions.posture), ...part(context, risks, 'risk-posture', texts.captions.riskPosture)]
  },
}

function part(context: DocumentContext, frameworks: readonly FrameworkEntry[], id: string, caption: string): readonly Block[] {
  const { texts } = context
  const kind = id === 'risk-posture' ? 'risk' : 'element'
  if (frameworks.length === 0) return []
  const rows = frameworks.map((framework) => ({ framework, sum: sumOf(standings(context, framework)) }))
  const total = (sum: Readonly<Record<CoverageState, number>>): number => COVERAGE_STATES.reduce((all, state) => all + sum[state], 0)
  const picture = chart({
    id: `chart-${id}`, kind: 'stacked-bar', title: caption, alt: texts.altPosture(rows.map(({ framework, sum }) => ({ name: nameOfEdition(framework.framework), counts: DRAWN.filter((state) => sum[state] > 0).map((state) => `${sum[state]} ${wordForState(context, { kind }, state)}`) }))),
    categories: rows.map(({ framework }) => nameOfEdition(framework.framework)),
    series: DRAWN.map((state) => ({ name: wordForState(context, { kind }, state), tone: TONES[state], values: rows.map(({ sum }) => sum[state]) })),
  })
  const table = dataTable(context, { id, caption, wide: true }, [
    { key: 'framework', width: 4, heads: true }, ...COVERAGE_STATES.map((state) => ({ key: state, title: capital(wordForState(context, { kind }, state)), kind: 'count' as const })), { key: 'counted', kind: 'count' },
  ], rows.map(({ framework, sum }) => [nameOfEdition(framework.framework), ...COVERAGE_STATES.map((state) => String(sum[state])), String(total(sum))]))
  return [picture, ...table]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
