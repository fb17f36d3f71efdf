import type { Host } from '../host/host.js'
import { fingerprintOfAsk } from '../model/digest.js'
import type { Library } from '../model/library.js'
import { beginChange, folderOfEntry, movedEntries, rootFor, type Change } from './change.js'
import type { OpenChange } from './assess-change.js'
import { absolutePath, asOfFor, beginWorkspaceFor, folderOf, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'
import { CONFIG, openWorkspace, withEntriesOf, workspaceOf, type Opening, type Workspace } from './workspace.js'

/** What of the library a change makes other than it was. `everything`: files that decide about every entry. */
export type LibraryChange = { readonly controls: readonly string[]; readonly frameworks: readonly string[]; readonly everything: readonly string[] }

/** A change with both sides opened, and what it reaches. */
export type ReadChange = OpenChange & {
  /** Inventory entries of which files changed. */
  readonly folders: ReadonlySet<string>
  /** Of platforms and the organization that changed, the entries that rest on each. */
  readonly dependents: ReadonlyMap<string, readonly string[]>
  readonly library: LibraryChange
  /** Entries whose folder has another name now: the name now, and the name then. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Opens what a change touches, before and after it. With `catalog` frameworks are left out where the change leaves shared files and the inventory alone. */
export async function openChange(host: Host, options: GlobalOptions, since: string | Promise<Change>, part: 'all' | 'catalog' = 'all'): Promise<ReadChange> {
  const finding = typeof since === 'string' ? beginChange(host, options, since) : since
  // Read while git looks for what differs; most changes leave the shared files alone.
  const opening = beginWorkspaceFor(host, options, part)
  opening.catch(() => undefined) // whoever awaits it is told
  const change = await finding
  const root = await rootFor(host, options)
  const folders = new Set(change.files.flatMap(({ path }) => folderOfEntry(path) ?? []))
  const renamed = await movedEntries(host, root, change)
  const shared = change.files.some(({ path }) => isShared(path, options))
  const opened = part === 'catalog' && (shared || changesInventory(change)) ? await beginWorkspaceFor(host, options, 'all') : await opening
  const found = shared ? await openBoth(host, options, change, workspaceOf(opened)) : await openEntries(change, folders, opened)
  const { workspace, before } = found
  return { ...change, ...found, folders, renamed, dependents: dependentsOf(workspace, before, folders), library: libraryChange(before, workspace, change) }
}

const isShared = (path: string, { config = CONFIG }: GlobalOptions): boolean => path === config.split('/').at(-1) || path === 'tailoring.yaml' || /^(controls|frameworks|adoption)\//.test(path)

// What shared files say of entries may be wrong once an entry comes, goes or is another.
const changesInventory = ({ files }: Change): boolean => files.some(({ path }) => /^applications\/[^/]+\/application\.ya?ml$/.test(path))

type Both = { readonly workspace: Workspace; readonly before: Workspace; readonly unknown?: string }

// The library is the same on both sides: it is read once, and with it the entries that changed. More are read where others rest on one of these.
async function openEntries({ then }: Change, folders: ReadonlySet<string>, opening: Opening): Promise<Both> {
  const { part } = opening
  const first = workspaceOf(opening, [...folders])
  const formerly = await withEntriesOf(then, first, folders, part)
  // What an entry rested on and does not any more is read as well.
  const more = [...folders].flatMap((folder) => formerly.inventory.get(folder)?.inherits ?? []).filter((id) => first.unread.has(id) && !first.entryDiagnostics.has(id))
  const workspace = more.length === 0 ? first : workspaceOf(opening, [...folders, ...more])
  const before = more.length === 0 ? formerly : await withEntriesOf(then, workspace, folders, part)
  const carriesOthers = [...folders].some((folder) => [workspace, before].some(({ inventory }) => (inventory.get(folder)?.kind ?? 'application') !== 'application'))
  if (!carriesOthers) return { workspace, before }
  const whole = workspaceOf(opening)
  return { workspace: whole, before: await withEntriesOf(then, whole, folders, part) }
}

async function openBoth(host: Host, options: GlobalOptions, change: Change, workspace: Workspace): Promise<Both> {
  const none = { ...workspace, inventory: new Map(), entryDiagnostics: new Map(), diagnostics: [] }
  const at = change.base.commit.slice(0, 12)
  try {
    const config = options.config === undefined ? {} : { config: absolutePath(folderOf(host, options), options.config) }
    const before = await openWorkspace(change.then, { folder: workspace.root, asOf: asOfFor(host, options), ...config })
    if (!before.diagnostics.some(({ severity }) => severity === 'error')) return { workspace, before }
    return { workspace, before: { ...none, diagnostics: before.diagnostics }, unknown: `In ${at} the catalog, a framework or the configuration was wrong, so nobody knows how it stood then: everything is shown as new.` }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { workspace, before: none, unknown: `In ${at} there was no ${CONFIG}: everything is shown as new.` }
  }
}

// What rests on a platform inherits from it; the organization answers for every entry.
function dependentsOf(now: Workspace, then: Workspace, folders: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const entries = [...new Set([...now.inventory.keys(), ...then.inventory.keys()])].sort()
  const restsOn = (id: string, provider: string): boolean => [now, then].some(({ inventory }) => inventory.get(id)?.inherits.includes(provider) === true)
  return new Map([...folders].sort().flatMap((folder): [string, readonly string[]][] => {
    const kinds = [now, then].map(({ inventory }) => inventory.get(folder)?.kind)
    if (kinds.includes('organization')) return [[folder, entries.filter((id) => id !== folder)]]
    return kinds.includes('platform') ? [[folder, entries.filter((id) => id !== folder && restsOn(id, folder))]] : []
  }))
}

const NOTHING: LibraryChange = { controls: [], frameworks: [], everything: [] }

function libraryChange({ library: then }: Workspace, { library: now }: Workspace, { files }: Change): LibraryChange {
  if (then === now) return NOTHING
  const differing = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>, said: (value: T, library: Library) => unknown): readonly string[] =>
    [...new Set([...before.keys(), ...after.keys()])].sort().filter((id) => {
      const [old, current] = [before.get(id), after.get(id)]
      return old === undefined || current === undefined || JSON.stringify(said(old, then)) !== JSON.stringify(said(current, now))
    })
  const types = differing(then.evidenceTypes, now.evidenceTypes, (type) => type)
  const asksFor = ({ controls }: Library, id: string): boolean => controls.get(id)?.control.objectives.some(({ evidence }) => evidence.some((request) => request.types.some((type) => types.includes(type)))) === true
  const controls = differing(then.controls, now.controls, ({ control, leftOut }) => [control, fingerprintOfAsk(control), leftOut])
  const byType = [...now.controls.keys()].filter((id) => asksFor(now, id) || asksFor(then, id))
  const frameworks = differing(then.frameworks, now.frameworks, ({ framework, mapping, editionFrom, derived }, { adoptions }) => [framework, mapping?.data, editionFrom?.data, [...derived], adoptions.get(framework.id)?.data])
  const everything = [
    ...(JSON.stringify(then.config) === JSON.stringify(now.config) ? [] : [CONFIG]),
    ...(JSON.stringify(then.catalog) === JSON.stringify(now.catalog) ? [] : files.map(({ path }) => path).filter((path) => path === 'controls/catalog.yaml')),
  ]
  return { controls: [...new Set([...controls, ...byType])].sort(), frameworks, everything }
}
