import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/model/digest.js'
import { extractors } from '../golden/facts.js'
import { WORLD } from '../golden/render-documents.js'
import { muster } from '../run-muster.js'

const made: string[] = []
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const world = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-binder-'))
  made.push(folder)
  cpSync(WORLD, folder, { recursive: true })
  return folder
}

const filesBelow = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort()
const report = (folder: string, ...words: readonly string[]) => muster(['report', 'binder', ...words, '--as-of', '2026-09-30', '--output', 'out'], folder)

let folder = ''
beforeAll(async () => {
  folder = world()
  expect(await report(folder, 'assistant', '--format', 'md,html', '--class', 'restricted')).toMatchObject({ exit: 0, out: '', err: 'Wrote binder-assistant/ and binder-assistant.zip to out.\n' })
})

test('has an index, an instruction, a folder for each control, and a manifest', () => {
  expect(filesBelow(join(folder, 'out/binder-assistant'))).toEqual([
    '00-index.html', '00-index.md', '01-how-to-verify.md', 'TST-01/red-team-2026-09-10/red-team.json', 'TST-03/access-2026-09-12/access.csv', 'TST-04/drift-2026-08-10/drift.json', 'manifest.sha256',
  ])
})

test('the manifest names every other file with its digest', () => {
  const binder = join(folder, 'out/binder-assistant')
  const lines = readFileSync(join(binder, 'manifest.sha256'), 'utf8').trimEnd().split('\n')
  expect(lines).toEqual(filesBelow(binder).filter((file) => file !== 'manifest.sha256').map((file) => `${sha256(readFileSync(join(binder, file)))}  ${file}`))
})

test('sha256sum accepts it, and no longer once a file is another', () => {
  const binder = join(folder, 'out/binder-assistant')
  const check = (at: string): string => execFileSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: at, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  expect(check(binder).trimEnd().split('\n').every((line) => line.endsWith(': OK'))).toBe(true)
  const copy = mkdtempSync(join(tmpdir(), 'muster-binder-'))
  made.push(copy)
  cpSync(binder, copy, { recursive: true })
  writeFileSync(join(copy, 'TST-03/access-2026-09-12/access.csv'), 'who,ok\nnobody,yes\n')
  expect(() => check(copy)).toThrow()
})

test('the zip holds the same files, the index first, and is the same a second time', async () => {
  const binder = join(folder, 'out/binder-assistant')
  const bytes = readFileSync(join(folder, 'out/binder-assistant.zip'))
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(filesBelow(binder).map((file) => `binder-assistant/${file}`))
  for (const file of filesBelow(binder)) expect(Buffer.from(files[`binder-assistant/${file}`] ?? [])).toEqual(readFileSync(join(binder, file)))
  const again = world()
  await report(again, 'assistant', '--format', 'md,html', '--class', 'restricted')
  expect(readFileSync(join(again, 'out/binder-assistant.zip')).equals(bytes)).toBe(true)
})

test('the index says what was left out, and why', () => {
  const facts = extractors['md']?.(readFileSync(join(folder, 'out/binder-assistant/00-index.md'), 'utf8')) ?? []
  const why = (id: string): string | undefined => facts.find((fact) => fact.includes(`Evidence: assistant/${id}`) && fact.startsWith('What was left out'))?.replace(/ › Evidence:.*/, '')
  const because = (id: string): string | undefined => facts.find((fact) => fact.startsWith(`${why(id)} › Because`))?.replace(/.*Because: /, '')
  expect([because('interviews-2026-09-01'), because('red-team-2026-06-10'), because('wrong-file-2026-08-12')]).toEqual(['held elsewhere', 'superseded, or not asked for', 'withdrawn'])
  expect(extractors['html']?.(readFileSync(join(folder, 'out/binder-assistant/00-index.html'), 'utf8'))).toEqual(facts)
})

describe('the class limits what goes in', () => {
  test('what has no class is taken for the highest', async () => {
    const inside = world()
    await report(inside, 'assistant', '--class', 'internal')
    expect(filesBelow(join(inside, 'out/binder-assistant')).filter((file) => file.startsWith('TST'))).toEqual(['TST-01/red-team-2026-09-10/red-team.json', 'TST-03/access-2026-09-12/access.csv'])
    expect(readFileSync(join(inside, 'out/binder-assistant/00-index.md'), 'utf8')).toContain('| `assistant/drift-2026-08-10` | drift-report | 2026-08-10 | *not stated* | no class is stated |')
  })
  test('of the portfolio each entry has a folder', async () => {
    const inside = world()
    expect((await report(inside, '--class', 'public')).exit).toBe(2)
    expect(filesBelow(join(inside, 'out/binder')).filter((file) => file.includes('/'))).toEqual(['acme/GOV-01/policy-2026-02-01/policy.md'])
  })
  test('a word that is none is told', async () => {
    expect(await report(world(), 'assistant', '--class', 'secret')).toMatchObject({ exit: 2, err: 'error: `secret` is not a value of --class.\nhint: Use one of public, internal, confidential, restricted.\n' })
  })
})

describe('nothing is half-written', () => {
  test('a folder that is there stays as it is', async () => {
    const before = filesBelow(join(folder, 'out'))
    expect(await report(folder, 'assistant', '--class', 'public')).toMatchObject({ exit: 2, err: 'error: The folder out/binder-assistant is there already.\nhint: Name another folder, or remove it.\n' })
    expect(filesBelow(join(folder, 'out'))).toEqual(before)
  })
  test('without --output there is no place for a folder', async () => {
    expect(await muster(['report', 'binder', 'assistant'], world())).toMatchObject({ exit: 2, err: 'error: A binder is a folder.\nhint: Name where to put it: `--output reports`.\n' })
  })
  test('a file where the folder is to stand is told, and nothing is left beside it', async () => {
    const inside = world()
    writeFileSync(join(inside, 'out'), 'a file')
    const { exit, err } = await report(inside, 'assistant')
    expect(exit).toBe(3)
    expect(err).toContain('part of the path is a file')
    expect(readdirSync(inside).filter((name) => name.includes('.part'))).toEqual([])
  })
})

test('an artifact that is not there any more is left out, and its gap stays', async () => {
  const inside = world()
  rmSync(join(inside, 'applications/assistant/artifacts/access.csv'))
  await report(inside, 'assistant')
  expect(existsSync(join(inside, 'out/binder-assistant/TST-03'))).toBe(false)
  expect(readFileSync(join(inside, 'out/binder-assistant/00-index.md'), 'utf8')).toContain('its file is not there, or cannot be read')
})
