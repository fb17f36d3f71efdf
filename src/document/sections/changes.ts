import type { ControlStanding, FindingChange } from '../../model/finding-change.js'
import { groupBy } from '../../model/group-by.js'
import { controlName, tellsWhose } from '../cells.js'
import type { DocumentContext, PreviousQuarter } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { paragraph } from '../nodes.js'
import { quarterFaults } from '../quarter-faults.js'
import type { BlockSection } from '../section.js'
import type { Block } from '../tree.js'

/** What is another than at the end of the quarter before, and why. */
export const changes: BlockSection = {
  name: 'changes', kind: 'block', options: {}, summary: 'what changed since the quarter before and why, or that no quarter was closed',
  render: (context) => {
    const { previous, texts } = context
    if (previous === undefined) return [...quarterFaults(context), paragraph(texts.noQuarter)]
    return [...quarterFaults(context), paragraph(texts.since(previous.quarter, previous.asOf, previous.catalog)), ...notCompared(context, previous), ...compared(context)]
  },
}

/** Entries of which nothing can be compared, because they came, went or could not be read. */
function notCompared({ texts, subject, applications, unassessed }: DocumentContext, { entries }: PreviousQuarter): readonly Block[] {
  const known = [...applications, ...unassessed].map(({ id }) => id)
  const sentences: readonly (readonly [(ids: readonly string[]) => string, readonly string[]])[] = [
    [texts.cameSince, known.filter((id) => !entries.has(id))],
    [texts.wentSince, subject ? [] : [...entries.keys()].filter((id) => !known.includes(id))],
    [texts.unreadThen, known.filter((id) => entries.get(id) === false)],
    [texts.unreadNow, unassessed.filter(({ id }) => entries.get(id) === true).map(({ id }) => id)],
  ]
  return sentences.flatMap(([say, ids]) => (ids.length === 0 ? [] : [paragraph(say(ids))]))
}

function compared(context: DocumentContext): readonly Block[] {
  const { texts, applications } = context
  if (applications.every((entry) => entry.changes === undefined)) return []
  const all = applications.flatMap((entry) => (entry.changes ?? []).map((change) => ({ entry, change })))
  const told = all.filter(({ change }) => isAsked(change.then) || isAsked(change.now))
  const quiet = all.length - told.length
  const rows = told.map(({ entry, change: { control, then, now, cause } }): Row =>
    [...(tellsWhose(context) ? [entry.id] : []), controlName(context, control), then ? texts.findingStates[then] : texts.notAsked, now ? texts.findingStates[now] : texts.notAsked, texts.changeCauses[cause]])
  return [
    ...(rows.length === 0 ? [] : [paragraph(byCause(context, told.map(({ change }) => change.cause)))]),
    ...dataTable(context, { id: 'changes', caption: texts.captions.changes, wide: true }, [
      ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 3, heads: true }, { key: 'then' }, { key: 'now' }, { key: 'why' },
    ], rows, texts.nothingChanged),
    ...(quiet === 0 ? [] : [paragraph(texts.quietChanges(quiet))]),
  ]
}

function byCause({ texts }: DocumentContext, causes: readonly FindingChange['cause'][]): string {
  const counts = [...groupBy(causes, (cause) => texts.changeCauses[cause])].map(([words, { length }]) => ({ words, length })).sort((a, b) => b.length - a.length)
  return texts.changesBy(causes.length, counts.map(({ words, length }) => `${words} ${length}`))
}

const isAsked = (standing: ControlStanding | undefined): boolean => standing !== undefined && standing !== 'not-applicable' && standing !== 'upcoming'
