import { MAX_FILE_BYTES } from '../source/file-text.js'
import { digestOf, notHere, readText, remembering, type BlobContext } from './git-blobs.js'
import type { ObjectReader } from './git-objects.js'
import type { FileReading } from './repository.js'

/** What the files of a tree are read with. */
export type TreeContext = BlobContext & {
  readonly tree: string
  /** Path of a file or folder from the top of the repository, `''` for the top itself; undefined when it is not below it. */
  readonly pathInTree: (absolute: string) => string | undefined
  readonly absolute: (pathInTree: string) => string
}

type Entry = { readonly kind: 'folder' | 'file' | 'link' | 'repository'; readonly id: string }
/** What a path leads to, links followed, with the path that it is at. */
type Found = { readonly entry: Entry; readonly at: readonly string[] } | { readonly refused: 'absent' | 'outside' }

const KINDS: Readonly<Record<string, Entry['kind']>> = { '40000': 'folder', '040000': 'folder', '120000': 'link', '160000': 'repository' }
const SKIPPED = new Set(['.git', 'node_modules'])
const MAX_LINKS = 40

/**
 * The files of one git tree, read as the working tree is read: links are followed and never out, and what git LFS keeps is read where it is at hand.
 * A link with an absolute target leads out, and a repository within the repository is left out.
 */
export function treeReading(context: TreeContext): FileReading {
  const { pathInTree } = context
  const objects = remembering(context.objects)
  const folders = new Map<string, Promise<ReadonlyMap<string, Entry>>>()
  const entriesOf = (id: string): Promise<ReadonlyMap<string, Entry>> => {
    const known = folders.get(id)
    if (known) return known
    const coming = readFolder(objects, id)
    folders.set(id, coming)
    // Who opens a folder of few folders looks into them next.
    coming.then((entries) => {
      const below = [...entries.values()].filter(({ kind }) => kind === 'folder')
      if (below.length <= 4) for (const folder of below) void entriesOf(folder.id).catch(() => undefined)
    }, () => undefined)
    return coming
  }
  const find = async (path: string): Promise<Found> => {
    const todo = path.split('/').filter((part) => part !== '')
    const at: string[] = []
    const stack: Entry[] = []
    const here = (): Entry => stack.at(-1) ?? { kind: 'folder', id: context.tree }
    for (let links = 0; todo.length > 0;) {
      const part = todo.shift() ?? ''
      if (part === '.' || part === '') continue
      if (part === '..') {
        if (at.length === 0) return { refused: 'outside' }
        at.pop()
        stack.pop()
        continue
      }
      const entry = here().kind === 'folder' ? (await entriesOf(here().id)).get(part) : undefined
      if (entry === undefined) return { refused: 'absent' }
      if (entry.kind !== 'link') {
        at.push(part)
        stack.push(entry)
        continue
      }
      const target = (await objects(entry.id, { upTo: 4096 }))?.bytes?.toString('utf8')
      if (target === undefined || ++links > MAX_LINKS) return { refused: 'absent' }
      if (target.startsWith('/') || /^[A-Za-z]:/.test(target)) return { refused: 'outside' }
      todo.unshift(...target.split('/'))
    }
    return { entry: here(), at }
  }
  const findWithin = async (folder: string, path: string): Promise<Found> => {
    const below = pathInTree(folder)
    if (below === undefined) return { refused: 'absent' }
    const root = await find(below)
    const found = await find(`${below}/${path}`)
    if ('refused' in root || 'refused' in found) return 'refused' in found ? found : { refused: 'absent' }
    return root.at.every((part, index) => found.at[index] === part) ? found : { refused: 'outside' }
  }
  const fileWithin = async (folder: string, path: string): Promise<{ readonly id: string } | { readonly refused: 'absent' | 'outside' | 'unreadable' }> => {
    const found = await findWithin(folder, path)
    if ('refused' in found) return found
    return found.entry.kind === 'file' ? { id: found.entry.id } : { refused: 'unreadable' }
  }
  const walk = async (root: string, id: string, below: string, depth: number): Promise<readonly string[]> => {
    const names: string[] = []
    for (const [name, entry] of await entriesOf(id)) {
      const path = below === '' ? name : `${below}/${name}`
      const found = entry.kind === 'link' ? await findWithin(root, path) : { entry }
      if (!('refused' in found) && found.entry.kind === 'folder') {
        if (depth > 0 && !SKIPPED.has(name)) names.push(...(await walk(root, found.entry.id, path, depth - 1)))
      } else if (entry.kind !== 'repository') names.push(path)
    }
    return names
  }
  const folderAt = async (path: string): Promise<string | undefined> => {
    const below = pathInTree(path)
    const found = below === undefined ? undefined : await find(below)
    return found && !('refused' in found) && found.entry.kind === 'folder' ? found.entry.id : undefined
  }
  return {
    list: async (folder, depth) => {
      const id = await folderAt(folder)
      return id === undefined ? undefined : [...(await walk(folder, id, '', depth))].sort(compare)
    },
    folders: async (folder) => {
      const id = await folderAt(folder)
      return id === undefined ? undefined : [...(await entriesOf(id))].flatMap(([name, { kind }]) => (kind === 'folder' ? [name] : [])).sort(compare)
    },
    readTexts: async (folder, files, upTo = MAX_FILE_BYTES) => toMap(files, async (file) => {
      const found = await fileWithin(folder, file)
      return 'refused' in found ? found : readText({ ...context, objects }, found.id, upTo)
    }),
    digests: async (folder, files) => toMap(files, async (file) => {
      const found = await fileWithin(folder, file)
      return 'refused' in found ? found : digestOf({ ...context, objects }, found.id)
    }),
    findUp: async (folder, name) => {
      const below = pathInTree(folder)
      if (below === undefined) return undefined
      const parts = below.split('/').filter((part) => part !== '')
      for (let length = parts.length; length >= 0; length--) {
        const at = parts.slice(0, length).join('/')
        if (name === '.git' ? length === 0 : !('refused' in (await find(`${at}/${name}`)))) return context.absolute(at)
      }
      return undefined
    },
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// All questions of one call are asked at once and answered in order by one process.
const toMap = async <T>(files: readonly string[], read: (file: string) => Promise<T>): Promise<ReadonlyMap<string, T>> =>
  new Map(await Promise.all(files.map(async (file): Promise<[string, T]> => [file, await read(file)])))

/** Reads a tree object: for each entry its mode, a space, its name, a zero byte and the bytes of its id. */
async function readFolder(objects: ObjectReader, id: string): Promise<ReadonlyMap<string, Entry>> {
  const bytes = (await objects(id, { upTo: Number.POSITIVE_INFINITY }))?.bytes
  if (bytes === undefined) throw notHere(id)
  const entries = new Map<string, Entry>()
  const length = id.length / 2
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const zero = bytes.indexOf(0x00, space)
    if (space < 0 || zero < 0) throw new Error(`The git tree ${id} is damaged.`)
    entries.set(bytes.toString('utf8', space + 1, zero), { kind: KINDS[bytes.toString('latin1', at, space)] ?? 'file', id: bytes.toString('hex', zero + 1, zero + 1 + length) })
    at = zero + 1 + length
  }
  return entries
}
