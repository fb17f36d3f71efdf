import type { Application } from '../schema/types.js'

/** What is known of an inventory entry without its evidence. */
export type KnownEntry = { readonly kind: Application['kind']; readonly inherits: readonly string[] }

/** What a change of files touches. */
export type Touched = {
  /** Folders under `applications/` whose assessment may come out otherwise. */
  readonly folders: ReadonlySet<string>
  /** Of these, the ones with changed files of their own. */
  readonly own: ReadonlySet<string>
  /** Changed files on which every assessment rests: catalog, frameworks, adoption, tailoring, configuration. */
  readonly shared: readonly string[]
}

const SHARED = /^(controls|frameworks|adoption)\/|^(tailoring|muster)\.yaml$/

/** The inventory entries that changed files touch: their own, whoever inherits from them, and all where the file is shared or the organization's. Paths are relative to the repository. */
export function touchedEntries(paths: readonly string[], entries: ReadonlyMap<string, KnownEntry>): Touched {
  const shared = paths.filter((path) => SHARED.test(path))
  const own = new Set(paths.flatMap((path) => /^applications\/([^/]+)\/./.exec(path)?.[1] ?? []))
  const all = shared.length > 0 || [...own].some((folder) => entries.get(folder)?.kind === 'organization')
  if (all) return { folders: new Set([...entries.keys(), ...own]), own, shared }
  // Platforms inherit from platforms, so this goes on until nothing is added.
  const folders = new Set(own)
  for (let size = -1; size !== folders.size;) {
    size = folders.size
    for (const [folder, { inherits }] of entries) if (inherits.some((provider) => folders.has(provider))) folders.add(folder)
  }
  return { folders, own, shared }
}
