import type { Host } from '../host/host.js'
import { compareRevision, type CompareRevisionOptions } from './compare-revision.js'
import type { ExitCode } from './exit-code.js'

/** `muster compare <revision>`: the catalog of now beside that of then. */
export const compare = (host: Host, revision: string, options: CompareRevisionOptions): Promise<ExitCode> => compareRevision(host, revision, options)
