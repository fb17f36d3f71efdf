import { toProvider } from '../assess/assess.js'
import type { Host } from '../host/host.js'
import type { Provider } from '../model/assessment.js'
import type { InventoryEntry } from '../rules/rule.js'
import { assessEntry, inOrder, requestFor, type AssessOptions, type Outcome } from './assess-portfolio.js'
import { folderOfEntry, type Change } from './change.js'
import { readEvidenceBefore } from './evidence-before.js'
import { readEvidenceOf, type EvidenceRead } from './read-evidence.js'
import type { Workspace } from './workspace.js'

/** One inventory entry before and after a change. One of the two is absent where the entry is new or gone. */
export type Pair = { readonly id: string; readonly then?: Outcome; readonly now?: Outcome }

/** A change with both sides opened. The workspaces share their library where the change leaves it alone. */
export type OpenChange = Change & {
  readonly workspace: Workspace
  readonly before: Workspace
  /** Why nothing can be said of how it stood, as a sentence. */
  readonly unknown?: string
}

/** Assesses inventory entries as they stood and as they are, both on the same day, one entry at a time. What did not change is read once, and where nothing changed that an entry rests on it is assessed once. */
export async function* assessChange(host: Host, change: OpenChange, options: AssessOptions): AsyncGenerator<Pair> {
  const { workspace, before } = change
  const changed = new Set(change.files.map(({ path }) => path))
  const folders = new Set(change.files.flatMap(({ path }) => folderOfEntry(path) ?? []))
  const order = inOrder(bothSides(workspace, before), options.only)
  const evidence = readEvidenceOf(host, order.filter((folder) => workspace.inventory.has(folder)).map((folder) => requestFor(workspace, folder)))
  const [providersNow, providersThen] = [new Map<string, Provider>(), new Map<string, Provider>()]
  try {
    for (const folder of order) {
      const [entryNow, entryThen] = [workspace.inventory.get(folder), before.inventory.get(folder)]
      const readNow: EvidenceRead | undefined = entryNow ? (await evidence.next()).value ?? undefined : undefined
      const now = outcomeOf(workspace, folder, entryNow, readNow, providersNow, options)
      const same = change.unknown === undefined && before.library === workspace.library && !folders.has(folder) && restsOnSame(entryNow, providersNow, providersThen)
      const readThen = same || entryThen === undefined ? undefined : folders.has(folder) || readNow === undefined ? await readEvidenceBefore(change.then, requestFor(before, folder), readNow ?? NOTHING, changed) : readNow
      const then = same ? now : outcomeOf(before, folder, entryThen, readThen, providersThen, options)
      keep(providersNow, now)
      if (same && then !== undefined && providersNow.has(folder)) providersThen.set(folder, providersNow.get(folder) as Provider) // it is there
      else keep(providersThen, then)
      if (options.only === undefined || options.only.has(folder)) yield { id: folder, ...(then && { then }), ...(now && { now }) }
    }
  } finally {
    await evidence.return(undefined)
  }
}

const NOTHING: EvidenceRead = { sources: [], diagnostics: [] }

function outcomeOf(workspace: Workspace, folder: string, entry: InventoryEntry | undefined, read: EvidenceRead | undefined, providers: ReadonlyMap<string, Provider>, options: AssessOptions): Outcome | undefined {
  if (entry && read) return assessEntry(workspace, folder, entry, read, providers, options)
  const diagnostics = workspace.entryDiagnostics.get(folder)
  return diagnostics && { id: folder, diagnostics, gaps: [], providers }
}

function keep(providers: Map<string, Provider>, outcome: Outcome | undefined): void {
  if (outcome?.assessment && outcome.entry && outcome.entry.kind !== 'application') providers.set(outcome.entry.id, toProvider(outcome.assessment))
}

// The organization answers for every entry, through exceptions that rest on its controls.
function restsOnSame(entry: InventoryEntry | undefined, now: ReadonlyMap<string, Provider>, then: ReadonlyMap<string, Provider>): boolean {
  const organizations = [...now.values(), ...then.values()].filter(({ kind }) => kind === 'organization').map(({ id }) => id)
  return [...(entry?.inherits ?? []), ...organizations].every((id) => now.get(id) === then.get(id))
}

// Every entry of either side, resting on what it rests on in either.
function bothSides(now: Workspace, then: Workspace): Workspace {
  const inventory = new Map(then.inventory)
  for (const [folder, entry] of now.inventory) inventory.set(folder, { ...entry, inherits: [...new Set([...entry.inherits, ...(then.inventory.get(folder)?.inherits ?? [])])] })
  return { ...now, inventory, entryDiagnostics: new Map([...then.entryDiagnostics, ...now.entryDiagnostics].filter(([folder]) => !inventory.has(folder))) }
}
