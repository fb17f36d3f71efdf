import type { FindTouched } from '../assess/find-touched.js'
import type { Host } from '../host/host.js'
import type { Repository, Revision } from '../host/repository.js'
import type { Library } from '../model/library.js'
import type { LibraryChanges } from '../model/library-changes.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { granted, hostAt, isRefusal, repositoryFor } from './at-revision.js'
import { changeDiagnostics } from './change-diagnostics.js'
import { openLibrary } from './open-library.js'
import { absolutePath, asOfFor, folderOf, type GlobalOptions } from './options.js'
import type { RevisionOptions } from './revision-option.js'
import { UsageError } from './usage-error.js'
import { CONFIG, type Workspace } from './workspace.js'

/** The catalog of then and of now. */
export type Comparison = {
  readonly workspace: Workspace
  readonly previous: Library
  readonly revision: Revision
  /** The revision as it was named, and how a reader finds it again: `main (86c8fc6a1b2c of 2026-09-01)`. */
  readonly than: string
  readonly inWords: string
  readonly then: Host
  readonly changes: LibraryChanges
  readonly touched: FindTouched
  /** What the rules about changes found. */
  readonly diagnostics: readonly Diagnostic[]
  /** What could not be read of then, and so was not compared. */
  readonly uncompared: readonly Diagnostic[]
  /** What a reader should know before anything else. */
  readonly notes: readonly string[]
}

/** Compares the library of a workspace with that of a revision. Throws a UsageError where there is no such revision, or no catalog in it. */
export async function openComparison(host: Host, options: RevisionOptions, workspace: Workspace, name: string): Promise<Comparison> {
  const { root, library } = workspace
  const repository = await repositoryFor(host, root)
  const { revision, note } = await whereItBegan(repository, await namedRevision(repository, workspace, name), options.at?.commit ?? 'HEAD')
  const then = hostAt(host, repository, revision)
  const inWords = `${name} (${revision.commit.slice(0, 12)} of ${revision.date})`
  const asOf = asOfFor(host, options)
  const opened = await openLibrary(then, root, { name: configName(host, options, root), asOf, known: Object.values(library.docs).flat() })
  if (opened.missing) throw new UsageError(`There is no ${configName(host, options, root)} of this governance repository in ${inWords}.`, 'Name a later revision.')
  // What an organization decided about frameworks is no part of the catalog.
  const unread = opened.diagnostics.filter(({ place: { file } }) => !file.startsWith('adoption/'))
  const stops = unread.find(({ place: { file } }) => !/^(controls|frameworks)\/.+\//.test(file))
  if (stops) throw new UsageError(`Nothing can be compared with ${inWords}: ${stops.place.file}:${stops.place.range.start.line} ${stops.message}`, 'Name a revision whose `muster.yaml`, `tailoring.yaml` and `controls/catalog.yaml` can be read.')
  const previous = opened.library
  const { changes, touched, diagnostics } = changeDiagnostics(workspace, previous, { than: name, then: revision.date, asOf, unread: new Set(unread.map(({ place }) => place.file)) })
  return {
    workspace, previous, revision, than: name, inWords, then, changes, touched,
    diagnostics: [...diagnostics].sort(compareDiagnostics), uncompared: [...unread].sort(compareDiagnostics),
    notes: [...note, ...unreadNote(workspace)],
  }
}

// Whoever names a framework alone means two editions of it.
async function namedRevision(repository: Repository, { library }: Workspace, name: string): Promise<Revision> {
  const revision = await repository.revision(name)
  if (isRefusal(revision) && library.frameworks.has(name)) throw new UsageError(`\`${name}\` is a framework and no revision, and two editions are compared.`, `Write \`muster compare ${name} <newer edition>\`; \`muster list frameworks\` shows all.`)
  return granted(revision)
}

// What others merged since a branch began is no change of this one.
async function whereItBegan(repository: Repository, named: Revision, now: string): Promise<{ readonly revision: Revision; readonly note: readonly string[] }> {
  const head = await repository.revision(now)
  const base = isRefusal(head) ? head : await repository.mergeBase(named, head)
  if (isRefusal(base) || base.commit === named.commit) return { revision: named, note: [] }
  return { revision: { ...base, name: named.name }, note: [`${named.name} went on since this branch began; the comparison is with where they parted, ${base.commit.slice(0, 12)} of ${base.date}.`] }
}

const unreadNote = ({ entryDiagnostics }: Workspace): readonly string[] =>
  entryDiagnostics.size === 0 ? [] : [`Whether a change touches ${[...entryDiagnostics.keys()].join(', ')} is not known: ${entryDiagnostics.size === 1 ? 'its inventory entry' : 'their inventory entries'} cannot be read.`]

const configName = (host: Host, options: GlobalOptions, root: string): string => (options.config === undefined ? CONFIG : absolutePath(folderOf(host, options), options.config).slice(root.length + 1))
