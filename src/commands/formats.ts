import type { Host } from '../host/host.js'
import { reporters } from '../reporters/index.js'
import type { ReportContext, Reporter } from '../reporters/reporter.js'
import { rules } from '../rules/index.js'
import { formatFile } from './format-file.js'
import type { GlobalOptions } from './options.js'
import { paintFor } from './terminal.js'
import { TOOL } from './tool.js'
import { writeFault } from './write-fault.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

/** One `--format`: which, and the file that it goes to; without one to the standard output. */
export type FormatChoice = { readonly reporter: Reporter; readonly file?: string }

/** Reads `--format text --format sarif=out.sarif`. Only one may go to the standard output. */
export function formatChoices(host: Host, options: GlobalOptions, formats: readonly string[] | undefined): readonly FormatChoice[] {
  const choices = (formats ?? ['text']).map((word): FormatChoice => {
    const { format: id, file } = formatFile(host, options, word, reporters.map((reporter) => reporter.id))
    const reporter = reporters.find((candidate) => candidate.id === id)
    if (reporter === undefined) throw new Error(`no reporter ${id}`)
    return { reporter, ...(file !== undefined && { file }) }
  })
  if (choices.filter((choice) => choice.file === undefined).length > 1) throw new UsageError('More than one format goes to the standard output.', 'Give the others a file: `--format sarif=out.sarif`.')
  return choices
}

/** What reporters know beside the diagnostics. */
export const reportContext = (host: Host, options: GlobalOptions, workspace: Workspace, command: string, choice: FormatChoice): ReportContext => ({
  rules: new Map(rules.map((rule) => [rule.code, rule])),
  tool: TOOL,
  paint: paintFor(host, choice.file === undefined ? (options.color ?? 'auto') : 'never'),
  prefix: workspace.prefix,
  command,
})

/** Writes text to the file of a format, or to the standard output. */
export async function writeProduct(host: Host, file: string | undefined, chunks: AsyncIterable<string>): Promise<void> {
  if (file === undefined) for await (const chunk of chunks) await host.out.write(chunk)
  else await writeToFile(host, file, chunks)
}

/** Writes a file whole or not at all; what keeps it from being written is said in words. */
export const writeToFile = (host: Host, file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> => toWrite(file, () => host.writeFile(file, chunks))

/** Does what writes to a path; what keeps it from being written is said in words. */
export async function toWrite(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw writeFault(error, file)
  }
}

/** A text as the stream that it is written as. */
export async function* once<T extends string | Uint8Array>(text: T): AsyncGenerator<T> {
  yield text
}
