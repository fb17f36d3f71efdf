import { entryName } from '../cells.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { gapsOf } from '../gap-facts.js'
import { emphasis } from '../nodes.js'
import type { BlockSection } from '../section.js'

const COUNTS = ['applicable', 'satisfied', 'gaps', 'unanswered', 'overdue', 'accepted', 'notApplicable', 'upcoming', 'notAssessed'] as const

/** Controls by state, one row for each entry, with what they are counted of. */
export const keyFigures: BlockSection = {
  name: 'key-figures', kind: 'block', options: {}, summary: 'controls by state for each entry: applicable, satisfied, open gaps, unanswered, overdue, accepted, not applicable, upcoming, not assessed',
  render: (context) => dataTable(context, { id: 'key-figures', caption: context.texts.captions.keyFigures, wide: true }, [
    { key: 'entry', width: 3, heads: true }, { key: 'kind' }, { key: 'riskTier' }, ...COUNTS.map((key) => ({ key, kind: 'count' as const })),
  ], [...context.applications.map((entry) => figures(context, entry)), ...context.unassessed.map(({ id, application }): Row => [
    application ? `${application.title} (${id})` : id, application ? context.texts.kinds[application.kind] : '', '', ...COUNTS.slice(0, -1).map(() => ''), emphasis(context.texts.all),
  ])]),
}

function figures(context: DocumentContext, entry: AssessedApplication): Row {
  const { texts } = context
  const { findings, facts, application } = entry
  const count = (holds: (finding: (typeof findings)[number]) => boolean): string => String(findings.filter(holds).length)
  const gaps = gapsOf(context, [entry])
  return [
    entryName(entry), texts.kinds[application.kind],
    facts.tier === undefined ? '' : facts.review.state === 'accepted' ? texts.levels[facts.tier] : `${texts.levels[facts.tier]}, ${texts.unreviewed}`,
    count(({ state }) => state === 'satisfied' || state === 'not-satisfied' || state === 'not-assessed'),
    count(({ state }) => state === 'satisfied'),
    count(({ state, accepted }) => state === 'not-satisfied' && accepted === undefined),
    count(({ state, answered }) => state === 'not-satisfied' && !answered),
    String(gaps.filter(({ overdue }) => overdue > 0).length),
    count(({ accepted }) => accepted !== undefined),
    count(({ state }) => state === 'not-applicable'), count(({ state }) => state === 'upcoming'), count(({ state }) => state === 'not-assessed'),
  ]
}
