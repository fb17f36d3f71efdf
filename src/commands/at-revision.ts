import type { Host } from '../host/host.js'
import type { FileReading, GitRefusal, Repository, Revision } from '../host/repository.js'
import { UsageError } from './usage-error.js'

/** The git repository that holds a folder. Throws a UsageError where there is none. */
export const repositoryFor = async (host: Host, folder: string): Promise<Repository> => granted(await host.repository(folder))

/** A revision of a repository by its name. Throws a UsageError where there is none. */
export const revisionFor = async (repository: Repository, name: string): Promise<Revision> => granted(await repository.revision(name))

/** The last revision that a name and what is checked out have in common. Throws a UsageError where there is none. */
export async function mergeBaseFor(repository: Repository, name: string): Promise<Revision> {
  const [named, head] = await Promise.all([repository.revision(name), repository.revision('HEAD')])
  const base = await repository.mergeBase(granted(named), granted(head))
  if (isRefusal(base) && base.refused === 'no-merge-base') {
    throw new UsageError(`\`${name}\` and this branch have no commit in common, so nobody can say what the branch changes.`, 'Name the branch from which this one was made, or put this one on top of it with `git rebase`.')
  }
  return granted(base)
}

/** The same world, with the files of a repository as they stood at a revision. */
export function hostAt(host: Host, repository: Repository, revision: Revision): Host {
  const { startThread } = host
  const then = withFiles(host, repository.filesAt(revision))
  return startThread ? { ...then, startThread: () => startThread({ repository: repository.top, revision }) } : then
}

/** The same world with other files. A second thread would read those of the working tree, so there is none. */
export function withFiles(host: Host, files: FileReading): Host {
  const { startThread: _ofTheWorkingTree, ...world } = host
  return { ...world, ...files }
}

/** What git gave. Throws a UsageError that says why it gave nothing. */
export function granted<T extends object>(answer: T | GitRefusal): T {
  if (isRefusal(answer)) throw refusalInWords(answer)
  return answer
}

/** Whether git refused. */
export const isRefusal = (answer: object): answer is GitRefusal => 'refused' in answer

/** Why git gave nothing, and what to do about it. */
export function refusalInWords({ refused, about, detail }: GitRefusal): UsageError {
  switch (refused) {
    case 'no-git': return new UsageError('The history is read with git, and there is no program `git` here.', 'Install git, or leave out the option that names a revision.')
    case 'not-a-repository': return new UsageError(`${about} is not in a git repository.`, 'Go to a clone of your governance repository, or name it with `-C <folder>`.')
    case 'git-refuses': return new UsageError(`Git does not read ${about}: ${detail ?? 'it does not say why'}.`, 'Do what git says, and run it again.')
    case 'no-commit': return new UsageError(`The git repository of ${about} has no commit yet.`, 'Commit first.')
    case 'unknown-revision': return new UsageError(`There is no revision \`${about}\` in this git repository.`, 'Check its name with `git branch --all`, or fetch it with `git fetch origin <branch or tag>`. A repository without a commit has none.')
    case 'ambiguous-revision': return new UsageError(`More than one revision begins with \`${about}\`.`, 'Write more of its digits.')
    case 'shallow': return new UsageError(`\`${about}\` is not in this clone, which is shallow: older commits were left out when it was made.`, 'Run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`.')
    case 'shallow-history': return new UsageError(`What ${about} have in common is not in this clone, which is shallow: older commits were left out when it was made.`, 'Run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`.')
    case 'damaged-bundle': return new UsageError(`${about} cannot be read as a git bundle: ${detail ?? 'its bytes are wrong'}.`, 'Take it again from where it comes from.')
    case 'no-merge-base': return new UsageError(`${about} have no commit in common.`, 'Name a revision of the same history.')
  }
}
