import type { Catalog, Control, EvidenceType } from '../schema/types.js'
import { controlDifferences } from './control-differences.js'
import type { Difference } from './difference.js'
import { canonicalJson } from './digest.js'
import type { Doc } from './doc.js'
import { frameworkChanges, type FrameworkChange } from './framework-changes.js'
import { keyedChanges, type KeyedChanges } from './keyed-changes.js'
import type { Library } from './library.js'
import type { TailoredChange } from './tailoring.js'
import { isFarEnough, largestStep, stepOn, type Step } from './version-step.js'

/** What became of a control. `taken-up`: a draft that is asked now. `set-aside`: it is a draft again. */
export type ControlFate = 'added' | 'taken-up' | 'changed' | 'deprecated' | 'withdrawn' | 'set-aside' | 'revived' | 'removed'

/** A control that differs between two catalogs, by its files: what tailoring makes of it is told apart. */
export type ControlChange = {
  readonly id: string
  readonly fate: ControlFate
  readonly before?: Doc<Control>
  readonly after?: Doc<Control>
  readonly differences: readonly Difference[]
  /** The step that its version needs, and the version that it then has; absent where nobody is asked for it, or its version went far enough. */
  readonly due?: { readonly step: Step; readonly version: string }
}

/** An entry of a list in `catalog.yaml`. */
export type Named = { readonly id: string; readonly title: string }

/** What differs between an earlier library and this one. */
export type LibraryChanges = {
  readonly controls: readonly ControlChange[]
  readonly evidenceTypes: KeyedChanges<Doc<EvidenceType>>
  readonly characteristics: KeyedChanges<Named>
  readonly groups: KeyedChanges<Named>
  readonly riskFactors: KeyedChanges<NonNullable<Catalog['risk']>['factors'][number]>
  /** Which tables of the catalog say something else: how a tier comes about, how urgent a gap is, how long an exception lasts. */
  readonly tables: readonly ('risk' | 'gaps' | 'exceptions')[]
  readonly frameworks: readonly FrameworkChange[]
  readonly tailoring: KeyedChanges<TailoredChange>
}

/** Compares two libraries. `uncompared`: files that could not be read then, of which nothing is said. */
export function libraryChanges(before: Library, after: Library, uncompared: ReadonlySet<string> = new Set()): LibraryChanges {
  const isCompared = (file: string): boolean => !uncompared.has(file)
  const only = <T>(docs: readonly Doc<T>[]): readonly Doc<T>[] => docs.filter(({ file }) => isCompared(file))
  const types = [before, after].map(({ docs }) => only(docs.evidenceTypes)) as [readonly Doc<EvidenceType>[], readonly Doc<EvidenceType>[]] // two of two
  const tables = (['risk', 'gaps', 'exceptions'] as const).filter((table) => canonicalJson(before.catalog[table]) !== canonicalJson(after.catalog[table]))
  return {
    controls: controlChanges(only(before.docs.controls), only(after.docs.controls)),
    evidenceTypes: keyedChanges(types[0], types[1], ({ data }) => data.id, ({ data }) => data),
    characteristics: keyedChanges(before.catalog.characteristics ?? [], after.catalog.characteristics ?? [], ({ id }) => id),
    groups: keyedChanges(before.catalog.groups ?? [], after.catalog.groups ?? [], ({ id }) => id),
    riskFactors: keyedChanges(before.catalog.risk?.factors ?? [], after.catalog.risk?.factors ?? [], ({ id }) => id),
    tables,
    frameworks: frameworkChanges(before, after, isCompared),
    tailoring: keyedChanges(before.tailoring, after.tailoring, ({ kind, control, of }) => [kind, control, of].join(' '), ({ part: _part, ...change }) => change),
  }
}

/** Whether nothing at all differs. */
export function isUnchanged({ controls, frameworks, tables, ...lists }: LibraryChanges): boolean {
  return controls.length + frameworks.length + tables.length === 0 && Object.values(lists).every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0)
}

function controlChanges(before: readonly Doc<Control>[], after: readonly Doc<Control>[]): readonly ControlChange[] {
  const { added, removed, changed } = keyedChanges(before, after, ({ data }) => data.id, ({ data }) => data)
  return [
    ...added.map((doc): ControlChange => ({ id: doc.data.id, fate: 'added', after: doc, differences: [] })),
    ...changed.map((pair) => controlChange(pair.before, pair.after)),
    ...removed.map((doc): ControlChange => ({ id: doc.data.id, fate: 'removed', before: doc, differences: [] })),
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function controlChange(before: Doc<Control>, after: Doc<Control>): ControlChange {
  const [then, now] = [before.data, after.data]
  const differences = controlDifferences(then, now)
  const fate = fateOf(then.status, now.status)
  const step = largestStep(differences.map(({ needs }) => needs))
  const proposed = largestStep(differences.map(({ proposes }) => proposes))
  const isDue = fate !== 'set-aside' && step !== undefined && proposed !== undefined && isAsked(then) && !isFarEnough(then.version, now.version, step)
  return { id: now.id, fate, before, after, differences, ...(isDue && { due: { step, version: stepOn(then.version, proposed) } }) }
}

/** Whether somebody can be asked for a control. */
export const isAsked = ({ status }: Control): boolean => status === 'active' || status === 'deprecated'

function fateOf(then: Control['status'], now: Control['status']): ControlFate {
  if (then === now) return 'changed'
  if (then === 'withdrawn') return 'revived'
  if (now === 'withdrawn') return 'withdrawn'
  if (then === 'draft') return 'taken-up'
  if (now === 'draft') return 'set-aside'
  return now === 'deprecated' ? 'deprecated' : 'changed'
}
