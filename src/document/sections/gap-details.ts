import type { Reason } from '../../model/assessment.js'
import { scheduleOf } from '../../model/poam.js'
import { controlName, listOrNone, notStated, person, run, sentence, stated, tellsWhose, where } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { fieldTable } from '../data-table.js'
import { gapsOf, placeOfReason, type GapFact } from '../gap-facts.js'
import { code, heading, lines, type Content } from '../nodes.js'
import { paragraph } from '../nodes.js'
import { relatedElements } from '../related-controls.js'
import type { BlockSection, SlotPlace } from '../section.js'
import type { Block } from '../tree.js'
import { gapAnchor, stateOfGap } from './gap-list.js'

/** Each gap as an auditor writes it up. */
export const gapDetails: BlockSection = {
  name: 'gap-details', kind: 'block', options: {}, summary: 'each gap as criterion, condition, cause, consequence and recommendation, with severity, first day, day due, owner, and the elements that it touches',
  render: (context, _values, place) => {
    const gaps = gapsOf(context)
    return gaps.length === 0 ? [paragraph(context.texts.noGaps)] : gaps.flatMap((gap) => detailsOf(context, gap, place))
  },
}

function detailsOf(context: DocumentContext, gap: GapFact, { depth }: SlotPlace): readonly Block[] {
  const { texts: { fields }, texts, library } = context
  const { entry, finding, plan } = gap
  const control = library.controls.get(finding.control)?.control
  const missed = new Set(finding.reasons.flatMap(({ objective }) => objective ?? []))
  const objectives = (control?.objectives ?? []).filter(({ id }) => missed.size === 0 || missed.has(id))
  const name = controlName(context, finding.control)
  const criterion: Content = lines([control?.statement ?? '', ...objectives.map(({ id, method, text }) => `${id} (${method}): ${text}`)])
  const rows: readonly (readonly [string, Content])[] = [
    [fields.criterion, criterion],
    [fields.condition, lines(finding.reasons.map((reason) => condition(context, gap, reason)))],
    [fields.cause, plan?.cause ?? notStated(context)],
    [fields.consequence, control?.risk ?? ''],
    [fields.recommendation, lines([...new Set(finding.reasons.map(({ cause }) => texts.recommendations[cause])), ...(plan ? [run(`${texts.planned}: `, stated(context, plan.plan))] : [])])],
    [fields.severity, texts.levels[finding.severity]],
    [fields.opened, finding.opened ?? ''], [fields.due, finding.due ?? ''], [fields.state, stateOfGap(context, gap)],
    [fields.owner, plan ? run(person(context, plan.owner), `, ${texts.ofPlan(plan.id, scheduleOf(plan, context.asOf).day)}`) : run(person(context, entry.application.owner.accountable), `, ${texts.asAccountable}`)],
    [fields.applies, finding.because],
    [fields.touches, touched(context, finding.control)],
  ]
  const title = tellsWhose(context) ? `${entry.id}: ${name}` : name
  return [heading(depth, gapAnchor(gap), title), fieldTable(context, { id: `details-${entry.id}-${finding.control.toLowerCase()}`, caption: title }, rows)]
}

function condition({ texts }: DocumentContext, gap: GapFact, reason: Reason): Content {
  const about = [reason.objective, reason.component].filter((part) => part !== undefined).join(', ')
  return run(...(about === '' ? [] : [`${about}: `]), sentence(reason.text), `; ${texts.sinceDay(reason.since)}; `, ...(reason.evidence === undefined ? [] : [code(reason.evidence), ', ']), where(placeOfReason(gap, reason)))
}

function touched(context: DocumentContext, control: string): Content {
  const touching = context.frameworks.flatMap((framework) => {
    const ids = relatedElements(framework, control)
    return ids.length === 0 ? [] : [`${framework.id}: ${ids.join(', ')}`]
  })
  return listOrNone(context, touching)
}
