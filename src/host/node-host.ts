import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { TextDecoder } from 'node:util'
import { MAX_FILE_BYTES, type ArtifactState, type FileText } from '../source/file-text.js'
import type { Host, Output } from './host.js'
import { revisionOf } from './revision.js'
import { writeFolder } from './write-folder.js'

/** The real world. */
export const nodeHost = (): Host => ({
  cwd: slashes(process.cwd()),
  env: process.env,
  out: output(process.stdout),
  err: output(process.stderr),
  readInput: async () => decode(await readAll(process.stdin)),
  today: () => new Date().toISOString().slice(0, 10),
  list: async (folder, depth) => (isFolder(folder) ? walk(folder, '', depth).sort(compare) : undefined),
  folders: async (folder) => (isFolder(folder) ? entriesOf(folder).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort(compare) : undefined),
  readTexts: async (folder, files) => readTexts(folder, files),
  digests,
  writeFile,
  readChunks: async (folder, file) => {
    const opened = openerWithin(folder)(file)
    return 'refused' in opened ? opened : createReadStream('', { fd: opened.fd })
  },
  writeFolder,
  findUp: async (folder, name) => findUp(folder, name),
  revision: revisionOf,
  builtinLibrary: async () => readFileSync(new URL('./builtin.json', import.meta.url), 'utf8'),
})

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => new Promise((done, failed) => stream.write(text, (error) => (error ? failed(error) : done()))),
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY && { columns: stream.columns }),
  }
}

async function readAll(stream: NodeJS.ReadStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    if (size > MAX_FILE_BYTES) break
  }
  return Buffer.concat(chunks)
}

const SKIPPED = new Set(['.git', 'node_modules'])

function walk(root: string, below: string, depth: number): string[] {
  const names: string[] = []
  for (const entry of entriesOf(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(root, path)) && staysWithin(root, path))) {
      if (depth > 0 && !SKIPPED.has(entry.name)) names.push(...walk(root, path, depth - 1))
    } else names.push(path)
  }
  return names
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Whether the path, links followed, stays below the folder. */
function staysWithin(folder: string, path: string): boolean {
  const real = realpathSync.native(folder)
  const target = realpathSync.native(join(folder, path))
  return target === real || target.startsWith(real + sep)
}

type Opened = { readonly fd: number; readonly size: number } | { readonly refused: 'absent' | 'outside' | 'unreadable' }

/** Opens files below a folder. The way to each folder is followed once for all files in it, and the files themselves where they are links. */
function openerWithin(folder: string): (file: string) => Opened {
  const ways = new Map<string, boolean>()
  const leadsWithin = (way: string): boolean => {
    const known = ways.get(way) ?? staysWithin(folder, way)
    ways.set(way, known)
    return known
  }
  return (file) => {
    const path = join(folder, file)
    try {
      const link = lstatSync(path)
      const stat = link.isSymbolicLink() ? statSync(path) : link
      if (!(link.isSymbolicLink() ? staysWithin(folder, file) : leadsWithin(dirname(file)))) return { refused: 'outside' }
      return stat.isFile() ? { fd: openSync(path, 'r'), size: stat.size } : { refused: 'unreadable' }
    } catch {
      return { refused: existsSync(path) ? 'unreadable' : 'absent' }
    }
  }
}

function readTexts(folder: string, files: readonly string[]): ReadonlyMap<string, FileText> {
  const open = openerWithin(folder)
  return new Map(files.map((file) => [file, readText(open(file))]))
}

function readText(opened: Opened): FileText {
  if ('refused' in opened) return opened
  try {
    return opened.size > MAX_FILE_BYTES ? { refused: 'too-large' } : decode(readBytes(opened))
  } finally {
    closeSync(opened.fd)
  }
}

// A file of the size that it had when it was opened, or less when it shrank since.
function readBytes({ fd, size }: { readonly fd: number; readonly size: number }): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  return bytes.subarray(0, readSync(fd, bytes, 0, size, 0))
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): FileText {
  if (bytes.length > MAX_FILE_BYTES) return { refused: 'too-large' }
  try {
    return { text: UTF8.decode(bytes) }
  } catch {
    return { refused: 'not-utf8' }
  }
}

const LFS = 'version https://git-lfs.github.com/spec/'
const SMALL = 256 * 1024

async function digests(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, ArtifactState>> {
  const open = openerWithin(folder)
  const states = new Map<string, ArtifactState>()
  for (const file of files) states.set(file, await digestOf(open(file)))
  return states
}

// Small files, which is nearly all, are hashed in one go; large ones as a stream, so that none is held in memory.
async function digestOf(opened: Opened): Promise<ArtifactState> {
  if ('refused' in opened) return opened
  if (opened.size > SMALL) return { sha256: await hashStream(opened.fd) }
  try {
    const bytes = readBytes(opened)
    if (opened.size < 1024 && bytes.toString('latin1', 0, LFS.length) === LFS) return { refused: 'lfs-pointer' }
    return { sha256: createHash('sha256').update(bytes).digest('hex') }
  } finally {
    closeSync(opened.fd)
  }
}

async function hashStream(fd: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream('', { fd })) hash.update(chunk)
  return hash.digest('hex')
}

async function writeFile(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const beside = `${file}.${process.pid}.part`
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(beside, 'w')
    try {
      for await (const chunk of chunks) await handle.appendFile(chunk)
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

function findUp(folder: string, name: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return slashes(at)
    if (dirname(at) === at) return undefined
  }
}
