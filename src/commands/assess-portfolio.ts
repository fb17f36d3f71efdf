import { assess, toProvider } from '../assess/assess.js'
import type { Host } from '../host/host.js'
import { mergeApplicationFiles, type ApplicationFiles, type Artifacts } from '../model/application.js'
import type { Assessment, Provider } from '../model/assessment.js'
import { factsOf } from '../model/facts.js'
import { readFile } from '../read/read-file.js'
import { rules } from '../rules/index.js'
import type { InventoryEntry } from '../rules/rule.js'
import { runApplicationRules, runGapRules } from '../rules/run-rules.js'
import type { CivilDate } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { artifactsReader, artifactsRequest, type ArtifactsReader } from './read-artifacts.js'
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
  const reader = artifactsReader(host, folders.length)
  const providers = new Map<string, Provider>()
  try {
    for await (const read of readAhead(folders, (folder) => readEntry(host, workspace, folder, reader), reader.ahead)) {
      const outcome = assessEntry(workspace, read, providers, options)
      if (outcome.assessment && outcome.entry && outcome.entry.kind !== 'application') providers.set(outcome.entry.id, toProvider(outcome.assessment))
      if (options.only === undefined || options.only.has(outcome.id)) yield outcome
    }
  } finally {
    await reader.stop()
  }
}

/** What comes of each item, in order, with so many more begun than asked for. */
async function* readAhead<Item, Read>(items: readonly Item[], read: (item: Item) => Promise<Read>, ahead: number): AsyncGenerator<Read> {
  const begun: Promise<Read>[] = []
  for (let next = 0, done = 0; done < items.length; done++) {
    for (const item of items.slice(next, done + ahead + 1)) {
      const reading = read(item)
      reading.catch(() => undefined) // a failure shows when its turn comes, if it does
      begun.push(reading)
      next += 1
    }
    const first = begun.shift()
    if (first) yield await first
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

type ReadEntry = {
  readonly id: string
  readonly entry?: InventoryEntry
  readonly diagnostics: readonly Diagnostic[]
  /** What there is to assess, where its files can be read. */
  readonly content?: { readonly files: ApplicationFiles; readonly artifacts: Artifacts }
}

async function readEntry(host: Host, workspace: Workspace, folder: string, reader: ArtifactsReader): Promise<ReadEntry> {
  const entry = workspace.inventory.get(folder)
  if (entry === undefined) return { id: folder, diagnostics: workspace.entryDiagnostics.get(folder) ?? [] }
  const { files, diagnostics } = await readApplication(host, workspace, folder, entry)
  if (diagnostics.length > 0) return { id: folder, entry, diagnostics }
  const request = artifactsRequest(`${workspace.root}/applications/${folder}`, files.evidence.map(({ data }) => data))
  return { id: folder, entry, diagnostics, content: { files, artifacts: await reader.read(request) } }
}

function assessEntry({ library, inventory, unread }: Workspace, { id, entry, diagnostics, content }: ReadEntry, providers: ReadonlyMap<string, Provider>, options: AssessOptions): Outcome {
  const read = { id, ...(entry && { entry }), gaps: [], providers }
  if (content === undefined) return { ...read, diagnostics }
  const { files, artifacts } = content
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
  const base = `applications/${folder}/evidence`
  const names = ((await host.list(`${workspace.root}/${base}`, 0)) ?? []).filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
  const paths = names.map((name) => `${base}/${name}`).filter((path) => !isIgnored(workspace.library.config, path))
  const texts = await host.readTexts(workspace.root, paths)
  const checked = paths.map((path) => readFile(path, texts.get(path) ?? { refused: 'absent' }, 'evidence'))
  const files = mergeApplicationFiles(entry.read(), checked.flatMap(({ value }) => (value ? [value] : [])))
  return { files, diagnostics: checked.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics) }
}
