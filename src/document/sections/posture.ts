import { COVERAGE_STATES, type CoverageState } from '../../model/coverage.js'
import type { FrameworkEntry } from '../../model/library.js'
import type { DocumentContext } from '../context.js'
import { dataTable } from '../data-table.js'
import { countedEntries, listsRisks, standings, sumOf, unassessedIn, wordForState } from '../element-standing.js'
import { chart, code, lines, paragraph, type Content } from '../nodes.js'
import { editionName } from '../edition-name.js'
import { WITH_CHART, type BlockSection } from '../section.js'
import type { Block, ChartTone } from '../tree.js'

const TONES: Readonly<Record<CoverageState, ChartTone>> = { 'met': 'good', 'met-within-reach': 'good', 'partly-met': 'partial', 'not-met': 'bad', 'not-applicable': 'neutral', 'outside-catalog': 'absent', 'unmapped': 'absent' }
// What the catalog says nothing about is in the table; in the picture it would hide what it does speak of.
const DRAWN = ['met', 'met-within-reach', 'partly-met', 'not-met', 'not-applicable'] as const satisfies readonly CoverageState[]

/** Elements by state, one row for each framework; lists of risks apart, because a risk is addressed and never met. */
export const posture: BlockSection = {
  name: 'posture', kind: 'block',
  options: { chart: WITH_CHART, names: { summary: 'frameworks by title or by id', values: ['title', 'id'], default: 'title' } },
  summary: 'posture per framework: leaf elements by state, counted and never averaged, as a chart and as a table',
  render: (context, { chart, names }) => {
    const { texts } = context
    const form = { drawn: chart === 'yes', width: names === 'id' ? 2 : 3, nameOf: (entry: FrameworkEntry) => (names === 'id' ? idWithStatus(context, entry) : editionName(context, entry)) }
    if (context.frameworks.length === 0) return [paragraph(texts.noFramework)]
    // A framework that was adopted for none of the entries has no state, which a row of noughts would not say.
    const isAdopted = ({ id }: FrameworkEntry): boolean => countedEntries(context).some(({ coverage }) => coverage.has(id)) || context.unassessed.some(({ inScopeOf }) => inScopeOf.has(id))
    const adopted = context.frameworks.filter(isAdopted)
    const others = context.frameworks.filter((framework) => !isAdopted(framework)).map(form.nameOf)
    return [
      ...part(context, adopted.filter((framework) => !listsRisks(framework)), 'posture', texts.captions.posture, form), ...part(context, adopted.filter(listsRisks), 'risk-posture', texts.captions.riskPosture, form),
      ...(others.length === 0 ? [] : [paragraph(texts.notAdoptedNames(others))]),
    ]
  },
}

const idWithStatus = ({ texts }: DocumentContext, { framework: { id, status } }: FrameworkEntry): string => (status === 'final' ? id : `${id} (${texts.editionStatus[status]})`)

// The chart has room for the id alone, so the table says which is which.
const withId = ({ id }: FrameworkEntry, name: string): Content => (name.startsWith(id) ? name : lines([name, code(id)]))

type Form = { readonly drawn: boolean; readonly width: number; readonly nameOf: (framework: FrameworkEntry) => string }

function part(context: DocumentContext, frameworks: readonly FrameworkEntry[], id: string, caption: string, { drawn, width, nameOf }: Form): readonly Block[] {
  const { texts } = context
  const kind = id === 'risk-posture' ? 'risk' : 'element'
  if (frameworks.length === 0) return []
  const rows = frameworks.map((framework) => ({ framework, sum: sumOf(standings(context, framework)) }))
  const total = (sum: Readonly<Record<CoverageState, number>>): number => COVERAGE_STATES.reduce((all, state) => all + sum[state], 0)
  const picture = chart({
    id: `chart-${id}`, kind: 'stacked-bar', share: true, title: caption, alt: texts.altPosture(rows.map(({ framework, sum }) => ({ name: nameOf(framework), counts: DRAWN.filter((state) => sum[state] > 0).map((state) => `${sum[state]} ${wordForState(context, { kind }, state)}`) }))),
    categories: rows.map(({ framework }) => framework.id),
    series: DRAWN.map((state) => ({ name: wordForState(context, { kind }, state), tone: TONES[state], values: rows.map(({ sum }) => sum[state]) })),
  })
  const table = dataTable(context, { id, caption }, [
    { key: 'framework', width, heads: true }, ...COVERAGE_STATES.map((state) => ({ key: state, title: capital(wordForState(context, { kind }, state)), kind: 'count' as const })), { key: 'counted', kind: 'count' },
  ], rows.map(({ framework, sum }) => [drawn ? withId(framework, nameOf(framework)) : nameOf(framework), ...COVERAGE_STATES.map((state) => String(sum[state])), String(total(sum))]))
  const unread = [...new Set(frameworks.flatMap((framework) => unassessedIn(context, framework)))]
  return [...(drawn ? [picture] : []), ...table, ...(unread.length > 0 ? [paragraph(texts.notCounted(unread))] : [])]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
