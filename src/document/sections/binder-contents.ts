import { listOrNone, person, run, stated, tellsWhose, where } from '../cells.js'
import type { DocumentContext } from '../context.js'
import type { BinderItem } from '../binder/plan-binder.js'
import { dataTable, type Row } from '../data-table.js'
import { code, lines, paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** What is in a binder, control by control. */
export const binderContents: BlockSection = {
  name: 'binder-contents', kind: 'block', options: {}, summary: 'binder: each item by control with its files, source, collector, day, day filed, period, digest, class, reviewer, and where it is filed',
  render: (context) => {
    const { texts, binder } = context
    if (binder === undefined) return [paragraph(texts.onlyInBinder)]
    return dataTable(context, { id: 'binder-contents', caption: texts.captions.binderContents, wide: true, filterable: true, sheet: texts.sheets.binderContents }, [
      ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control' }, { key: 'evidence', width: 2, heads: true }, { key: 'type' }, { key: 'state' }, { key: 'files', width: 3 }, { key: 'sha256', width: 3 }, { key: 'source' }, { key: 'submittedBy', width: 2 },
      { key: 'collected', kind: 'date' }, { key: 'filed', kind: 'date' }, { key: 'period' }, { key: 'classification' }, { key: 'review', width: 2 }, { key: 'where', width: 3 },
    ], binder.items.map((item) => rowOf(context, item)), texts.noEvidence)
  },
}

function rowOf(context: DocumentContext, { entry, control, evidence, place, standing, files }: BinderItem): Row {
  const { texts } = context
  return [
    ...(tellsWhose(context) ? [entry.id] : []), control, code(`${entry.id}/${evidence.id}`), evidence.type, texts.evidenceStates[standing.state], lines(files.map(({ path }) => code(path))), lines(files.map(({ sha256 }) => code(sha256))),
    evidence.source ? `${evidence.source.tool} ${evidence.source.version ?? ''}`.trim() : stated(context, undefined), person(context, evidence['submitted-by']), evidence.collected, stated(context, context.filed?.get(`${entry.id}/${evidence.id}`)),
    evidence.period ? `${evidence.period.from} – ${evidence.period.to}` : '', evidence.classification ? texts.classes[evidence.classification] : stated(context, undefined),
    listOrNone(context, (evidence.reviews ?? []).map((review) => run(`${review.on}: ${texts.decisions[review.decision]}, `, person(context, review.by)))), where(place),
  ]
}
