import type { Host } from '../host/host.js'
import { jsonOf } from '../reporters/json.js'
import { text as textReporter } from '../reporters/text.js'
import { toJson } from '../reporters/to-json.js'
import { compareDiagnostics, type DiagnosticSeverity } from '../source/diagnostic.js'
import { comparisonText } from './comparison-text.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatChoices, once, reportContext, writeProduct, type FormatChoice } from './formats.js'
import { openComparison, type Comparison } from './open-comparison.js'
import { oneOf, workspaceFor, type GlobalOptions } from './options.js'
import type { RevisionOptions } from './revision-option.js'
import { toldChanges, type ToldChange } from './told-changes.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type CompareRevisionOptions = RevisionOptions & { readonly format?: readonly string[]; readonly failOn?: string; readonly changelog?: boolean; readonly bump?: boolean; readonly dryRun?: boolean; readonly effective?: string }

const SEVERITIES: readonly DiagnosticSeverity[] = ['note', 'warning', 'error']

/** Compares the catalog with that of a revision: what changed without its version, a draft of the changelog, or the versions edited. Finding errors is its work, so that ends with 1. */
export async function compareRevision(host: Host, name: string, options: CompareRevisionOptions): Promise<ExitCode> {
  const failOn = oneOf(options.failOn ?? 'error', SEVERITIES, '--fail-on')
  checkOptions(options)
  const choices = formatChoices(host, options, options.format)
  const workspace = await workspaceFor(host, options)
  if (workspace.diagnostics.some(({ severity }) => severity === 'error')) return stopAtCatalog(host, workspace, options)
  const comparison = await openComparison(host, options, workspace, name)
  for (const note of comparison.notes) await host.err.write(`${note}\n`)
  const left = await tellUncompared(host, comparison)
  if (options.bump === true) {
    await (await import('./bump-versions.js')).bumpVersions(host, comparison, options)
    return left
  }
  const changes = toldChanges(comparison)
  if (options.changelog === true) {
    await host.out.write(await (await import('./changelog-draft.js')).changelogDraft(host, comparison, changes))
    return left
  }
  for (const choice of choices) await writeProduct(host, choice.file, once(render(host, options, comparison, changes, choice)))
  const worst = SEVERITIES.indexOf(failOn)
  return left !== EXIT.done ? left : comparison.diagnostics.some(({ severity }) => SEVERITIES.indexOf(severity) >= worst) ? EXIT.found : EXIT.done
}

function checkOptions({ changelog, bump, dryRun, effective, format, at }: CompareRevisionOptions): void {
  if (changelog === true && bump === true) throw new UsageError('`--changelog` and `--bump` are two things.', 'Run it with `--bump`, and then with `--changelog`.')
  if (changelog === true && format !== undefined) throw new UsageError('A draft of a changelog is Markdown.', 'Leave out `--format`, or `--changelog`.')
  if (bump === true && format !== undefined) throw new UsageError('`--bump` shows what it edits.', 'Leave out `--format`, or `--bump`.')
  if (bump === true && at !== undefined) throw new UsageError('The files of a revision are not edited.', 'Leave out `--revision`, or `--bump`.')
  if (bump !== true && (dryRun === true || effective !== undefined)) throw new UsageError(`\`${dryRun === true ? '--dry-run' : '--effective'}\` is for editing versions.`, 'Add `--bump`.')
}

function render(host: Host, options: GlobalOptions, { workspace, diagnostics, inWords, revision, than }: Comparison, changes: readonly ToldChange[], choice: FormatChoice): string {
  const context = reportContext(host, options, workspace, 'compare', choice)
  if (choice.reporter.id === 'json') return toJson({ ...jsonOf(diagnostics, context), revision: { name: than, commit: revision.commit, date: revision.date }, changes })
  const rendered = choice.reporter.render(diagnostics, context)
  if (choice.reporter.id !== 'text') return rendered
  return `${comparisonText(changes, inWords, context.paint)}${changes.length === 0 && diagnostics.length === 0 ? '' : `\n${rendered}`}`
}

async function tellUncompared(host: Host, { uncompared, inWords }: Comparison): Promise<ExitCode> {
  if (uncompared.length === 0) return EXIT.done
  const files = new Map(uncompared.map(({ place: { file, range }, message }) => [file, `  ${file}:${range.start.line} ${message}\n`]))
  await host.err.write(`Not compared, because ${files.size === 1 ? 'it' : 'they'} cannot be read in ${inWords}:\n${[...files.values()].join('')}The rest is complete.\n`)
  return EXIT.wrongInput
}

async function stopAtCatalog(host: Host, workspace: Workspace, options: GlobalOptions): Promise<ExitCode> {
  await host.err.write(textReporter.render([...workspace.diagnostics].sort(compareDiagnostics), reportContext(host, options, workspace, 'compare', { reporter: textReporter })))
  await host.err.write('Nothing was compared: the catalog, a framework or the configuration is wrong as it stands now.\n')
  return EXIT.wrongInput
}
