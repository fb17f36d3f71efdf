import type { Host } from '../host/host.js'
import type { Doc } from '../model/doc.js'
import { wholeFile } from '../source/place.js'
import type { Library } from '../model/library.js'
import { readFile } from '../read/read-file.js'
import type { Inventory, InventoryEntry } from '../rules/rule.js'
import { rules } from '../rules/index.js'
import { runLibraryRules } from '../rules/run-rules.js'
import type { Application, CivilDate, Config } from '../schema/types.js'
import { docsOf, type Diagnostic } from '../source/diagnostic.js'
import type { FileText } from '../source/file-text.js'
import { isIgnored } from './is-ignored.js'
import { openLibrary, type LibraryPart } from './open-library.js'
import { UsageError } from './usage-error.js'

/** A governance repository as opened: its library and its inventory, and what is wrong with them. */
export type Workspace = {
  /** Absolute path of the folder of `muster.yaml`. */
  readonly root: string
  /** Path from the git root to `root`, with a closing slash; empty when they are the same or there is no git. */
  readonly prefix: string
  readonly library: Library
  readonly inventory: Inventory
  /** What is wrong with `muster.yaml`, `tailoring.yaml`, the catalog, the frameworks and the mappings. An error stops everything. */
  readonly diagnostics: readonly Diagnostic[]
  /** Folders of the inventory whose entry could not be read, or was not asked for. */
  readonly unread: ReadonlySet<string>
  /** What is wrong with inventory entries, by the name of their folder. */
  readonly entryDiagnostics: ReadonlyMap<string, readonly Diagnostic[]>
}

export type WorkspaceOptions = {
  /** Folder from which `muster.yaml` is looked for upward. */
  readonly folder: string
  /** Path of the configuration, instead of looking for it. */
  readonly config?: string
  /** Inventory entries that are asked for; the organization and what they inherit from are read too. Default all. */
  readonly only?: readonly string[]
  /** The day on which tailoring is to hold. Default today. */
  readonly asOf?: CivilDate
  /** `catalog`: without frameworks, mappings and adoptions, which decide about no finding, and without the rules about shared files. Default all. */
  readonly part?: LibraryPart
}

/** Name of the configuration, by which the folder of a governance repository is known. */
export const CONFIG = 'muster.yaml'

/** What of a workspace is the same whichever inventory entries are asked for. */
export type Opening = Pick<Workspace, 'root' | 'prefix' | 'library'> & {
  readonly part: LibraryPart
  /** What could not be read. */
  readonly broken: readonly Diagnostic[]
  /** Inventory entries as text, by the name of their folder. */
  readonly texts: ReadonlyMap<string, FileText>
}

/** Opens the governance repository that holds a folder. Throws a UsageError when there is none. */
export const openWorkspace = async (host: Host, options: WorkspaceOptions): Promise<Workspace> => workspaceOf(await beginWorkspace(host, options), options.only)

/** Reads what a workspace needs whichever inventory entries are asked for. Throws a UsageError when there is no governance repository. */
export async function beginWorkspace(host: Host, options: Omit<WorkspaceOptions, 'only'>): Promise<Opening> {
  const root = options.config === undefined ? await host.findUp(options.folder, CONFIG) : parentOf(options.config)
  if (root === undefined) {
    throw new UsageError(`There is no ${CONFIG} in ${options.folder} or a folder above it.`, 'Go to your governance repository, name it with `-C <folder>`, or begin one with `muster init`.')
  }
  const name = options.config === undefined ? CONFIG : (options.config.split('/').at(-1) ?? CONFIG)
  const part = options.part ?? 'all'
  const { library, diagnostics: broken, missing } = await openLibrary(host, root, { name, asOf: options.asOf ?? host.today(), part })
  if (options.config !== undefined && missing) throw new UsageError(`There is no file ${options.config}.`, 'Check the path after `--config`.')
  return { root, prefix: prefixOf(await host.findUp(root, '.git'), root), library, part, broken, texts: await readInventory(host, root, library.config) }
}

/** The workspace with all inventory entries, or with those that are asked for, the organization and what they inherit from. */
export function workspaceOf({ root, prefix, library, part, broken, texts }: Opening, only?: readonly string[]): Workspace {
  const { entries, passedOver } = parseInventory(texts, only)
  const { inventory, entryDiagnostics, unread } = inventoryOf(entries, passedOver)
  // Rules about shared files need the frameworks.
  const ruled = broken.length > 0 || part === 'catalog' ? [] : runLibraryRules(rules, { library, inventory, unread })
  return { root, prefix, library, inventory, diagnostics: [...broken, ...ruled], entryDiagnostics, unread }
}

function inventoryOf(entries: readonly ReadEntry[], passedOver: readonly string[]): Pick<Workspace, 'inventory' | 'entryDiagnostics' | 'unread'> {
  const inventory: Inventory = new Map(entries.flatMap((entry) => (entry.entry ? [[entry.folder, entry.entry]] : [])))
  const entryDiagnostics = new Map(entries.filter((entry) => entry.diagnostics.length > 0).map((entry) => [entry.folder, entry.diagnostics]))
  return { inventory, entryDiagnostics, unread: new Set([...passedOver, ...entryDiagnostics.keys()]) }
}

const parentOf = (file: string): string => file.split('/').slice(0, -1).join('/') || '/'

const prefixOf = (gitRoot: string | undefined, root: string): string =>
  gitRoot === undefined || gitRoot === root ? '' : `${root.slice(gitRoot === '/' ? 1 : gitRoot.length + 1)}/`

/** The same workspace with some inventory entries read again, for instance as they stood at a revision. What is not there any more is left out. */
export async function withEntriesOf(host: Host, workspace: Workspace, folders: ReadonlySet<string>, part: 'all' | 'catalog' = 'all'): Promise<Workspace> {
  const there = new Set((await host.folders(`${workspace.root}/applications`)) ?? [])
  const wanted = [...folders].filter((folder) => there.has(folder) && !isIgnored(workspace.library.config, `applications/${folder}`))
  const texts = await host.readTexts(workspace.root, wanted.map(entryFile))
  const entries = wanted.map((folder) => readEntry(folder, texts.get(entryFile(folder)) ?? { refused: 'absent' }, true))
  const kept = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].filter(([folder]) => !folders.has(folder))
  const inventory = new Map([...kept(workspace.inventory), ...entries.flatMap(({ folder, entry }): [string, InventoryEntry][] => (entry ? [[folder, entry]] : []))])
  const entryDiagnostics = new Map([...kept(workspace.entryDiagnostics), ...entries.flatMap(({ folder, diagnostics }): [string, readonly Diagnostic[]][] => (diagnostics.length > 0 ? [[folder, diagnostics]] : []))])
  const unread = new Set([...[...workspace.unread].filter((folder) => !folders.has(folder)), ...entries.filter((entry) => entry.diagnostics.length > 0).map(({ folder }) => folder)])
  const own = new Set(rules.flatMap((rule) => (rule.kind === 'file' && rule.over === 'library' ? [rule.code] : [])))
  // Where the library could not be read its rules did not run; where the same entries are there with the same word they say the same.
  const diagnostics = part === 'catalog' || workspace.diagnostics.some(({ code }) => !own.has(code)) ? workspace.diagnostics : runLibraryRules(rules, { library: workspace.library, inventory, unread })
  return { ...workspace, inventory, entryDiagnostics, unread, diagnostics }
}

type ReadEntry = { readonly folder: string; readonly entry?: InventoryEntry; readonly diagnostics: readonly Diagnostic[] }
type ReadInventory = { readonly entries: readonly ReadEntry[]; readonly passedOver: readonly string[] }

async function readInventory(host: Host, root: string, config: Config): Promise<ReadonlyMap<string, FileText>> {
  const folders = ((await host.folders(`${root}/applications`)) ?? []).filter((folder) => !isIgnored(config, `applications/${folder}`))
  const texts = await host.readTexts(root, folders.map(entryFile))
  return new Map(folders.map((folder) => [folder, texts.get(entryFile(folder)) ?? { refused: 'absent' }]))
}

// All of the inventory, or the entries that are asked for with the organization and what they inherit from.
function parseInventory(texts: ReadonlyMap<string, FileText>, only: readonly string[] | undefined): ReadInventory {
  const entries = new Map<string, ReadEntry>()
  const read = (folder: string): void => {
    const text = texts.get(folder)
    if (text === undefined || entries.has(folder)) return
    const entry = readEntry(folder, text, entries.size < HELD)
    entries.set(folder, entry)
    for (const provider of entry.entry?.inherits ?? []) read(provider)
  }
  for (const [folder, text] of texts) if (only === undefined || only.includes(folder) || mayBeOrganization(text)) read(folder)
  return { entries: [...entries.values()], passedOver: [...texts.keys()].filter((folder) => !entries.has(folder)) }
}

// Entries whose inventory file is held as read: some 20 MB. Those beyond are read again when their turn comes.
const HELD = 1000

const entryFile = (folder: string): string => `applications/${folder}/application.yaml`

// Said without parsing: whatever could be read as the organization's entry is read.
const mayBeOrganization = (text: FileText): boolean => 'text' in text && text.text.includes('organization')

function readEntry(folder: string, text: FileText, room: boolean): ReadEntry {
  const file = entryFile(folder)
  if ('refused' in text && text.refused === 'absent') return { folder, diagnostics: [noInventoryEntry(file)] }
  const { value, diagnostics } = readFile(file, text, 'application')
  if (value === undefined) return { folder, diagnostics }
  return { folder, entry: { id: value.data.id, kind: value.data.kind, inherits: value.data.inherits ?? [], read: reader(file, text, value, room) }, diagnostics }
}

// Keeps the text, and what it says where there is room: it was readable once and is so again.
function reader(file: string, text: FileText, first: Doc<Application>, room: boolean): () => Doc<Application> {
  const held = room ? { deref: () => first } : new WeakRef(first)
  return () => {
    const value = held.deref() ?? readFile(file, text, 'application').value
    if (value === undefined) throw new Error(`${file} cannot be read a second time`)
    return value
  }
}

const noInventoryEntry = (file: string): Diagnostic => ({
  code: 'unreadable-file', severity: 'error', message: 'The folder has no inventory entry `application.yaml`.', place: wholeFile(file),
  hint: 'Write the entry, or remove the folder.', docs: docsOf('unreadable-file'),
})
