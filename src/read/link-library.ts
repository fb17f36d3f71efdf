import type { Doc } from '../model/doc.js'
import { locateAll } from '../model/doc.js'
import { controlsInForce, loosenedControls, type ControlEntry, type FrameworkElement, type FrameworkEntry, type Library, type LibraryDocs, type MappedRow } from '../model/library.js'
import { peopleOf } from '../model/people.js'
import { linkMappingReviews } from './link-mapping-reviews.js'
import { deriveEdition, type Successor } from '../model/derive-edition.js'
import type { Catalog, CivilDate, Config, EditionFrom, Framework, Mapping, Tailoring } from '../schema/types.js'
import { tailorControls } from './tailor-controls.js'

const EMPTY_CATALOG: Catalog = { id: 'none', title: 'No catalog', version: '0.0.0' }

/** The two files beside each other at the root, and the day on which tailoring is to hold. */
export type RootDocs = { readonly config?: Doc<Config>; readonly tailoring?: Doc<Tailoring>; readonly asOf?: CivilDate }

/** Links the files of all catalog layers by id, and tailors the built-in controls. What does not resolve is left out here and reported by rules. */
export function linkLibrary(config: Config, docs: LibraryDocs, { config: configDoc, tailoring: tailoringDoc, asOf = '9999-12-31' }: RootDocs = {}): Library {
  const untailored = firstById(docs.controls.map((doc): ControlEntry => ({ control: doc.data, doc, group: groupOf(doc.file) })), (entry) => entry.control.id)
  const people = peopleOf(config)
  const catalog = docs.catalogs.map((doc) => doc.data).reduce(mergeCatalogs, EMPTY_CATALOG)
  const { controls, changes } = tailoringDoc ? tailorControls(untailored, tailoringDoc, catalog, asOf) : { controls: untailored, changes: [] }
  return {
    config,
    ...(configDoc && { configDoc }),
    ...(tailoringDoc && { tailoringDoc }),
    tailoring: changes,
    people,
    docs,
    catalog,
    characteristics: new Map((catalog.characteristics ?? []).map((characteristic) => [characteristic.id, characteristic])),
    controls,
    evidenceTypes: new Map([...docs.evidenceTypes].reverse().map((doc) => [doc.data.id, doc.data])),
    frameworks: linkMappingReviews(linkFrameworks(docs, { inForce: controlsInForce(controls), loosened: loosenedControls(controls) }), { docs, controls, people }),
    adoptions: new Map(docs.adoptions.map((doc) => [doc.data.framework, doc])),
  }
}

/** The group of a control: the folder of its file. */
export const groupOf = (file: string): string => file.split('/').at(-2) ?? ''

function firstById<T>(entries: readonly T[], idOf: (entry: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const entry of entries) if (!map.has(idOf(entry))) map.set(idOf(entry), entry)
  return map
}

// A later layer names the catalog and its tables; groups and characteristics add up.
function mergeCatalogs(before: Catalog, layer: Catalog): Catalog {
  const known = new Set((before.characteristics ?? []).map((characteristic) => characteristic.id))
  const groups = new Set((before.groups ?? []).map((group) => group.id))
  return {
    ...before,
    ...layer,
    groups: [...(before.groups ?? []), ...(layer.groups ?? []).filter((group) => !groups.has(group.id))],
    characteristics: [...(before.characteristics ?? []), ...(layer.characteristics ?? []).filter((characteristic) => !known.has(characteristic.id))],
  }
}

type Standing = Pick<FrameworkEntry, 'inForce' | 'loosened'>

function linkFrameworks(docs: LibraryDocs, controls: Standing): ReadonlyMap<string, FrameworkEntry> {
  const mappings = new Map([...docs.mappings].reverse().map((doc) => [doc.data.framework, doc]))
  const editions = firstById(docs.editions, (doc) => doc.data.from)
  const byId = firstById(docs.frameworks, (doc) => doc.data.id)
  const linked = new Map<string, FrameworkEntry>()
  const begun = new Set<string>()
  const link = (doc: Doc<Framework>): FrameworkEntry => {
    const { id, kind, profiles } = doc.data
    const known = linked.get(id)
    if (known) return known
    begun.add(id)
    const base = kind === 'profile' && profiles !== undefined && profiles !== id ? byId.get(profiles) : undefined
    const edition = editions.get(id)
    const newer = edition && byId.get(edition.data.framework)
    const entry = linkFramework({
      doc, controls, mapping: mappings.get(id), editionFrom: docs.editions.find((candidate) => candidate.data.framework === id),
      base: base?.data.kind === 'catalog' ? link(base) : undefined,
      // Editions that supersede each other in a circle are told by a rule.
      successor: edition && newer && !begun.has(newer.data.id) ? { framework: link(newer), edition } : undefined,
    })
    linked.set(id, entry)
    return entry
  }
  for (const doc of byId.values()) link(doc)
  return new Map([...byId.keys()].map((id) => [id, link(byId.get(id) as Doc<Framework>)])) // every key of byId
}

type Parts = {
  readonly doc: Doc<Framework>
  readonly controls: Standing
  readonly mapping: Doc<Mapping> | undefined
  readonly base: FrameworkEntry | undefined
  readonly editionFrom: Doc<EditionFrom> | undefined
  readonly successor: Successor | undefined
}

function linkFramework({ doc, controls, mapping, base, editionFrom, successor }: Parts): FrameworkEntry {
  const elements = doc.data.kind === 'profile' ? profileElements(doc.data, base) : catalogElements(doc.data)
  const rows = new Map<string, MappedRow[]>()
  if (mapping) for (const row of locateAll(mapping, 'maps', mapping.data.maps)) rows.set(row.data.element, [...(rows.get(row.data.element) ?? []), row])
  const outside = new Map((mapping?.data['outside-catalog'] ?? []).map((entry) => [entry.element, entry.remarks]))
  for (const id of mapping?.data['as-profiled'] ?? []) {
    const parent = elements.get(id)?.parent
    const inherited = parent === undefined ? undefined : base?.rows.get(parent)
    if (inherited) rows.set(id, [...(rows.get(id) ?? []), ...inherited])
    const why = parent === undefined ? undefined : base?.outside.get(parent)
    if (why !== undefined) outside.set(id, why)
  }
  const own = { rows, outside, derived: new Set<string>() }
  const all = successor === undefined ? own : deriveEdition(successor, own)
  return { id: doc.data.id, framework: doc.data, doc, elements, ...(mapping && { mapping }), ...all, statementReviews: new Map(), ...(editionFrom && { editionFrom }), ...(successor && { successor }), ...controls }
}

function catalogElements(framework: Framework): ReadonlyMap<string, FrameworkElement> {
  const parents = new Set((framework.elements ?? []).map((element) => element.parent))
  return new Map((framework.elements ?? []).map((element, index) => [element.id, { ...element, heading: element.heading ?? parents.has(element.id), path: ['elements', index] }]))
}

function profileElements(framework: Framework, base: FrameworkEntry | undefined): ReadonlyMap<string, FrameworkElement> {
  const areas = new Map((framework['focus-areas'] ?? []).map((area) => [area.id, area.title]))
  const general = new Map((framework.considerations ?? []).map(({ element, consideration }) => [element, consideration]))
  return new Map(
    (framework.entries ?? []).map((entry, index) => {
      const id = `${entry.element}.${entry['focus-area']}`
      const title = `${base?.elements.get(entry.element)?.title ?? entry.element} (${areas.get(entry['focus-area']) ?? entry['focus-area']})`
      const { element: parent, ...facts } = entry
      const consideration = general.get(parent)
      return [id, { ...facts, ...(consideration !== undefined && { 'general-consideration': consideration }), id, kind: 'entry', title, parent, heading: false, path: ['entries', index] }]
    }),
  )
}
