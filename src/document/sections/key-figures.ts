import type { Finding } from '../../model/assessment.js'
import { entryName } from '../cells.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { gapsOf } from '../gap-facts.js'
import { emphasis } from '../nodes.js'
import type { BlockSection } from '../section.js'

const COUNTS = ['applicable', 'satisfied', 'gaps', 'unanswered', 'overdue', 'accepted', 'notApplicable', 'upcoming', 'notAssessed'] as const
const KINDS = ['organization', 'platform', 'application'] as const

/** Controls by state, with what they are counted of. */
export const keyFigures: BlockSection = {
  name: 'key-figures', kind: 'block', summary: 'controls by state: applicable, satisfied, open gaps, unanswered, overdue, accepted, not applicable, upcoming, not assessed',
  options: { by: { summary: 'a row for each entry, or one for each kind of entry', values: ['entry', 'kind'], default: 'entry' } },
  render: (context, { by }) => {
    const { texts, applications, unassessed } = context
    const kinds = by === 'kind'
    const rows = kinds ? KINDS.flatMap((kind) => rowOfKind(context, kind)) : [...applications.map((entry) => rowOf(context, entry)), ...unassessed.map((entry) => rowOfUnassessed(context, entry))]
    return dataTable(context, { id: 'key-figures', caption: texts.captions.keyFigures }, [
      ...(kinds ? [{ key: 'kind', width: 1.5, heads: true } as const, { key: 'entries', kind: 'count' } as const] : [{ key: 'entry', width: 3, heads: true } as const, { key: 'kind' } as const, { key: 'riskTier' } as const]),
      ...COUNTS.map((key) => ({ key, kind: 'count' as const })),
    ], rows)
  },
}

function rowOf(context: DocumentContext, entry: AssessedApplication): Row {
  const { texts } = context
  const { facts, application } = entry
  const tier = facts.tier === undefined ? '' : facts.review.state === 'accepted' ? texts.levels[facts.tier] : `${texts.levels[facts.tier]}, ${texts.unreviewed}`
  return [entryName(entry), texts.kinds[application.kind], tier, ...counts(context, [entry])]
}

const rowOfUnassessed = ({ texts }: DocumentContext, { id, application }: DocumentContext['unassessed'][number]): Row =>
  [application ? `${application.title} (${id})` : id, application ? texts.kinds[application.kind] : '', '', ...COUNTS.slice(0, -1).map(() => ''), emphasis(texts.all)]

// What could not be read is of no kind that anybody knows for certain, and stands in the notice of the document.
function rowOfKind(context: DocumentContext, kind: (typeof KINDS)[number]): readonly Row[] {
  const entries = context.applications.filter(({ application }) => application.kind === kind)
  return entries.length === 0 ? [] : [[context.texts.kinds[kind], String(entries.length), ...counts(context, entries)]]
}

function counts(context: DocumentContext, entries: readonly AssessedApplication[]): readonly string[] {
  const findings = entries.flatMap((entry) => entry.findings)
  const count = (holds: (finding: Finding) => boolean): string => String(findings.filter(holds).length)
  return [
    count(({ state }) => state === 'satisfied' || state === 'not-satisfied' || state === 'not-assessed'),
    count(({ state }) => state === 'satisfied'),
    count(({ state, accepted }) => state === 'not-satisfied' && accepted === undefined),
    count(({ state, answered }) => state === 'not-satisfied' && !answered),
    String(gapsOf(context, entries).filter(({ overdue }) => overdue > 0).length),
    count(({ accepted }) => accepted !== undefined),
    count(({ state }) => state === 'not-applicable'), count(({ state }) => state === 'upcoming'), count(({ state }) => state === 'not-assessed'),
  ]
}
