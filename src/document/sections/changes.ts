import type { ControlStanding, FindingChange } from '../../model/finding-change.js'
import { groupBy } from '../../model/group-by.js'
import { controlName, tellsWhose } from '../cells.js'
import type { AssessedApplication, DocumentContext, PreviousQuarter } from '../context.js'
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
  const own = told.filter(({ change }) => OWN.has(change.cause))
  const others = [...groupBy(told.filter(({ change }) => !OWN.has(change.cause)), ({ change: { control, then, now, cause } }) => [control, then, now, cause].join(' ')).values()]
  return [
    paragraph(told.length === 0 ? texts.nothingChanged : byCause(context, told.map(({ change }) => change.cause))),
    ...(own.length === 0 ? [] : dataTable(context, { id: 'changes', caption: texts.captions.changes, sheet: texts.sheets.changes }, [...whose(context, 'entry'), ...COLUMNS], own.map(({ entry, change }) => [...(tellsWhose(context) ? [entry.id] : []), ...cellsOf(context, change)]))),
    ...(others.length === 0 ? [] : dataTable(context, { id: 'changes-by-control', caption: texts.captions.changesByControl, sheet: texts.sheets.changesByControl }, [...COLUMNS, ...whose(context, 'entries')], others.flatMap((group) => rowOf(context, group)))),
    ...(quiet === 0 ? [] : [paragraph(texts.quietChanges(quiet))]),
  ]
}

// What an entry did or left undone, row by row; what came over it from outside is told once for each control.
const OWN: ReadonlySet<FindingChange['cause']> = new Set<FindingChange['cause']>(['better', 'worse', 'expired', 'exception'])

const COLUMNS = [{ key: 'control', width: 3, heads: true }, { key: 'then' }, { key: 'now' }, { key: 'why', width: 1.5 }] as const

const whose = <Key extends 'entry' | 'entries'>(context: DocumentContext, key: Key): readonly { readonly key: Key; readonly width?: number }[] => (tellsWhose(context) ? [{ key, ...(key === 'entries' && { width: 3 }) }] : [])

const cellsOf = (context: DocumentContext, { control, then, now, cause }: FindingChange): Row =>
  [controlName(context, control), then ? context.texts.findingStates[then] : context.texts.notAsked, now ? context.texts.findingStates[now] : context.texts.notAsked, context.texts.changeCauses[cause]]

type Told = { readonly entry: AssessedApplication; readonly change: FindingChange }

function rowOf(context: DocumentContext, group: readonly Told[]): readonly Row[] {
  const [first] = group
  return first ? [[...cellsOf(context, first.change), ...(tellsWhose(context) ? [`${group.length}: ${group.map(({ entry }) => entry.id).join(', ')}`] : [])]] : []
}

function byCause({ texts }: DocumentContext, causes: readonly FindingChange['cause'][]): string {
  const counts = [...groupBy(causes, (cause) => texts.changeCauses[cause])].map(([words, { length }]) => ({ words, length })).sort((a, b) => b.length - a.length)
  return texts.changesBy(causes.length, counts.map(({ words, length }) => `${words} ${length}`))
}

const isAsked = (standing: ControlStanding | undefined): boolean => standing !== undefined && standing !== 'not-applicable' && standing !== 'upcoming'
