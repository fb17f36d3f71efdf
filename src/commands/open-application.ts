import type { Host } from '../host/host.js'
import type { ApplicationFiles } from '../model/application.js'
import { factsOf, type Facts } from '../model/facts.js'
import { text as textReporter } from '../reporters/text.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { suggestHint } from '../source/suggest.js'
import type { InventoryEntry } from '../rules/rule.js'
import type { CivilDate } from '../schema/types.js'
import { readApplication } from './assess-portfolio.js'
import { reportContext } from './formats.js'
import { asOfFor, workspaceFor, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

/** One inventory entry, opened to be written about: what its files say, and the day. */
export type OpenApplication = { readonly workspace: Workspace; readonly id: string; readonly entry: InventoryEntry; readonly files: ApplicationFiles; readonly facts: Facts; readonly asOf: CivilDate }

/** Opens a workspace whose shared files can be relied on. What is wrong with them is printed, and nothing is written. */
export async function openLibrary(host: Host, options: GlobalOptions, only?: readonly string[]): Promise<Workspace> {
  const workspace = await workspaceFor(host, options, only)
  const errors = workspace.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (errors.length === 0) return workspace
  await show(host, options, workspace, errors)
  throw new UsageError('The catalog, a framework or the configuration is wrong, so nothing was written.', 'Mend it first: `muster validate` shows the same.')
}

/** Opens one inventory entry with its evidence files. What cannot be read is printed, and nothing is written. */
export const openApplication = async (host: Host, options: GlobalOptions, id: string): Promise<OpenApplication> => openEntry(host, options, await openLibrary(host, options, [id]), id)

/** Opens one inventory entry of an open workspace, as `openApplication` does. */
export async function openEntry(host: Host, options: GlobalOptions, workspace: Workspace, id: string): Promise<OpenApplication> {
  const { library, inventory } = workspace
  const wrong = workspace.entryDiagnostics.get(id)
  if (wrong) return stop(host, options, workspace, id, wrong)
  const entry = inventory.get(id)
  if (entry === undefined) {
    const known = [...inventory.keys(), ...workspace.unread]
    throw new UsageError(`There is no application \`${id}\` in applications/.`, suggestHint(id, known, known.length === 0 ? 'Begin one with `muster new application`.' : 'Run `muster list applications` to see all.'))
  }
  const { files, diagnostics } = await readApplication(host, workspace, id, entry)
  if (diagnostics.length > 0) return stop(host, options, workspace, id, diagnostics)
  const asOf = asOfFor(host, options)
  return { workspace, id, entry, files, facts: factsOf(library.catalog, files.application, library.people, asOf), asOf }
}

async function stop(host: Host, options: GlobalOptions, workspace: Workspace, id: string, diagnostics: readonly Diagnostic[]): Promise<never> {
  await show(host, options, workspace, diagnostics)
  throw new UsageError(`Files of \`${id}\` cannot be read, so nothing was written.`, 'Mend them first: `muster validate` shows the same.')
}

const show = (host: Host, options: GlobalOptions, workspace: Workspace, diagnostics: readonly Diagnostic[]): Promise<void> =>
  host.err.write(`${textReporter.render([...diagnostics].sort(compareDiagnostics), reportContext(host, options, workspace, 'validate', { reporter: textReporter }))}\n`)
