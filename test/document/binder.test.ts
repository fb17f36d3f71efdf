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

test('the page on verifying names the files that hold the index', async () => {
  const inside = world()
  await report(inside, 'assistant', '--format', 'docx,xlsx')
  const page = readFileSync(join(inside, 'out/binder-assistant/01-how-to-verify.md'), 'utf8')
  expect(page).toContain('The index, `00-index.docx` or `00-index.xlsx`, has for each item')
  expect(page).not.toContain('00-index.md')
  expect(filesBelow(join(inside, 'out/binder-assistant')).filter((file) => file.startsWith('00'))).toEqual(['00-index.docx', '00-index.xlsx'])
})

describe('the day on which an item was filed', () => {
  const git = (at: string, day: string, ...args: readonly string[]): void => void execFileSync('git', ['-c', 'user.name=grc', '-c', 'user.email=grc@example.com', '-c', 'protocol.file.allow=always', ...args], { cwd: at, stdio: 'ignore', env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` } })
  const filedIn = async (at: string): Promise<Readonly<Record<string, string>>> => {
    const { out } = await muster(['report', 'evidence', 'assistant', '--as-of', '2026-09-30'], at)
    return Object.fromEntries(out.split('\n').flatMap((line) => (line.startsWith('| `') ? [[/`(.*?)`/.exec(line)?.[1] ?? '', line.split('|')[11]?.trim() ?? '']] : [])))
  }
  const TESTING = 'applications/assistant/evidence/testing.yaml'

  test('is that of the first commit that has it, wherever it stands now, and is not stated where there is none', async () => {
    const inside = world()
    const whole = readFileSync(join(inside, TESTING), 'utf8')
    const later = whole.indexOf('  - id: access-2026-09-12')
    const [item, rest] = [whole.slice(later, whole.indexOf('  - id: drift-2026-08-10')), whole.slice(whole.indexOf('  - id: drift-2026-08-10'))]
    git(inside, '2026-09-01', 'init', '-q', '-b', 'main')
    writeFileSync(join(inside, TESTING), whole.slice(0, later) + rest)
    git(inside, '2026-09-01', 'add', '-A')
    git(inside, '2026-09-01', 'commit', '-qm', 'first')
    writeFileSync(join(inside, TESTING), whole.slice(0, later) + item + rest)
    git(inside, '2026-09-14', 'commit', '-qam', 'second')
    // Moved to another file, and a new one that is not committed.
    writeFileSync(join(inside, TESTING), whole.slice(0, later) + rest)
    writeFileSync(join(inside, 'applications/assistant/evidence/moved.yaml'), `evidence:\n${item}`)
    git(inside, '2026-09-20', 'add', '-A')
    git(inside, '2026-09-20', 'commit', '-qm', 'third')
    writeFileSync(join(inside, 'applications/assistant/evidence/moved.yaml'), `evidence:\n${item}${item.replace('access-2026-09-12', 'access-2026-09-29')}`)
    expect(await filedIn(inside)).toMatchObject({ 'red-team-2026-09-10': '2026-09-01', 'access-2026-09-12': '2026-09-14', 'access-2026-09-29': '*not stated*' })
    const shallow = mkdtempSync(join(tmpdir(), 'muster-binder-'))
    made.push(shallow)
    git(shallow, '2026-09-20', 'clone', '-q', '--depth', '1', `file://${inside}`, 'clone')
    expect(new Set(Object.values(await filedIn(join(shallow, 'clone'))))).toEqual(new Set(['*not stated*']))
  })
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
