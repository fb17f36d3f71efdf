import type { Host } from '../host/host.js'
import { deriveCrosswalk, type CrosswalkPair } from '../model/crosswalk.js'
import { groupBy } from '../model/group-by.js'
import { nameOfEdition, type FrameworkEntry } from '../model/library.js'
import { RELATIONSHIPS } from '../model/relationship.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { chosenFrameworks, stopAtLibrary } from './gap.js'
import { oneOf, workspaceFor, type GlobalOptions } from './options.js'
import { paragraph } from './paragraph.js'
import { paintFor } from './terminal.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type CrosswalkOptions = GlobalOptions & { readonly published?: boolean; readonly format?: string }

/** `muster crosswalk <from> <to>`: how the elements of two frameworks relate, as our mappings show; with `--published`, how that agrees with what others published. */
export async function crosswalk(host: Host, from: string | undefined, to: string | undefined, options: CrosswalkOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const workspace = await workspaceFor(host, options, [])
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const paint = paintFor(host, options.color ?? 'auto')
  const [first, second] = [from, to].map((id) => (id === undefined ? undefined : frameworkCalled(workspace, id)))
  if (options.published) return published(host, workspace, first, second, format, paint)
  if (first === undefined || second === undefined) throw new UsageError('A crosswalk needs two frameworks.', 'Write `muster crosswalk <from> <to>`; `muster list frameworks` shows all.')
  if (first.id === second.id) throw new UsageError(`${first.id} is named twice.`, 'Name two frameworks.')
  const pairs = deriveCrosswalk(first, second)
  const write = format === 'json' ? `${JSON.stringify(crosswalkJson(first, second, pairs), null, 2)}\n` : crosswalkText(first, second, pairs, paint)
  await host.out.write(write)
  return EXIT.done
}

async function published(host: Host, workspace: Workspace, from: FrameworkEntry | undefined, to: FrameworkEntry | undefined, format: 'text' | 'json', paint: Paint): Promise<ExitCode> {
  const { comparePublished, comparedJson, comparedText } = await import('./crosswalk-published.js')
  const all = comparePublished(workspace, from?.id, to?.id)
  if (all.length === 0 && from !== undefined) throw new UsageError(`There is no published crosswalk from ${from.id}${to === undefined ? '' : ` to ${to.id}`} in the library.`, 'Run `muster crosswalk --published` to see all.')
  if (format === 'json') await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'crosswalk', crosswalks: all.map(comparedJson) }, null, 2)}\n`)
  else await host.out.write(all.length === 0 ? 'There is none.\n' : comparedText(all, paint))
  return EXIT.done
}

/** The framework of that id; a UsageError where there is none. */
const frameworkCalled = (workspace: Workspace, id: string): FrameworkEntry | undefined => chosenFrameworks(workspace, id)[0]

/** What every JSON about crosswalks says of a framework. */
export const frameworkFacts = ({ framework, derived, successor }: FrameworkEntry): Readonly<Record<string, unknown>> =>
  ({ id: framework.id, title: framework.title, edition: framework.edition, status: framework.status, 'derived-through': derived.size > 0 ? (successor?.framework.id ?? null) : null })

function crosswalkJson(from: FrameworkEntry, to: FrameworkEntry, pairs: readonly CrosswalkPair[]): Readonly<Record<string, unknown>> {
  return {
    'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'crosswalk',
    from: frameworkFacts(from), to: frameworkFacts(to), pairs,
    totals: { pairs: pairs.length, 'shared-control': pairs.filter((pair) => pair.relationship === null).length, ...Object.fromEntries(TYPES.map((type) => [type, pairs.filter((pair) => pair.relationship === type).length])) },
  }
}

const TYPES = RELATIONSHIPS.filter((relationship) => relationship !== 'no-relationship')
const SHARED = 'shares a control'
const ORDER: readonly (string | null)[] = [...TYPES, null]
const MOST_CONTROLS = 4

function crosswalkText(from: FrameworkEntry, to: FrameworkEntry, pairs: readonly CrosswalkPair[], paint: Paint): string {
  const head = `${paint.bold(`${nameOfEdition(from.framework)}  →  ${nameOfEdition(to.framework)}`)}\n${derivation([from, to])}`
  if (pairs.length === 0) return `${head}\nNo control of ours is mapped to an element of both.\n`
  const width = Math.max(...pairs.map((pair) => pair.to.length))
  const groups = [...groupBy(pairs, (pair) => pair.from)].map(([id, group]) => {
    const lines = [...group].sort((a, b) => ORDER.indexOf(a.relationship) - ORDER.indexOf(b.relationship)).map((pair) => {
      const word = (pair.relationship ?? SHARED).padEnd(SHARED.length)
      return `  ${pair.relationship === null ? paint.dim(word) : paint.green(word)}  ${pair.to.padEnd(width)}  ${titleOf(to, pair.to)}  ${paint.dim(`← ${some(pair.controls)}`)}`
    })
    return `${paint.bold(id)}  ${titleOf(from, id)}\n${lines.join('\n')}`
  })
  return `${head}\n${groups.join('\n\n')}\n\n${summary(from, to, pairs)}`
}

const titleOf = ({ elements }: FrameworkEntry, id: string): string => neutralise(elements.get(id)?.title ?? '')

const some = (controls: readonly string[]): string =>
  controls.length > MOST_CONTROLS ? `${controls.slice(0, MOST_CONTROLS).join(', ')} and ${controls.length - MOST_CONTROLS} more` : controls.join(', ')

const derivation = (frameworks: readonly FrameworkEntry[]): string =>
  frameworks.flatMap(({ id, derived, successor }) => (derived.size > 0 && successor ? [`The mapping of ${id} is itself derived, from ${successor.framework.id}.\n`] : [])).join('')

function summary(from: FrameworkEntry, to: FrameworkEntry, pairs: readonly CrosswalkPair[]): string {
  const typed = TYPES.map((type) => [type, pairs.filter((pair) => pair.relationship === type).length] as const).filter(([, count]) => count > 0).map(([type, count]) => `${type} ${count}`)
  const shared = pairs.filter((pair) => pair.relationship === null).length
  const reached = (entry: FrameworkEntry, ids: ReadonlySet<string>): string => `${ids.size} of ${[...entry.elements.values()].filter((element) => !element.heading).length} elements of ${entry.id}`
  return [
    `${counted(pairs.length, 'pair')}: ${[...typed, ...(shared > 0 ? [`${SHARED} ${shared}`] : [])].join(', ')}.`,
    `${reached(from, new Set(pairs.map((pair) => pair.from)))} and ${reached(to, new Set(pairs.map((pair) => pair.to)))} occur.`,
    `A relationship is read from ${from.id} to ${to.id} and follows from a set of controls that is mapped to both. Elements that share a control only are related, and how is not known.`,
  ].map((line) => `${paragraph(line)}\n`).join('')
}
