import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitRefusal } from './repository.js'
import { askGit, firstLine, runGit, type GitPlace } from './run-git.js'

/** Unpacks a git bundle into a folder of its own, which is gone when it is closed, or when the program ends. Git checks the digest of all that is in it. */
export async function openBundle(file: string): Promise<GitPlace | GitRefusal> {
  const header = readStart(file)
  if (!/^# v[23] git bundle\n/.test(header)) return { refused: 'damaged-bundle', about: file, detail: 'it does not begin as a git bundle does' }
  const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'))
  removeAtEnd(folder)
  const place = { folder, bare: true }
  await askGit({ folder }, ['init', '--quiet', '--bare', '--template=', `--object-format=${header.includes('\n@object-format=sha256\n') ? 'sha256' : 'sha1'}`, '.'])
  const { status, err } = await runGit(place, ['-c', 'transfer.fsckObjects=true', 'bundle', 'unbundle', file])
  if (status !== 0) removeBundle(place)
  return status === 0 ? place : { refused: 'damaged-bundle', about: file, detail: firstLine(err) }
}

const unpacked = new Set<string>()
let listening = false

function removeAtEnd(folder: string): void {
  if (!listening) process.once('exit', () => unpacked.forEach((each) => removeBundle({ folder: each })))
  listening = true
  unpacked.add(folder)
}

/** Removes what a bundle was unpacked into. */
export function removeBundle({ folder }: GitPlace): void {
  if (unpacked.delete(folder)) rmSync(folder, { recursive: true, force: true })
}

function readStart(file: string): string {
  const fd = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(4096)
    return bytes.toString('latin1', 0, readSync(fd, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(fd)
  }
}
