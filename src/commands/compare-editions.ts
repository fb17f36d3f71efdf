import { compareEditions, coverageUnderBoth, type ComparedEditions, type CoverageUnderBoth } from '../assess/compare-editions.js'
import type { Host } from '../host/host.js'
import { controlStates } from '../model/control-states.js'
import { editionPath } from '../model/follow-editions.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { Application } from '../schema/types.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { assessPortfolio } from './assess-portfolio.js'
import { comparedText } from './compare-editions-text.js'
import { frameworkFacts } from './crosswalk.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { chosenFrameworks, stopAtLibrary } from './gap.js'
import { asOfFor, oneOf, selectedEntries, workspaceFor } from './options.js'
import { isAdoptedFor } from './portfolio.js'
import { revisionJson, type RevisionOptions } from './revision-option.js'
import { paintFor } from './terminal.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type CompareEditionsOptions = RevisionOptions & { readonly application?: string; readonly format?: string }

/** One inventory entry under both editions. */
export type EntryUnderBoth = { readonly id: string; readonly kind: Application['kind'] } & CoverageUnderBoth

/** Every entry that either edition is for, and those that could not be assessed. */
export type PortfolioUnderBoth = { readonly entries: readonly EntryUnderBoth[]; readonly unassessed: readonly string[] }

/** `muster compare <framework> <framework>`: where elements went, which mappings carry over, and the coverage under both editions. */
export async function compareTwoEditions(host: Host, from: string, to: string | undefined, options: CompareEditionsOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const workspace = await workspaceFor(host, options)
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const [older, newer] = [from, to].map((id) => (id === undefined ? undefined : chosenFrameworks(workspace, id)[0]))
  if (older === undefined || newer === undefined) throw new UsageError('Two editions are compared.', 'Write `muster compare <older> <newer>`; `muster list frameworks` shows all.')
  const compared = compareEditions(older, newer)
  if (compared === undefined) throw notConnected(older, newer)
  const under = await assessUnderBoth(host, workspace, compared, options)
  await host.out.write(format === 'json'
    ? `${JSON.stringify(comparedJson(compared, under, { 'as-of': asOfFor(host, options), ...revisionJson(options), application: options.application ?? null }), null, 2)}\n`
    : comparedText(compared, under, options.application, paintFor(host, options.color ?? 'auto')))
  if (under.unassessed.length === 0) return EXIT.done
  await host.err.write(`Not assessed, because its files are wrong: ${under.unassessed.join(', ')}. Run \`muster validate\` to see what.\n`)
  return EXIT.wrongInput
}

function notConnected(older: FrameworkEntry, newer: FrameworkEntry): UsageError {
  if (older.id === newer.id) return new UsageError(`${older.id} is named twice.`, 'Name two editions, the older first.')
  if (editionPath(newer, older) !== undefined) return new UsageError(`${older.id} is the later edition of the two.`, `Write \`muster compare ${newer.id} ${older.id}\`.`)
  const [leaf] = [...older.elements.values()].filter((element) => !element.heading)
  const row = leaf === undefined ? '' : `, with a row for each element of the older one such as \`- { element: ${leaf.id}, change: moved, to: [{ element: …, relationship: equal-to }] }\``
  return new UsageError(
    `Nothing says where the elements of ${older.id} went in ${newer.id}: no edition-from connects them.`,
    `If they are editions of one framework, write frameworks/${newer.id}/edition-from-${older.id}.yaml (\`framework: ${newer.id}\`, \`from: ${older.id}\`, \`method\`, \`by\`, \`on\`, \`elements\`)${row}; write \`supersedes: ${older.id}\` in the framework.yaml of ${newer.id} and \`status: superseded\` in that of ${older.id}. If they are not, use \`muster crosswalk ${older.id} ${newer.id}\`.`,
  )
}

async function assessUnderBoth(host: Host, workspace: Workspace, compared: ComparedEditions, options: CompareEditionsOptions): Promise<PortfolioUnderBoth> {
  const only = options.application === undefined ? undefined : selectedEntries(workspace, [options.application])
  const entries: EntryUnderBoth[] = []
  const unassessed: string[] = []
  for await (const outcome of assessPortfolio(host, workspace, { asOf: asOfFor(host, options), gapSeverity: 'none', ...(only && { only }) })) {
    const { id, assessment, entry, providers } = outcome
    if (assessment === undefined || entry === undefined) unassessed.push(id)
    // The organization's answers are carried into the coverage of each application, and are not shown once more.
    else if ((only !== undefined || entry.kind !== 'organization') && isForEither(workspace.library, compared, assessment.files.application)) entries.push({ id, kind: entry.kind, ...coverageUnderBoth(compared, controlStates(assessment.findings, providers)) })
  }
  return { entries, unassessed }
}

// The later edition is usually not adopted yet, so the adoption of either says for whom they are.
function isForEither(library: Library, { from, to }: ComparedEditions, application: Application): boolean {
  const adopted = [from, to].filter(({ id }) => library.adoptions.has(id))
  return adopted.length === 0 || adopted.some(({ id }) => isAdoptedFor(library, id, application))
}

function comparedJson({ from, to, through, elements, added, mappings }: ComparedEditions, { entries, unassessed }: PortfolioUnderBoth, head: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const count = (outcome: string): number => mappings.filter((carried) => carried.outcome === outcome).length
  return {
    'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'compare', ...head,
    from: frameworkFacts(from), to: frameworkFacts(to), through,
    elements: elements.map(({ element, change, to: successors, remarks }) => ({
      element, title: from.elements.get(element)?.title ?? '', change, derived: from.derived.has(element),
      to: successors.map((successor) => ({ ...successor, title: to.elements.get(successor.element)?.title ?? '' })), remarks: remarks ?? null,
    })),
    added: added.map(({ element, reach }) => ({ element, title: to.elements.get(element)?.title ?? '', reach })),
    mappings: mappings.map((carried) => ({ ...carried, reason: carried.reason ?? null })),
    totals: { elements: elements.length, added: added.length, derived: from.derived.size, stated: count('stated'), carries: count('carries'), look: count('look') },
    applications: entries.map((entry) => ({
      id: entry.id, kind: entry.kind, from: entry.from, to: entry.to,
      ...(head['application'] !== null && { states: { from: Object.fromEntries(entry.fromStates), to: Object.fromEntries(entry.toStates) } }),
    })),
    'not-assessed': unassessed,
  }
}
