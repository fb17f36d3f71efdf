// The only way to git. A repository comes from somebody else, and so does its configuration: nothing in it may name a program that then runs.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { dirname } from 'node:path'

/** What git answered. */
export type GitAnswer = { readonly status: number; readonly out: Buffer; readonly err: string }

/** Thrown where there is no program `git`. */
export const NO_GIT = 'There is no program `git`.'

// A command line outweighs the configuration of the repository.
const SAFE = [
  '--no-pager', '--literal-pathspecs', '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false', 'core.alternateRefsCommand=', 'diff.external=', 'log.showSignature=false',
    'safe.bareRepository=explicit', 'protocol.allow=never', 'submodule.recurse=false', 'core.quotePath=false'].flatMap((setting) => ['-c', setting]),
]

// GIT_DIR and the like, which a git hook sets, would lead to another repository than the one that was named. Settings of the person's own stay, for instance safe.directory.
const KEPT = /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|TEST_|TRACE)/

function environment(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_') || KEPT.test(name)))
  // Replaced objects would show other content than the commit names; a missing object must not be fetched, which could run a program.
  return { ...own, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' }
}

/** Where git works: in a folder of a working tree, or in a bare repository. */
export type GitPlace = { readonly folder: string; readonly bare?: boolean }

/** Starts git at a place. */
export const startGit = ({ folder, bare }: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams =>
  // Not started in the folder itself, where Windows would look for a program of that name.
  spawn('git', ['-C', folder, ...SAFE, ...(bare ? ['--git-dir=.'] : []), ...args], { cwd: dirname(process.execPath), env: environment(), windowsHide: true, shell: false })

/** Runs git to its end. Throws only where there is no git. */
export const runGit = (place: GitPlace, args: readonly string[], input = ''): Promise<GitAnswer> =>
  new Promise((done, failed) => {
    const child = startGit(place, args)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', (error: NodeJS.ErrnoException) => failed(error.code === 'ENOENT' ? new Error(NO_GIT) : error))
    child.on('close', (status) => done({ status: status ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8').trim() }))
    child.stdin.on('error', () => undefined) // it may have ended before it read everything
    child.stdin.end(input)
  })

/** Runs git and returns what it wrote. Throws what git says when it fails. */
export async function askGit(place: GitPlace, args: readonly string[], input = ''): Promise<Buffer> {
  const { status, out, err } = await runGit(place, args, input)
  if (status !== 0) throw new Error(`git ${args.find((arg) => !arg.startsWith('-') && !arg.includes('='))} failed in ${place.folder}: ${firstLine(err)}`)
  return out
}

/** The first line of what git says, without its prefix. */
export const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/^(fatal|error): /, '')
