import { constants, existsSync, lstatSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { copyFile, link, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Put } from './host.js'

/** Writes a text below a folder, beside its place and then moved there. With `before` only where the file still says that, without it only where there is none. */
export async function putText(folder: string, file: string, text: string, before?: string): Promise<Put> {
  const target = placeWithin(folder, file)
  if (target === undefined) return 'outside'
  if (before === undefined) return create(target, (beside) => writeNew(beside, text, 0o666))
  if (!says(target, before)) return 'changed'
  const real = realpathSync.native(target)
  const beside = besideOf(real)
  try {
    await writeNew(beside, text, statSync(real).mode & 0o777)
    if (!says(real, before)) return 'changed'
    // At once, so that nobody else gets between the look and the move.
    renameSync(beside, real)
    return 'written'
  } finally {
    await rm(beside, { force: true })
  }
}

/** Copies a file to a place below a folder where there is none. */
export async function putCopy(from: string, folder: string, file: string): Promise<Put> {
  const target = placeWithin(folder, file)
  return target === undefined ? 'outside' : create(target, (beside) => copyFile(from, beside, constants.COPYFILE_EXCL))
}

/** Removes a file below a folder, where there is one. */
export async function removeFile(folder: string, file: string): Promise<void> {
  const target = placeWithin(folder, file)
  if (target !== undefined) await rm(target, { force: true })
}

let count = 0
const besideOf = (target: string): string => `${target}.${process.pid}-${(count += 1)}.part`

async function create(target: string, write: (beside: string) => Promise<void>): Promise<Put> {
  if (lstatSync(target, { throwIfNoEntry: false })) return 'exists'
  await mkdir(dirname(target), { recursive: true })
  const beside = besideOf(target)
  try {
    await write(beside)
    return await moveTo(beside, target)
  } finally {
    await rm(beside, { force: true })
  }
}

// A link, unlike a rename, takes no place that somebody else took meanwhile; not every disk has links.
async function moveTo(beside: string, target: string): Promise<Put> {
  try {
    await link(beside, target)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return 'exists'
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error
    await copyFile(beside, target, constants.COPYFILE_EXCL)
  }
  return 'written'
}

async function writeNew(beside: string, text: string, mode: number): Promise<void> {
  const handle = await open(beside, 'wx', mode)
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

const says = (target: string, before: string): boolean => existsSync(target) && readFileSync(target).equals(Buffer.from(before))

/** The absolute place of a path, when no link on the way to it leads out of the folder. */
function placeWithin(folder: string, file: string): string | undefined {
  const target = resolve(folder, file)
  if (!existsSync(folder)) return target.startsWith(resolve(folder) + sep) ? target : undefined
  const root = realpathSync.native(folder)
  let known = target
  // A link that leads nowhere is there too.
  while (lstatSync(known, { throwIfNoEntry: false }) === undefined) known = dirname(known)
  if (!existsSync(known)) return undefined
  const real = realpathSync.native(known)
  return real === root || real.startsWith(root + sep) ? join(real, target.slice(known.length)) : undefined
}
