import { rollUp } from '../assess/roll-up.js'
import type { Host } from '../host/host.js'
import { controlStates } from '../model/control-states.js'
import { COVERAGE_STATES, RISK_WORDS, type CoverageState, type ElementCoverage, type Reach } from '../model/coverage.js'
import { methodOf } from '../model/mapping-review.js'
import { nameOfEdition, type FrameworkElement, type FrameworkEntry, type MappedRow } from '../model/library.js'
import type { Paint } from '../reporters/reporter.js'
import { assessPortfolio } from './assess-portfolio.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { chosenFrameworks, stopAtLibrary } from './gap.js'
import { coverageTable } from './gap-text.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { asOfFor, oneOf, selectedEntries, workspaceFor } from './options.js'
import { addTotals, coverageOf, isAdoptedFor } from './portfolio.js'
import { revisionJson, type RevisionOptions } from './revision-option.js'
import { paintFor } from './terminal.js'
import { textTable } from './text-table.js'
import { TOOL } from './tool.js'
import type { Workspace } from './workspace.js'

export type CoverageOptions = RevisionOptions & { readonly application?: string; readonly portfolio?: boolean; readonly format?: string }

type StateCounts = Record<CoverageState, number>
type Row = ElementCoverage & { readonly states?: Readonly<StateCounts> }

/** `muster coverage [framework]`: how the catalog, an application or the portfolio covers a framework. */
export async function coverage(host: Host, id: string | undefined, options: CoverageOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const workspace = await workspaceFor(host, options)
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const frameworks = chosenFrameworks(workspace, id)
  const paint = paintFor(host, options.color ?? 'auto')
  const covered = await cover(host, workspace, frameworks, options)
  const results = frameworks.map((framework) => ({ framework, rows: covered.rows.get(framework.id) ?? [] }))
  if (format === 'json') {
    const body = results.map((result) => frameworkJson(result.framework, result.rows, options))
    await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'coverage', 'as-of': asOfFor(host, options), ...revisionJson(options), ...(id === undefined ? { frameworks: body } : body[0]) }, null, 2)}\n`)
  } else if (id === undefined) await host.out.write(coverageTable(frameworks, covered.sums, paint))
  else for (const result of results) await host.out.write(frameworkText(result.framework, result.rows, paint))
  if (covered.unassessed.length === 0) return EXIT.done
  await host.err.write(`Not assessed, because its files are wrong: ${covered.unassessed.join(', ')}. Run \`muster validate\` to see what.\n`)
  return EXIT.wrongInput
}

type Covered = { readonly rows: ReadonlyMap<string, readonly Row[]>; readonly sums: Map<string, StateCounts>; readonly unassessed: readonly string[] }

async function cover(host: Host, workspace: Workspace, frameworks: readonly FrameworkEntry[], options: CoverageOptions): Promise<Covered> {
  const sums = new Map<string, StateCounts>()
  const unassessed: string[] = []
  const rows = new Map<string, Row[]>(frameworks.map((framework) => [framework.id, [...rollUp(framework)]]))
  const whole = options.portfolio === true
  if (!whole && options.application === undefined) return { rows, sums, unassessed }
  const only = options.application === undefined ? undefined : selectedEntries(workspace, [options.application])
  for await (const outcome of assessPortfolio(host, workspace, { asOf: asOfFor(host, options), gapSeverity: 'none', ...(only && { only }) })) {
    const { assessment, entry } = outcome
    if (assessment === undefined || entry === undefined) {
      unassessed.push(outcome.id)
      continue
    }
    if (whole && entry.kind === 'organization') continue
    addTotals(sums, coverageOf(outcome, frameworks, workspace.library))
    const states = controlStates(assessment.findings, outcome.providers)
    for (const framework of frameworks) {
      if (!isAdoptedFor(workspace.library, framework.id, assessment.files.application)) continue
      const covered = rollUp(framework, states)
      rows.set(framework.id, whole ? countStates(rows.get(framework.id) ?? [], covered) : [...covered])
    }
  }
  return { rows, sums, unassessed }
}

const countStates = (rows: readonly Row[], covered: readonly ElementCoverage[]): Row[] =>
  rows.map((row, index) => {
    const state = covered[index]?.state
    return state === undefined ? row : { ...row, states: { ...zeroStates(), ...row.states, [state]: (row.states?.[state] ?? 0) + 1 } }
  })

const zeroStates = (): StateCounts => ({ 'met': 0, 'met-within-reach': 0, 'partly-met': 0, 'not-met': 0, 'not-applicable': 0, 'outside-catalog': 0, 'unmapped': 0 })

function frameworkJson(entry: FrameworkEntry, rows: readonly Row[], options: CoverageOptions): Readonly<Record<string, unknown>> {
  const { framework, elements } = entry
  return {
    framework: { id: framework.id, title: framework.title, edition: framework.edition, status: framework.status, kind: framework.kind },
    application: options.application ?? null,
    elements: rows.map((row) => {
      const element = elements.get(row.id)
      return {
        id: row.id, title: element?.title, kind: element?.kind, parent: element?.parent,
        ...(element?.['focus-area'] !== undefined && { 'focus-area': element['focus-area'], priority: element.priority }),
        reach: row.reach, standing: row.standing ?? null, state: row.state ?? null, ...(row.states && { states: row.states }),
        ...(entry.outside.has(row.id) && { 'outside-catalog': entry.outside.get(row.id) }),
        ...(entry.derived.has(row.id) && { derived: true }),
        maps: row.rows.map(mapJson),
      }
    }),
    headings: [...elements.values()].filter((element) => element.heading).map((element) => ({ id: element.id, title: element.title, kind: element.kind, parent: element.parent, totals: totals(rows.filter((row) => isBelow(elements, row.id, element.id))) })),
    totals: totals(rows),
  }
}

const mapJson = (row: MappedRow): Readonly<Record<string, unknown>> => {
  const { data, derived, review } = row
  return { ...(derived && { derived }), controls: data.controls, relationship: data.relationship, rationale: data.rationale, acts: data.acts ?? [], remarks: data.remarks ?? null, method: methodOf(row), by: data.by, on: data.on, ...(data.checked && { checked: data.checked }), ...(review && { review }) }
}

/** Leaf elements by state where an application is assessed, otherwise by reach. */
function totals(rows: readonly Row[]): Readonly<Record<string, number>> {
  if (rows.some((row) => row.states)) return Object.fromEntries(COVERAGE_STATES.map((state) => [state, rows.reduce((sum, row) => sum + (row.states?.[state] ?? 0), 0)]))
  if (rows.some((row) => row.state)) return Object.fromEntries(COVERAGE_STATES.map((state) => [state, rows.filter((row) => row.state === state).length]))
  return Object.fromEntries((['full', 'partial', 'outside-catalog', 'unmapped'] as const).map((reach) => [reach, rows.filter((row) => row.reach === reach).length]))
}

function isBelow(elements: ReadonlyMap<string, FrameworkElement>, id: string, heading: string): boolean {
  for (let at = elements.get(id)?.parent, steps = 0; at !== undefined && steps < 20; at = elements.get(at)?.parent, steps++) if (at === heading) return true
  return false
}

const REACH_PAINT: Readonly<Record<Reach, keyof Paint>> = { 'full': 'green', 'partial': 'yellow', 'outside-catalog': 'dim', 'unmapped': 'red' }

function frameworkText(entry: FrameworkEntry, rows: readonly Row[], paint: Paint): string {
  const { framework, elements } = entry
  const covered = new Map(rows.map((row) => [row.id, row]))
  const shown = [...elements.values()].map((element) => {
    const row = covered.get(element.id)
    if (row === undefined) {
      const below = rows.filter((candidate) => isBelow(elements, candidate.id, element.id))
      return [{ text: element.id, paint: paint.bold }, '', countsInWords(below), { text: element.title, paint: paint.bold }]
    }
    const controls = [...new Set(row.rows.filter(({ data }) => data.relationship !== 'no-relationship').flatMap(({ data }) => data.controls))]
    return [row.id, { text: `${row.reach}${entry.derived.has(row.id) ? ', derived' : ''}`, paint: paint[REACH_PAINT[row.reach]] }, standing(row, element), `${element.title}${controls.length > 0 ? paint.dim(`  ← ${controls.join(', ')}`) : ''}`]
  })
  const table = textTable([{ title: 'Element' }, { title: 'Reach' }, { title: 'Standing' }, { title: 'Title' }], shown, paint.bold)
  const sum = Object.entries(totals(rows)).filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count}`).join(', ')
  const newest = entry.successor?.framework
  const derivation = newest && entry.derived.size > 0 ? `Derived from ${newest.id}: an element has what is mapped to its successors there, as far as that must hold for it too.\n` : ''
  return `${paint.bold(nameOfEdition(framework))}\n\n${table}\n${rows.length} elements: ${sum}\n${derivation}`
}

function standing(row: Row, element: FrameworkElement): string {
  if (row.states) return Object.entries(row.states).filter(([, count]) => count > 0).map(([state, count]) => `${count} ${wordFor(state as CoverageState, element)}`).join(', ') // keys of StateCounts
  if (row.state === undefined) return ''
  const word = wordFor(row.state, element)
  return row.standing && row.standing.applicable > 0 ? `${word}, ${row.standing.satisfied} of ${row.standing.applicable}` : word
}

const wordFor = (state: CoverageState, element: FrameworkElement): string => (element.kind === 'risk' ? RISK_WORDS[state] : state)

const countsInWords = (rows: readonly Row[]): string =>
  rows.some((row) => row.state) ? `${rows.filter((row) => row.state === 'met' || row.state === 'met-within-reach').length} of ${rows.length}` : ''
