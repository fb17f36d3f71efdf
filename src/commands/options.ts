import type { Host } from '../host/host.js'
import type { CivilDate } from '../schema/types.js'
import { suggestHint } from '../source/suggest.js'
import { UsageError } from './usage-error.js'
import type { LibraryPart } from './open-library.js'
import type { Opening, Workspace, WorkspaceOptions } from './workspace.js'

/** Options that every command has. */
export type GlobalOptions = {
  readonly C?: string
  readonly config?: string
  readonly asOf?: string
  readonly color?: 'auto' | 'always' | 'never'
  readonly quiet?: boolean
  readonly debug?: boolean
}

/** An absolute path with forward slashes; `.` and `..` are resolved by text. */
export function absolutePath(cwd: string, path: string): string {
  const parts: string[] = []
  const plain = path.replaceAll('\\', '/')
  for (const part of (/^(\/|[A-Za-z]:\/)/.test(plain) ? plain : `${cwd}/${plain}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return parts.join('/') || '/'
}

/** The folder in which the command works: the current one, or that of `-C`. */
export const folderOf = (host: Host, options: GlobalOptions): string => absolutePath(host.cwd, options.C ?? '.')

/** Opens the workspace that the options name, with all inventory entries or those that are asked for. */
export async function workspaceFor(host: Host, options: GlobalOptions, only?: readonly string[]): Promise<Workspace> {
  const { openWorkspace } = await import('./workspace.js') // not everything that has options opens a workspace
  return openWorkspace(host, { ...placeOf(host, options), ...(only && { only }) })
}

/** Begins to open the workspace that the options name, before it is known which inventory entries are asked for. */
export async function beginWorkspaceFor(host: Host, options: GlobalOptions, part: LibraryPart): Promise<Opening> {
  const { beginWorkspace } = await import('./workspace.js')
  return beginWorkspace(host, { ...placeOf(host, options), part })
}

function placeOf(host: Host, options: GlobalOptions): WorkspaceOptions {
  const folder = folderOf(host, options)
  return { folder, asOf: asOfFor(host, options), ...(options.config !== undefined && { config: absolutePath(folder, options.config) }) }
}

/** The day of the assessment: `--as-of`, or today in UTC. */
export const asOfFor = (host: Host, options: Pick<GlobalOptions, 'asOf'>): CivilDate => dayGiven(host, options.asOf, '--as-of')

/** A day that an option gives, checked; today in UTC where it is not given. */
export function dayGiven(host: Host, given: string | undefined, option: string): CivilDate {
  if (given === undefined) return host.today()
  const time = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== given) throw new UsageError(`\`${given}\` is not a day of the calendar.`, `Write it like \`${option} 2026-09-30\`.`)
  return given
}

/** The entry ids that the command line names, checked; undefined for all. */
export function selectedEntries(workspace: Workspace, ids: readonly string[]): ReadonlySet<string> | undefined {
  const known = [...workspace.inventory.keys(), ...workspace.unread]
  for (const id of ids) {
    if (!known.includes(id)) throw new UsageError(`There is no application \`${id}\` in applications/.`, suggestHint(id, known, 'Run `muster list applications` to see all.'))
  }
  return ids.length === 0 ? undefined : new Set(ids)
}

/** One of a closed list of words, checked. */
export function oneOf<T extends string>(word: string, words: readonly T[], option: string): T {
  const found = words.find((candidate) => candidate === word)
  if (found === undefined) throw new UsageError(`\`${word}\` is not a value of ${option}.`, suggestHint(word, words, `Use one of ${words.join(', ')}.`))
  return found
}
