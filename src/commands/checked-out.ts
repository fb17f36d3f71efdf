import type { Host } from '../host/host.js'
import { isRefusal } from './at-revision.js'

/** The git commit that is checked out in a folder, and whether files below the folder differ from it; undefined where there is no git repository, no commit or no git. */
export async function checkedOut(host: Host, folder: string): Promise<{ readonly commit: string; readonly changed: boolean } | undefined> {
  const repository = await host.repository(folder)
  if (isRefusal(repository)) return undefined
  const head = await repository.revision('HEAD')
  if (isRefusal(head)) return undefined
  const below = folder === repository.top ? '' : folder.slice(repository.top.length + 1)
  return { commit: head.commit, changed: (await repository.changedFiles(head, below)).length > 0 }
}
