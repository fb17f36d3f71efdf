import { isAscii } from 'node:buffer'
import { createHash, hash } from 'node:crypto'
import { closeSync, constants, createReadStream, existsSync, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { TextDecoder } from 'node:util'
import { MAX_FILE_BYTES, type ArtifactState, type FileText } from '../source/file-text.js'

/** Whether the path, links followed, stays below the folder. */
export function staysWithin(folder: string, path: string): boolean {
  const real = realpathSync.native(folder)
  const target = realpathSync.native(join(folder, path))
  return target === real || target.startsWith(real + sep)
}

type Opened = { readonly fd: number } | { readonly refused: 'absent' | 'outside' | 'unreadable' }

// Opening waits for nobody. Absent where the system cannot refuse to follow a link; there each file is looked at before it is opened.
const WITHOUT_FOLLOWING = constants.O_NOFOLLOW === undefined ? undefined : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Opens files below a folder. The way to each folder is followed once for all files in it, and the files themselves where they are links. */
function openerWithin(folder: string): (file: string) => Opened {
  const ways = new Map<string, boolean>()
  const leadsWithin = (way: string): boolean => {
    const known = ways.get(way) ?? staysWithin(folder, way)
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

/** Texts of files below a folder. Never follows a link out of it. */
export function readTexts(folder: string, files: readonly string[]): ReadonlyMap<string, FileText> {
  const open = openerWithin(folder)
  return new Map(files.map((file) => [file, readText(open(file))]))
}

function readText(opened: Opened): FileText {
  if ('refused' in opened) return opened
  try {
    const bytes = readBytes(opened.fd)
    return bytes === 'unreadable' ? { refused: 'unreadable' } : bytes === 'larger' ? { refused: 'too-large' } : decode(bytes)
  } finally {
    closeSync(opened.fd)
  }
}

// One piece of memory for all files: what is read is decoded or hashed before the next one.
let memory: Buffer | undefined

// The bytes of a file that is no larger than a text may be.
function readBytes(fd: number): Buffer | 'larger' | 'unreadable' {
  memory ??= Buffer.allocUnsafeSlow(MAX_FILE_BYTES + 1)
  try {
    let size = 0
    for (let read = -1; read !== 0 && size < memory.length; size += read) read = readSync(fd, memory, size, memory.length - size, null)
    if (size === 0 && !fstatSync(fd).isFile()) return 'unreadable'
    return size === memory.length ? 'larger' : memory.subarray(0, size)
  } catch {
    return 'unreadable'
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text that bytes stand for. */
export function decode(bytes: Buffer): FileText {
  if (bytes.length > MAX_FILE_BYTES) return { refused: 'too-large' }
  try {
    return { text: isAscii(bytes) ? bytes.toString('latin1') : UTF8.decode(bytes) }
  } catch {
    return { refused: 'not-utf8' }
  }
}

const LFS = 'version https://git-lfs.github.com/spec/'

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
  try {
    const bytes = readBytes(opened.fd)
    if (bytes === 'unreadable') return { refused: 'unreadable' }
    if (bytes === 'larger') return { sha256: await hashStream(opened.fd) }
    if (bytes.length < 1024 && bytes.toString('latin1', 0, LFS.length) === LFS) return { refused: 'lfs-pointer' }
    return { sha256: hash('sha256', bytes) }
  } finally {
    closeSync(opened.fd)
  }
}

async function hashStream(fd: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream('', { fd, start: 0, autoClose: false })) hash.update(chunk)
  return hash.digest('hex')
}
