import { run } from '../cells.js'
import { code } from '../nodes.js'
import { dataTable, type Row } from '../data-table.js'
import type { DocumentContext } from '../context.js'
import { evidenceStandings } from '../evidence-standing.js'
import type { BlockSection } from '../section.js'

/** What the results rest on without having been checked. */
export const limits: BlockSection = {
  name: 'limits', kind: 'block', options: {}, summary: 'what the results rest on unchecked: evidence held elsewhere, figures that nothing but the entry states, facts that nobody reviewed, characteristics that nobody answered',
  render: (context) => dataTable(context, { id: 'limits', caption: context.texts.captions.limits }, [{ key: 'entry', heads: true }, { key: 'limit', width: 2 }, { key: 'about', width: 4 }], context.applications.flatMap((entry) => rowsOf(context, entry)), context.texts.noLimit),
}

function rowsOf(context: DocumentContext, entry: DocumentContext['applications'][number]): readonly Row[] {
  const { texts } = context
  const standings = evidenceStandings(context, entry)
  const used = entry.evidence.filter(({ data }) => (standings.get(data.id)?.objectives.length ?? 0) > 0)
  const elsewhere = used.filter(({ data }) => data.url !== undefined).map(({ data }) => data.id)
  const figures = used.filter(({ data }) => data.metrics !== undefined && Object.keys(data.metrics).some((metric) => entry.read.get(data.id)?.[metric] === undefined)).map(({ data }) => data.id)
  const row = (words: string, ids: readonly string[]): readonly Row[] => (ids.length === 0 ? [] : [[entry.id, words, run(...ids.flatMap((id, index) => (index === 0 ? [code(id)] : [', ', code(id)])))]])
  return [
    ...row(texts.limitElsewhere, elsewhere), ...row(texts.limitFigures, figures),
    ...(entry.facts.review.state === 'accepted' ? [] : [[entry.id, texts.limitFacts, texts.reviewStates[entry.facts.review.state]]]),
    ...row(texts.limitUnanswered, [...entry.unanswered.keys()]),
  ]
}
