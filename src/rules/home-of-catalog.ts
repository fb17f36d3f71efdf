import { whole, type Doc } from '../model/doc.js'
import type { Library } from '../model/library.js'
import type { Catalog } from '../schema/types.js'
import type { At } from './rule.js'

/** The reader's own `catalog.yaml`, where there is one. */
export const ownCatalogDoc = ({ docs }: Library): Doc<Catalog> | undefined => docs.catalogs.findLast(({ builtin }) => !builtin)

/** Whether the reader's own layer is not used any more: that is told once, and not again of everything in it. */
export const isOwnLayerGone = ({ previous, library }: { readonly previous: Library; readonly library: Library }): boolean =>
  (previous.config.catalog ?? []).includes('.') && !(library.config.catalog ?? []).includes('.')

/** Where something is told that is not there any more: at a key of the reader's own `catalog.yaml`, otherwise at the catalog layers of `muster.yaml`. */
export function homeOfCatalog(library: Library, key: 'version' | 'characteristics' | 'risk'): At {
  const own = ownCatalogDoc(library)
  if (own) return { part: whole(own), below: [key], of: 'key' }
  if (library.configDoc) return { part: whole(library.configDoc), below: ['catalog'], of: 'key' }
  throw new Error('a library that is compared has a configuration')
}
