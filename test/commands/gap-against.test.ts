import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { filesBelow } from '../check-files.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const base = filesBelow(join(ROOT, 'test/rules/base'))

const change = (now: Readonly<Record<string, string>>, then: Readonly<Record<string, string>> = base): MemoryHost =>
  memoryHost({ files: now, git: { revisions: { r0: { files: then } }, names: { HEAD: 'r0' } } })

// The platform and the applications that rest on it, as many as there are.
const many = (count: number): Readonly<Record<string, string>> => ({
  ...base,
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => Object.entries(base).filter(([path]) => path.startsWith('applications/assistant/')).map(([path, text]) =>
    [path.replace('/assistant/', `/assistant-${index}/`), text.replace('id: assistant\n', `id: assistant-${index}\n`)])).flat()),
})

describe('the comment on a pull request that changes much', () => {
  const then = many(400)
  const control = 'controls/testing/TST-01.yaml'
  const now = { ...then, [control]: (then[control] ?? '').replace(/valid-for: .*$/m, 'valid-for: P1D') }

  test('stays below what GitHub takes, with whole rows, and says what it leaves out', async () => {
    expect(now[control]).not.toBe(then[control])
    const host = change(now, then)
    expect(await run(['gap', '--against', 'HEAD', '--format', 'markdown'], host)).toBe(1)
    const comment = host.stdout()
    expect(comment.length).toBeLessThan(65_536)
    expect(comment.length).toBeGreaterThan(60_000)
    for (const line of comment.split('\n')) if (line.startsWith('|')) expect(line).toMatch(/ \|$/)
    const shown = comment.match(/^#### /gm)?.length ?? 0
    const [, rows = '', entries = ''] = /^(\d+) rows and (\d+) entries did not fit into this comment and are left out, the least urgent first\./m.exec(comment) ?? []
    expect(shown + Number(entries)).toBe(401)
    expect((comment.match(/^\| \*\*breaks/gm)?.length ?? 0) + Number(rows)).toBe(401)
    expect(comment).toContain('`TST-01` changes, and applies to 401 entries: ')
  })
})

test('the exit code does not depend on the format, and follows --fail-on', async () => {
  const evaluation = 'applications/assistant/evidence/evaluation.yaml'
  const now = { ...base, [evaluation]: (base[evaluation] ?? '').replace('0.94', '0.54') }
  for (const format of ['text', 'json', 'markdown', 'github', 'gitlab', 'sarif', 'junit']) expect([format, await run(['gap', '--against', 'HEAD', '--format', format], change(now))]).toEqual([format, 1])
  expect(await run(['gap', '--against', 'HEAD', '--fail-on', 'moderate'], change(now))).toBe(0)
  expect(await run(['gap', '--against', 'HEAD', 'ml-platform'], change(now))).toBe(0)
})

test('annotations are those of gaps that are new', async () => {
  const testing = 'applications/assistant/evidence/testing.yaml'
  const evaluation = 'applications/assistant/evidence/evaluation.yaml'
  const then = { ...base, [evaluation]: (base[evaluation] ?? '').replace('0.94', '0.54') }
  const host = change({ ...then, [testing]: (base[testing] ?? '').replace('deviations: 0', 'deviations: 0 }\n    expires: 2026-09-20 # {') }, then)
  await run(['gap', '--against', 'HEAD', '--format', 'github'], host)
  expect(host.stdout()).toContain('access-2026-09-12')
  expect(host.stdout()).not.toContain('accuracy')
})

test('only files that changed are read from git: an unreadable one that stood there before does not hide another', async () => {
  const broken = { ...base, 'applications/assistant/evidence/broken.yaml': 'implementations: [\n' }
  const host = change({ ...broken, 'applications/assistant/evidence/more.yaml': 'implementations: {\n' }, broken)
  expect(await run(['validate', '--changed-since', 'HEAD'], host)).toBe(1)
  expect(host.stdout()).toContain('more.yaml')
  expect(host.stdout()).not.toContain('broken.yaml')
  expect(host.stderr()).toContain('1 diagnostic that stood there before is not shown.')
})
