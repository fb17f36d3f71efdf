// A corpus under git with twelve closed quarters, and a second working tree of it as it stood before any was closed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corpusOf, FOLDER } from './corpora.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const CLOSER = 'ada-berg'
const QUARTERS = [2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((number) => ({ name: `${year}-Q${number}`, closedOn: number === 4 ? `${year + 1}-01-15` : `${year}-${['04', '07', '10'][number - 1]}-15` })))

const git = (folder, ...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0', '-C', folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })

/** Folders of a corpus of so many applications: `closed` with twelve quarters, `open` with none. */
export async function quartersOf(applications) {
  const corpus = corpusOf(applications)
  const closed = join(FOLDER, `quarters-${applications}`)
  const open = join(FOLDER, `quarters-${applications}-open`)
  const note = `${closed}.txt`
  const version = createHash('sha256').update(corpus.version).update(readFileSync(at('../src/schema/input/quarter.schema.json'))).update(readFileSync(at('quarters.mjs'))).digest('hex')
  if (existsSync(note) && readFileSync(note, 'utf8') === version) return { closed, open }
  console.error(`Closing twelve quarters of ${applications} applications …`)
  for (const folder of [closed, open]) rmSync(folder, { recursive: true, force: true })
  cpSync(corpus.folder, closed, { recursive: true })
  git(closed, 'init', '--quiet', '--initial-branch=main')
  git(closed, 'add', '--all')
  git(closed, 'commit', '--quiet', '--message', 'The corpus')
  git(closed, 'worktree', 'add', '--quiet', '--detach', open)
  const { nodeHost, run } = await import(at('../dist/index.js'))
  for (const { name, closedOn } of QUARTERS) {
    const said = []
    const keep = { write: async (text) => void said.push(text), isTerminal: false }
    const exit = await run(['quarter', 'close', name, '--by', CLOSER, '-C', closed], { ...nodeHost(), today: () => closedOn, out: keep, err: keep })
    if (exit !== 0) throw new Error(said.join(''))
    git(closed, 'add', '--all')
    git(closed, 'commit', '--quiet', '--message', `Close ${name}`)
  }
  git(closed, 'repack', '-adq') // as a clone has it
  writeFileSync(note, version)
  return { closed, open }
}

/** Arguments that close a quarter of the open corpus. */
export const closeQuarter = (open) => ['quarter', 'close', '2026-Q3', '--by', CLOSER, '-C', open]

/** Takes back what closing wrote, so that the same can be closed again. */
export function reopen(open) {
  if (existsSync(join(open, 'quarters'))) rmSync(join(open, 'quarters'), { recursive: true })
}

/** Bytes of a record for each finding in it. */
export function bytesPerFinding(closed) {
  const sizes = readdirSync(join(closed, 'quarters')).filter((name) => /^\d/.test(name)).map((name) => readFileSync(join(closed, 'quarters', name), 'utf8')).map((text) => text.length / (text.split('\n{"control":').length - 1))
  return Math.max(...sizes)
}
