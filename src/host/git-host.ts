// Git is the same reading at another revision. To read a portfolio as it stood:
//
//   const repository = await repositoryFor(host, workspace.root)          commands/at-revision.ts: what git refuses becomes a UsageError
//   const revision = await revisionFor(repository, 'main')                or mergeBaseFor(repository, 'main')
//   const then = await openWorkspace(hostAt(host, repository, revision), { folder })
//   for (const file of await repository.changedFiles(revision)) …         what this working tree changes
//
// Git runs as a program, with everything that a repository could configure to run turned off (run-git.ts). Files are read from git's objects by one
// process that stays open (git-objects.ts), so that nothing is checked out and no filter, hook or attribute has a say.
import { resolve, sep } from 'node:path'
import { changedFiles } from './git-changes.js'
import { objectReader, type ObjectReader } from './git-objects.js'
import { treeReading } from './git-tree.js'
import type { GitRefusal, Repository, Revision } from './repository.js'
import { askGit, firstLine, NO_GIT, runGit, type GitAnswer } from './run-git.js'

/** The git repository that holds a folder, or why there is none to read. */
export async function openRepository(folder: string): Promise<Repository | GitRefusal> {
  const refusal = (refused: GitRefusal['refused'], detail?: string): GitRefusal => ({ refused, about: folder, ...(detail && { detail }) })
  let answer: GitAnswer
  try {
    answer = await runGit(folder, ['rev-parse', '--show-toplevel', '--show-prefix', '--git-common-dir'])
  } catch (error) {
    if (error instanceof Error && error.message === NO_GIT) return refusal('no-git')
    throw error
  }
  if (answer.status !== 0) return /not a git repository|cannot change to/.test(answer.err) ? refusal('not-a-repository') : refusal('git-refuses', firstLine(answer.err))
  const [real = '', prefix = '', common = ''] = answer.out.toString('utf8').split('\n')
  // The name under which the folder was asked for, which may lead through a link that git resolves.
  const asked = `${folder}/`
  const top = prefix === '' ? folder : asked.endsWith(`/${prefix}`) ? asked.slice(0, -prefix.length - 1) : real
  return repositoryAt(top, real, slashes(resolve(folder, common)))
}

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

function repositoryAt(top: string, real: string, gitFolder: string): Repository {
  const objects = objectReader(real)
  const isShallow = async (): Promise<boolean> => (await askGit(real, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true'
  const revision = async (name: string): Promise<Revision | GitRefusal> => {
    const { status, out, err } = await runGit(real, ['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`])
    const commit = out.toString('utf8').trim().split('\n').at(-1) ?? ''
    if (status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return readCommit(objects, name, commit)
    if (/ambiguous/.test(err)) return { refused: 'ambiguous-revision', about: name }
    if (name === 'HEAD') return { refused: 'no-commit', about: top }
    return { refused: (await isShallow()) ? 'shallow' : 'unknown-revision', about: name }
  }
  return {
    top,
    isShallow,
    revision,
    mergeBase: async (a, b) => {
      const { status, out } = await runGit(real, ['merge-base', a.commit, b.commit])
      const commit = out.toString('utf8').trim()
      if (status === 0 && commit !== '') return readCommit(objects, commit, commit)
      return { refused: (await isShallow()) ? 'shallow' : 'no-merge-base', about: `${a.name} and ${b.name}` }
    },
    filesAt: ({ tree }) => treeReading({
      objects, tree, absolute: (path) => (path === '' ? top : `${top}/${path}`),
      pathInTree: (path) => pathBelow(top, path) ?? pathBelow(real, path),
      lfsFile: (digest) => `${gitFolder}/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`,
    }),
    changedFiles: ({ commit }, below) => changedFiles(real, objects, commit, below),
  }
}

const pathBelow = (top: string, path: string): string | undefined => (path === top ? '' : path.startsWith(top === '/' ? '/' : `${top}/`) ? path.slice(top === '/' ? 1 : top.length + 1) : undefined)

// Read from the object itself: `git log` would follow settings of the repository.
async function readCommit(objects: ObjectReader, name: string, commit: string): Promise<Revision> {
  const text = (await objects(commit, { upTo: Number.POSITIVE_INFINITY }))?.bytes?.toString('utf8') ?? ''
  const head = text.slice(0, text.indexOf('\n\n')).split('\n')
  const all = (word: string): readonly string[] => head.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
  const seconds = Number(/ (-?\d+) [+-]\d{4}$/.exec(all('committer')[0] ?? '')?.[1] ?? 0)
  const tree = all('tree')[0]
  if (tree === undefined) throw new Error(`The git commit ${commit} is damaged.`)
  return { name, commit, tree, date: new Date(seconds * 1000).toISOString().slice(0, 10), parents: all('parent') }
}
