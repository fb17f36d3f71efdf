import { assess, toProvider } from '../assess/assess.js'
import type { Host } from '../host/host.js'
import { filesOf, mergeApplicationFiles, type ApplicationFiles, type Artifacts } from '../model/application.js'
import type { Assessment, Provider } from '../model/assessment.js'
import { factsOf } from '../model/facts.js'
import { staysInside } from '../model/stays-inside.js'
import { readFile } from '../read/read-file.js'
import { rules } from '../rules/index.js'
import type { InventoryEntry } from '../rules/rule.js'
import { runApplicationRules, runGapRules } from '../rules/run-rules.js'
import type { CivilDate } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { collectMetrics } from './collect-metrics.js'
import { isIgnored, type Workspace } from './workspace.js'

/** What came of one inventory entry. */
export type Outcome = {
  /** The folder under `applications/`, which is the id where the entry can be read. */
  readonly id: string
  readonly entry?: InventoryEntry
  /** What is wrong with its files. With an error among them it is not assessed. */
  readonly diagnostics: readonly Diagnostic[]
  readonly assessment?: Assessment
  /** What muster itself saw of its artifacts. */
  readonly artifacts?: Artifacts
  /** The gaps as diagnostics. */
  readonly gaps: readonly Diagnostic[]
  /** The organization and platforms assessed before it, as it may inherit from them. */
  readonly providers: ReadonlyMap<string, Provider>
}

export type AssessOptions = {
  readonly asOf: CivilDate
  /** Entries to give outcomes for; those that they rest on are assessed too. Default all. */
  readonly only?: ReadonlySet<string>
  /** The highest severity of a gap as a diagnostic; `none` where nobody reads them. */
  readonly gapSeverity: 'error' | 'warning' | 'none'
}

/**
 * Reads and assesses the portfolio one entry at a time: the organization, platforms, then applications by name.
 * Of the organization and the platforms a small record is kept; of an application nothing.
 */
export async function* assessPortfolio(host: Host, workspace: Workspace, options: AssessOptions): AsyncGenerator<Outcome> {
  const providers = new Map<string, Provider>()
  for (const folder of inOrder(workspace, options.only)) {
    const outcome = await assessEntry(host, workspace, folder, providers, options)
    if (outcome.assessment && outcome.entry && outcome.entry.kind !== 'application') providers.set(outcome.entry.id, toProvider(outcome.assessment))
    if (options.only === undefined || options.only.has(folder)) yield outcome
  }
}

/** The folders in the order in which they are assessed: what others rest on comes first. */
export function inOrder({ inventory, entryDiagnostics }: Workspace, only?: ReadonlySet<string>): readonly string[] {
  const order = new Set<string>()
  const visit = (folder: string, above: readonly string[]): void => {
    if (order.has(folder) || above.includes(folder)) return
    for (const provider of inventory.get(folder)?.inherits ?? []) if (inventory.get(provider)?.kind === 'platform') visit(provider, [...above, folder])
    order.add(folder)
  }
  const folders = [...new Set([...inventory.keys(), ...entryDiagnostics.keys()])].sort()
  const ofKind = (kind: InventoryEntry['kind']): readonly string[] => folders.filter((folder) => inventory.get(folder)?.kind === kind)
  const wanted = (folder: string): boolean => only === undefined || only.has(folder)
  for (const folder of ofKind('organization')) order.add(folder)
  for (const kind of ['platform', 'application'] as const) for (const folder of ofKind(kind)) if (wanted(folder)) visit(folder, [])
  for (const folder of folders) if (!inventory.has(folder) && wanted(folder)) order.add(folder)
  return [...order]
}

async function assessEntry(host: Host, workspace: Workspace, folder: string, providers: ReadonlyMap<string, Provider>, options: AssessOptions): Promise<Outcome> {
  const entry = workspace.inventory.get(folder)
  const wrong = workspace.entryDiagnostics.get(folder) ?? []
  if (entry === undefined) return { id: folder, diagnostics: wrong, gaps: [], providers }
  const { files, diagnostics } = await readApplication(host, workspace, folder, entry)
  const read = { id: folder, entry, gaps: [], providers }
  if (diagnostics.length > 0) return { ...read, diagnostics }
  const { library, inventory } = workspace
  const artifacts = await readArtifacts(host, workspace.root, folder, files)
  const facts = factsOf(library.catalog, files.application, library.people, options.asOf)
  const context = { library, inventory, unread: workspace.unread, files, facts, artifacts, asOf: options.asOf }
  const found = [...runApplicationRules(rules, context)].sort(compareDiagnostics)
  if (found.some((diagnostic) => diagnostic.severity === 'error')) return { ...read, diagnostics: found }
  const assessment = assess(library, files, { artifacts, providers, asOf: options.asOf, cutoff: options.asOf })
  const gaps = options.gapSeverity === 'none' ? [] : [...runGapRules(rules, { ...context, assessment, providers }, options.gapSeverity)].sort(compareDiagnostics)
  return { ...read, diagnostics: found, assessment, artifacts, gaps }
}

/** Reads the evidence files of one inventory entry. */
export async function readApplication(host: Host, workspace: Workspace, folder: string, entry: InventoryEntry): Promise<{ readonly files: ApplicationFiles; readonly diagnostics: readonly Diagnostic[] }> {
  const base = `applications/${folder}/evidence`
  const names = ((await host.list(`${workspace.root}/${base}`, 0)) ?? []).filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
  const paths = names.map((name) => `${base}/${name}`).filter((path) => !isIgnored(workspace.library.config, path))
  const texts = await host.readTexts(workspace.root, paths)
  const checked = paths.map((path) => readFile(path, texts.get(path) ?? { refused: 'absent' }, 'evidence'))
  const files = mergeApplicationFiles(entry.read(), checked.flatMap(({ value }) => (value ? [value] : [])))
  return { files, diagnostics: checked.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics) }
}

async function readArtifacts(host: Host, root: string, folder: string, files: ApplicationFiles): Promise<Artifacts> {
  const base = `${root}/applications/${folder}`
  const inside = files.evidence.flatMap(({ data }) => filesOf(data)).map((file) => file.path).filter(staysInside)
  const states = await host.digests(base, [...new Set(inside)])
  return { states, collected: await collectMetrics(host, base, files.evidence.map(({ data }) => data)) }
}
