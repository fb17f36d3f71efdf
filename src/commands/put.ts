import type { Host, Put } from '../host/host.js'
import type { Source } from '../source/source.js'
import { UsageError } from './usage-error.js'
import { writeFault } from './write-fault.js'

/** Writes a new file; false when there is one already, which stays as it is. */
export async function putNew(host: Host, root: string, path: string, text: string): Promise<boolean> {
  const put = await attempt(() => host.putText(root, path, text), path)
  if (put === 'outside') throw leadsOutside(path)
  return put === 'written'
}

/** Writes an edited file, unless somebody changed it since it was read. */
export async function putEdited(host: Host, root: string, source: Source, text: string): Promise<void> {
  const put = await attempt(() => host.putText(root, source.file, text, source.text), source.file)
  if (put === 'outside') throw leadsOutside(source.file)
  if (put !== 'written') throw new UsageError(`${source.file} was changed while muster worked, so it was left as it stands.`, 'Run the command again.')
}

/** Does something that the disk may refuse. */
export async function attempt(write: () => Promise<Put>, path: string): Promise<Put> {
  try {
    return await write()
  } catch (error) {
    throw writeFault(error, path)
  }
}

/** A path that a symbolic link leads out of the repository. */
export const leadsOutside = (path: string): UsageError => new UsageError(`${path} leads out of the repository by a symbolic link, so nothing was written.`, 'Replace the link by a folder.')
