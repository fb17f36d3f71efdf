// What `muster review mapping` writes, on one's own mapping and on the built-in one.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { checkFiles, filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

const base = filesBelow(join(fileURLToPath(new URL('../rules/base', import.meta.url))))
const MAPPING = 'frameworks/demo-1/mapping.yaml'
const builtin = { 'muster.yaml': 'title: Adopter\npeople:\n  - { id: grc-lead, title: GRC lead }\n' }

async function review(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string; readonly files: Readonly<Record<string, string>> }> {
  const host = memoryHost({ files })
  const exit = await run(['review', 'mapping', ...argv], host)
  return { exit, out: host.stdout(), err: host.stderr(), files: Object.fromEntries([...host.files].map(([path, text]) => [path.replace('/work/', ''), text])) }
}
const figures = async (files: Readonly<Record<string, string>>, framework: string): Promise<Readonly<Record<string, unknown>>> => {
  const host = memoryHost({ files })
  await run(['list', 'mappings', '--framework', framework, '--format', 'json'], host)
  return JSON.parse(host.stdout()).mappings[0]
}

test('a confirmation makes a row hybrid, counts as second reading and leaves the mapping as it is', async () => {
  const { exit, files } = await review(base, 'demo-1', '1.2', '--by', 'reviewer')
  expect(exit).toBe(0)
  expect(files[MAPPING]).toBe(base[MAPPING])
  expect(await figures(files, 'demo-1')).toMatchObject({ methods: { hybrid: 1, automation: 1, human: 0 }, confirmed: 1, disputed: 0, 'second-reading': { wanted: 1, done: 1 } })
  expect(await checkFiles(files)).toEqual([])
})

test('a dispute changes no method, and is told', async () => {
  const { files } = await review(base, 'demo-1', '1.2', '--by', 'reviewer', '--decision', 'disputed', '--remarks', 'It asks for more.')
  expect(await figures(files, 'demo-1')).toMatchObject({ methods: { hybrid: 0, automation: 2 }, confirmed: 0, disputed: 1, 'second-reading': { wanted: 1, done: 0 } })
  expect((await checkFiles(files)).map((diagnostic) => diagnostic.code)).toEqual(['disputed-mapping'])
})

test('the same reading is recorded once', async () => {
  const once = await review(base, 'demo-1', '1.2', '--by', 'reviewer')
  const twice = await review(once.files, 'demo-1', '1.2', '--by', 'reviewer')
  expect(twice.files).toEqual(once.files)
  expect(twice.err).toContain('Recorded already')
})

test('without --controls every row of the element is read, with it one set in any order', async () => {
  const two = { ...base, [MAPPING]: `${base[MAPPING] ?? ''}  - { controls: [TST-01, TST-02], element: "1.2", relationship: intersects-with, rationale: semantic, method: automation, by: passmuster, on: 2026-02-01 }\n` }
  expect(await figures((await review(two, 'demo-1', '1.2', '--by', 'reviewer')).files, 'demo-1')).toMatchObject({ confirmed: 2 })
  expect((await review(two, 'demo-1', '1.2', '--by', 'reviewer', '--controls', 'TST-02, TST-01')).out).toContain('TST-01 + TST-02  intersects-with  1.2')
})

test('who wrote a row does not review it', async () => {
  const written = { ...base, [MAPPING]: (base[MAPPING] ?? '').replaceAll('by: passmuster', 'by: reviewer') }
  const { exit, err, files } = await review(written, 'demo-1', '1.2', '--by', 'reviewer')
  expect([exit, files['frameworks/demo-1/mapping-reviews.yaml']]).toEqual([2, undefined])
  expect(err).toContain('`reviewer` wrote what is said of 1.2')
})

test('an element outside the catalog is reviewed by its reason', async () => {
  const outside = { ...base, [MAPPING]: `${(base[MAPPING] ?? '').split('\n').slice(0, 3).join('\n')}\noutside-catalog:\n  - { element: "1.2", remarks: Not ours. }\n` }
  const { files, out } = await review(outside, 'demo-1', '1.2', '--by', 'reviewer')
  expect(out).toContain('1.2')
  expect(await figures(files, 'demo-1')).toMatchObject({ confirmed: 1, 'second-reading': { wanted: 1, done: 1 } })
  const changed = { ...files, [MAPPING]: (files[MAPPING] ?? '').replace('Not ours.', 'Not ours either.') }
  expect(await figures(changed, 'demo-1')).toMatchObject({ confirmed: 0 })
})

test('an adopter of the built-in catalog records a reading on their own side', async () => {
  const host = memoryHost({ files: builtin })
  await run(['coverage', 'iso-42001-2023', '--format', 'json'], host)
  const element: string = JSON.parse(host.stdout()).elements.find((candidate: { readonly maps: readonly unknown[] }) => candidate.maps.length > 0).id
  const { exit, files } = await review(builtin, 'iso-42001-2023', element, '--by', 'grc-lead')
  expect(exit).toBe(0)
  expect(Object.keys(files)).toContain('frameworks/iso-42001-2023/mapping-reviews.yaml')
  expect((await figures(files, 'iso-42001-2023'))['confirmed']).toBeGreaterThan(0)
})
