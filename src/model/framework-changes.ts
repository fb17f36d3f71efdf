import type { Element, Framework, Mapping, MappingRow, OutsideCatalog, ProfileEntry } from '../schema/types.js'
import { locateAll, type Doc, type Located } from './doc.js'
import { keyedChanges, type KeyedChanges } from './keyed-changes.js'
import type { Library } from './library.js'

/** An element or an entry of a profile, as its file states it. */
export type StatedElement = Located<Element | ProfileEntry> & { readonly id: string }

/** A row of a mapping that is otherwise: it says something else of its controls, or other controls stand in it. */
export type RowChange = { readonly before: Located<MappingRow>; readonly after: Located<MappingRow> }

/** What changed in one framework and in our mapping to it. */
export type FrameworkChange = {
  readonly id: string
  /** Absent where the framework, or its mapping, was not there then or is not now. */
  readonly before?: Doc<Framework>
  readonly after?: Doc<Framework>
  readonly elements: KeyedChanges<StatedElement>
  /** Whether its title, edition, status or source is stated otherwise. */
  readonly stated: boolean
  readonly rows: { readonly added: readonly Located<MappingRow>[]; readonly removed: readonly Located<MappingRow>[]; readonly changed: readonly RowChange[] }
  readonly outside: KeyedChanges<Located<OutsideCatalog>>
  readonly asProfiled: KeyedChanges<string>
}

/** What changed in frameworks and mappings; those in which nothing did are left out. `isCompared` says of a file whether it could be read then. */
export function frameworkChanges(before: Library, after: Library, isCompared: (file: string) => boolean): readonly FrameworkChange[] {
  const [then, now] = [before, after].map(({ docs }) => ({ frameworks: byId(docs.frameworks, ({ id }) => id), mappings: byId(docs.mappings, ({ framework }) => framework) }))
  if (then === undefined || now === undefined) return []
  return [...new Set([...now.frameworks.keys(), ...then.frameworks.keys()])].flatMap((id): FrameworkChange[] => {
    const [frameworks, mappings] = [[then.frameworks.get(id), now.frameworks.get(id)] as const, [then.mappings.get(id), now.mappings.get(id)] as const]
    if (frameworks[0] === frameworks[1] && mappings[0] === mappings[1]) return []
    if ([`frameworks/${id}/framework.yaml`, `frameworks/${id}/mapping.yaml`].some((file) => !isCompared(file))) return []
    const change = oneFramework(id, frameworks, mappings)
    return isNothing(change) ? [] : [change]
  })
}

const byId = <T>(docs: readonly Doc<T>[], idOf: (data: T) => string): ReadonlyMap<string, Doc<T>> => new Map([...docs].reverse().map((doc) => [idOf(doc.data), doc]))

type Two<T> = readonly [Doc<T> | undefined, Doc<T> | undefined]

function oneFramework(id: string, [before, after]: Two<Framework>, [then, now]: Two<Mapping>): FrameworkChange {
  const facts = ({ data: { elements: _elements, entries: _entries, counts: _counts, ...rest } }: Doc<Framework>): unknown => rest
  return {
    id, ...(before && { before }), ...(after && { after }),
    elements: keyedChanges(elementsOf(before), elementsOf(after), (element) => element.id, ({ data }) => data),
    stated: before !== undefined && after !== undefined && keyedChanges([before], [after], () => id, facts).changed.length > 0,
    rows: rowChanges(rowsOf(then), rowsOf(now)),
    outside: keyedChanges(outsideOf(then), outsideOf(now), ({ data }) => data.element, ({ data: { checked: _checked, ...said } }) => said),
    asProfiled: keyedChanges(then?.data['as-profiled'] ?? [], now?.data['as-profiled'] ?? [], (element) => element),
  }
}

const isNothing = ({ before, after, elements, stated, rows, outside, asProfiled }: FrameworkChange): boolean =>
  before !== undefined && after !== undefined && !stated && [elements, rows, outside, asProfiled].every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0)

const elementsOf = (doc: Doc<Framework> | undefined): readonly StatedElement[] => doc === undefined ? [] : [
  ...locateAll(doc, 'elements', doc.data.elements).map((part) => ({ ...part, id: part.data.id })),
  ...locateAll(doc, 'entries', doc.data.entries).map((part) => ({ ...part, id: `${part.data.element}.${part.data['focus-area']}` })),
]
const rowsOf = (doc: Doc<Mapping> | undefined): readonly Located<MappingRow>[] => (doc === undefined ? [] : locateAll(doc, 'maps', doc.data.maps))
const outsideOf = (doc: Doc<Mapping> | undefined): readonly Located<OutsideCatalog>[] => (doc === undefined ? [] : locateAll(doc, 'outside-catalog', doc.data['outside-catalog']))

const setOf = ({ data }: Located<MappingRow>): string => [data.element, ...[...data.controls].sort()].join('\n')

// A row is its element and its set of controls. Where one set went and another came that shares a control with it, the row was rewritten.
function rowChanges(before: readonly Located<MappingRow>[], after: readonly Located<MappingRow>[]): FrameworkChange['rows'] {
  const said = ({ data: { controls: _controls, on: _on, checked: _checked, ...rest } }: Located<MappingRow>): unknown => rest
  const { added, removed, changed } = keyedChanges(before, after, setOf, said)
  const left = [...removed]
  const rewritten = added.flatMap((row): RowChange[] => {
    const at = left.findIndex(({ data }) => data.element === row.data.element && data.controls.some((control) => row.data.controls.includes(control)))
    const [earlier] = at < 0 ? [] : left.splice(at, 1)
    return earlier === undefined ? [] : [{ before: earlier, after: row }]
  })
  const taken = new Set(rewritten.map((change) => change.after))
  return { added: added.filter((row) => !taken.has(row)), removed: left, changed: [...changed, ...rewritten] }
}
