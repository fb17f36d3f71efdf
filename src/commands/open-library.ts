import type { Host } from '../host/host.js'
import type { Doc } from '../model/doc.js'
import type { Library } from '../model/library.js'
import { linkLibrary } from '../read/link-library.js'
import { builtinDocs, kindOfLibraryFile, saysOfFramework, sortLibraryDocs } from '../read/library-files.js'
import { readFile } from '../read/read-file.js'
import type { CivilDate, Config, Tailoring } from '../schema/types.js'
import type { Checked } from '../source/checked.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileText } from '../source/file-text.js'
import { isIgnored } from './is-ignored.js'

/** The library of a governance repository as read, before any rule looks at it. */
export type OpenedLibrary = {
  readonly library: Library
  /** What could not be read. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whether there is no configuration at all. */
  readonly missing: boolean
}

/** How much of a library is read: all, or what assessing needs and no framework. */
export type LibraryPart = 'all' | 'catalog'

export type LibraryOptions = {
  /** Name of the configuration in the folder. */
  readonly name: string
  /** The day on which tailoring is to hold. */
  readonly asOf: CivilDate
  /** Documents that were read before: a file with the same text is not read again. */
  readonly known?: readonly Doc<unknown>[]
  /** Default `all`. */
  readonly part?: LibraryPart
}

const TAILORING = 'tailoring.yaml'

/** Opens the library of a folder: configuration, tailoring, catalog layers. */
export async function openLibrary(host: Host, root: string, { name, asOf, known = [], part = 'all' }: LibraryOptions): Promise<OpenedLibrary> {
  const texts = await host.readTexts(root, [name, TAILORING])
  const text = texts.get(name) ?? { refused: 'absent' as const }
  const config = readFile(name, text, 'config')
  const { docs, diagnostics } = await readLayers(host, root, config.value?.data ?? { title: '' }, known, part)
  const tailoring = readTailoring(texts.get(TAILORING))
  return {
    library: linkLibrary(config.value?.data ?? { title: '' }, sortLibraryDocs(docs), { ...(config.value && { config: config.value }), ...(tailoring.value && { tailoring: tailoring.value }), asOf }),
    diagnostics: [...config.diagnostics, ...tailoring.diagnostics, ...diagnostics],
    missing: 'refused' in text && text.refused === 'absent',
  }
}

const readTailoring = (text: FileText | undefined): Checked<Doc<Tailoring>> =>
  text === undefined || ('refused' in text && text.refused === 'absent') ? { diagnostics: [] } : readFile(TAILORING, text, 'tailoring')

async function readLayers(host: Host, root: string, config: Config, known: readonly Doc<unknown>[], part: LibraryPart): Promise<{ readonly docs: readonly Doc<unknown>[]; readonly diagnostics: readonly Diagnostic[] }> {
  const layers = config.catalog ?? ['builtin']
  const knownBuiltin = known.filter(({ builtin }) => builtin)
  const docs = !layers.includes('builtin') ? [] : knownBuiltin.length > 0 ? knownBuiltin : [...builtinDocs(await host.builtinLibrary(), part)]
  const byFile = new Map(known.map((doc) => [doc.file, doc]))
  const own = layers.includes('.')
  // What an organization says of frameworks stands on its side, whichever layer they come from.
  const isRead = (file: string): boolean => { const kind = kindOfLibraryFile(file); return kind !== undefined && (own || saysOfFramework(kind)) && !isIgnored(config, file) }
  const folders = [...(own ? ['controls'] : []), ...(part === 'all' ? ['frameworks', 'adoption'] : [])]
  const diagnostics: Diagnostic[] = []
  for (const folder of folders) {
    const files = ((await host.list(`${root}/${folder}`, 1)) ?? []).map((file) => `${folder}/${file}`)
    const texts = await host.readTexts(root, files.filter(isRead))
    for (const [file, text] of texts) {
      const kind = kindOfLibraryFile(file)
      if (kind === undefined) continue
      const same = byFile.get(file)
      const checked = same && 'text' in text && same.source.text === text.text ? { value: same, diagnostics: [] } : readFile(file, text, kind)
      if (checked.value) docs.push(checked.value)
      diagnostics.push(...checked.diagnostics)
    }
  }
  return { docs, diagnostics }
}

