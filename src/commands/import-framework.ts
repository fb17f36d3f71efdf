import type { Imported } from '../collect/imported.js'
import type { Host } from '../host/host.js'
import { sha256 } from '../model/digest.js'
import type { FrameworkEntry } from '../model/library.js'
import { readFile } from '../read/read-file.js'
import { neutralise } from '../source/control-characters.js'
import { MAX_FILE_BYTES } from '../source/file-text.js'
import { counted } from '../source/list-in-words.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { once, writeProduct } from './formats.js'
import { stopAtLibrary } from './gap.js'
import { ownFramework, textsFor, type Described } from './imported-elements.js'
import { absolutePath, folderOf, workspaceFor, type GlobalOptions } from './options.js'
import { paragraph } from './paragraph.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type ImportOptions = GlobalOptions & Described & { readonly framework?: string }

/** Forms that can be imported. */
export type ImportForm = 'oscal-catalog' | 'csv'

// Catalogs of other publishers are larger than what people write by hand.
const MAX_IMPORT_BYTES = 32 * 1024 * 1024
const MAX_TOLD = 20

/** `muster import oscal-catalog|csv <file> --framework <id>`: the official text of a framework that the library has, or a framework of one's own. Never overwrites. */
export async function importFramework(host: Host, form: ImportForm, file: string, options: ImportOptions): Promise<ExitCode> {
  const { framework: id } = options
  if (id === undefined) throw new UsageError('It is not said which framework the file is.', 'Add `--framework <id>`: one of `muster list frameworks` to add its official text, or an id of its own, with the edition in it.')
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id) || id.length > 80) throw new UsageError(`\`${id}\` cannot be the id of a framework.`, 'Write lower-case letters, digits, dots and hyphens, as in `iso-42001-2023`.')
  const text = await textOf(host, absolutePath(folderOf(host, options), file))
  const imported = await read(form, text)
  if ('problems' in imported) return tellProblems(host, file, imported.problems)
  const workspace = await workspaceFor(host, options, [])
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const source = { file: file.split('/').at(-1) ?? file, sha256: sha256(text), imported: host.today() }
  const known = workspace.library.frameworks.get(id)
  return known ? addText(host, workspace, known, imported, source, options) : addFramework(host, workspace, id, imported, source, file, options)
}

type Read = Exclude<Imported, { readonly problems: unknown }>
type Source = { readonly file: string; readonly sha256: string; readonly imported: string }

async function textOf(host: Host, path: string): Promise<string> {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')) || '/', path.slice(path.lastIndexOf('/') + 1)]
  const text = (await host.readTexts(folder, [name], MAX_IMPORT_BYTES)).get(name) ?? { refused: 'absent' as const }
  if ('text' in text) return text.text
  const why = { 'absent': 'is not there', 'too-large': `is larger than ${MAX_IMPORT_BYTES / 1024 / 1024} MiB`, 'not-utf8': 'is not text in UTF-8', 'outside': 'is a link that leads out of its folder', 'unreadable': 'cannot be read' } as const
  throw new UsageError(`${path} ${why[text.refused]}.`, text.refused === 'not-utf8' ? 'Save it as UTF-8.' : 'Check the path.')
}

async function read(form: ImportForm, text: string): Promise<Imported> {
  return form === 'csv' ? (await import('../collect/read-csv-entries.js')).readCsvEntries(text) : (await import('../collect/read-oscal-catalog.js')).readOscalCatalog(text)
}

async function tellProblems(host: Host, file: string, problems: readonly { readonly at: string; readonly message: string }[]): Promise<ExitCode> {
  const lines = problems.slice(0, MAX_TOLD).map((problem) => `${file}:${problem.at}: ${neutralise(problem.message)}`)
  const more = problems.length - lines.length
  await host.err.write(`${[...lines, ...(more > 0 ? [`and ${counted(more, 'more problem')} of this sort`] : [])].join('\n')}\nNothing was written.\n`)
  return EXIT.wrongInput
}

async function addText(host: Host, { root }: Workspace, framework: FrameworkEntry, { entries, title, version }: Read, source: Source, options: ImportOptions): Promise<ExitCode> {
  const { elements, unknown, withdrawn, without } = textsFor(framework, entries)
  if (elements.length === 0) throw new UsageError(`None of the entries of the file (${entries.length}) is an element of ${framework.id} with a text.`, 'Check `--framework`, and that the ids are those of this edition.')
  const { officialTextYaml } = await import('../scaffold/framework-yaml.js')
  const named = [title, version].filter((part) => part !== undefined).join(', ')
  const yaml = officialTextYaml({ framework: framework.id, source: { ...source, ...(named !== '' && { title: named }), ...(options.licence !== undefined && { licence: options.licence }) }, elements })
  const path = `frameworks/${framework.id}/official-text.yaml`
  await writeNew(host, root, path, yaml, 'official-text')
  const leaves = [...framework.elements.values()].filter((element) => !element.heading)
  const quoted = new Set(elements.map((element) => element.element))
  await host.out.write(`${path}\n${[
    `${counted(elements.length, 'element')} of ${framework.id} ${elements.length === 1 ? 'has its' : 'have their'} official text now; ${leaves.filter((leaf) => !quoted.has(leaf.id)).length} of ${leaves.length} without headings have none.`,
    ...(without.length > 0 ? [`In the file without a text: ${some(without)}.`] : []),
    ...(withdrawn.length > 0 ? [`Left out, because the file marks them as withdrawn: ${some(withdrawn)}.`] : []),
    ...(unknown.length > 0 ? [`Left out, because ${framework.id} has no such element: ${some(unknown)}. The file does not mark them; where a catalog keeps what an earlier edition had, these are withdrawn entries.`] : []),
    'The text is the publisher’s, and its licence is yours to keep: look before you commit this file or pass it on.',
  ].map((line) => paragraph(line, '  ')).join('\n')}\n`)
  return EXIT.done
}

async function addFramework(host: Host, { root, library }: Workspace, id: string, imported: Read, source: Source, file: string, options: ImportOptions): Promise<ExitCode> {
  const made = ownFramework(id, imported, source, options, library)
  if ('problems' in made) return tellProblems(host, file, made.problems)
  const { frameworkYaml } = await import('../scaffold/framework-yaml.js')
  const path = `frameworks/${id}/framework.yaml`
  await writeNew(host, root, path, frameworkYaml(made.framework), 'framework')
  const layers = library.config.catalog ?? ['builtin']
  await host.out.write(`${path}\n${[
    `${Object.entries(made.framework.counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}.`,
    ...(made.withdrawn.length > 0 ? [`Left out, because the file marks them as withdrawn: ${some(made.withdrawn)}.`] : []),
    ...(made.near ? [`${made.near.shared} of the entries are those of ${made.near.id}, which has no ${some(made.near.others)}. If the file is meant to be that edition, these may be entries of an earlier one that it does not mark as withdrawn; \`--framework ${made.near.id}\` adds its text and leaves them out.`] : []),
    ...(made.framework.text === 'official' ? ['The text is the publisher’s, and its licence is yours to keep: look before you commit this file or pass it on.'] : []),
    ...(layers.includes('.') ? [] : ['Add `.` to `catalog` in muster.yaml, so that it is read.']),
    `Map your controls to it in frameworks/${id}/mapping.yaml.`,
  ].map((line) => paragraph(line, '  ')).join('\n')}\n`)
  return EXIT.done
}

const some = (ids: readonly string[]): string => neutralise(ids.length > 12 ? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more (${ids.length})` : ids.join(', '))

async function writeNew(host: Host, root: string, path: string, text: string, kind: 'framework' | 'official-text'): Promise<void> {
  const there = (await host.readTexts(root, [path])).get(path)
  if (there !== undefined && !('refused' in there && there.refused === 'absent')) throw new UsageError(`${path} is there already, and nothing is overwritten.`, 'Remove or rename it first.')
  if (text.length > MAX_FILE_BYTES) throw new UsageError(`${path} would be larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB, the most that muster reads of one file.`, 'Import fewer entries.')
  const { diagnostics } = readFile(path, { text }, kind)
  if (diagnostics[0]) throw new UsageError(`What the file holds cannot stand in ${path}: ${diagnostics[0].message}`, diagnostics[0].hint ?? 'Mend the file.')
  await writeProduct(host, `${root}/${path}`, once(text))
}

