import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'
import type { MemoryGit } from '../memory-repository.js'

const BASE = filesBelow(fileURLToPath(new URL('../rules/base', import.meta.url)))
const TESTING = 'applications/assistant/evidence/testing.yaml'

type Files = Readonly<Record<string, string>>

const edited = (path: string, from: string | RegExp, to: string): Files => {
  const changed = (BASE[path] ?? '').replace(from, to)
  expect(changed).not.toBe(BASE[path])
  return { ...BASE, [path]: changed }
}
const without = (...paths: readonly string[]): Files => Object.fromEntries(Object.entries(BASE).filter(([path]) => !paths.some((start) => path.startsWith(start))))

async function muster(line: string, now: Files, git: Partial<MemoryGit> = {}): Promise<string> {
  const host = memoryHost({ files: now, today: '2026-09-30', git: { revisions: { main: { files: BASE }, work: { files: BASE, parent: 'main' } }, names: { HEAD: 'work' }, ...git } })
  const exit = await run(line.split(' '), host)
  return `$ muster ${line}\n${host.stdout()}${host.stderr()}[${exit}]\n`
}

const CASES: readonly (readonly [string, Files])[] = [
  ['nothing', BASE],
  ['breaks', edited(TESTING, 'version: 2.1.0\n    status: implemented', 'version: 2.1.0\n    status: planned')],
  ['switched-off', edited('applications/assistant/application.yaml', 'uses-llm: true', 'uses-llm: false')],
  ['new-evidence', edited(TESTING, /evidence: \[access-2026-09-12\]/, 'evidence: [access-2026-09-12, access-2026-09-29]')],
  ['unreadable', { ...BASE, [TESTING]: `${BASE[TESTING]}evidence: [\n` }],
  ['conflict', { ...BASE, [TESTING]: `<<<<<<< HEAD\n${BASE[TESTING]}=======\n>>>>>>> other\n` }],
  ['gone', without('applications/assistant/')],
  ['renamed', { ...without(TESTING), 'applications/assistant/evidence/tests.yaml': BASE[TESTING] ?? '' }],
  ['platform', edited('applications/ml-platform/evidence/answers.yaml', /status: implemented/, 'status: planned')],
  ['catalog', edited('controls/testing/TST-01.yaml', /title: .*/, 'title: Red teaming of all')],
]
const added = CASES.map(([name, files]): readonly [string, Files] => name !== 'new-evidence' ? [name, files] : [name, { ...files, [TESTING]: `${files[TESTING]?.trimEnd()}\n  - id: access-2026-09-29\n    type: access-review\n    collected: 2026-09-29\n    path: artifacts/access.csv\n    sha256: fc75cca6ce060e03da18e5c053fb5c1c0925b4fbeb5eb5ecbcadeff9120a0eaf\n    sample: { population: { size: 4, drawn-from: Directory, on: 2026-09-11 }, size: 4, method: all, deviations: 0 }\n    submitted-by: engineer\n    remarks: "@team see #12 | <b>"\n` }])

describe('a change', () => {
  test.each(added)('%s', async (name, files) => {
    const told = [await muster('gap --against main', files), await muster('validate --changed-since main', files), await muster('gap --against main --format markdown', files), await muster('gap --against main --format github', files)]
    await expect(told.join('\n')).toMatchFileSnapshot(`against/${name}.txt`)
  })
})

describe('what cannot be compared', () => {
  test.each([
    ['unknown', 'gap --against nowhere', {}],
    ['no-merge-base', 'gap --against other', { revisions: { main: { files: BASE }, work: { files: BASE }, other: { files: BASE } } }],
    ['shallow', 'gap --against main', { shallow: true, revisions: { main: { files: BASE }, work: { files: BASE } } }],
    ['no-quarter', 'gap --against 2026-Q2', {}],
    ['began', 'gap --against main', { revisions: { main: { files: { 'README.md': 'Nothing.' } }, work: { files: BASE, parent: 'main' } } }],
    ['broken-then', 'gap --against main', { revisions: { main: { files: { ...BASE, 'controls/catalog.yaml': 'id: [' } }, work: { files: BASE, parent: 'main' } } }],
    ['paths', 'validate --changed-since main applications', {}],
    ['both', 'gap --against main --revision main', {}],
  ] as const)('%s', async (name, line, git) => {
    await expect(await muster(line, BASE, git)).toMatchFileSnapshot(`against/${name}.txt`)
  })
})

test('a comment keeps whole rows and says how many it left out', async () => {
  const many = Array.from({ length: 900 }, (_, index) => `  - { id: item-${index}, type: procedure, collected: 2026-09-29, path: artifacts/red-team.json, sha256: 1981f9cbc2228693e33a414510698429d08c62eb41ba675ecf2e2238cec16269, submitted-by: engineer }\n`)
  const told = await muster('gap --against main --format markdown', { ...BASE, [TESTING]: `${BASE[TESTING]?.trimEnd()}\n${many.join('')}` })
  expect(told.length).toBeLessThan(65_536)
  const rows = [...told.matchAll(/^\| `item-\d+`/gm)].length
  const [, left] = /(\d[\d,]*) rows are left out here/.exec(told) ?? []
  expect(rows).toBeGreaterThan(100)
  expect(rows + Number(left?.replace(',', ''))).toBeGreaterThanOrEqual(900)
})
