import type { Doc, Kind } from '../model/doc.js'
import type { LibraryDocs } from '../model/library.js'
import type { Adoption, Catalog, Control, EditionFrom, EvidenceType, Framework, Mapping, MappingReviews, OfficialText, PublishedCrosswalk } from '../schema/types.js'
import { builtinSource } from '../source/source.js'

/** One file of the built-in library in its compiled form. */
export type BuiltinFile = { readonly kind: Kind; readonly file: string; readonly data: unknown }

/** The kind of a file of a catalog layer by its path, or undefined for a file that is none of ours. */
export function kindOfLibraryFile(file: string): LibraryFileKind | undefined {
  const [folder, second = '', third, ...rest] = file.split('/')
  if (!file.endsWith('.yaml') || rest.length > 0) return undefined
  if (folder === 'adoption') return third === undefined ? 'adoption' : undefined
  if (folder === 'frameworks') return third === undefined ? undefined : kindOfFrameworkFile(third)
  if (folder !== 'controls') return undefined
  if (third === undefined) return second === 'catalog.yaml' ? 'catalog' : undefined
  if (second === 'evidence-types') return 'evidence-type'
  return third.endsWith('.examples.yaml') ? 'examples' : 'control'
}

type LibraryFileKind = 'catalog' | 'control' | 'examples' | 'evidence-type' | 'framework' | 'mapping' | 'edition-from' | 'published-crosswalk' | 'mapping-reviews' | 'official-text' | 'adoption'

function kindOfFrameworkFile(name: string): LibraryFileKind | undefined {
  if (name === 'framework.yaml') return 'framework'
  if (name === 'mapping.yaml') return 'mapping'
  if (name === 'mapping-reviews.yaml') return 'mapping-reviews'
  if (name === 'official-text.yaml') return 'official-text'
  return (['edition-from', 'published-crosswalk'] as const).find((kind) => name.startsWith(`${kind}-`))
}

/** Whether a file of that kind says what an organization found, decided or holds of a framework, and is no part of a catalog layer. */
export const saysOfFramework = (kind: LibraryFileKind): boolean => kind === 'adoption' || kind === 'mapping-reviews' || kind === 'official-text'

/** What stands between the catalog and the frameworks in the compiled built-in library: JSON on one line has no line feed. */
export const AFTER_CATALOG = ',\n'

/** The compiled built-in library as documents: all of it, or the catalog alone. */
export function builtinDocs(json: string, part: 'all' | 'catalog' = 'all'): readonly Doc<unknown>[] {
  const end = part === 'all' ? -1 : json.indexOf(AFTER_CATALOG)
  const files = JSON.parse(end < 0 ? json : `${json.slice(0, end)}]`) as readonly BuiltinFile[] // written by compileLibrary
  return files.map(({ kind, file, data }) => ({ kind, file: `builtin:${file}`, source: builtinSource(`builtin:${file}`, data), data, builtin: true }))
}

/** Documents of catalog layers, sorted by their kind. */
export function sortLibraryDocs(docs: readonly Doc<unknown>[]): LibraryDocs {
  const of = <T>(kind: Kind): readonly Doc<T>[] => docs.filter((doc) => doc.kind === kind) as readonly Doc<T>[] // a document of a kind has that kind's shape
  return {
    catalogs: of<Catalog>('catalog'),
    controls: of<Control>('control'),
    evidenceTypes: of<EvidenceType>('evidence-type'),
    frameworks: of<Framework>('framework'),
    mappings: of<Mapping>('mapping'),
    editions: of<EditionFrom>('edition-from'),
    officialTexts: of<OfficialText>('official-text'),
    mappingReviews: of<MappingReviews>('mapping-reviews'),
    publishedCrosswalks: of<PublishedCrosswalk>('published-crosswalk'),
    adoptions: of<Adoption>('adoption'),
  }
}
