import { locateAll, type Doc, type Located } from '../model/doc.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { Mapping, MappingRow } from '../schema/types.js'
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
