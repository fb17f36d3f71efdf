import type { ControlChange, ControlFate, LibraryChanges } from '../model/library-changes.js'
import { nameOfChange, type TailoredChange } from '../model/tailoring.js'
import type { EvidenceType } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { frameworkSays } from './changed-frameworks.js'
import type { Comparison } from './open-comparison.js'

/** One thing of the catalog that changed, as text, Markdown and JSON show it. */
export type ToldChange = {
  readonly kind: 'control' | 'tailoring' | 'evidence-type' | 'characteristic' | 'group' | 'risk-factor' | 'table' | 'framework'
  readonly id: string
  readonly title?: string
  readonly change: ControlFate
  readonly from?: string
  readonly to?: string
  /** The first day of a control that is new or in another major version. */
  readonly effective?: string
  /** The step that its version needs and does not have, and the version that it then has. */
  readonly due?: ControlChange['due']
  /** What is otherwise, as clauses. */
  readonly says: readonly string[]
  /** Inventory entries that it touches. */
  readonly touches: readonly string[]
}

/** Everything that changed, in the order in which it is told. */
export function toldChanges({ changes, previous, workspace: { library }, touched }: Pick<Comparison, 'changes' | 'previous' | 'workspace' | 'touched'>): readonly ToldChange[] {
  const asking = (type: string): readonly string[] => [...new Set([library, previous].flatMap(({ docs }) => docs.controls.filter(({ data }) => data.objectives.some(({ evidence }) => evidence.some(({ types }) => types.includes(type)))).map(({ data }) => data.id)))]
  const named = (kind: ToldChange['kind'], { added, removed, changed }: LibraryChanges['groups'], touches: (id: string) => readonly string[]): readonly ToldChange[] => [
    ...added.map(({ id, title }): ToldChange => ({ kind, id, title, change: 'added', says: [], touches: [] })),
    ...changed.map(({ after: { id, title } }): ToldChange => ({ kind, id, title, change: 'changed', says: ['it is stated otherwise'], touches: touches(id) })),
    ...removed.map(({ id, title }): ToldChange => ({ kind, id, title, change: 'removed', says: [], touches: touches(id) })),
  ]
  const { evidenceTypes, tailoring } = changes
  return [
    ...changes.controls.map((change) => toldControl(change, touched({ controls: [change.id] }))),
    ...[...tailoring.added.map((after) => ({ after, change: 'added' as const })), ...tailoring.changed.map((pair) => ({ ...pair, change: 'changed' as const })), ...tailoring.removed.map((before) => ({ before, change: 'removed' as const }))].map((one) => toldTailoring(one, touched)),
    ...evidenceTypes.added.map(({ data: { id, title } }): ToldChange => ({ kind: 'evidence-type', id, title, change: 'added', says: [], touches: [] })),
    ...evidenceTypes.changed.map(({ before, after }): ToldChange => ({ kind: 'evidence-type', id: after.data.id, title: after.data.title, change: 'changed', says: typeSays(before.data, after.data), touches: touched({ controls: asking(after.data.id) }) })),
    ...evidenceTypes.removed.map(({ data: { id, title } }): ToldChange => ({ kind: 'evidence-type', id, title, change: 'removed', says: [], touches: touched({ controls: asking(id) }) })),
    ...named('characteristic', changes.characteristics, (id) => touched({ characteristic: id })),
    ...named('risk-factor', changes.riskFactors, (id) => touched({ factor: id })),
    ...named('group', changes.groups, () => []),
    ...changes.tables.map((table): ToldChange => ({ kind: 'table', id: table, change: 'changed', says: [{ risk: 'how risk factors become a tier is otherwise', gaps: 'how urgent a gap is is otherwise', exceptions: 'how long an exception may last is otherwise' }[table]], touches: table === 'risk' ? touched({ table }) : [] })),
    ...changes.frameworks.map((change): ToldChange => {
      const { id, before, after, rows, elements } = change
      const lost = elements.removed.flatMap((element) => previous.frameworks.get(id)?.rows.get(element.id) ?? [])
      const controls = [...lost, ...rows.added, ...rows.removed, ...rows.changed.flatMap((row) => [row.before, row.after])].flatMap(({ data }) => data.controls)
      const doc = after ?? before
      return { kind: 'framework', id, ...(doc && { title: doc.data.title }), change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', says: frameworkSays(change), touches: controls.length === 0 ? [] : touched({ controls }) }
    }),
  ]
}

function toldControl({ id, fate, before, after, differences, due }: ControlChange, touches: readonly string[]): ToldChange {
  const [then, now] = [before?.data, after?.data]
  const isNewDay = now !== undefined && (then === undefined || then.effective !== now.effective || fate === 'taken-up')
  return {
    kind: 'control', id, title: (now ?? then)?.title ?? id, change: fate, ...(then && { from: then.version }), ...(now && { to: now.version }), ...(isNewDay && { effective: now.effective }), ...(due && { due }),
    // What became of it, and since when, is told beside its versions.
    says: differences.filter(({ kind, path }) => kind !== 'effective' && (kind !== 'status' || path[0] !== 'status' || fate === 'changed')).map(({ says }) => says), touches,
  }
}

function toldTailoring({ before, after, change }: { readonly before?: TailoredChange; readonly after?: TailoredChange; readonly change: ControlFate }, touched: Comparison['touched']): ToldChange {
  const one = after ?? before
  if (one === undefined) throw new Error('a tailoring that changed was there then or is now')
  const says = change === 'removed' ? 'it is as the catalog has it again' : one.kind === 'left-out' ? 'it is left out' : `${one.kind === 'severity' ? 'severity ' : ''}${one.to} instead of ${before?.to ?? one.from}`
  return { kind: 'tailoring', id: nameOfChange(one), change, says: [`${says}${change !== 'removed' && !one.holds ? ', from the day of its approval' : ''}`], touches: touched({ controls: [one.control] }) }
}

function typeSays(before: EvidenceType, after: EvidenceType): readonly string[] {
  const [then, now] = [before.metrics ?? [], after.metrics ?? []]
  const added = now.filter(({ id }) => !then.some((metric) => metric.id === id)).map(({ id }) => id)
  const gone = then.filter(({ id }) => !now.some((metric) => metric.id === id)).map(({ id }) => id)
  const others = now.filter((metric) => { const earlier = then.find(({ id }) => id === metric.id); return earlier !== undefined && (['type', 'unit', 'better'] as const).some((key) => earlier[key] !== metric[key]) }).map(({ id }) => id)
  const says = [
    ...(added.length > 0 ? [`the metric ${listInWords(added, 'and')} is new`] : []), ...(gone.length > 0 ? [`the metric ${listInWords(gone, 'and')} is gone`] : []), ...(others.length > 0 ? [`the metric ${listInWords(others, 'and')} means something else`] : []),
    ...(before['media-types'].join() === after['media-types'].join() ? [] : ['its media types are others']),
    ...((before.sampled ?? false) === (after.sampled ?? false) ? [] : [after.sampled === true ? 'it states a sample' : 'it states no sample any more']),
  ]
  return says.length === 0 ? ['it is worded otherwise'] : says
}
