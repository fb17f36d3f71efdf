import { scheduleOf } from '../../model/poam.js'
import { controlName, person, tellsWhose } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { gapsOf, type GapFact } from '../gap-facts.js'
import type { BlockSection } from '../section.js'

/** What is to be done by when: plans with their milestones, and gaps without a plan. */
export const roadmap: BlockSection = {
  name: 'roadmap', kind: 'block', options: {}, summary: 'roadmap by day: milestones and completion of open plans, the end of exceptions, and the day due of gaps that have no plan',
  render: (context) => {
    const { texts } = context
    const steps = gapsOf(context).flatMap((gap) => stepsOf(context, gap)).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    return dataTable(context, { id: 'roadmap', caption: texts.captions.roadmap, wide: true, sheet: texts.sheets.roadmap }, [
      { key: 'day', kind: 'date', heads: true }, ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 2 }, { key: 'step', width: 4 }, { key: 'owner', width: 2 }, { key: 'severity' },
    ], steps.map(({ day, row }) => [day, ...row]), texts.noGaps)
  },
}

type Step = { readonly day: string; readonly row: Row }

function stepsOf(context: DocumentContext, { entry, finding, plan, overdue }: GapFact): readonly Step[] {
  const { texts, asOf } = context
  const step = (day: string, words: string, owner: string | undefined): Step => ({
    day, row: [...(tellsWhose(context) ? [entry.id] : []), controlName(context, finding.control), day < asOf ? `${words} (${texts.overdueWord})` : words, person(context, owner), texts.levels[finding.severity]],
  })
  const accountable = entry.application.owner.accountable
  const accepted = finding.accepted ? [step(finding.accepted.until, texts.exceptionEnds(finding.accepted.id), accountable)] : []
  if (plan === undefined) return accepted.length > 0 ? accepted : [step(finding.due ?? asOf, overdue > 0 ? texts.dueWithoutPlan : texts.closeWithoutPlan, accountable)]
  const milestones = (plan.milestones ?? []).filter(({ done }) => done !== true).map(({ on, text }) => step(on, `${plan.id}: ${text}`, plan.owner))
  const day = scheduleOf(plan, asOf).day
  const late = finding.accepted === undefined && finding.due !== undefined && day > finding.due ? ` (${texts.afterDue(finding.due)})` : ''
  return [...milestones, step(day, `${plan.id}: ${plan.plan}${late}`, plan.owner), ...accepted]
}
