import type { Host } from '../host/host.js'
import { absolutePath, folderOf, oneOf, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'

/** One word of `--format`: `csv`, or `csv=trend.csv` with the file that it goes to. */
export function formatFile<T extends string>(host: Host, options: GlobalOptions, word: string, allowed: readonly T[]): { readonly format: T; readonly file?: string } {
  const [name = '', ...rest] = word.split('=')
  const format = oneOf(name, allowed, '--format')
  const file = rest.join('=')
  if (rest.length > 0 && file === '') throw new UsageError(`\`--format ${word}\` names no file.`, `Write \`--format ${format}=<file>\`.`)
  return { format, ...(file !== '' && { file: absolutePath(folderOf(host, options), file) }) }
}
