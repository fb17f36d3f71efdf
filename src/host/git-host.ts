// Git is the same reading at another revision. To read a portfolio as it stood:
//
//   const repository = await repositoryFor(host, workspace.root)          commands/at-revision.ts: what git refuses becomes a UsageError
//   const revision = await revisionFor(repository, 'main')                or mergeBaseFor(repository, 'main')
//   const then = await openWorkspace(hostAt(host, repository, revision), { folder })
//   for (const file of await repository.changedFiles(revision)) …         what this working tree changes
//
// Git runs as a program, with everything that a repository could configure to run turned off (run-git.ts). Files are read from git's objects by one
// process that stays open (git-objects.ts), so that nothing is checked out and no filter, hook or attribute has a say.
import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { beginChanges, changedFiles, withoutFilters } from './git-changes.js'
import { gitEmail } from './git-email.js'
import { openBundle, removeBundle } from './git-bundle.js'
import type { LineSettings } from './git-lines.js'
import { headOfCommit, objectReader, type ObjectReader } from './git-objects.js'
import { treeReading } from './git-tree.js'
import type { GitRefusal, Repository, Revision } from './repository.js'
import { askGit, firstLine, NO_GIT, runGit, type GitPlace } from './run-git.js'

/** The git repository that holds a folder, or the git bundle at a path; or why there is none to read. */
export async function openRepository(path: string): Promise<Repository | GitRefusal> {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? await openBundled(path) : await openFolder(path)
  } catch (error) {
    if (error instanceof Error && error.message === NO_GIT) return { refused: 'no-git', about: path }
    throw error
  }
}

async function openFolder(folder: string): Promise<Repository | GitRefusal> {
  const { status, out, err } = await runGit({ folder }, ['rev-parse', '--show-toplevel', '--show-prefix', '--git-common-dir'])
  if (status !== 0) return /not a git repository|cannot change to/.test(err) ? { refused: 'not-a-repository', about: folder } : { refused: 'git-refuses', about: folder, detail: firstLine(err) }
  const [real = '', prefix = '', common = ''] = out.toString('utf8').split('\n')
  // The name under which the folder was asked for, which may lead through a link that git resolves.
  const top = prefix === '' ? folder : `${folder}/`.endsWith(`/${prefix}`) ? folder.slice(0, -prefix.length) : real
  return repositoryAt({ folder: real }, { top, gitFolder: slashes(resolve(folder, common)) })
}

async function openBundled(file: string): Promise<Repository | GitRefusal> {
  const opened = await openBundle(file)
  return 'refused' in opened ? opened : repositoryAt(opened, { top: file, gitFolder: opened.folder, close: () => removeBundle(opened) })
}

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

type Opened = { readonly top: string; readonly gitFolder: string; readonly close?: () => void }

// Loaded by the few runs that ask who wrote a line, or when it came.
const gitLines = () => import('./git-lines.js')
const gitAddedLines = () => import('./git-added-lines.js')

function repositoryAt(place: GitPlace, { top, gitFolder, close }: Opened): Repository {
  const objects = objectReader(place)
  let settings: LineSettings | undefined
  const isShallow = async (): Promise<boolean> => (await askGit(place, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true'
  const revision = async (name: string): Promise<Revision | GitRefusal> => {
    const { status, out, err } = await runGit(place, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`])
    const commit = out.toString('utf8').trim().split('\n').at(-1) ?? ''
    if (status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return readCommit(objects, name, commit)
    if (/ambiguous/.test(err)) return { refused: 'ambiguous-revision', about: name }
    if (name === 'HEAD') return { refused: 'no-commit', about: top }
    return { refused: (await isShallow()) ? 'shallow' : 'unknown-revision', about: name }
  }
  const mergeBase: Repository['mergeBase'] = async (a, b) => {
    const { status, out } = await runGit(place, ['merge-base', a.commit, b.commit])
    const commit = out.toString('utf8').trim()
    if (status === 0 && commit !== '') return readCommit(objects, commit, commit)
    return { refused: (await isShallow()) ? 'shallow-history' : 'no-merge-base', about: `${a.name} and ${b.name}` }
  }
  const changeSince: Repository['changeSince'] = async (name, below) => {
    const early = beginChanges(place, below)
    const { status, out } = await runGit(place, ['merge-base', '--end-of-options', `${name}^{commit}`, 'HEAD'])
    const commit = out.toString('utf8').trim()
    if (status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) {
      const [base, files] = await Promise.all([readCommit(objects, commit, commit), changedFiles(place, objects, commit, below, early)])
      return { base, files }
    }
    // Step by step, so that it is known what is missing.
    const named = await revision(name)
    if ('refused' in named) return named
    const head = await revision('HEAD')
    if ('refused' in head) return head
    const base = await mergeBase(named, head)
    return 'refused' in base ? base : { base, files: await changedFiles(place, objects, base.commit, below) }
  }
  return {
    top,
    isShallow,
    revision,
    hasTree: async (tree) => (await objects(tree, { upTo: 0 }))?.type === 'tree',
    userEmail: () => gitEmail(place),
    mergeBase,
    changeSince,
    filesAt: ({ tree }, placed) => treeReading({
      objects, tree,
      pathInTree: (path) => (placed ? inside(placed.folder, pathBelow(placed.at, path)) : (pathBelow(top, path) ?? pathBelow(place.folder, path))),
      absolute: (path) => joined(placed ? placed.at : top, placed ? (pathBelow(placed.folder, path) ?? path) : path),
      lfsFile: (digest) => `${gitFolder}/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`,
    }),
    changedFiles: ({ commit }, below) => changedFiles(place, objects, commit, below),
    addedLines: async ({ commit }, below, words, tell) => (await gitAddedLines()).addedLines(place, commit, below, words, tell),
    linesOf: async (path, from) => (await gitLines()).linesOf(place, objects, (settings ??= { noFilters: withoutFilters(place), isShallow: isShallow() }), path, 'text' in from ? from : { commit: from.at.commit }),
    signaturesOf: async (commits, allowedSigners) => (await gitLines()).signaturesOf(place, objects, commits, allowedSigners),
    commitsSince: async (since, at) => (await gitLines()).commitsSince(place, since.commit, at.commit),
    isBefore: async (commit, other) => (await gitLines()).isBefore(place, commit, other),
    close: async () => close?.(),
  }
}

const joined = (folder: string, path: string): string => (path === '' ? folder : folder === '' ? path : `${folder}/${path}`)
const inside = (folder: string, path: string | undefined): string | undefined => (path === undefined ? undefined : joined(folder, path))

/** The path of a file or folder below another; undefined when it is not. */
function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) return ''
  const start = folder === '' || folder === '/' ? folder : `${folder}/`
  return path.startsWith(start) ? path.slice(start.length) : undefined
}

async function readCommit(objects: ObjectReader, name: string, commit: string): Promise<Revision> {
  const head = await headOfCommit(objects, commit)
  const all = (word: string): readonly string[] => head.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
  const seconds = Number(/ (-?\d+) [+-]\d{4}$/.exec(all('committer')[0] ?? '')?.[1] ?? 0)
  const tree = all('tree')[0]
  if (tree === undefined) throw new Error(`The git commit ${commit} is damaged.`)
  return { name, commit, tree, date: new Date(seconds * 1000).toISOString().slice(0, 10), parents: all('parent') }
}
