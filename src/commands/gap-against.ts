import type { Host } from '../host/host.js'
import { gotWorse, type EntryChange } from '../model/entry-change.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { againstMarkdown } from './against-markdown.js'
import { againstText, type AgainstHead } from './against-text.js'
import { assessPortfolio } from './assess-portfolio.js'
import { changeSince, isQuarterName, newAmong, openTouched, quarterBase, revisionBase, type ChangeBase } from './change-base.js'
import { entryComparer, goneEntry } from './entry-changes.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatChoices, once, reportContext, writeProduct, type FormatChoice } from './formats.js'
import { stopAtLibrary, type GapOptions } from './gap.js'
import { asOfFor, selectedEntries, workspaceFor } from './options.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

/** `muster gap --against <revision|quarter>`: what a change answers, improves and breaks. Ends with 1 only where something got worse. */
export async function gapAgainst(host: Host, ids: readonly string[], options: GapOptions & { readonly against: string }): Promise<ExitCode> {
  if (options.revision !== undefined) throw new UsageError('`--against` compares the working tree, and `--revision` names other files.', 'Leave out `--revision`.')
  const choices = formatChoices(host, options, options.format)
  const change = isQuarterName(options.against) ? undefined : await changeSince(host, options, options.against)
  const workspace = change ? await openTouched(host, options, change) : await workspaceFor(host, options)
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) {
    // A comment or annotations are read where nobody sees what went to the terminal.
    for (const choice of choices) if (!['text', 'json'].includes(choice.reporter.id)) await writeProduct(host, choice.file, once(choice.reporter.render(workspace.diagnostics, reportContext(host, options, workspace, 'gap', choice))))
    return stopAtLibrary(host, workspace, options)
  }
  const asOf = asOfFor(host, options)
  const named = selectedEntries(workspace, ids)
  const base = change ? await revisionBase(host, workspace, options, { change, asOf, gapSeverity: 'none' }) : await quarterBase(host, workspace, options.against)
  const folders = [...new Set([...workspace.inventory.keys(), ...workspace.unread])]
  const only = new Set(folders.filter((folder) => (base.touched === undefined || base.touched.folders.has(folder)) && (named === undefined || named.has(folder))))

  const compare = entryComparer(workspace, base, asOf)
  const entries: EntryChange[] = []
  const annotated: Diagnostic[] = [...newAmong(workspace.diagnostics, base)]
  for await (const outcome of assessPortfolio(host, workspace, { asOf, gapSeverity: 'error', only })) {
    const change = compare(outcome)
    entries.push(change)
    const asked = new Set(change.controls.filter(({ effect }) => effect === 'breaks' || effect === 'asks').map(({ control }) => control))
    annotated.push(...change.diagnostics, ...outcome.gaps.filter(({ about }) => about?.control !== undefined && asked.has(about.control)))
  }
  if (named === undefined) for (const id of base.entries.keys()) if (!folders.includes(id)) entries.push(goneEntry(id, base))

  for (const choice of choices) await writeProduct(host, choice.file, once(render(choice, { host, workspace, options, base, asOf, entries, annotated, inventory: folders.length })))
  if (entries.some(({ entry, assessed }) => entry !== 'gone' && !assessed.now)) return EXIT.wrongInput
  return entries.some((entry) => entry.entry !== 'gone' && gotWorse(entry)) || newAmong(workspace.diagnostics, base).some(({ severity }) => severity === 'error') ? EXIT.found : EXIT.done
}

type Compared = {
  readonly host: Host
  readonly workspace: Workspace
  readonly options: GapOptions & { readonly against: string }
  readonly base: ChangeBase
  readonly asOf: string
  readonly entries: readonly EntryChange[]
  /** What reporters show that know lines alone: what is new in files, and the gaps that a change opened. */
  readonly annotated: readonly Diagnostic[]
  readonly inventory: number
}

function render(choice: FormatChoice, { host, workspace, options, base, asOf, entries, annotated, inventory }: Compared): string {
  const context = reportContext(host, options, workspace, 'gap', choice)
  const titleOf = (control: string): string => workspace.library.controls.get(control)?.control.title ?? ''
  const head: AgainstHead = { words: base.words, asOf, ...(base.changed && { files: base.changed.length }), shared: base.touched?.shared ?? [], compared: entries.filter(({ entry }) => entry !== 'gone').length, inventory, problems: base.problems }
  switch (choice.reporter.id) {
    case 'text': return againstText(head, entries, titleOf, context.paint)
    case 'markdown': return againstMarkdown(head, entries, titleOf, workspace.prefix)
    case 'json': return againstJson(head, base, entries)
    default: return choice.reporter.render([...annotated].sort(compareDiagnostics), context)
  }
}

function againstJson({ words, asOf, shared, problems }: AgainstHead, base: ChangeBase, entries: readonly EntryChange[]): string {
  const applications = entries.map(({ evidence, ...entry }) => ({ ...entry, 'worse': entry.entry !== 'gone' && gotWorse({ ...entry, evidence }), 'new-evidence': evidence.map(({ serves, ...item }) => ({ ...item, serves: [...serves].flatMap(([framework, elements]) => elements.map((element) => ({ framework, ...element }))) })) }))
  return `${JSON.stringify({ 'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': 'gap --against', 'as-of': asOf, 'against': words, 'changed-files': base.changed ?? null, 'shared-files': shared, problems, applications }, null, 2)}\n`
}
