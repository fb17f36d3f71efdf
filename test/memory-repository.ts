import { diffArrays } from 'diff'
import { sha256 } from '../src/model/digest.js'
import type { ChangedFile, GitRefusal, LineCommit, Repository, Revision, Signature } from '../src/host/repository.js'
import { memoryHost } from './memory-host.js'

/** One revision: all its files by path from the top folder, and the name of the one before it. */
export type MemoryRevision = { readonly files: Readonly<Record<string, string>>; readonly parent?: string; readonly date?: string; /** Address of who committed it; default `grc@example.com`. */ readonly author?: string; /** What git makes of its signature; the key is the author's. Default none. */ readonly signature?: Signature['state'] }

/** A history in memory, by name; `HEAD` is what is checked out and may be a second name, as may branches and tags. */
export type MemoryGit = {
  readonly revisions: Readonly<Record<string, MemoryRevision>>
  /** Further names: `{ HEAD: 'second' }`. */
  readonly names?: Readonly<Record<string, string>>
  /** Folder of the repository, from the working folder upward. Default the working folder. */
  readonly top?: string
  readonly shallow?: boolean
  readonly userEmail?: string
}

/** Digest that stands for the commit of a revision in memory. */
export const commitOf = (name: string): string => sha256(`commit ${name}`).slice(0, 40)

/** A repository in memory; what is in the working tree is asked for when it is compared. */
export function memoryRepository(git: MemoryGit, top: string, workingTree: () => ReadonlyMap<string, string>): Repository {
  const find = (name: string): string | undefined => {
    const known = git.names?.[name] ?? name
    return known in git.revisions ? known : Object.keys(git.revisions).find((candidate) => commitOf(candidate) === known)
  }
  const toRevision = (name: string, known: string): Revision => {
    const { files, parent, date = '2026-09-01' } = git.revisions[known] ?? { files: {} }
    return { name, commit: commitOf(known), tree: sha256(JSON.stringify(Object.entries(files).sort())).slice(0, 40), date, parents: parent === undefined ? [] : [commitOf(parent)] }
  }
  const lineage = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name, ...lineage(git.revisions[name]?.parent)])
  const filesOf = ({ commit }: Revision): Readonly<Record<string, string>> => git.revisions[find(commit) ?? '']?.files ?? {}
  const refused = (refusal: GitRefusal['refused'], about: string): GitRefusal => ({ refused: git.shallow === true ? 'shallow' : refusal, about })
  const repository: Repository = {
    top,
    isShallow: async () => git.shallow === true,
    revision: async (name) => {
      const known = find(name)
      return known === undefined ? refused(name === 'HEAD' ? 'no-commit' : 'unknown-revision', name === 'HEAD' ? top : name) : toRevision(name, known)
    },
    mergeBase: async (a, b) => {
      const theirs = lineage(find(b.commit))
      const shared = lineage(find(a.commit)).find((name) => theirs.includes(name))
      return shared === undefined ? { refused: git.shallow === true ? 'shallow-history' : 'no-merge-base', about: `${a.name} and ${b.name}` } : toRevision(commitOf(shared), shared)
    },
    linesOf: async (path, from) => {
      const names = lineage(find('at' in from ? from.at.commit : 'HEAD'))
      const versions = names.map((name) => ({ name, lines: git.revisions[name]?.files[path]?.split('\n') }))
      const text = 'text' in from ? from.text.split('\n') : (versions[0]?.lines ?? [])
      // Of each line of the text its number, as long as it is in older versions too.
      let left = new Map(text.map((_line, index) => [index, index]))
      const found = new Map<number, LineCommit>()
      let newer: { readonly name?: string; readonly lines: readonly string[] } = { lines: text }
      for (const older of [...versions, { name: undefined, lines: [] }]) {
        const kept = samePlaces(older.lines ?? [], newer.lines)
        const next = new Map<number, number>()
        for (const [index, line] of left) {
          const before = kept.get(index)
          if (before !== undefined) next.set(before, line)
          else if (newer.name !== undefined) found.set(line + 1, { commit: commitOf(newer.name), path, author: git.revisions[newer.name]?.author ?? 'grc@example.com', cut: git.shallow === true && !((git.revisions[newer.name]?.parent ?? '') in git.revisions) })
        }
        left = next
        newer = { ...(older.name !== undefined && { name: older.name }), lines: older.lines ?? [] }
      }
      return found
    },
    signaturesOf: async (commits) => new Map(commits.map((commit): [string, Signature] => {
      const { author = 'grc@example.com', signature: state = 'none' } = git.revisions[find(commit) ?? ''] ?? {}
      return [commit, { state, ...(state === 'good' && { signer: author }) }]
    })),
    commitsSince: async (since, at) => {
      const held = lineage(find(since.commit))
      return new Set(lineage(find(at.commit)).filter((name) => !held.includes(name)).map(commitOf))
    },
    isBefore: async (commit, other) => lineage(find(other)).includes(find(commit) ?? ''),
    close: async () => undefined,
    hasTree: async (tree) => Object.keys(git.revisions).some((name) => toRevision(name, name).tree === tree),
    userEmail: async () => git.userEmail,
    filesAt: ({ tree }, placed = { folder: '', at: top }) => {
      const name = Object.keys(git.revisions).find((known) => toRevision(known, known).tree === tree) ?? ''
      const start = placed.folder === '' ? '' : `${placed.folder}/`
      const files = Object.entries(git.revisions[name]?.files ?? {}).flatMap(([path, text]) => (path.startsWith(start) ? [[path.slice(start.length), text]] : []))
      const { list, folders, readTexts, digests, findUp } = memoryHost({ files: Object.fromEntries(files), cwd: placed.at })
      return { list, folders, readTexts, digests, findUp: async (folder, sought) => (sought === '.git' ? placed.at : findUp(folder, sought)) }
    },
    changedFiles: async (revision, below = '') => {
      const then = new Map(Object.entries(filesOf(revision)))
      const now = new Map([...workingTree()].flatMap(([path, text]) => (path.startsWith(`${top}/`) ? [[path.slice(top.length + 1), text]] : [])))
      const within = (path: string): boolean => below === '' || path === below || path.startsWith(`${below.replace(/\/$/, '')}/`)
      return [...new Set([...then.keys(), ...now.keys()])].filter(within).sort().flatMap((path): ChangedFile[] => {
        if (!now.has(path)) return [{ path, change: 'deleted' }]
        if (!then.has(path)) return [{ path, change: 'added' }]
        return now.get(path) === then.get(path) ? [] : [{ path, change: 'modified' }]
      })
    },
    addedLines: async ({ commit }, below, words, tell) => {
      for (const name of [...lineage(find(commit))].reverse()) {
        const { files, parent, date = '2026-09-01' } = git.revisions[name] ?? { files: {} }
        const before = parent === undefined ? {} : git.revisions[parent]?.files ?? {}
        for (const [path, text] of Object.entries(files).filter(([path]) => path.startsWith(`${below}/`)).sort()) {
          const known = new Set(before[path]?.split('\n'))
          for (const line of text.split('\n')) if (line.includes(words) && !known.has(line)) tell({ date, path, text: line })
        }
      }
    },
    changeSince: async (name, below) => {
      const named = await repository.revision(name)
      if ('refused' in named) return named
      const head = await repository.revision('HEAD')
      const base = 'refused' in head ? head : await repository.mergeBase(named, head)
      return 'refused' in base ? base : { base, files: await repository.changedFiles(base, below) }
    },
  }
  return repository
}

/** Of each line of a text that stands in an older one, its place there. */
function samePlaces(older: readonly string[], newer: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  let [then, now] = [0, 0]
  for (const { added, removed, count } of diffArrays([...older], [...newer])) {
    if (!added && !removed) for (let index = 0; index < count; index++) places.set(now + index, then + index)
    if (!added) then += count
    if (!removed) now += count
  }
  return places
}
