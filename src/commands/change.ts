import type { Host } from '../host/host.js'
import type { ChangedFile, Revision } from '../host/repository.js'
import { staysInside } from '../model/stays-inside.js'
import type { NamesThen } from '../source/new-diagnostics.js'
import { hostAt, mergeBaseFor, repositoryFor } from './at-revision.js'

/** What the working tree changes since it left a revision. */
export type Change = {
  /** The revision as it was named. */
  readonly since: string
  /** The last revision that it and what is checked out have in common. */
  readonly base: Revision
  /** Files below the folder of `muster.yaml`, with paths from there. */
  readonly files: readonly ChangedFile[]
  /** The world with the files of the base. */
  readonly then: Host
  /** Files that were moved without a change: the path now, and the path then. */
  readonly moved: ReadonlyMap<string, string>
}

/** Finds what the working tree changes below a folder. Throws a UsageError where git cannot tell. */
export async function changeSince(host: Host, root: string, since: string): Promise<Change> {
  const repository = await repositoryFor(host, root)
  const base = await mergeBaseFor(repository, since)
  const below = root === repository.top ? '' : `${root.slice(repository.top.length + 1)}/`
  const files = (await repository.changedFiles(base, below.slice(0, -1))).flatMap((file) => (file.path.startsWith(below) ? [{ ...file, path: file.path.slice(below.length) }] : []))
  const then = hostAt(host, repository, base)
  return { since, base, files, then, moved: await movedFiles(host, then, root, files) }
}

/** What files and messages of an entry are to be called when they are compared with those of the base. `formerly` is the name that the entry had, where it has another. */
export function namesThen({ moved }: Change, id?: string, formerly?: string): NamesThen {
  if (id === undefined || formerly === undefined) return { file: (file) => moved.get(file) ?? file, message: (message) => message }
  const folder = `applications/${id}/`
  return {
    file: (file) => moved.get(file) ?? (file.startsWith(folder) ? `applications/${formerly}/${file.slice(folder.length)}` : file),
    message: (message) => message.replaceAll(`\`${id}\``, `\`${formerly}\``),
  }
}

/** The folder below `applications/` that holds a file; undefined for other files. */
export function folderOfEntry(file: string): string | undefined {
  const [first, folder, below] = file.split('/')
  return first === 'applications' && below !== undefined ? folder : undefined
}

const ENTRY_FILE = /^applications\/[^/]+\/(application\.ya?ml|evidence\/[^/]+\.ya?ml)$/

// Git tells of a moved file as one deleted and one added. Of several with the same text each is taken once.
async function movedFiles(host: Host, then: Host, root: string, files: readonly ChangedFile[]): Promise<ReadonlyMap<string, string>> {
  const of = (change: ChangedFile['change']): readonly string[] => files.filter((file) => file.change === change && ENTRY_FILE.test(file.path) && staysInside(file.path)).map(({ path }) => path)
  const [deleted, added] = [of('deleted'), of('added')]
  if (deleted.length === 0 || added.length === 0) return new Map()
  const [before, after] = await Promise.all([then.readTexts(root, deleted), host.readTexts(root, added)])
  const byText = new Map<string, string[]>()
  for (const [path, text] of before) if ('text' in text) byText.set(text.text, [...(byText.get(text.text) ?? []), path])
  const moved = new Map<string, string>()
  for (const [path, text] of after) {
    const from = 'text' in text ? byText.get(text.text)?.shift() : undefined
    if (from !== undefined) moved.set(path, from)
  }
  return moved
}

/** Inventory entries whose folder has another name now: the name now, and the name then. At least half of the evidence files moved along, or all that the entry says but its name. */
export async function movedEntries(host: Host, root: string, { files, then, moved }: Change): Promise<ReadonlyMap<string, string>> {
  const is = (change: ChangedFile['change']): readonly string[] => files.flatMap((file) => (file.change === change && /^applications\/[^/]+\/application\.yaml$/.test(file.path) ? [folderOfEntry(file.path) ?? ''] : []))
  const [gone, come] = [is('deleted'), new Set(is('added'))]
  const found = new Map<string, string>()
  for (const from of gone) {
    const evidence = files.filter(({ path, change }) => change === 'deleted' && path.startsWith(`applications/${from}/evidence/`)).map(({ path }) => path)
    const targets = [...moved].filter(([to, path]) => evidence.includes(path) && come.has(folderOfEntry(to) ?? '')).map(([to]) => folderOfEntry(to) ?? '')
    const to = [...come].find((folder) => evidence.length > 0 && targets.filter((target) => target === folder).length * 2 >= evidence.length) ?? (evidence.length === 0 ? await sameButForItsName(host, then, root, from, [...come]) : undefined)
    if (to === undefined || !come.delete(to)) continue
    found.set(to, from)
  }
  return found
}

async function sameButForItsName(host: Host, then: Host, root: string, from: string, come: readonly string[]): Promise<string | undefined> {
  const file = (folder: string): string => `applications/${folder}/application.yaml`
  const [before, after] = await Promise.all([then.readTexts(root, [file(from)]), host.readTexts(root, come.map(file))])
  const plain = (folder: string, texts: typeof before): string | undefined => { const text = texts.get(file(folder)); return text && 'text' in text ? text.text.replace(/^id:.*$/m, '') : undefined }
  const said = plain(from, before)
  return said === undefined ? undefined : come.find((folder) => plain(folder, after) === said)
}
