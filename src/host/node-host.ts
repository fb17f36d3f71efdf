import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { TextDecoder } from 'node:util'
import { MAX_FILE_BYTES, type ArtifactState, type FileText } from '../source/file-text.js'
import type { Host, Output } from './host.js'

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
  readTexts: async (folder, files) => new Map(files.map((file) => [file, readText(folder, file)])),
  digests,
  writeFile,
  findUp: async (folder, name) => findUp(folder, name),
  builtinLibrary: async () => readFileSync(new URL('./builtin.json', import.meta.url), 'utf8'),
})

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

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
  const real = realpathSync(folder)
  const target = realpathSync(join(folder, path))
  return target === real || target.startsWith(real + sep)
}

type Opened = { readonly fd: number; readonly size: number } | { readonly refused: 'absent' | 'outside' | 'unreadable' }

function openWithin(folder: string, file: string): Opened {
  try {
    const path = join(folder, file)
    if (!existsSync(path)) return { refused: 'absent' }
    if (!staysWithin(folder, file)) return { refused: 'outside' }
    const fd = openSync(path, 'r')
    const stat = fstatSync(fd)
    if (stat.isFile()) return { fd, size: stat.size }
    closeSync(fd)
    return { refused: 'unreadable' }
  } catch {
    return { refused: 'unreadable' }
  }
}

function readText(folder: string, file: string): FileText {
  const opened = openWithin(folder, file)
  if ('refused' in opened) return opened
  try {
    if (opened.size > MAX_FILE_BYTES) return { refused: 'too-large' }
    return decode(readFileSync(opened.fd))
  } finally {
    closeSync(opened.fd)
  }
}

function decode(bytes: Uint8Array): FileText {
  if (bytes.length > MAX_FILE_BYTES) return { refused: 'too-large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { refused: 'not-utf8' }
  }
}

const LFS = 'version https://git-lfs.github.com/spec/'
const SMALL = 256 * 1024

async function digests(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, ArtifactState>> {
  const states = new Map<string, ArtifactState>()
  for (const file of files) states.set(file, await digestOf(folder, file))
  return states
}

// Small files, which is nearly all, are hashed in one go; large ones as a stream, so that none is held in memory.
async function digestOf(folder: string, file: string): Promise<ArtifactState> {
  const opened = openWithin(folder, file)
  if ('refused' in opened) return opened
  if (opened.size > SMALL) return { sha256: await hashStream(opened.fd) }
  try {
    const bytes = Buffer.alloc(opened.size)
    readSync(opened.fd, bytes, 0, opened.size, 0)
    if (opened.size < 1024 && bytes.toString('latin1').startsWith(LFS)) return { refused: 'lfs-pointer' }
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

async function writeFile(file: string, chunks: AsyncIterable<string>): Promise<void> {
  const beside = `${file}.${process.pid}.part`
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(beside, 'w')
    try {
      for await (const chunk of chunks) await handle.write(chunk)
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
