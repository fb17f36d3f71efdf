import { locateAll, whole, type Located } from '../model/doc.js'
import type { FrameworkElement, FrameworkEntry, Library } from '../model/library.js'
import type { Path } from '../source/place.js'
import { kindFault } from './kind-fault.js'
import { localCrosswalks, localEditions, localMappingReviews, localMappings, localOnes } from './local-files.js'

/** An element of a framework as a file names it, and what the framework has. */
export type ElementNamed = {
  readonly id: string
  readonly part: Located<unknown>
  readonly below: Path
  readonly of?: 'key'
  readonly framework: FrameworkEntry
  readonly element: FrameworkElement | undefined
}

/** Every element that a local mapping names. */
export function* elementsMapped(library: Library): Iterable<ElementNamed> {
  for (const { doc, framework, rows } of localMappings(library)) {
    const named = (id: string, part: Located<unknown>, ...below: Path): ElementNamed => ({ id, part, below, framework, element: framework.elements.get(id) })
    for (const row of rows) yield named(row.data.element, row, 'element')
    for (const entry of locateAll(doc, 'outside-catalog', doc.data['outside-catalog'])) yield named(entry.data.element, entry, 'element')
    for (const [index, id] of (doc.data['as-profiled'] ?? []).entries()) yield named(id, whole(doc), 'as-profiled', index)
  }
}

/** Every element that a local reading of a mapping names. */
export function* elementsReviewed(library: Library): Iterable<ElementNamed> {
  for (const { doc, framework } of localMappingReviews(library))
    for (const part of locateAll(doc, 'reviews', doc.data.reviews)) yield { id: part.data.element, part, below: ['element'], framework, element: framework.elements.get(part.data.element) }
}

/** Every element of which official text was added. */
export function* elementsQuoted({ docs, frameworks }: Library): Iterable<ElementNamed> {
  for (const doc of localOnes(docs.officialTexts)) {
    const framework = frameworks.get(doc.data.framework)
    if (framework === undefined) continue
    for (const part of locateAll(doc, 'elements', doc.data.elements)) yield { id: part.data.element, part, below: ['element'], framework, element: framework.elements.get(part.data.element) }
  }
}

/** Every element that a local framework or adoption names. */
export function* elementsReferred({ docs, frameworks }: Library): Iterable<ElementNamed> {
  for (const doc of localOnes(docs.frameworks)) {
    if (kindFault(doc.data, { frameworks })) continue
    const framework = frameworks.get(doc.data.id)
    const base = frameworks.get(doc.data.profiles ?? '')
    for (const part of locateAll(doc, 'elements', doc.data.elements))
      if (part.data.parent !== undefined && framework) yield { id: part.data.parent, part, below: ['parent'], framework, element: framework.elements.get(part.data.parent) }
    for (const part of [...locateAll(doc, 'considerations', doc.data.considerations), ...locateAll(doc, 'entries', doc.data.entries)])
      if (base) yield { id: part.data.element, part, below: ['element'], framework: base, element: base.elements.get(part.data.element) }
  }
  for (const doc of localOnes(docs.adoptions)) {
    const framework = frameworks.get(doc.data.framework)
    for (const id of Object.keys(doc.data.elements ?? {}))
      if (framework) yield { id, part: whole(doc), below: ['elements', id], of: 'key', framework, element: framework.elements.get(id) }
  }
}

/** Every element that a local file about an edition names: those of the older one and their successors. */
export function* elementsChanged(library: Library): Iterable<ElementNamed> {
  for (const { older, newer, changes } of localEditions(library))
    for (const part of changes) {
      const { element, to } = part.data
      yield { id: element, part, below: ['element'], framework: older, element: older.elements.get(element) }
      for (const [index, successor] of (to ?? []).entries()) yield { id: successor.element, part, below: ['to', index, 'element'], framework: newer, element: newer.elements.get(successor.element) }
    }
}

/** Every element that a local file about what others published names, headings included. */
export function* elementsPublished(library: Library): Iterable<ElementNamed> {
  for (const { doc, from, to } of localCrosswalks(library))
    for (const key of ['pairs', 'disagreements'] as const)
      for (const part of locateAll<{ readonly from: string; readonly to: string }>(doc, key, doc.data[key])) {
        yield { id: part.data.from, part, below: ['from'], framework: from, element: from.elements.get(part.data.from) }
        yield { id: part.data.to, part, below: ['to'], framework: to, element: to.elements.get(part.data.to) }
      }
}
