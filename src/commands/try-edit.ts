import type { Host } from '../host/host.js'
import { text as textReporter } from '../reporters/text.js'
import { unifiedDiff } from '../scaffold/unified-diff.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { ArtifactState } from '../source/file-text.js'
import type { Source } from '../source/source.js'
import { assessPortfolio, type Outcome } from './assess-portfolio.js'
import { reportContext } from './formats.js'
import type { OpenApplication } from './open-application.js'
import { asOfFor, workspaceFor, type GlobalOptions } from './options.js'
import { overlay } from './overlay.js'
import { putEdited, putNew } from './put.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'

/** A file as it is to be: its path, what it is now, and the text. Without a source there is none yet. */
export type Edited = { readonly path: string; readonly source?: Source | undefined; readonly text: string }

/** The options of commands that edit. */
export type EditOptions = GlobalOptions & { readonly dryRun?: boolean }

/** How the application would stand after an edit. An edit that would make it wrong is told and refused, so that nothing wrong is ever written. */
export async function tryEdit(host: Host, options: EditOptions, opened: OpenApplication, edited: readonly Edited[], artifacts: ReadonlyMap<string, ArtifactState> = new Map()): Promise<Outcome | undefined> {
  const { workspace, id } = opened
  const before = new Set((await assessed(host, options, id))?.diagnostics.map(keyOf))
  const laid = overlay(host, new Map(edited.map(({ path, text }) => [`${workspace.root}/${path}`, { text }])), artifacts)
  const after = await assessed(laid, options, id)
  const wrong = (after?.diagnostics ?? []).filter((diagnostic) => diagnostic.severity === 'error' && !before.has(keyOf(diagnostic)))
  if (wrong.length === 0) return after
  await host.err.write(`${textReporter.render(wrong, reportContext(host, options, workspace, 'validate', { reporter: textReporter }))}\n`)
  throw new UsageError('Written like this it would be wrong, so nothing was written.', 'Change what you gave the command.')
}

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`

async function assessed(host: Host, options: GlobalOptions, id: string): Promise<Outcome | undefined> {
  const workspace = await workspaceFor(host, options, [id])
  for await (const outcome of assessPortfolio(host, workspace, { asOf: asOfFor(host, options), only: new Set([id]), gapSeverity: 'none' })) return outcome
  return undefined
}

/** Shows what an edit changes, and makes it unless this is a dry run. */
export async function makeEdit(host: Host, options: EditOptions, root: string, edited: readonly Edited[]): Promise<void> {
  const paint = paintFor(host, options.color ?? 'auto')
  for (const { path, source, text } of edited) {
    if (options.dryRun !== true) await write(host, root, { path, source, text })
    await host.out.write(unifiedDiff(path, source?.text, text, paint))
  }
  if (options.dryRun === true) await host.err.write('Nothing was written: this is a dry run.\n')
}

async function write(host: Host, root: string, { path, source, text }: Edited): Promise<void> {
  if (source) await putEdited(host, root, source, text)
  else if (!(await putNew(host, root, path, text))) throw new UsageError(`${path} was written by somebody else meanwhile, so it was left alone.`, 'Run the command again.')
}
