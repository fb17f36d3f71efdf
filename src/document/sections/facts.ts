import { notStated, tellsWhose } from '../cells.js'
import { dataTable } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** The characteristics and risk factors that decide what applies. */
export const facts: BlockSection = {
  name: 'facts', kind: 'block', options: {}, summary: 'the facts that decide: each characteristic as answered or implied, each risk factor with its points, and the risk tier that they make',
  render: (context) => {
    const { texts, library } = context
    const whose = tellsWhose(context) ? [{ key: 'entry' } as const] : []
    const answered = context.applications.flatMap((entry) => [...library.characteristics].map(([id, { title, question }]) => {
      const fact = entry.facts.characteristics.get(id)
      return [...(tellsWhose(context) ? [entry.id] : []), `${title} (${id})`, question, fact === undefined ? notStated(context) : fact.value ? texts.yes : texts.no, fact?.impliedBy ?? '', (entry.unanswered.get(id) ?? []).join(', ')]
    }))
    const scored = context.applications.flatMap((entry) => (entry.facts.riskTier?.factors ?? []).map((score) => {
      const factor = library.catalog.risk?.factors.find(({ id }) => id === score.factor)
      return [...(tellsWhose(context) ? [entry.id] : []), factor?.title ?? score.factor, score.stated ? score.level : texts.countedAs(score.level), factor?.levels.find(({ id }) => id === score.level)?.description ?? '', String(score.points)]
    }))
    return [
      ...dataTable(context, { id: 'characteristics', caption: texts.captions.characteristics, wide: true }, [...whose, { key: 'characteristic', width: 2, heads: true }, { key: 'question', width: 4 }, { key: 'answer' }, { key: 'impliedBy' }, { key: 'unansweredFor', width: 2 }], answered),
      ...dataTable(context, { id: 'risk-factors', caption: texts.captions.riskFactors }, [...whose, { key: 'riskFactor', heads: true }, { key: 'level' }, { key: 'meaning', width: 3 }, { key: 'points', kind: 'count' }], scored),
    ]
  },
}
