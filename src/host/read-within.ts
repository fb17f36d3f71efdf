import { closeSync, constants, createReadStream, existsSync, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, sep } from 'node:path'
import { MAX_FILE_BYTES, type ArtifactState, type FileText } from '../source/file-text.js'
import { decode, hashBytes, hashStream, isPointer } from './file-content.js'

/** Whether the path, links followed, stays below the folder. */
export function staysWithin(folder: string, path: string): boolean {
  const real = realpathSync.native(folder)
  const target = realpathSync.native(join(folder, path))
  return target === real || target.startsWith(real + sep)
}

// A folder that is no link and is named below the other one: it is as far within as the folder that holds it.
const isPlainFolder = (folder: string, way: string): boolean => way === '.' || (!isAbsolute(way) && !way.split(/[/\\]/).includes('..') && lstatSync(join(folder, way)).isDirectory())

type Opened = { readonly fd: number } | { readonly refused: 'absent' | 'outside' | 'unreadable' }

// Opening waits for nobody. Absent where the system cannot refuse to follow a link; there each file is looked at before it is opened.
const WITHOUT_FOLLOWING = constants.O_NOFOLLOW === undefined ? undefined : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Opens files below a folder. The way to each folder is followed once for all files in it, and the files themselves where they are links. */
function openerWithin(folder: string): (file: string) => Opened {
  const ways = new Map<string, boolean>()
  const leadsWithin = (way: string): boolean => {
    const known = ways.get(way) ?? (isPlainFolder(folder, way) ? way === '.' || leadsWithin(dirname(way)) : staysWithin(folder, way))
    ways.set(way, known)
    return known
  }
  const follow = (file: string, path: string): Opened => {
    const isLink = lstatSync(path).isSymbolicLink()
    if (!(isLink ? staysWithin(folder, file) : leadsWithin(dirname(file)))) return { refused: 'outside' }
    return statSync(path).isFile() ? { fd: openSync(path, 'r') } : { refused: 'unreadable' }
  }
  return (file) => {
    const path = `${folder}/${file}`
    try {
      if (WITHOUT_FOLLOWING === undefined) return follow(file, path)
      const fd = openSync(path, WITHOUT_FOLLOWING)
      if (leadsWithin(dirname(file))) return { fd }
      closeSync(fd)
      return { refused: 'outside' }
    } catch (error) {
      return codeOf(error) === 'ELOOP' ? attempt(() => follow(file, path), path) : { refused: existsSync(path) ? 'unreadable' : 'absent' }
    }
  }
}

function attempt(open: () => Opened, path: string): Opened {
  try {
    return open()
  } catch {
    return { refused: existsSync(path) ? 'unreadable' : 'absent' }
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Texts of files below a folder, of so many bytes at most. Never follows a link out of it. */
export function readTexts(folder: string, files: readonly string[], upTo = MAX_FILE_BYTES): ReadonlyMap<string, FileText> {
  const open = openerWithin(folder)
  return new Map(files.map((file) => [file, readText(open(file), upTo)]))
}

function readText(opened: Opened, upTo: number): FileText {
  if ('refused' in opened) return opened
  try {
    const bytes = readBytes(opened.fd, upTo)
    return bytes === 'unreadable' ? { refused: 'unreadable' } : bytes === 'larger' ? { refused: 'too-large' } : decode(bytes, upTo)
  } finally {
    closeSync(opened.fd)
  }
}

// One piece of memory for all files of the usual size: what is read is decoded or hashed before the next one.
let memory: Buffer | undefined

// The bytes of a file that has so many at most.
function readBytes(fd: number, upTo: number): Buffer | 'larger' | 'unreadable' {
  const into = upTo === MAX_FILE_BYTES ? (memory ??= Buffer.allocUnsafeSlow(upTo + 1)) : Buffer.allocUnsafe(Math.min(fstatSync(fd).size, upTo) + 1)
  try {
    let size = 0
    for (let read = -1; read !== 0 && size < into.length; size += read) read = readSync(fd, into, size, into.length - size, null)
    if (size === 0 && !fstatSync(fd).isFile()) return 'unreadable'
    return size === into.length ? 'larger' : into.subarray(0, size)
  } catch {
    return 'unreadable'
  }
}

/** Digests of files below a folder. Never follows a link out of it. */
export async function digests(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, ArtifactState>> {
  const open = openerWithin(folder)
  const states = new Map<string, ArtifactState>()
  for (const file of files) states.set(file, await digestOf(open(file)))
  return states
}

// Small files, which is nearly all, are hashed in one go; large ones as a stream, so that none is held in memory.
async function digestOf(opened: Opened): Promise<ArtifactState> {
  if ('refused' in opened) return opened
  const bytes = readBytes(opened.fd, MAX_FILE_BYTES)
  if (bytes === 'larger') return { sha256: await hashStream(opened.fd) }
  closeSync(opened.fd)
  if (bytes === 'unreadable') return { refused: 'unreadable' }
  return isPointer(bytes) ? { refused: 'lfs-pointer' } : { sha256: hashBytes(bytes) }
}

/** The bytes of a file below a folder, piece by piece, or why there are none. Never follows a link out of it. */
export async function readChunks(folder: string, file: string): Promise<AsyncIterable<Uint8Array> | { readonly refused: 'absent' | 'outside' | 'unreadable' }> {
  const opened = openerWithin(folder)(file)
  return 'refused' in opened ? opened : createReadStream('', { fd: opened.fd })
}
