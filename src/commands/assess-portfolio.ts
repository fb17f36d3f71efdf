import { assess, toProvider } from '../assess/assess.js'
import type { Host } from '../host/host.js'
import { mergeApplicationFiles, type ApplicationFiles, type Artifacts } from '../model/application.js'
import type { Assessment, Provider } from '../model/assessment.js'
import { factsOf } from '../model/facts.js'
import { rules } from '../rules/index.js'
import type { InventoryEntry } from '../rules/rule.js'
import { runApplicationRules, runGapRules } from '../rules/run-rules.js'
import type { CivilDate } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { evidenceDoc, readEvidenceFiles, readEvidenceOf, type EvidenceRead, type EvidenceRequest } from './read-evidence.js'
import type { Workspace } from './workspace.js'

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
  /** What git says of its decisions, where that was asked. */
  readonly duties?: readonly Diagnostic[]
  /** The organization and platforms assessed before it, as it may inherit from them. */
  readonly providers: ReadonlyMap<string, Provider>
}

export type AssessOptions = {
  readonly asOf: CivilDate
  /** Last day whose reviews count. Default `asOf`. */
  readonly cutoff?: CivilDate
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
  const folders = inOrder(workspace, options.only)
  const evidence = readEvidenceOf(host, folders.filter((folder) => workspace.inventory.has(folder)).map((folder) => requestFor(workspace, folder)))
  const providers = new Map<string, Provider>()
  try {
    for (const folder of folders) {
      const entry = workspace.inventory.get(folder)
      const { value: read } = entry ? await evidence.next() : { value: undefined }
      const outcome = entry && read ? assessEntry(workspace, folder, entry, read, providers, options) : { id: folder, diagnostics: workspace.entryDiagnostics.get(folder) ?? [], gaps: [], providers }
      if (outcome.assessment && outcome.entry && outcome.entry.kind !== 'application') providers.set(outcome.entry.id, toProvider(outcome.assessment))
      if (options.only === undefined || options.only.has(outcome.id)) yield outcome
    }
  } finally {
    await evidence.return(undefined)
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

/** How the evidence of an inventory entry is asked for. */
export const requestFor = ({ root, library }: Workspace, folder: string): EvidenceRequest => ({ root, folder, ignore: library.config.ignore ?? [] })

/** Checks and assesses one inventory entry by what was read of it. Those that it rests on come first. */
export function assessEntry({ library, inventory, unread }: Workspace, folder: string, entry: InventoryEntry, { sources, diagnostics, artifacts }: EvidenceRead, providers: ReadonlyMap<string, Provider>, options: AssessOptions): Outcome {
  const read = { id: folder, entry, gaps: [], providers }
  if (artifacts === undefined) return { ...read, diagnostics }
  const files = mergeApplicationFiles(entry.read(), sources.map(evidenceDoc))
  const { asOf, cutoff = asOf } = options
  const facts = factsOf(library.catalog, files.application, library.people, cutoff, asOf)
  const context = { library, inventory, unread, files, facts, artifacts, asOf }
  const found = [...runApplicationRules(rules, context)].sort(compareDiagnostics)
  if (found.some((diagnostic) => diagnostic.severity === 'error')) return { ...read, diagnostics: found }
  const assessment = assess(library, files, { artifacts, providers, asOf, cutoff })
  const gaps = options.gapSeverity === 'none' ? [] : [...runGapRules(rules, { ...context, assessment, providers }, options.gapSeverity)].sort(compareDiagnostics)
  return { ...read, diagnostics: found, assessment, artifacts, gaps }
}

/** Reads the evidence files of one inventory entry. */
export async function readApplication(host: Host, workspace: Workspace, folder: string, entry: InventoryEntry): Promise<{ readonly files: ApplicationFiles; readonly diagnostics: readonly Diagnostic[] }> {
  const { docs, diagnostics } = await readEvidenceFiles(host, requestFor(workspace, folder))
  return { files: mergeApplicationFiles(entry.read(), docs), diagnostics }
}
