import { headOfCommit, type ObjectReader } from './git-objects.js'
import type { GitRefusal, LineCommit, Signature } from './repository.js'
import { askGit, firstLine, runGit, type GitPlace } from './run-git.js'

/** How lines are asked for: the text of the working tree, or a commit. */
export type LinesFrom = { readonly text: string } | { readonly commit: string }

/** What is asked once for all files: arguments that turn off every filter, and whether older commits are left out. */
export type LineSettings = { readonly noFilters: Promise<readonly string[]>; readonly isShallow: Promise<boolean> }

// No file of commits to pass over: it could stand in the repository and name the very commit that brought a line.
const BLAME = ['blame', '--porcelain', '--root', '--no-textconv', '--ignore-revs-file=']
const NOT_COMMITTED = /^0+$/

/** The commits that brought the lines of a file. What git would run to convert the text is turned off. */
export async function linesOf(place: GitPlace, objects: ObjectReader, { noFilters, isShallow }: LineSettings, path: string, from: LinesFrom): Promise<ReadonlyMap<number, LineCommit> | GitRefusal> {
  const [args, input] = 'text' in from ? [['--contents', '-', '--'], from.text] : [[from.commit, '--'], '']
  const { status, out, err } = await runGit(place, [...(await noFilters), ...BLAME, ...args, path], input)
  // A new file, or a repository without a commit: no line was committed.
  if (status !== 0 && /no such (path|ref)/.test(err)) return new Map()
  if (status !== 0) return { refused: 'git-refuses', about: path, detail: firstLine(err) }
  const lines = parseBlame(out.toString('utf8'))
  const commits = new Map<string, { readonly author: string; readonly cut: boolean }>()
  const shallow = await isShallow
  for (const { commit } of lines.values()) if (!commits.has(commit)) commits.set(commit, await readAuthor(objects, commit, shallow))
  return new Map([...lines].map(([line, { commit, path: there }]) => [line, { commit, path: there, author: commits.get(commit)?.author ?? '', cut: commits.get(commit)?.cut === true }]))
}

type Blamed = { readonly commit: string; readonly path: string }

// Each line: `<commit> <line then> <line now> [<lines>]`, then of a commit that comes for the first time what is known of it, then a tab and the line itself.
function parseBlame(text: string): ReadonlyMap<number, Blamed> {
  const found = new Map<number, Blamed>()
  const paths = new Map<string, string>()
  let head: { readonly commit: string; readonly line: number } | undefined
  for (const line of text.split('\n')) {
    if (head === undefined) {
      const [commit = '', , now] = line.split(' ')
      if (/^[0-9a-f]{40,64}$/.test(commit)) head = { commit, line: Number(now) }
    } else if (line.startsWith('filename ')) paths.set(head.commit, unquoted(line.slice('filename '.length)))
    else if (line.startsWith('\t')) {
      if (!NOT_COMMITTED.test(head.commit)) found.set(head.line, { commit: head.commit, path: paths.get(head.commit) ?? '' })
      head = undefined
    }
  }
  return found
}

// Git quotes names with a quotation mark, a backslash or a control character.
const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_all, kept: string) => (kept.length === 3 ? String.fromCharCode(Number.parseInt(kept, 8)) : (ESCAPES[kept] ?? kept))) : name)
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

// An address is no longer; what stands in a commit may be.
const LONGEST = 254

// Read from the object itself: what git prints follows `.mailmap`, which a pull request may bring. In a shallow clone a commit still names the parents that are not here.
async function readAuthor(objects: ObjectReader, commit: string, shallow: boolean): Promise<{ readonly author: string; readonly cut: boolean }> {
  const head = (await headOfCommit(objects, commit)).join('\n')
  const author = /^author .*<([^>\n]*)> -?\d+ [+-]\d{4}$/m.exec(head)?.[1]?.slice(0, LONGEST) ?? ''
  if (!shallow) return { author, cut: false }
  const parents = [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? '')
  const there = await Promise.all(parents.map((parent) => objects(parent, { upTo: 0 })))
  return { author, cut: there.includes(undefined) }
}

// A repository's configuration could name another program for each.
const VERIFIERS = ['gpg.program=gpg', 'gpg.openpgp.program=gpg', 'gpg.x509.program=gpgsm', 'gpg.ssh.program=ssh-keygen'].flatMap((setting) => ['-c', setting])
const STATES: Readonly<Record<string, Signature['state']>> = { G: 'good', B: 'bad', R: 'bad', X: 'expired', Y: 'expired' }

/** What git makes of the signatures of commits. */
export async function signaturesOf(place: GitPlace, objects: ObjectReader, commits: readonly string[], allowedSigners?: string): Promise<ReadonlyMap<string, Signature>> {
  const signed = new Set<string>()
  // Without a key git calls an SSH signature none, so whether there is one is read from the commit.
  for (const commit of commits) if ((await headOfCommit(objects, commit)).some((line) => /^gpgsig(-sha256)? /.test(line))) signed.add(commit)
  const found = new Map<string, Signature>(commits.map((commit) => [commit, { state: signed.has(commit) ? 'unknown' : 'none' }]))
  if (signed.size === 0) return found
  const keys = allowedSigners === undefined ? [] : ['-c', `gpg.ssh.allowedSignersFile=${allowedSigners}`]
  const out = await askGit(place, [...VERIFIERS, ...keys, 'log', '--no-walk=unsorted', '--no-notes', '--format=%H%x00%G?%x00%GS', '--stdin'], [...signed].map((commit) => `${commit}\n`).join(''))
  for (const line of out.toString('utf8').split('\n')) {
    const [commit = '', letter = '', by = ''] = line.split('\0')
    const state = STATES[letter]
    if (state === undefined || !signed.has(commit)) continue
    const signer = /<([^>]+)>\s*$/.exec(by)?.[1] ?? (by.trim() || undefined)
    found.set(commit, { state, ...(state === 'good' && signer !== undefined && { signer }) })
  }
  return found
}

/** The commits of one that another does not hold. */
export const commitsSince = async (place: GitPlace, since: string, at: string): Promise<ReadonlySet<string>> => new Set((await askGit(place, ['rev-list', at, `^${since}`])).toString('utf8').split('\n').filter((commit) => commit !== ''))

/** Whether a commit is another, or comes before it. */
export const isBefore = async (place: GitPlace, commit: string, other: string): Promise<boolean> => commit === other || (await runGit(place, ['merge-base', '--is-ancestor', commit, other])).status === 0
