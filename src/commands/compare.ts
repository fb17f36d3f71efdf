import type { Host } from '../host/host.js'
import type { CompareRevisionOptions } from './compare-revision.js'
import type { ExitCode } from './exit-code.js'
import { UsageError } from './usage-error.js'

export type CompareOptions = CompareRevisionOptions & { readonly application?: string }

/** `muster compare <revision>`: the catalog of then and of now. `muster compare <framework> <framework>`: two editions. */
export async function compare(host: Host, from: string, to: string | undefined, options: CompareOptions): Promise<ExitCode> {
  if (to === undefined) {
    if (options.application !== undefined) throw new UsageError('`--application` is for two editions of a framework.', 'Leave it out: what a change touches is shown beside it.')
    return (await import('./compare-revision.js')).compareRevision(host, from, options)
  }
  const { format, ...rest } = options
  const wrong = (['changelog', 'bump', 'dryRun', 'effective'] as const).find((key) => options[key] !== undefined)
  if (wrong) throw new UsageError(`\`--${wrong === 'dryRun' ? 'dry-run' : wrong}\` is for comparing with a revision.`, 'Leave it out, or name a revision alone.')
  if (format !== undefined && format.length > 1) throw new UsageError('Two editions are shown in one format.', 'Write `--format text` or `--format json`.')
  return (await import('./compare-editions.js')).compareTwoEditions(host, from, to, { ...rest, ...(format?.[0] !== undefined && { format: format[0] }) })
}
