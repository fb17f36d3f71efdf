// Run by the build: reads controls/ and frameworks/ of this repository and writes them as one JSON, so that no run parses the built-in catalog.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { KindTypes } from '../schema/validate.js'
import { AFTER_CATALOG, kindOfLibraryFile, type BuiltinFile } from './library-files.js'
import { readFile } from './read-file.js'

/** The built-in library as JSON text: the catalog, a line feed, then the frameworks. Throws, naming every diagnostic, when a file of it is wrong. */
export function compileLibrary(root: string): string {
  const files: BuiltinFile[] = []
  const wrong: string[] = []
  for (const folder of ['controls', 'frameworks'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`
      const kind: keyof KindTypes | undefined = kindOfLibraryFile(file)
      if (kind === undefined || kind === 'examples') continue
      const { value, diagnostics } = readFile(file, { text: readFileSync(join(root, file), 'utf8') }, kind)
      if (value) files.push({ kind, file, data: value.data })
      wrong.push(...diagnostics.map((d) => `${file}:${d.place.range.start.line}: ${d.message} ${d.hint ?? ''}`))
    }
  if (wrong.length > 0) throw new Error(`The built-in library is wrong.\n${wrong.join('\n')}`)
  const isCatalog = ({ file }: BuiltinFile): boolean => file.startsWith('controls/')
  const listed = (part: readonly BuiltinFile[]): string => part.map((file) => JSON.stringify(file)).join(',')
  return `[${listed(files.filter(isCatalog))}${AFTER_CATALOG}${listed(files.filter((file) => !isCatalog(file)))}]`
}
