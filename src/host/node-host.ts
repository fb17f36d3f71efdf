import { constants, existsSync, readFileSync, readdirSync, statSync, type Dirent } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MAX_FILE_BYTES } from '../source/file-text.js'
import { terminalAsk } from './ask.js'
import { decode } from './file-content.js'
import { gitEmail } from './git-email.js'
import { openRepository } from './git-host.js'
import type { Host, Output } from './host.js'
import { putCopy, putText, removeFile } from './put-files.js'
import { digests, readChunks, readTexts, staysWithin } from './read-within.js'
import { startThread } from './start-thread.js'
import { watchFiles } from './watch-files.js'
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
  readTexts: async (folder, files, upTo) => readTexts(folder, files, upTo),
  digests,
  writeFile,
  createFile,
  putText,
  putCopy,
  removeFile,
  ...(process.stdin.isTTY === true && process.stderr.isTTY === true && !process.env['CI'] && { ask: terminalAsk() }),
  gitEmail: (folder) => gitEmail({ folder }).catch(() => undefined), // without git nobody commits here
  watch: watchFiles,
  readChunks,
  writeFolder,
  findUp: async (folder, name) => findUp(folder, name),
  ...(availableParallelism() > 1 && { startThread }),
  repository: openRepository,
  font: () => fileURLToPath(new URL('./fonts/DejaVuSans.ttf', import.meta.url)),
  builtinLibrary: async () => readFileSync(new URL('./builtin.json', import.meta.url), 'utf8'),
})

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false // nothing there, or links that lead to one another
  }
}

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

async function writeFile(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  await (takesWhatIsWritten(file) ? writeInto(file, chunks) : writeBeside(file, chunks, (beside) => rename(beside, file)))
}

// A pipe, or a device such as /dev/null: a file in its place would take it away from everybody. A link to a file is replaced, since it may lead anywhere.
function takesWhatIsWritten(file: string): boolean {
  const there = statSync(file, { throwIfNoEntry: false })
  return there !== undefined && ((!there.isFile() && !there.isDirectory()) || /^\/(dev|proc)\//.test(file))
}

async function createFile(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<boolean> {
  if (existsSync(file)) return false
  return writeBeside(file, chunks, async (beside) => {
    try {
      // A second name is refused where there is a file; a new name would replace it.
      await link(beside, file).catch((error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? Promise.reject(error) : copyFile(beside, file, constants.COPYFILE_EXCL)))
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    } finally {
      await rm(beside, { force: true })
    }
  })
}

let written = 0

async function writeBeside<T>(file: string, chunks: AsyncIterable<string | Uint8Array>, put: (beside: string) => Promise<T>): Promise<T> {
  const beside = `${file}.${process.pid}.${++written}.part` // two of one process must not write into one another
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeInto(beside, chunks)
    return await put(beside)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

async function writeInto(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const handle = await open(file, 'w')
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk)
  } finally {
    await handle.close()
  }
}

function findUp(folder: string, name: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return slashes(at)
    if (dirname(at) === at) return undefined
  }
}
