import { freezeApplication } from '../assess/freeze-application.js'
import { assessedIn, type Moment } from '../assess/trend-causes.js'
import type { Host } from '../host/host.js'
import type { ChangedFile, Repository, Revision } from '../host/repository.js'
import { touchedEntries, type KnownEntry, type Touched } from '../model/touched-entries.js'
import type { CivilDate, FrozenApplication, Quarter } from '../schema/types.js'
import type { Diagnostic, DiagnosticSeverity } from '../source/diagnostic.js'
import { assessPortfolio } from './assess-portfolio.js'
import { hostAt, mergeBaseFor, repositoryFor } from './at-revision.js'
import { frozenControls } from './freeze-portfolio.js'
import { rootFor } from './open-closing.js'
import { folderOf, workspaceFor, type GlobalOptions } from './options.js'
import { frameworksInScope } from './portfolio.js'
import { problemOf, quartersInForce } from './quarter-files.js'
import { UsageError } from './usage-error.js'
import { CONFIG, withInventoryOf, type Workspace } from './workspace.js'

/** What a change is compared with: the files at a revision, or a closed quarter. */
export type ChangeBase = {
  /** What it is, in words: `main, at 1a2b3c4d5e6f of 2026-09-12`. */
  readonly words: string
  /** What keeps the comparison from being whole, as sentences. */
  readonly problems: readonly string[]
  readonly moment: Moment
  readonly entries: ReadonlyMap<string, FrozenApplication>
  /** Ids of the evidence of each entry; undefined for a quarter, which does not keep them. */
  readonly evidence?: ReadonlyMap<string, ReadonlySet<string>>
  /** What was wrong then, by what makes it the same now; undefined for a quarter. */
  readonly known?: ReadonlySet<string>
  /** The files that differ, relative to the repository; undefined for a quarter. */
  readonly changed?: readonly ChangedFile[]
  /** Undefined for a quarter: then every entry is compared. */
  readonly touched?: Touched
}

/** What makes a diagnostic the same in two trees: not its line, and of what is about an application not its file. */
export const identityOf = ({ code, message, place, about }: Diagnostic): string => `${code} ${about ? JSON.stringify(about) : place.file} ${message}`

/** What a working tree changes since a revision. */
export type Change = {
  readonly repository: Repository
  /** The last commit that the revision and what is checked out have in common. */
  readonly revision: Revision
  /** The revision, in words. */
  readonly words: string
  /** The files that differ, relative to the governance repository. */
  readonly changed: readonly ChangedFile[]
}

/** Finds what the working tree changes since a revision. */
export async function changeSince(host: Host, options: GlobalOptions, name: string): Promise<Change> {
  const repository = await repositoryFor(host, folderOf(host, options))
  const root = await rootFor(host, options)
  const below = root === repository.top ? '' : root.slice(repository.top.length + 1)
  const revision = await mergeBaseFor(repository, name)
  const changed = (await repository.changedFiles(revision, below)).map(({ path, change }) => ({ path: below === '' ? path : path.slice(below.length + 1), change }))
  return { repository, revision, words: `\`${name}\`, at \`${revision.commit.slice(0, 12)}\` of ${revision.date}`, changed }
}

const ownFolders = ({ changed }: Change): readonly string[] => [...touchedEntries(changed.map(({ path }) => path), new Map()).own]
const changesShared = ({ changed }: Change): boolean => touchedEntries(changed.map(({ path }) => path), new Map()).shared.length > 0

/** Opens as much of the workspace as a change can touch: all of it only where a shared file, a platform or the organization is changed. */
export async function openTouched(host: Host, options: GlobalOptions, change: Change): Promise<Workspace> {
  if (changesShared(change)) return workspaceFor(host, options)
  const some = await workspaceFor(host, options, ownFolders(change))
  const narrow = ownFolders(change).every((folder) => some.inventory.get(folder)?.kind === 'application' || some.entryDiagnostics.has(folder))
  return narrow ? some : workspaceFor(host, options)
}

/** How the entries that a change touches stood before it. */
export async function revisionBase(host: Host, workspace: Workspace, options: GlobalOptions, { change, asOf, gapSeverity }: { readonly change: Change; readonly asOf: CivilDate; readonly gapSeverity: 'warning' | 'none' }): Promise<ChangeBase> {
  const { repository, revision, words, changed } = change
  const paths = changed.map(({ path }) => path)
  const disk = hostAt(host, repository, revision)
  const nothing: ChangeBase = { words, problems: [], moment: { asOf, controls: new Map(), assessed: new Map() }, entries: new Map(), evidence: new Map(), known: new Set(), changed, touched: touchedEntries(paths, knownEntries(workspace)) }
  if ((await disk.findUp(folderOf(host, options), CONFIG)) === undefined) return { ...nothing, problems: [`There was no ${CONFIG} then, so everything is new.`] }
  // Where no shared file differs, the catalog of then is that of now.
  const then = changesShared(change) ? await workspaceFor(disk, { ...options, asOf }) : await withInventoryOf(disk, workspace, [...(nothing.touched?.folders ?? [])])
  const known = new Set(then.diagnostics.map(identityOf))
  if (hasError(then.diagnostics)) return { ...nothing, known, entries: new Map([...then.inventory.keys()].map((id) => [id, freezeApplication({ id, diagnostics: [], coverage: {} })])), problems: ['The catalog, a framework or the configuration was wrong then, so no entry can be compared with how it stood.'] }
  const touched = touchedEntries(paths, new Map([...knownEntries(then), ...knownEntries(workspace)]))
  const entries = new Map<string, FrozenApplication>()
  const evidence = new Map<string, ReadonlySet<string>>()
  const only = new Set([...touched.folders].filter((folder) => then.inventory.has(folder) || then.entryDiagnostics.has(folder)))
  for await (const { id, entry, assessment, diagnostics, gaps } of assessPortfolio(disk, then, { asOf, gapSeverity, only })) {
    entries.set(id, freezeApplication({ id, ...(entry && { kind: entry.kind }), ...(assessment && { assessment }), diagnostics, coverage: {} }))
    evidence.set(id, new Set(assessment?.files.evidence.map(({ data }) => data.id)))
    for (const diagnostic of [...diagnostics, ...gaps]) known.add(identityOf(diagnostic))
  }
  const controls = new Map(frozenControls(then.library, frameworksInScope(then.library)).map((control) => [control.id, control]))
  return { words, problems: [], moment: { asOf, controls, assessed: assessedIn([...entries.values()]) }, entries, evidence, known, changed, touched }
}

const knownEntries = ({ inventory }: Workspace): ReadonlyMap<string, KnownEntry> => inventory

/** A closed quarter, as it was last corrected. */
export async function quarterBase(host: Host, workspace: Workspace, name: string): Promise<ChangeBase> {
  const known: string[] = []
  for await (const record of quartersInForce(host, workspace.root)) {
    const quarter: Quarter | undefined = 'quarter' in record ? record.quarter : undefined
    known.push(record.file.slice(0, 'yyyy-Qn'.length))
    if (known.at(-1) !== name) continue
    const problem = problemOf(record)
    if (quarter === undefined) throw new UsageError(problem ?? `${name} cannot be read.`, 'Run `muster quarter verify --all`.')
    const assessed = assessedIn(quarter.applications)
    return {
      words: `the closed quarter ${name}, as of ${quarter['as-of']}`, problems: problem === undefined ? [] : [problem],
      moment: { asOf: quarter['as-of'], controls: new Map(quarter.controls.map((control) => [control.id, control])), assessed }, entries: new Map(quarter.applications.map((entry) => [entry.id, entry])),
    }
  }
  throw new UsageError(`${name} is not closed.`, known.length === 0 ? 'No quarter is: name a revision, for instance `main`.' : `Closed are ${known.join(', ')}.`)
}

/** Whether a name is that of a quarter. */
export const isQuarterName = (name: string): boolean => /^\d{4}-Q\d+$/.test(name)

/** Those that were not there before. */
export const newAmong = (diagnostics: readonly Diagnostic[], { known }: ChangeBase): readonly Diagnostic[] => (known === undefined ? [] : diagnostics.filter((diagnostic) => !known.has(identityOf(diagnostic))))

/** The highest severity among diagnostics. */
export const hasError = (diagnostics: readonly { readonly severity: DiagnosticSeverity }[]): boolean => diagnostics.some(({ severity }) => severity === 'error')
