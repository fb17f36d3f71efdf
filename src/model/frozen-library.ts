import type { FrozenFile, FrozenLibrary } from '../schema/types.js'
import { canonicalJson } from './digest.js'
import type { Doc } from './doc.js'
import type { Library } from './library.js'

const VERSION = '1.0.0'
const BUILTIN = 'builtin:'

/** The library of a quarter: every file of every layer as read, and each control that tailoring changed as it was asked. */
export function freezeLibrary({ docs, controls, catalog }: Library): FrozenLibrary {
  const entries = new Map([...controls.values()].map((entry) => [entry.doc as Doc<unknown>, entry]))
  // Official texts, reviews of mappings and published crosswalks are left out: no finding and no coverage rests on them.
  const all: readonly Doc<unknown>[] = [...docs.catalogs, ...docs.controls, ...docs.evidenceTypes, ...docs.frameworks, ...docs.mappings, ...docs.editions, ...docs.adoptions]
  const files = all.map((doc): FrozenFile => {
    const entry = entries.get(doc)
    return {
      layer: doc.builtin ? 'builtin' : '.', kind: doc.kind as FrozenFile['kind'], file: doc.builtin ? doc.file.slice(BUILTIN.length) : doc.file, // a library has no other kinds
      data: doc.data as FrozenFile['data'], // every file is a mapping
      ...(entry && entry.control !== doc.data && { 'as-tailored': entry.control as unknown as FrozenFile['data'] }), // a control is a mapping
      ...(entry && 'leftOut' in entry && { 'left-out': true as const }),
    }
  })
  return { 'schema-version': VERSION, 'catalog': { id: catalog.id, version: catalog.version }, files }
}

/** The text of a frozen library: the same library gives the same bytes. */
export const libraryText = (library: FrozenLibrary): string =>
  `{\n"schema-version":${canonicalJson(library['schema-version'])},\n"catalog":${canonicalJson(library.catalog)},\n"files":[\n${library.files.map(canonicalJson).join(',\n')}\n]\n}\n`

/** The built-in layer of a frozen library, as the built-in library of a tool is kept. */
export const builtinOf = ({ files }: FrozenLibrary): string =>
  JSON.stringify(files.filter(({ layer }) => layer === 'builtin').map(({ kind, file, data }) => ({ kind, file, data })))

/** A file in which two libraries differ. */
export type LibraryDifference = { readonly file: FrozenFile; readonly difference: 'changed' | 'only-frozen' | 'only-now' }

/** The files in which a library differs from the frozen one, by layer and path. */
export function differingFiles(frozen: FrozenLibrary, now: FrozenLibrary): readonly LibraryDifference[] {
  const byName = (library: FrozenLibrary): Map<string, FrozenFile> => new Map(library.files.map((file) => [`${file.layer} ${file.file}`, file]))
  const [then, today] = [byName(frozen), byName(now)]
  const left = [...then].flatMap(([name, file]): LibraryDifference[] => {
    const other = today.get(name)
    if (other === undefined) return [{ file, difference: 'only-frozen' }]
    return canonicalJson(other) === canonicalJson(file) ? [] : [{ file, difference: 'changed' }]
  })
  return [...left, ...[...today].flatMap(([name, file]): LibraryDifference[] => (then.has(name) ? [] : [{ file, difference: 'only-now' }]))]
}
