import type { CivilDate } from '../schema/types.js'
import { frozenStands, standsAsFrozen, standsOf, type ControlChange } from '../assess/compare-assessments.js'
import type { Host } from '../host/host.js'
import type { FrameworkEntry } from '../model/library.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { newDiagnostics } from '../source/new-diagnostics.js'
import { assessPortfolio } from './assess-portfolio.js'
import { beforeOf, entryChange, type Before, type EntryChange } from './entry-change.js'
import { namesThen } from './change.js'
import { chosenFrameworks, type GapOptions } from './gap.js'
import { openChange } from './open-change.js'
import { asOfFor, selectedEntries, workspaceFor } from './options.js'
import { problemOf, quartersInForce } from './quarter-files.js'
import { comparedWith, touchedBy } from './touched.js'
import { UsageError } from './usage-error.js'
import { pairsOf } from './validate-change.js'
import type { Workspace } from './workspace.js'

/** What a change, or the time since a quarter was closed, makes of the portfolio. */
export type Against = {
  readonly workspace: Workspace
  readonly asOf: CivilDate
  /** What it was compared with: a revision, or a quarter. */
  readonly with: { readonly revision: string; readonly commit: string; readonly date: CivilDate; readonly named: string } | { readonly quarter: string; readonly date: CivilDate }
  /** What was compared, and which entries a change touches of which no file changed. */
  readonly sentences: readonly string[]
  /** Diagnostics of shared files that are new. */
  readonly shared: readonly Diagnostic[]
  readonly entries: readonly EntryChange[]
}

/** Compares entries with how they stood: `revision` as `main` or `HEAD~1`, or a closed quarter as `2026-Q3`. */
export const openAgainst = (host: Host, ids: readonly string[], options: GapOptions, against: string): Promise<Against> =>
  /^\d{4}-Q[1-4]$/.test(against) ? againstQuarter(host, ids, options, against) : againstRevision(host, ids, options, against)

async function againstRevision(host: Host, ids: readonly string[], options: GapOptions, revision: string): Promise<Against> {
  const change = await openChange(host, options, revision)
  const { workspace, before, base, folders } = change
  const asOf = asOfFor(host, options)
  const head = { workspace, asOf, with: { revision, commit: base.commit, date: base.date, named: nameOf(revision, base.commit) } }
  const said = [comparedWith(change, asOf), ...(change.unknown === undefined ? [] : [change.unknown])]
  const shared = newDiagnostics(before.diagnostics, workspace.diagnostics, namesThen(change))
  if (workspace.diagnostics.some(({ severity }) => severity === 'error')) return { ...head, sentences: said, shared: workspace.diagnostics, entries: [] }
  const wanted = wantedBy(workspace, before, ids)
  const frameworks = chosenFrameworks(workspace, options.framework)
  const touched = touchedBy(change)
  const entries: EntryChange[] = []
  for await (const [pair, formerly] of pairsOf(host, change, asOf, 'error')) {
    if (!wanted(pair.id) || !touched.touches(pair)) continue
    const own = folders.has(pair.id)
    const entry = entryChange(workspace, {
      id: pair.id, own, frameworks, standsNow: ({ findings }) => standsOf(findings), newGaps: (then, now) => newDiagnostics(then, now, namesThen(change, pair.id, formerly)),
      ...(pair.then && { before: beforeOf(pair.then) }), ...(pair.now && { now: pair.now }), ...(formerly !== undefined && { formerly }),
    })
    if (own || isDifferent(entry)) entries.push(entry)
  }
  return { ...head, sentences: [...said, ...touched.sentences()], shared, entries }
}

const nameOf = (revision: string, commit: string): string => (commit.startsWith(revision) ? commit.slice(0, 12) : `${revision} (${commit.slice(0, 12)})`)

const isDifferent = ({ controls, assessed, wasAssessed, evidence, presence, tier }: EntryChange): boolean => controls.length > 0 || evidence.length > 0 || presence !== 'there' || tier !== undefined || assessed !== wasAssessed

function wantedBy(workspace: Workspace, before: Workspace | undefined, ids: readonly string[]): (id: string) => boolean {
  const unknown = ids.filter((id) => before?.inventory.has(id) !== true)
  selectedEntries(workspace, unknown) // throws where one is nowhere
  return ids.length === 0 ? () => true : (id) => ids.includes(id)
}

async function againstQuarter(host: Host, ids: readonly string[], options: GapOptions, name: string): Promise<Against> {
  const workspace = await workspaceFor(host, options, ids.length > 0 ? ids : undefined)
  const asOf = asOfFor(host, options)
  let found: Awaited<ReturnType<typeof recordOf>> | undefined
  if (!workspace.diagnostics.some(({ severity }) => severity === 'error')) found = await recordOf(host, workspace, name)
  const head = { workspace, asOf, with: { quarter: name, date: found?.quarter['as-of'] ?? asOf }, shared: workspace.diagnostics.filter(({ severity }) => severity === 'error') }
  if (found === undefined) return { ...head, sentences: [], entries: [] }
  const { quarter } = found
  const only = selectedEntries(workspace, ids)
  const frameworks: readonly FrameworkEntry[] = chosenFrameworks(workspace, options.framework)
  const then = new Map(quarter.applications.map((entry) => [entry.id, entry]))
  const seen = new Set<string>()
  const entries: EntryChange[] = []
  for await (const now of assessPortfolio(host, workspace, { asOf, gapSeverity: 'error', ...(only && { only }) })) {
    seen.add(now.id)
    const old = then.get(now.id)
    // A quarter keeps no evidence: what was collected by then is taken for known.
    const before: Before | undefined = old && { assessed: old.assessed, stands: frozenStands(old.findings), ...(old.tier && { tier: old.tier }), item: (item) => (item.collected <= quarter['as-of'] ? item : undefined), gaps: [] }
    const entry = entryChange(workspace, {
      id: now.id, own: false, now, frameworks, standsNow: ({ findings }) => (before === undefined ? standsOf(findings) : standsAsFrozen(findings)), ...(before && { before }),
      newGaps: (_then, gaps) => gaps,
    })
    const differing = new Set(entry.controls.filter(isWorse).map(({ control }) => control))
    if (isDifferent(entry)) entries.push({ ...entry, gaps: entry.gaps.filter(({ about }) => differing.has(about?.control ?? '')) })
  }
  const gone = ids.length > 0 ? [] : quarter.applications.filter(({ id }) => !seen.has(id))
  for (const { id, assessed, findings } of gone) entries.push(entryChange(workspace, { id, own: false, frameworks, standsNow: () => new Map(), newGaps: () => [], before: { assessed, stands: frozenStands(findings), item: () => undefined, gaps: [] } }))
  return { ...head, shared: [], sentences: [`Compared with the quarter \`${name}\`, closed as of ${quarter['as-of']}. Today counts as ${asOf}.`, ...(found.changed ? [`quarters/${found.file} was changed after it was closed, and is taken as it stands. Run \`muster quarter verify\` to see where.`] : [])], entries }
}

async function recordOf(host: Host, workspace: Workspace, name: string): Promise<Extract<Awaited<ReturnType<typeof read>>, { quarter: unknown }>> {
  const record = await read(host, workspace, name)
  if (record === undefined) throw new UsageError(`There is no closed quarter ${name}.`, 'Run `muster quarter list` to see all, or name a revision.')
  if ('fault' in record) throw new UsageError(problemOf(record) ?? `quarters/${record.file} cannot be read.`, 'Restore it from git.')
  return record
}

async function read(host: Host, workspace: Workspace, name: string) {
  for await (const record of quartersInForce(host, workspace.root)) if (record.file.startsWith(name)) return record
  return undefined
}

/** Whether a control stands worse: what was satisfied, accepted or rightly left out is not any more. */
export const isWorse = ({ effect }: ControlChange): boolean => effect === 'breaks'
