import type { Host } from '../host/host.js'
import type { GitRefusal, Repository, Revision } from '../host/repository.js'
import type { Quarter } from '../schema/types.js'
import { isRefusal } from './at-revision.js'
import { QUARTERS } from './quarter-files.js'

/** A repository or a bundle that may hold the revisions of closed quarters. */
export type RevisionSource = { readonly name: string; readonly bundle: boolean; readonly opened: Repository | GitRefusal }

/** Where a revision was found. `commit` is absent when only its tree is there. */
export type FoundRevision = { readonly source: string; readonly repository: Repository; readonly tree: string; readonly commit?: Revision; readonly bundle: boolean }

/** Where revisions are looked for, in this order: the repository or bundle that is named; or the repository of the folder, then the bundles beside the records. */
export async function revisionSources(host: Host, root: string, named: string | undefined): Promise<readonly RevisionSource[]> {
  if (named !== undefined) return [{ name: named, bundle: false, opened: await host.repository(named) }]
  const bundles = ((await host.list(`${root}/${QUARTERS}`, 0)) ?? []).filter((file) => file.endsWith('.bundle'))
  const beside = await Promise.all(bundles.map(async (file) => ({ name: `${QUARTERS}/${file}`, bundle: true, opened: await host.repository(`${root}/${QUARTERS}/${file}`) })))
  return [{ name: 'this repository', bundle: false, opened: await host.repository(root) }, ...beside]
}

/** Finds the revision of a quarter, or its tree alone, or says why it is not there. */
export async function findRevision(sources: readonly RevisionSource[], { commit, tree }: Quarter['revision']): Promise<FoundRevision | GitRefusal> {
  let refusal: GitRefusal | undefined
  for (const { name, bundle, opened } of sources) {
    if (isRefusal(opened)) {
      refusal ??= opened
      continue
    }
    const revision = await opened.revision(commit)
    if (!isRefusal(revision)) return { source: name, repository: opened, tree: revision.tree, commit: revision, bundle }
    // What the repository says goes before what is wrong with a bundle beside it.
    if (refusal === undefined || !bundle) refusal = revision
  }
  for (const { name, bundle, opened } of sources) if (!isRefusal(opened) && (await opened.hasTree(tree))) return { source: name, repository: opened, tree, bundle }
  return refusal ?? { refused: 'unknown-revision', about: commit }
}
