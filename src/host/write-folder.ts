import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderEntry } from './host.js'

/** Writes a folder beside its place and then moves it there, so that nothing is half-written. */
export async function writeFolder(folder: string, entries: AsyncIterable<FolderEntry>): Promise<void> {
  if (existsSync(folder)) throw Object.assign(new Error(`${folder} is there`), { code: 'EEXIST' })
  const beside = `${folder}.${process.pid}.part`
  try {
    await mkdir(beside, { recursive: true })
    for await (const { path, chunks } of entries) await writeEntry(join(beside, path), chunks)
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

async function writeEntry(file: string, chunks: FolderEntry['chunks']): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk)
  } finally {
    await handle.close()
  }
}
