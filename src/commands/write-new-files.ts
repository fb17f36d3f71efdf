import type { Host } from '../host/host.js'
import type { NewFile } from '../scaffold/new-file.js'
import { putNew } from './put.js'

/** Writes new files below a folder and says of each whether it was written or was there already. Nothing is ever overwritten. */
export async function writeNewFiles(host: Host, root: string, files: readonly NewFile[]): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const written: string[] = []
  const kept: string[] = []
  for (const { path, text } of files) (await putNew(host, root, path, text) ? written : kept).push(path)
  if (written.length > 0) await host.out.write(`${written.map((path) => `wrote ${path}`).join('\n')}\n`)
  if (kept.length > 0) await host.err.write(`${kept.map((path) => `kept ${path}, which was there`).join('\n')}\n`)
  return { written, kept }
}
