import type { Host } from '../host/host.js'
import { compareDiagnostics, type Diagnostic, type DiagnosticSeverity } from '../source/diagnostic.js'
import { assessPortfolio } from './assess-portfolio.js'
import type { Change } from './change.js'
import { dutiesFor, dutiesOf } from './duties.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatChoices, once, reportContext, writeProduct, type FormatChoice } from './formats.js'
import { overlay } from './overlay.js'
import { absolutePath, asOfFor, folderOf, oneOf, workspaceFor, type GlobalOptions } from './options.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type ValidateOptions = GlobalOptions & { readonly format?: readonly string[]; readonly failOn?: string; readonly stdinFilename?: string; readonly watch?: boolean; readonly changedSince?: string }

const SEVERITIES: readonly DiagnosticSeverity[] = ['note', 'warning', 'error']

/** `muster validate [paths]`: checks files; `begun` is the change of `--changed-since`, where it is already being found. Finding errors is its work, so that ends with 1. */
export async function validate(host: Host, paths: readonly string[], options: ValidateOptions, begun?: Promise<Change>): Promise<ExitCode> {
  const failOn = oneOf(options.failOn ?? 'error', SEVERITIES, '--fail-on')
  const choices = formatChoices(host, options, options.format)
  if (options.changedSince !== undefined && (options.watch === true || paths.includes('-'))) throw new UsageError('`--changed-since` compares the files on the disk with those of a revision.', 'Leave out `-` and `--watch`.')
  if (options.watch === true) {
    if (paths.includes('-') || options.format !== undefined) throw new UsageError('`--watch` shows text for the files on the disk.', 'Leave out `-` and `--format`.')
    return (await import('./watch-files.js')).watchFiles(host, paths, options, (changed) => runOnce(host, changed, options, choices))
  }
  const overlaid = paths.includes('-') ? await withInput(host, options) : host
  const diagnostics = await runOnce(overlaid, paths.includes('-') ? [options.stdinFilename ?? ''] : paths, options, choices, begun)
  const worst = SEVERITIES.indexOf(failOn)
  return diagnostics.some((diagnostic) => SEVERITIES.indexOf(diagnostic.severity) >= worst) ? EXIT.found : EXIT.done
}

async function runOnce(host: Host, paths: readonly string[], options: ValidateOptions, choices: readonly FormatChoice[], begun?: Promise<Change>): Promise<readonly Diagnostic[]> {
  const { workspace, diagnostics } = options.changedSince === undefined ? await checkAll(host, paths, options) : await checkChange(host, paths, options, begun ?? options.changedSince)
  for (const choice of choices) await writeProduct(host, choice.file, once(choice.reporter.render(diagnostics, reportContext(host, options, workspace, 'validate', choice))))
  return diagnostics
}

type Checked = { readonly workspace: Workspace; readonly diagnostics: readonly Diagnostic[] }

async function checkAll(host: Host, paths: readonly string[], options: ValidateOptions): Promise<Checked> {
  const workspace = await workspaceFor(host, options)
  return { workspace, diagnostics: await check(host, workspace, scopeOf(host, workspace, paths, options), options) }
}

async function checkChange(host: Host, paths: readonly string[], options: ValidateOptions, since: string | Promise<Change>): Promise<Checked> {
  const { workspace, diagnostics } = await (await import('./validate-change.js')).validateChange(host, options, since)
  const { inScope } = scopeOf(host, workspace, paths, options)
  return { workspace, diagnostics: diagnostics.filter((diagnostic) => inScope(diagnostic.place.file)) }
}

type Scope = { readonly inScope: (file: string) => boolean; readonly folders?: ReadonlySet<string> }

async function check(host: Host, workspace: Workspace, scope: Scope, options: ValidateOptions): Promise<readonly Diagnostic[]> {
  const shared = workspace.diagnostics.filter((diagnostic) => scope.inScope(diagnostic.place.file))
  // A broken catalog stops everything: what it would make of the applications is not known.
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return shared.length > 0 ? [...shared].sort(compareDiagnostics) : [...workspace.diagnostics].sort(compareDiagnostics)
  const found = [...shared]
  const duties = await dutiesFor(host, workspace)
  found.push(...(duties?.shared ?? []).filter((diagnostic) => scope.inScope(diagnostic.place.file)))
  for await (const outcome of assessPortfolio(host, workspace, { asOf: asOfFor(host, options), gapSeverity: 'warning', ...(scope.folders && { only: scope.folders }) }))
    found.push(...[...outcome.diagnostics, ...outcome.gaps, ...(await dutiesOf(duties, outcome))].filter((diagnostic) => scope.inScope(diagnostic.place.file)))
  return found.sort(compareDiagnostics)
}

// Paths of the command line, relative to the repository; only the applications that they touch are assessed.
function scopeOf(host: Host, workspace: Workspace, paths: readonly string[], options: ValidateOptions): Scope {
  if (paths.length === 0) return { inScope: () => true }
  const wanted = paths.map((path) => {
    const absolute = absolutePath(folderOf(host, options), path)
    if (absolute === workspace.root) return ''
    if (!absolute.startsWith(`${workspace.root}/`)) throw new UsageError(`\`${path}\` is not below ${workspace.root}.`, 'Name files or folders of this governance repository.')
    return absolute.slice(workspace.root.length + 1)
  })
  const inScope = (file: string): boolean => wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`))
  if (wanted.some((path) => path.split('/').length < 2 && (path === '' || path === 'applications'))) return { inScope }
  const folders = new Set(wanted.filter((path) => path.startsWith('applications/')).map((path) => path.split('/')[1] ?? ''))
  for (const folder of folders) {
    if (!workspace.inventory.has(folder) && !workspace.unread.has(folder)) throw new UsageError(`There is no folder applications/${folder}.`, 'Check the path.')
  }
  return { inScope, folders }
}

// The file being edited, as it stands in the editor: read from the standard input in place of the one on disk.
async function withInput(host: Host, options: ValidateOptions): Promise<Host> {
  if (options.stdinFilename === undefined) throw new UsageError('`-` reads the standard input, and its name is not known.', 'Add `--stdin-filename <path>`.')
  return overlay(host, new Map([[absolutePath(folderOf(host, options), options.stdinFilename), await host.readInput()]]))
}
