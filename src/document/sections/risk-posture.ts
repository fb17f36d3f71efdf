import type { FrameworkElement, FrameworkEntry } from '../../model/library.js'
import { listOrNone } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { listsRisks, standingInWords, standings, type ElementStanding } from '../element-standing.js'
import { heading, paragraph } from '../nodes.js'
import { editionName } from '../edition-name.js'
import { satisfiedIn } from '../satisfied-in.js'
import type { BlockSection, SlotPlace } from '../section.js'
import type { Block } from '../tree.js'

const ACTS = ['prevents', 'detects', 'responds'] as const

/** Per risk what prevents, detects and responds, by lifecycle phase where the framework has phases. */
export const riskPosture: BlockSection = {
  name: 'risk-posture', kind: 'block', summary: 'per risk what prevents, detects and responds, and whether it is addressed, partly addressed or open; by lifecycle phase where the framework has phases',
  options: { framework: { summary: 'one framework; without it all of the document', values: 'framework' } },
  render: (context, { framework: only }, place) => {
    const frameworks = context.frameworks.filter((framework) => listsRisks(framework) && (only === undefined || framework.id === only))
    return frameworks.length === 0 ? [paragraph(context.texts.noFramework)] : frameworks.flatMap((framework) => partOf(context, framework, place))
  },
}

function partOf(context: DocumentContext, framework: FrameworkEntry, { depth, anchor }: SlotPlace): readonly Block[] {
  const { texts } = context
  const all = standings(context, framework)
  const phases = [...framework.elements.values()].filter(({ heading: groups }) => groups)
  const name = editionName(context, framework)
  const title = heading(depth, `${anchor}-${framework.id}`, name)
  if (all.every(({ entries }) => entries === 0)) return [title, paragraph(texts.notAdopted)]
  if (phases.length === 0) return [title, ...tableOf(context, framework, all, `risks-${framework.id}`, texts.risksOf(name), framework.id)]
  const below = depth < 6 ? (depth + 1) as SlotPlace['depth'] : depth // one deeper than a depth below 6
  return [title, ...phases.flatMap((phase) => {
    const slug = phase.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return [heading(below, `${anchor}-${slug}`, `${phase.id} ${phase.title}`), ...tableOf(context, framework, all.filter(({ element }) => element.parent === phase.id), `risks-${slug}`, texts.risksOf(`${phase.id} ${phase.title}`), phase.id)]
  })]
}

const tableOf = (context: DocumentContext, framework: FrameworkEntry, risks: readonly ElementStanding[], id: string, caption: string, sheet: string): readonly Block[] =>
  dataTable(context, { id, caption, wide: true, filterable: true, sheet }, [{ key: 'risk', heads: true }, { key: 'title', width: 2 }, { key: 'state', width: 2 }, ...ACTS.map((key) => ({ key, width: 3 }))],
    risks.map((standing): Row => [standing.element.id, standing.element.title, standingInWords(context, standing), ...ACTS.map((act) => listOrNone(context, doing(context, framework, standing.element, act)))]))

function doing(context: DocumentContext, framework: FrameworkEntry, { id }: FrameworkElement, act: (typeof ACTS)[number]): readonly string[] {
  const rows = (framework.rows.get(id) ?? []).filter(({ data }) => data.relationship !== 'no-relationship' && data.acts?.includes(act) === true)
  return [...new Set(rows.flatMap(({ data }) => data.controls))].map((control) => `${control}: ${stateOfControl(context, control)}`)
}

// For one entry its own finding or the organization's; for several how many satisfy it.
function stateOfControl(context: DocumentContext, control: string): string {
  const { subject, texts } = context
  if (subject === undefined) return satisfiedIn(context, control)
  const own = subject.findings.find((finding) => finding.control === control)
  const state = own ? (own.accepted ? 'accepted' as const : own.state) : subject.carried.get(control)
  return state === undefined ? texts.notAsked : texts.findingStates[state]
}
