import type { Evidence } from '../../schema/types.js'
import { listOr, person, run, stated, tellsWhose, where } from '../cells.js'
import type { AssessedApplication, DocumentContext, Recorded } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { evidenceStandings, type EvidenceStanding } from '../evidence-standing.js'
import { code, lines, type Content } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** Every item of evidence, whether it counts or not. */
export const evidenceRegister: BlockSection = {
  name: 'evidence-register', kind: 'block',
  summary: 'evidence register: id, type, objectives, state, dates, source, who filed it and when, where it is, digest, class, figures, review',
  options: { only: { summary: 'all items, or those that an objective looked at', values: ['all', 'used'], default: 'all' } },
  render: (context, { only }) => dataTable(context, { id: 'evidence-register', caption: context.texts.captions.evidence, wide: true, filterable: true, sheet: context.texts.sheets.evidence }, [
    ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'evidence', width: 2, heads: true }, { key: 'type' }, { key: 'component' }, { key: 'objectives', width: 2 }, { key: 'state' }, { key: 'collected', kind: 'date' }, { key: 'period' }, { key: 'validUntil', kind: 'date' },
    { key: 'source' }, { key: 'submittedBy', width: 2 }, { key: 'filed', kind: 'date' }, { key: 'artifact', width: 3 }, { key: 'sha256', width: 2 }, { key: 'classification' }, { key: 'figures', width: 2 }, { key: 'review', width: 2 }, { key: 'where', width: 3 },
  ], context.applications.flatMap((entry) => {
    const standings = evidenceStandings(context, entry)
    return entry.evidence.flatMap((item): Row[] => {
      const standing = standings.get(item.data.id)
      return standing === undefined || (only === 'used' && standing.objectives.length === 0) ? [] : [rowOf(context, entry, item, standing)]
    })
  }), context.texts.noEvidence),
}

function rowOf(context: DocumentContext, entry: AssessedApplication, { data, place }: Recorded<Evidence>, { state, objectives, until }: EvidenceStanding): Row {
  const { texts } = context
  return [
    ...(tellsWhose(context) ? [entry.id] : []), code(data.id), data.type, data.component === undefined ? '' : `${data.component}${data['component-version'] === undefined ? '' : ` ${data['component-version']}`}`,
    objectives.join(', '), texts.evidenceStates[state], data.collected, data.period ? `${data.period.from} – ${data.period.to}` : '', until ?? '',
    data.source ? `${data.source.tool}${data.source.version === undefined ? '' : ` ${data.source.version}`}` : stated(context, undefined), person(context, data['submitted-by']),
    stated(context, context.filed?.get(`${entry.id}/${data.id}`)), artifact(context, data), listOr(context, digests(data)), data.classification === undefined ? stated(context, undefined) : texts.classes[data.classification],
    figures(context, entry, data), reviews(context, data), where(place),
  ]
}

function artifact(context: DocumentContext, { path, files, url, 'held-by': heldBy }: Evidence): Content {
  if (url !== undefined) return lines([code(url), context.texts.heldElsewhere(heldBy)])
  return listOr(context, [...(path === undefined ? [] : [path]), ...(files ?? []).map((file) => file.path)].map((name) => code(name)))
}

const digests = ({ sha256, files }: Evidence): readonly Content[] => [...(sha256 === undefined ? [] : [sha256]), ...(files ?? []).map((file) => file.sha256)].map((digest) => code(digest))

function figures(context: DocumentContext, { read }: AssessedApplication, { id, metrics, sample }: Evidence): Content {
  const { texts } = context
  const lists = Object.entries(metrics ?? {}).map(([metric, value]) => {
    const found = read.get(id)?.[metric]
    return found === undefined ? `${metric} ${value} (${texts.statedFigure})` : `${metric} ${found} (${texts.readFigure})`
  })
  const drawn = sample ? [texts.sample(sample.size, sample.population.size, sample.deviations, texts.sampleMethods[sample.method])] : []
  return lines([...lists, ...drawn])
}

const reviews = (context: DocumentContext, { reviews: all = [] }: Evidence): Content =>
  listOr(context, all.map((review) => run(`${review.on}: ${context.texts.decisions[review.decision]}, `, person(context, review.by))))
