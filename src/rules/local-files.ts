import { locateAll, type Doc, type Located } from '../model/doc.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { EditionChange, EditionFrom, Mapping, MappingReviews, MappingRow, PublishedCrosswalk } from '../schema/types.js'
import { kindFault } from './kind-fault.js'

/** The documents whose author is the reader: a file that came with muster is never the place of a diagnostic. */
export const localOnes = <T>(docs: readonly Doc<T>[]): readonly Doc<T>[] => docs.filter((doc) => !doc.builtin)

/** A local mapping of a known framework, with its rows. */
export type LocalMapping = { readonly doc: Doc<Mapping>; readonly framework: FrameworkEntry; readonly rows: readonly Located<MappingRow>[] }

/** The local mappings of known frameworks. Where a framework is not of the kind that it says, that is told first. */
export const localMappings = ({ docs, frameworks }: Library): readonly LocalMapping[] =>
  localOnes(docs.mappings).flatMap((doc) => {
    const framework = frameworks.get(doc.data.framework)
    return framework && kindFault(framework.framework, { frameworks }) === undefined ? [{ doc, framework, rows: locateAll(doc, 'maps', doc.data.maps) }] : []
  })

/** A local file about where the elements of a known edition went in a known newer one. */
export type LocalEdition = { readonly doc: Doc<EditionFrom>; readonly older: FrameworkEntry; readonly newer: FrameworkEntry; readonly changes: readonly Located<EditionChange>[] }

/** The local files about editions of known frameworks. Where a framework is not of the kind that it says, that is told first. */
export const localEditions = ({ docs, frameworks }: Library): readonly LocalEdition[] =>
  localOnes(docs.editions).flatMap((doc) => {
    const [older, newer] = [frameworks.get(doc.data.from), frameworks.get(doc.data.framework)]
    if (older === undefined || newer === undefined || [older, newer].some((entry) => kindFault(entry.framework, { frameworks }))) return []
    return [{ doc, older, newer, changes: locateAll(doc, 'elements', doc.data.elements) }]
  })

/** A local file about what others published on two known frameworks. */
export type LocalCrosswalk = { readonly doc: Doc<PublishedCrosswalk>; readonly from: FrameworkEntry; readonly to: FrameworkEntry }

/** The local files about what others published on two known frameworks. */
export const localCrosswalks = ({ docs, frameworks }: Library): readonly LocalCrosswalk[] =>
  localOnes(docs.publishedCrosswalks).flatMap((doc) => {
    const [from, to] = [frameworks.get(doc.data.from), frameworks.get(doc.data.to)]
    return from === undefined || to === undefined || [from, to].some((entry) => kindFault(entry.framework, { frameworks })) ? [] : [{ doc, from, to }]
  })

/** The local readings of mappings of known frameworks. */
export const localMappingReviews = ({ docs, frameworks }: Library): readonly { readonly doc: Doc<MappingReviews>; readonly framework: FrameworkEntry }[] =>
  localOnes(docs.mappingReviews).flatMap((doc) => {
    const framework = frameworks.get(doc.data.framework)
    return framework && kindFault(framework.framework, { frameworks }) === undefined ? [{ doc, framework }] : []
  })
