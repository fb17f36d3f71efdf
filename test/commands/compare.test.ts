// With which revision the catalog is compared, and what comes of writing versions: bumped once, nothing is left to say.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { filesBelow } from '../check-files.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import type { MemoryGit } from '../memory-repository.js'

const base = filesBelow(join(fileURLToPath(new URL('.', import.meta.url)), '../rules/base'))
const CONTROL = 'controls/testing/TST-04.yaml'
const edited = (from: string, to: string, file = CONTROL): Readonly<Record<string, string>> => ({ ...base, [file]: (base[file] ?? '').replace(from, to) })
const shorter = edited('P90D', 'P30D')

const compare = async (git: MemoryGit, files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<MemoryHost & { readonly exit: number }> => {
  const host = memoryHost({ files, git })
  return { ...host, exit: await run(['compare', ...argv], host) }
}

describe('with which revision', () => {
  const forked: MemoryGit = { revisions: { r0: { files: base }, main: { files: edited('severity: low', 'severity: high'), parent: 'r0' }, mine: { files: base, parent: 'r0' } }, names: { HEAD: 'mine' } }
  test('what others merged since a branch began is no change of it', async () => {
    const { exit, stdout, stderr } = await compare(forked, base, 'main')
    expect(exit).toBe(0)
    expect(stdout()).toMatch(/^Nothing of the catalog is otherwise than in main/)
    expect(stderr()).toMatch(/^main went on since this branch began; the comparison is with where they parted, [0-9a-f]{12} of 2026-09-01\.\n$/)
  })
  test('two revisions beside each other, whatever stands in the working tree', async () => {
    const line: MemoryGit = { revisions: { r0: { files: base }, r1: { files: shorter, parent: 'r0' } }, names: { HEAD: 'r1' } }
    const { exit, stdout } = await compare(line, { 'muster.yaml': 'title: [' }, 'r0', '--revision', 'r1')
    expect(exit).toBe(1)
    expect(stdout()).toContain('changed-validity')
    expect((await compare(line, base, 'r0', '--revision', 'r1', '--bump')).exit).toBe(2)
  })
  test('histories that have nothing in common are compared as they are', async () => {
    const { exit, stderr } = await compare({ revisions: { r0: { files: base }, other: { files: base } }, names: { HEAD: 'other' } }, shorter, 'r0')
    expect({ exit, stderr: stderr() }).toEqual({ exit: 1, stderr: '' })
  })
})

describe('writing versions', () => {
  const git: MemoryGit = { revisions: { r0: { files: base } }, names: { HEAD: 'r0' } }
  test('once, after which nothing is left to say, and once more changes nothing', async () => {
    const host = memoryHost({ files: shorter, git })
    expect(await run(['compare', 'r0'], host)).toBe(1)
    expect(await run(['compare', 'r0', '--bump', '--effective', '2027-01-01'], host)).toBe(0)
    const written = host.files.get(`/work/${CONTROL}`)
    expect(written).toBe((shorter[CONTROL] ?? '').replace('version: 2.0.0', 'version: 3.0.0').replace('effective: 2026-01-01', 'effective: 2027-01-01'))
    expect(host.files.get('/work/controls/catalog.yaml')).toBe((base['controls/catalog.yaml'] ?? '').replace('version: 1.0.0', 'version: 2.0.0'))
    expect(await run(['compare', 'r0', '--fail-on', 'note'], host), host.stdout()).toBe(0)
    expect(await run(['compare', 'r0', '--bump'], host)).toBe(0)
    expect(host.files.get(`/work/${CONTROL}`)).toBe(written)
  })
  test('without a first day it stays, and that is said', async () => {
    const { stderr, files } = await compare(git, shorter, 'r0', '--bump')
    expect(files.get(`/work/${CONTROL}`)).toContain('effective: 2026-01-01')
    expect(stderr()).toContain('TST-04 3.0.0 is still asked from 2026-01-01')
  })
  test('a dry run writes nothing', async () => {
    const { files, stdout } = await compare(git, shorter, 'r0', '--bump', '--dry-run')
    expect(files.get(`/work/${CONTROL}`)).toBe(shorter[CONTROL])
    expect(stdout()).toContain('+version: 3.0.0')
  })
})

test('every format tells the same diagnostics', async () => {
  const git: MemoryGit = { revisions: { r0: { files: base } }, names: { HEAD: 'r0' } }
  for (const format of ['text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown']) expect((await compare(git, shorter, 'r0', '--format', format)).stdout(), format).toContain('changed-validity')
})
