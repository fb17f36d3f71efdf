import type { Host } from '../host/host.js'
import { compareTwoEditions, type CompareEditionsOptions } from './compare-editions.js'
import { compareRevision, type CompareRevisionOptions } from './compare-revision.js'
import type { ExitCode } from './exit-code.js'
import type { RevisionOptions } from './revision-option.js'
import { UsageError } from './usage-error.js'

export type CompareOptions = CompareRevisionOptions & Omit<CompareEditionsOptions, 'format'> & RevisionOptions

/** `muster compare <revision>`: the catalog of now beside that of then. `muster compare <framework> <framework>`: two editions. */
export async function compare(host: Host, from: string, to: string | undefined, options: CompareOptions): Promise<ExitCode> {
  const { format, ...asked } = options
  if (to === undefined) {
    if (options.application !== undefined) throw new UsageError('`--application` shows two editions of a framework.', 'Name both, or leave it out.')
    if (options.revision !== undefined) throw new UsageError('The catalog as it is now is compared, and `--revision` names another.', 'Leave out `--revision`.')
    return compareRevision(host, from, options)
  }
  const other = (['changelog', 'bump', 'effective', 'dryRun'] as const).find((name) => options[name] !== undefined)
  if (other !== undefined) throw new UsageError(`\`--${other === 'dryRun' ? 'dry-run' : other}\` compares with a revision, and two editions are named.`, 'Leave it out.')
  if (format !== undefined && format.length > 1) throw new UsageError('Two editions are shown in one format.', 'Use `--format text` or `--format json`.')
  return compareTwoEditions(host, from, to, { ...asked, ...(format?.[0] !== undefined && { format: format[0] }) })
}
