import type { Host } from '../host/host.js'
import type { CoverageTotals } from '../model/coverage.js'
import type { FrameworkEntry } from '../model/library.js'
import { LEVELS, rankOf } from '../model/risk-tier.js'
import { text as textReporter } from '../reporters/text.js'
import type { Severity } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { counted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { assessPortfolio, type Outcome } from './assess-portfolio.js'
import { dutiesFor, withDuties } from './duties.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatChoices, once, reportContext, writeProduct, type FormatChoice } from './formats.js'
import { applicationJson, gapJson } from './gap-json.js'
import { coverageTable, standingTable, worstGaps } from './gap-text.js'
import { asOfFor, oneOf, selectedEntries, workspaceFor, type GlobalOptions } from './options.js'
import { addTotals, coverageOf, frameworksInScope, recordOf, type ApplicationRecord } from './portfolio.js'
import { revisionJson, type RevisionOptions } from './revision-option.js'
import { changeJson, loosenedText } from './tailoring-text.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type GapOptions = RevisionOptions & { readonly format?: readonly string[]; readonly failOn?: string; readonly framework?: string; readonly against?: string }

/** `muster gap [application…]`: what applies and is not satisfied. */
export async function gap(host: Host, ids: readonly string[], options: GapOptions): Promise<ExitCode> {
  if (options.against !== undefined) return (await import('./gap-against.js')).gapAgainst(host, ids, options, options.against)
  const failOn = oneOf(options.failOn ?? 'low', [...LEVELS, 'never'] as const, '--fail-on')
  const choices = formatChoices(host, options, options.format)
  const workspace = await workspaceFor(host, options, ids.length > 0 ? ids : undefined)
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const frameworks = chosenFrameworks(workspace, options.framework)
  const only = selectedEntries(workspace, ids)
  const asOf = asOfFor(host, options)
  if (workspace.inventory.size + workspace.entryDiagnostics.size === 0) return emptyInventory(host)

  const run = startRun(frameworks, workspace)
  const keepAll = choices.some((choice) => choice.reporter.id !== 'json' && (choice.reporter.id !== 'text' || only !== undefined))
  const duties = await dutiesFor(host, workspace, options.at)
  run.duties.push(...(duties?.shared ?? []))
  const outcomes = withDuties(assessPortfolio(host, workspace, { asOf, gapSeverity: keepAll ? 'error' : 'none', ...(only && { only }) }), duties)
  const head = { command: 'gap', organization: workspace.library.config.title, 'as-of': asOf, ...revisionJson(options), catalog: { id: workspace.library.catalog.id, version: workspace.library.catalog.version }, tailoring: workspace.library.tailoring.map(changeJson) }
  const json = choices.find((choice) => choice.reporter.id === 'json')
  const seen = run.watch(outcomes, keepAll)
  if (json) await writeProduct(host, json.file, gapJson(head, seen, run.tail))
  else for await (const _application of seen);

  for (const choice of choices) if (choice !== json) await writeProduct(host, choice.file, once(render(choice, run, workspace, options, host, asOf, only !== undefined)))
  return conclude(host, run, workspace, options, failOn, choices)
}

type Run = {
  readonly records: ApplicationRecord[]
  readonly diagnostics: Diagnostic[]
  readonly unassessed: Outcome[]
  /** What git says of decisions. */
  readonly duties: Diagnostic[]
  readonly sums: Map<string, Record<keyof CoverageTotals, number>>
  readonly frameworks: readonly FrameworkEntry[]
  /** Passes every outcome on as JSON, and keeps the small record of it. */
  readonly watch: (outcomes: AsyncIterable<Outcome>, keepAll: boolean) => AsyncGenerator<() => unknown>
  readonly tail: () => Readonly<Record<string, unknown>>
}

function startRun(frameworks: readonly FrameworkEntry[], workspace: Workspace): Run {
  const records: ApplicationRecord[] = []
  const diagnostics: Diagnostic[] = []
  const unassessed: Outcome[] = []
  const duties: Diagnostic[] = []
  const sums = new Map<string, Record<keyof CoverageTotals, number>>()
  return {
    records, diagnostics, unassessed, duties, sums, frameworks,
    async *watch(outcomes, keepAll) {
      for await (const outcome of outcomes) {
        const coverage = coverageOf(outcome, frameworks, workspace.library)
        // The organization's answers are carried into the coverage of each application, and are not counted once more.
        if (outcome.entry?.kind !== 'organization') addTotals(sums, coverage)
        records.push(recordOf(outcome))
        duties.push(...(outcome.duties ?? []))
        if (keepAll) diagnostics.push(...outcome.diagnostics, ...outcome.gaps)
        if (outcome.assessment === undefined) unassessed.push({ id: outcome.id, diagnostics: outcome.diagnostics, gaps: [], providers: new Map() })
        yield () => applicationJson(outcome, coverage)
      }
    },
    tail: () => ({ coverage: Object.fromEntries(sums), totals: totalsOfRecords(records) }),
  }
}

function totalsOfRecords(records: readonly ApplicationRecord[]): Readonly<Record<string, number>> {
  const sum = (key: keyof ApplicationRecord['counts']): number => records.reduce((total, record) => total + record.counts[key], 0)
  return {
    applications: records.length, 'not-assessed-applications': records.filter((record) => !record.assessed).length,
    satisfied: sum('satisfied'), gaps: sum('gaps'), accepted: sum('accepted'), 'not-applicable': sum('notApplicable'), upcoming: sum('upcoming'), unanswered: sum('unanswered'), 'not-assessed': sum('notAssessed'),
  }
}

function render(choice: FormatChoice, run: Run, workspace: Workspace, options: GapOptions, host: Host, asOf: string, detailed: boolean): string {
  const context = reportContext(host, options, workspace, 'gap', choice)
  const diagnostics = [...run.diagnostics, ...run.duties].sort(compareDiagnostics)
  if (choice.reporter.id !== 'text') return choice.reporter.render(diagnostics, context)
  const { title } = workspace.library.config
  const loosened = loosenedText(workspace.library.tailoring, context.paint)
  const head = context.paint.bold(`${title}: where it stands on ${asOf}${options.at ? `, by the files of ${options.at.commit.slice(0, 12)}` : ''}`)
  const parts = detailed
    ? [head, standingTable(run.records, context.paint).trimEnd(), loosened, textReporter.render(diagnostics, context).trimEnd()]
    : [head, standingTable(run.records, context.paint).trimEnd(), worstGaps(run.records, asOf, context.paint), loosened, `${context.paint.bold('Coverage')} (elements by state, counted over applications and platforms)\n${coverageTable(run.frameworks, run.sums, context.paint).trimEnd()}`, nextSteps(run, context.paint.dim)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function nextSteps(run: Run, dim: (text: string) => string): string {
  const worst = [...run.records].filter((record) => record.worstSeverity !== undefined).sort((a, b) => rankOf(b.worstSeverity ?? 'low') - rankOf(a.worstSeverity ?? 'low'))[0]
  const lines = [
    ...(worst ? [`muster gap ${worst.id}`.padEnd(36) + dim('every gap of one application, on its line')] : []),
    ...(worst?.worst[0] ? [`muster explain ${worst.worst[0].control}`.padEnd(36) + dim('what a control asks for, and why')] : []),
    ...(run.frameworks[0] ? [`muster coverage ${run.frameworks[0].id}`.padEnd(36) + dim('element by element')] : []),
    'muster validate'.padEnd(36) + dim('what is wrong with the files'),
  ]
  return `Next:\n${lines.map((line) => `  ${line}`).join('\n')}`
}

async function conclude(host: Host, run: Run, workspace: Workspace, options: GapOptions, failOn: Severity | 'never', choices: readonly FormatChoice[]): Promise<ExitCode> {
  if (run.duties.length > 0) await host.err.write(`${counted(run.duties.length, 'diagnostic')} about who committed decisions: \`muster validate\` shows each on its line.\n`)
  if (run.unassessed.length > 0) {
    const names = run.unassessed.map((outcome) => outcome.id).join(', ')
    const textShown = choices.some((choice) => choice.reporter.id === 'text' && choice.file === undefined) && run.diagnostics.length > 0
    const context = { ...reportContext(host, options, workspace, 'gap', { reporter: textReporter }) }
    if (!textShown) await host.err.write(textReporter.render(run.unassessed.flatMap((outcome) => outcome.diagnostics).sort(compareDiagnostics), context))
    await host.err.write(`Not assessed, because its files are wrong: ${names}. The others are complete.\n`)
    return EXIT.wrongInput
  }
  const limit = failOn === 'never' ? Number.POSITIVE_INFINITY : rankOf(failOn)
  if (failOn !== 'never' && run.duties.some(({ severity }) => severity === 'error')) return EXIT.found
  return run.records.some((record) => record.worstSeverity !== undefined && rankOf(record.worstSeverity) >= limit) ? EXIT.found : EXIT.done
}

/** Prints what is wrong with the catalog, which stops everything. */
export async function stopAtLibrary(host: Host, workspace: Workspace, options: GlobalOptions): Promise<ExitCode> {
  await host.err.write(textReporter.render([...workspace.diagnostics].sort(compareDiagnostics), reportContext(host, options, workspace, 'gap', { reporter: textReporter })))
  await host.err.write('Nothing was assessed: the catalog, a framework or the configuration is wrong.\n')
  return EXIT.wrongInput
}

async function emptyInventory(host: Host): Promise<ExitCode> {
  await host.err.write('There is no application in applications/.\nhint: Begin one with `muster new application`.\n')
  return EXIT.wrongInput
}

/** The frameworks that a run reports on: the one that is named, or those in scope. */
export function chosenFrameworks(workspace: Workspace, id: string | undefined): readonly FrameworkEntry[] {
  if (id === undefined) return frameworksInScope(workspace.library)
  const framework = workspace.library.frameworks.get(id)
  if (framework === undefined) throw new UsageError(`There is no framework \`${id}\`.`, suggestHint(id, workspace.library.frameworks.keys(), 'Run `muster list frameworks` to see all.'))
  return [framework]
}
