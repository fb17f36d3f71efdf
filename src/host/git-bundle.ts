import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitRefusal } from './repository.js'
import { askGit, firstLine, runGit, type GitPlace } from './run-git.js'

/** Unpacks a git bundle into a folder of its own, which is gone when the program ends. Git checks the digest of all that is in it. */
export async function openBundle(file: string): Promise<GitPlace | GitRefusal> {
  const header = readStart(file)
  if (!/^# v[23] git bundle\n/.test(header)) return { refused: 'damaged-bundle', about: file, detail: 'it does not begin as a git bundle does' }
  const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const place = { folder, bare: true }
  await askGit({ folder }, ['init', '--quiet', '--bare', '--template=', `--object-format=${header.includes('\n@object-format=sha256\n') ? 'sha256' : 'sha1'}`, '.'])
  const { status, err } = await runGit(place, ['-c', 'transfer.fsckObjects=true', 'bundle', 'unbundle', file])
  return status === 0 ? place : { refused: 'damaged-bundle', about: file, detail: firstLine(err) }
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
