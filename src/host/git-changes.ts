import { lstatSync, openSync, readlinkSync } from 'node:fs'
import { hashBytes, hashStream, pointedDigest, POINTER_BYTES } from './file-content.js'
import type { ObjectReader } from './git-objects.js'
import type { ChangedFile } from './repository.js'
import { askGit, runGit, type GitPlace } from './run-git.js'

type Raw = { readonly path: string; readonly mode: string; readonly id: string; readonly newMode: string; readonly newId: string; readonly letter: string }

/**
 * What differs between a commit and the working tree below a path, untracked files included. Git tells what may differ; content is compared here, byte by byte,
 * because git would run the filters that the repository's configuration names.
 */
export async function changedFiles(place: GitPlace, objects: ObjectReader, commit: string, below: string | undefined, begun = beginChanges(place, below)): Promise<readonly ChangedFile[]> {
  const [raw, untracked] = await Promise.all([
    begun.noFilters.then((noFilters) => askGit(place, [...noFilters, 'diff-index', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--ignore-submodules=dirty', commit, ...pathsBelow(below)])),
    begun.untracked,
  ])
  const changes = new Map<string, ChangedFile['change']>(split(untracked).map((path) => [path, 'added']))
  for (const entry of parseRaw(split(raw))) {
    const { path, mode, newMode, letter } = entry
    // Taken out of the index and still there: git tells of it twice, as deleted and as untracked.
    const letterOnDisk = letter === 'D' && changes.has(path) ? 'M' : letter
    if (letterOnDisk === 'D') changes.set(path, 'deleted')
    else if (letterOnDisk === 'A') changes.set(path, 'added')
    else if ((letter !== 'D' && mode !== newMode) || !(await isSame(place.folder, objects, entry))) changes.set(path, 'modified')
    else changes.delete(path)
  }
  return [...changes].map(([path, change]) => ({ path, change })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** What can be asked before it is known with which commit the working tree is compared. */
export type BegunChanges = { readonly noFilters: Promise<readonly string[]>; readonly untracked: Promise<Buffer> }

/** Begins to ask what differs below a path. */
export function beginChanges(place: GitPlace, below: string | undefined): BegunChanges {
  // Untracked files are only named: no filter has a say in that.
  const begun = { noFilters: withoutFilters(place), untracked: askGit(place, ['ls-files', '--others', '--exclude-standard', '-z', ...pathsBelow(below)]) }
  for (const promise of Object.values(begun)) promise.catch(() => undefined) // whoever awaits it is told
  return begun
}

const pathsBelow = (below: string | undefined): readonly string[] => (below === undefined || below === '' ? [] : ['--', below])

const split = (bytes: Buffer): readonly string[] => bytes.toString('utf8').split('\0').slice(0, -1)

// `:100644 100644 <id> <id> M`, then the path.
function* parseRaw(fields: readonly string[]): Generator<Raw> {
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [mode = '', newMode = '', id = '', newId = '', letter = ''] = (fields[at] ?? '').slice(1).split(' ')
    yield { path: fields[at + 1] ?? '', mode, newMode, id, newId, letter }
  }
}

/** Settings that make every filter of the configuration do nothing, as arguments. */
export async function withoutFilters(place: GitPlace): Promise<readonly string[]> {
  const { out } = await runGit(place, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.'])
  const drivers = new Set(split(out).map((name) => name.slice('filter.'.length, name.lastIndexOf('.'))))
  return [...drivers].flatMap((driver) => [...['clean', 'smudge', 'process'].map((key) => `${key}=`), 'required=false'].flatMap((setting) => ['-c', `filter.${driver}.${setting}`]))
}

// Whether a file that git holds for changed has the bytes of the commit after all, or is the file that the git LFS pointer of the commit names.
async function isSame(top: string, objects: ObjectReader, { path, mode, id, newId }: Raw): Promise<boolean> {
  if (mode === '160000') return false
  if (/[1-9a-f]/.test(newId)) return newId === id
  const object = await objects(id, { upTo: POINTER_BYTES, digest: true })
  const found = await digestOnDisk(`${top}/${path}`)
  if (object?.sha256 === undefined || found === undefined) return false
  return object.sha256 === found || (object.bytes !== undefined && pointedDigest(object.bytes) === found)
}

async function digestOnDisk(file: string): Promise<string | undefined> {
  try {
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) return hashBytes(Buffer.from(readlinkSync(file)))
    return stat.isFile() ? await hashStream(openSync(file, 'r')) : undefined
  } catch {
    return undefined
  }
}
