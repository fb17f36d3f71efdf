import { execFile } from 'node:child_process'

/** The commit that is checked out in a folder, and whether files below the folder differ from it; undefined where there is no git repository, no commit or no git. */
export async function revisionOf(folder: string): Promise<{ readonly commit: string; readonly changed: boolean } | undefined> {
  const commit = await git(folder, 'rev-parse', '--verify', 'HEAD')
  if (commit === undefined) return undefined
  const changes = await git(folder, 'status', '--porcelain', '--untracked-files=all', '--', '.')
  return { commit: commit.trim(), changed: changes === undefined || changes.trim() !== '' }
}

// Nothing that a repository configures to run is run.
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks']

const git = (folder: string, ...words: readonly string[]): Promise<string | undefined> =>
  new Promise((done) => { execFile('git', [...QUIET, '-C', folder, ...words], { maxBuffer: 64 * 1024 * 1024 }, (error, out) => done(error ? undefined : out)) })
