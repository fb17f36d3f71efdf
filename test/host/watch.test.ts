// The real thing on a real disk, as an author meets it: started, a file saved, interrupted.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('a save is checked, and an interrupt ends it quietly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-watch-'))
  cpSync(at('test/rules/base'), folder, { recursive: true })
  const child = spawn(process.execPath, [at('dist/cli.js'), 'validate', '--watch', '--as-of', '2026-09-30'], { cwd: folder })
  try {
    let seen = ''
    const until = (word: string): Promise<void> => new Promise((done) => {
      const look = (): void => { if (seen.includes(word)) done() }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => { seen += data.toString() })
    const ended = new Promise<readonly [number | null, string | null]>((done) => child.on('exit', (code, signal) => done([code, signal])))
    await until('Watching')
    writeFileSync(join(folder, 'applications/assistant/evidence/plan.yaml'), 'poam:\n  - id: plan\n')
    await until('1 error')
    child.kill('SIGINT')
    expect(await ended).toEqual([0, null])
    expect(seen).toContain('applications/assistant/evidence/plan.yaml saved:')
    expect(seen).toContain('plan.yaml:2:5 error missing-key')
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}, 30_000)
