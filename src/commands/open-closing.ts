import type { Host } from '../host/host.js'
import type { ChangedFile, Repository, Revision } from '../host/repository.js'
import { canDecide } from '../model/people.js'
import type { CalendarPeriod } from '../model/dates.js'
import { quarterNamed } from '../model/calendar.js'
import { readFile } from '../read/read-file.js'
import type { CivilDate, Config } from '../schema/types.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { hostAt, repositoryFor, revisionFor } from './at-revision.js'
import { absolutePath, dayGiven, folderOf, workspaceFor, type GlobalOptions } from './options.js'
import { faultInWords, QUARTERS, quarterOutlines, type QuarterOutlines } from './quarter-files.js'
import { UsageError } from './usage-error.js'
import { CONFIG, type Workspace } from './workspace.js'

export type ClosingOptions = GlobalOptions & { readonly by?: string; readonly cutoff?: string }

/** What a record is made from: the committed files, read from git, and the records before it. */
export type Closing = {
  readonly repository: Repository
  readonly revision: Revision
  /** Path from the top of the repository to the folder of `muster.yaml`. */
  readonly folder: string
  /** Name of the configuration in it. */
  readonly config: string
  /** The world with the files of the revision. */
  readonly host: Host
  readonly workspace: Workspace
  readonly outlines: QuarterOutlines
}

/** Opens what was committed. Throws a UsageError where something is not, or where the chain of records does not hold. */
export async function openClosing(host: Host, options: ClosingOptions, asOfBy: (config: Config) => CivilDate): Promise<Closing> {
  const repository = await repositoryFor(host, folderOf(host, options))
  const revision = await revisionFor(repository, 'HEAD')
  const root = await rootFor(host, options)
  const folder = root === repository.top ? '' : root.slice(repository.top.length + 1)
  const then = hostAt(host, repository, revision)
  const config = options.config?.split('/').at(-1) ?? CONFIG
  const looking = repository.changedFiles(revision, folder)
  // Read while git looks for changes, which are told before anything else.
  const opening = (async () => workspaceFor(then, { ...options, asOf: asOfBy(await configAt(then, root, config)) }))()
  const [changes, opened] = await Promise.allSettled([looking, opening])
  if (changes.status === 'rejected') throw changes.reason
  if (changes.value.length > 0) throw dirtyTree(changes.value)
  if (opened.status === 'rejected') throw opened.reason
  const workspace = opened.value
  refuseEmptyLayer(workspace)
  const outlines = await quarterOutlines(host, root)
  const [unreadable] = outlines.unreadable
  if (unreadable) throw new UsageError(`${faultInWords(unreadable)}.`, unreadable.fault === 'newer' ? 'Update muster.' : 'Run `muster quarter verify --all` to see what no longer holds.')
  if (outlines.faults[0]) throw new UsageError('The chain of closed quarters does not hold.', 'Run `muster quarter verify --all` to see where.')
  return { repository, revision, folder, config, host: then, workspace, outlines }
}

/** What a configuration says. It is read before the rest, because the day of an assessment depends on its calendar; what is wrong with it is told with the rest. */
export const configAt = async (host: Host, root: string, name: string): Promise<Config> =>
  readFile(name, (await host.readTexts(root, [name])).get(name) ?? { refused: 'absent' }, 'config').value?.data ?? { title: '' }

/** The folder of `muster.yaml`. */
export async function rootFor(host: Host, options: GlobalOptions): Promise<string> {
  const folder = folderOf(host, options)
  const root = options.config === undefined ? await host.findUp(folder, CONFIG) : absolutePath(folder, options.config).split('/').slice(0, -1).join('/')
  if (root === undefined) throw new UsageError(`There is no ${CONFIG} in ${folder} or a folder above it.`, 'Go to your governance repository, or name it with `-C <folder>`.')
  return root
}

function dirtyTree(changes: readonly ChangedFile[]): UsageError {
  const shown = changes.map(({ change, path }) => `${path} (${change})`)
  return new UsageError(`A quarter is closed from what is committed, and ${counted(changes.length, 'file')} ${changes.length === 1 ? 'is' : 'are'} not: ${listInWords(shown, 'and', 5)}.`, 'Commit what belongs to the quarter, and put the rest away with `git stash --include-untracked`.')
}

// What is committed may hold less than the working tree, where the catalog is a repository of its own within this one.
function refuseEmptyLayer({ library: { config, docs } }: Workspace): void {
  const own = [docs.catalogs, docs.controls, docs.evidenceTypes, docs.frameworks, docs.mappings].flat().some(({ builtin }) => !builtin)
  if (config.catalog?.includes('.') && !own) throw new UsageError('The catalog layer `.` of muster.yaml has no file in what is committed.', 'Commit controls/ and frameworks/ themselves; a git submodule is not read.')
}

/** A quarter by its name, checked. */
export function quarterFor(name: string, config: Config): CalendarPeriod {
  const quarter = quarterNamed(name, config.calendar)
  if (quarter === undefined) throw new UsageError(`\`${name}\` is not a quarter.`, 'Write it like `2026-Q3`: the fiscal year, and Q1 to Q4.')
  return quarter
}

/** Who closes: the person named, or the one of `muster.yaml` with the address that git knows. */
export async function closerFor({ repository, workspace }: Closing, by: string | undefined): Promise<string> {
  const { people, config } = workspace.library
  if (by === undefined) {
    const email = await repository.userEmail()
    const person = config.people?.find((candidate) => email !== undefined && candidate.email?.toLowerCase() === email.toLowerCase() && canDecide(people, candidate.id))
    if (person) return person.id
    throw new UsageError('Who closes it is not known.', 'Add `--by <person>`, one of the people in muster.yaml.')
  }
  if (!people.has(by)) throw new UsageError(`There is no person \`${by}\` in muster.yaml.`, suggestHint(by, people.keys(), 'Name one of the people listed there.'))
  if (!canDecide(people, by)) throw new UsageError(`\`${by}\` is a group, and a group decides nothing.`, 'Name the person who closes it.')
  return by
}

/** A day that an option names, checked; undefined when it names none. */
export const dayOf = (host: Host, day: string | undefined, option: string): CivilDate | undefined => (day === undefined ? undefined : dayGiven(host, day, option))

/** Path of a record from the folder of `muster.yaml`. */
export const pathOfRecord = (file: string): string => `${QUARTERS}/${file}`
