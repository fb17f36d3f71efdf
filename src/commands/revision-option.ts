import type { Host } from '../host/host.js'
import type { Revision } from '../host/repository.js'
import { hostAt, repositoryFor, revisionFor } from './at-revision.js'
import type { ExitCode } from './exit-code.js'
import { asOfFor, folderOf, type GlobalOptions } from './options.js'

/** Options of a command that can read the files as they stood. */
export type RevisionOptions = GlobalOptions & { readonly revision?: string; /** The revision, once it is found. */ readonly at?: Revision }

/** Runs a command on the files of a revision. As of, unless a day is named, the day of its commit. */
export async function atRevision<T extends RevisionOptions>(host: Host, options: T, act: (then: Host, options: T) => Promise<ExitCode>): Promise<ExitCode> {
  const repository = await repositoryFor(host, folderOf(host, options))
  const at = await revisionFor(repository, options.revision ?? 'HEAD')
  const asOf = options.asOf === undefined ? at.date : asOfFor(host, options)
  if (asOf < at.date) await host.err.write(`Facts without a date stand as in ${at.commit.slice(0, 12)}, of ${at.date}.\n`)
  return act(hostAt(host, repository, at), { ...options, asOf, at })
}

/** The revision that was read, as JSON shows it; nothing where the working tree was. */
export const revisionJson = ({ at }: RevisionOptions): { readonly revision?: { readonly commit: string; readonly date: string } } => (at ? { revision: { commit: at.commit, date: at.date } } : {})
