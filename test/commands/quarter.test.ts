import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, describe, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import type { Host } from '../../src/host/host.js'
import { nodeHost } from '../../src/host/node-host.js'
import { isRefusal } from '../../src/commands/at-revision.js'
import type { FrozenFinding, Quarter } from '../../src/schema/types.js'
import { filesBelow } from '../check-files.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import type { MemoryGit, MemoryRevision } from '../memory-repository.js'

const BASE = filesBelow(fileURLToPath(new URL('../rules/base', import.meta.url)))

type World = { readonly files?: Readonly<Record<string, string>>; readonly today?: string }
type Repository = { readonly git: MemoryGit & { readonly revisions: Record<string, MemoryRevision>; readonly names: Record<string, string> }; host: MemoryHost; readonly commit: () => void }

/** A governance repository in memory whose files are committed. */
function repositoryOf({ files = BASE, today = '2027-01-11' }: World = {}): Repository {
  const git = { revisions: { r0: { files } } as Record<string, MemoryRevision>, names: { HEAD: 'r0' } as Record<string, string> }
  const host = memoryHost({ files, today, git })
  let count = 0
  const commit = (): void => {
    count += 1
    git.names['HEAD'] = `r${count}`
    git.revisions[`r${count}`] = { files: Object.fromEntries([...host.files].map(([path, text]) => [path.slice('/work/'.length), text])), parent: `r${count - 1}` }
  }
  return { git, host, commit }
}

async function muster(repository: Repository, line: string, over: Partial<Host> = {}): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const into = (list: string[]) => ({ write: async (text: string): Promise<void> => void list.push(text), isTerminal: false })
  const exit = await run(line.split(' '), { ...repository.host, out: into(out), err: into(err), ...over })
  return { exit, out: out.join(''), err: err.join('') }
}

async function closed(lines: readonly string[], world?: World): Promise<Repository> {
  const repository = repositoryOf(world)
  for (const line of lines) {
    const { exit, err } = await muster(repository, line)
    expect({ line, exit, err }).toEqual({ line, exit: 0, err: '' })
    repository.commit()
  }
  return repository
}
const quarterIn = ({ host }: Repository, name = '2026-Q3'): Quarter => JSON.parse(host.files.get(`/work/quarters/${name}.json`) ?? '') as Quarter
const findingIn = (quarter: Quarter, application: string, control: string): FrozenFinding | undefined => quarter.applications.find(({ id }) => id === application)?.findings.find((finding) => finding.control === control)

describe('the two clocks', () => {
  const testing = 'applications/assistant/evidence/testing.yaml'
  const reviewedOn = (day: string): Readonly<Record<string, string>> => {
    const changed = (BASE[testing] ?? '').replace(/(by: reviewer, on: )2026-09-14/, `$1${day}`)
    expect(changed).not.toBe(BASE[testing])
    return { ...BASE, [testing]: changed }
  }
  const stateOf = async (files: Readonly<Record<string, string>>, cutoff: string): Promise<string | undefined> => findingIn(quarterIn(await closed([`quarter close 2026-Q3 --by reviewer --cutoff ${cutoff}`], { files })), 'assistant', 'TST-01')?.state
  test('a review after the quarter counts up to the cutoff', async () => {
    expect(await stateOf(reviewedOn('2026-10-05'), '2026-10-05')).toBe('satisfied')
    expect(await stateOf(reviewedOn('2026-10-05'), '2026-10-04')).toBe('not-satisfied')
  })
  test('a gap list of the same day knows one clock', async () => {
    const { out } = await muster(repositoryOf({ files: reviewedOn('2026-10-05') }), 'gap assistant --as-of 2026-09-30 --format json')
    expect(JSON.parse(out).applications[0].findings.find((finding: FrozenFinding) => finding.control === 'TST-01').state).toBe('not-satisfied')
  })
  test('evidence after the quarter does not count, however late the cutoff', async () => {
    const files = { ...BASE, [testing]: (BASE[testing] ?? '').replace('collected: 2026-09-10', 'collected: 2026-10-01') }
    expect(findingIn(quarterIn(await closed(['quarter close 2026-Q3 --by reviewer --cutoff 2026-10-30'], { files })), 'assistant', 'TST-01')?.state).toBe('not-satisfied')
  })
  test('without a cutoff it is the day of closing, and at most thirty days after the quarter', async () => {
    expect(quarterIn(await closed(['quarter close 2026-Q3 --by reviewer'], { today: '2026-10-09' })).cutoff).toBe('2026-10-09')
    expect(quarterIn(await closed(['quarter close 2026-Q3 --by reviewer'], { today: '2026-12-09' })).cutoff).toBe('2026-10-30')
    const config = `${BASE['muster.yaml'] ?? ''}calendar: { cutoff-days: 0 }\n`
    expect(quarterIn(await closed(['quarter close 2026-Q3 --by reviewer'], { files: { ...BASE, 'muster.yaml': config } })).cutoff).toBe('2026-09-30')
  })
})

describe('who closes', () => {
  test('is found by the address that git knows', async () => {
    const repository = repositoryOf()
    const host: Partial<Host> = { repository: async (path) => { const opened = await repository.host.repository(path); return isRefusal(opened) ? opened : { ...opened, userEmail: async () => 'OWNER@example.com' } } }
    expect((await muster(repository, 'quarter close 2026-Q3', host)).exit).toBe(0)
    expect(quarterIn(repository).closed).toEqual({ by: 'owner', on: '2027-01-11' })
  })
})

describe('two people at once', () => {
  test('in one clone: one writes the record, and the other is told', async () => {
    const repository = repositoryOf()
    const both = await Promise.all([muster(repository, 'quarter close 2026-Q3 --by reviewer'), muster(repository, 'quarter close 2026-Q3 --by ciso')])
    expect(both.map(({ exit }) => exit).sort()).toEqual([0, 2])
    expect(both.find(({ exit }) => exit === 2)?.err).toBe('error: quarters/2026-Q3.json was written by somebody else in the meantime.\nhint: Read it; what differs is said with `muster quarter correct`.\n')
    expect(both.find(({ exit }) => exit === 0)?.out).toContain(`by ${quarterIn(repository).closed.by}`)
  })
  test('on one disk: a file is created once, whole, and nothing is left beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-once-'))
    try {
      const text = (name: string): string => `${name}\n`.repeat(20_000)
      const made = await Promise.all(['a', 'b', 'c', 'd'].map((name) => nodeHost().createFile(`${folder}/quarters/x.json`, (async function* () { yield* text(name).match(/[^]{1,999}/g) ?? [] })())))
      const winner = ['a', 'b', 'c', 'd'][made.indexOf(true)] ?? ''
      expect(made.filter((won) => won)).toHaveLength(1)
      expect(readFileSync(`${folder}/quarters/x.json`, 'utf8')).toBe(text(winner))
      expect(readdirSync(`${folder}/quarters`)).toEqual(['x.json'])
      expect(await nodeHost().createFile(`${folder}/quarters/x.json`, (async function* () { yield 'late' })())).toBe(false)
      await expect(nodeHost().createFile(`${folder}/quarters/y.json`, (async function* () { yield 'half'; throw new Error('interrupted') })())).rejects.toThrow('interrupted')
      expect(readdirSync(`${folder}/quarters`)).toEqual(['x.json'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  test('in two clones that were merged: the chain has two ends, and both are named', async () => {
    const one = await closed(['quarter close 2026-Q3 --by reviewer'])
    const other = await closed(['quarter close 2026-Q3 --by reviewer'])
    expect((await muster(one, 'quarter close 2026-Q4 --by reviewer')).exit).toBe(0)
    expect((await muster(other, 'quarter correct 2026-Q3 --by ciso --reason merged')).exit).toBe(0)
    one.host.files.set('/work/quarters/2026-Q3.c1.json', other.host.files.get('/work/quarters/2026-Q3.c1.json') ?? '')
    one.commit()
    const { exit, out } = await muster(one, 'quarter verify --all')
    expect(exit).toBe(1)
    expect(out).toContain([
      'quarters/2026-Q4.json  does not hold', '  bytes      holds   Its bytes are those of its digest.', '  chain      broken  quarters/2026-Q3.c1.json follows the same record: two were written side by side.',
      '                     hint: Keep one, and make the other again: `muster quarter close` or `muster quarter correct`.',
    ].join('\n'))
    expect((await muster(one, 'quarter close 2027-Q1 --by reviewer', { today: () => '2027-04-09' })).err).toBe('error: The chain of closed quarters does not hold.\nhint: Run `muster quarter verify --all` to see where.\n')
  })
})

describe('verifying', () => {
  const asTool = (repository: Repository, version: string): void => {
    const text = repository.host.files.get('/work/quarters/2026-Q3.json') ?? ''
    repository.host.files.set('/work/quarters/2026-Q3.json', text.replace('"version":"0.0.0-test"', `"version":"${version}"`))
  }
  test('a record of another version of muster: what differs is the tool’s, and its chain and inputs hold', async () => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    // Made by a tool that took TST-04 of the assistant for a gap, and closed with a digest of its own.
    const { quarterText, wholeText } = await import('../../src/model/quarter-text.js')
    const { applications, controls, frameworks, totals, sha256: _own, ...head } = quarterIn(repository)
    const otherwise = applications.map((application) => (application.id === 'assistant' ? { ...application, findings: application.findings.map((finding) => (finding.control === 'TST-04' ? { control: 'TST-04', state: 'not-satisfied' as const, severity: 'low' as const } : finding)) } : application))
    repository.host.files.set('/work/quarters/2026-Q3.json', await wholeText(quarterText({ ...head, tool: { name: 'muster', version: '0.0.1' } }, otherwise, () => ({ controls, frameworks, totals }))))
    repository.commit()
    const { exit, out } = await muster(repository, 'quarter verify')
    expect(exit).toBe(0)
    expect(out).toContain([
      '  assessment holds   It was made with muster 0.0.1, and this is 0.0.0-test: what differs is the tool\'s.',
      '                     quarters/2026-Q3.json:29:22, bytes 1728 to 1756: finding TST-04 of assistant: `evidence` is not there, and should be "2026-09-08"; `severity` should not be there; `state` is "not-satisfied", and should be "satisfied"',
    ].join('\n'))
  })
  test('a record that says another version, with the digest of the first, was changed', async () => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    asTool(repository, '0.0.1')
    repository.commit()
    const { exit, out } = await muster(repository, 'quarter verify')
    expect(exit).toBe(1)
    expect(out).toMatch(/bytes +broken +It was changed after it was closed\. Every line .* `tool`, quarters\/2026-Q3\.json:10, bytes \d+ to \d+;/)
  })
  test('a library that is gone, where the built-in catalog has moved on: what cannot be known is unknown', async () => {
    const builtin = (version: string): Partial<Host> => ({ builtinLibrary: async () => JSON.stringify([{ kind: 'catalog', file: 'controls/catalog.yaml', data: { id: 'builtin', title: 'Built-in', version } }, { kind: 'control', file: 'controls/testing/TST-01.yaml', data: { id: 'TST-01', version: '1.0.0', effective: '2026-01-01', status: 'active', scope: 'organization', title: 'T', statement: 'S', risk: 'R', guidance: 'G', severity: 'low', objectives: [{ id: 'TST-01.a', method: 'EXAMINE', text: 'T', evidence: [{ types: ['procedure'], 'valid-for': 'P1Y', review: 'none' }] }] } }, { kind: 'evidence-type', file: 'controls/evidence-types/procedure.yaml', data: { id: 'procedure', title: 'P', description: 'D', 'media-types': ['text/plain'] } }]) })
    const files = { 'muster.yaml': (BASE['muster.yaml'] ?? '').replace('["."]', '[builtin]'), 'applications/acme/application.yaml': BASE['applications/acme/application.yaml'] ?? '' }
    const repository = repositoryOf({ files })
    expect(await muster(repository, 'quarter close 2026-Q3 --by reviewer', builtin('1.0.0'))).toMatchObject({ exit: 0, err: '' })
    repository.commit()
    expect(await muster(repository, 'quarter verify', builtin('1.1.0'))).toMatchObject({ exit: 0 })
    const library = [...repository.host.files.keys()].find((path) => path.includes('/library-')) ?? ''
    repository.host.files.delete(library)
    repository.commit()
    expect(await muster(repository, 'quarter verify', builtin('1.0.0'))).toMatchObject({ exit: 1 })
    const { exit, out } = await muster(repository, 'quarter verify', builtin('1.1.0'))
    expect(exit).toBe(2)
    expect(out).toContain(`  assessment unknown It was not assessed again: the library of then is not at hand, and the built-in catalog of muster 0.0.0-test is another.\n                     hint: Restore quarters/${library.split('/').at(-1)} from git.\n`)
  })
  test('a catalog layer that no longer resolves', async () => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    // As with a catalog that is a repository of its own within this one: its files are not in the tree.
    const without: Partial<Host> = {
      repository: async (path) => {
        const opened = await repository.host.repository(path)
        if (isRefusal(opened)) return opened
        return { ...opened, filesAt: (revision, placed) => { const files = opened.filesAt(revision, placed); return { ...files, list: async (folder, depth) => (/\/(controls|frameworks)$/.test(folder) ? undefined : files.list(folder, depth)) } } }
      },
    }
    const { exit, out } = await muster(repository, 'quarter verify', without)
    expect(exit).toBe(2)
    expect(out).toMatch(/library +broken +The library that was frozen is not the one that the revision gives: the layer `\.` no longer resolves; frozen and not there: controls\/catalog\.yaml, .* and 9 more\./)
    const submodule = await muster(repositoryOf(), 'quarter close 2026-Q3 --by reviewer', without)
    expect(submodule).toEqual({ exit: 2, out: '', err: 'error: The catalog layer `.` of muster.yaml has no file in what is committed.\nhint: Commit controls/ and frameworks/ themselves; a git submodule is not read.\n' })
  })
  test('a commit that is gone while its tree is still there', async () => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    repository.git.revisions['rebased'] = repository.git.revisions['r0'] ?? { files: {} }
    delete repository.git.revisions['r0']
    const { exit, out } = await muster(repository, 'quarter verify')
    expect(exit).toBe(0)
    expect(out).toMatch(/revision +holds +The commit [0-9a-f]{12} of 2026-09-01 is gone, and its tree is still in this repository\./)
    expect(out).toContain('note: The commit')
  })
  test('a portfolio that moved to another folder is found by its record', async () => {
    const inside = Object.fromEntries(Object.entries(BASE).map(([path, text]) => [`gov/${path}`, text]))
    const git = { revisions: { r0: { files: inside } } as Record<string, MemoryRevision>, names: { HEAD: 'r0' } as Record<string, string>, top: '/work' }
    const then = { git, host: memoryHost({ files: inside, today: '2027-01-11', git, cwd: '/work' }), commit: () => undefined }
    expect(await muster(then, 'quarter close 2026-Q3 --by reviewer -C gov')).toMatchObject({ exit: 0 })
    const moved = Object.fromEntries([...then.host.files].map(([path, text]) => [path.replace('/work/gov/', ''), text]))
    const now = { ...then, host: memoryHost({ files: moved, git, cwd: '/work' }) }
    expect(await muster(now, 'quarter verify')).toMatchObject({ exit: 0 })
  })
  test('what somebody else put into quarters/ is not taken for a record', async () => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    for (const name of ['notes.json', '2026-Q3.json.bak', '2026-Q5.json', '2026-Q3.c0.json', 'README.md']) repository.host.files.set(`/work/quarters/${name}`, 'x')
    expect((await muster(repository, 'quarter verify --all')).out).toContain('1 record: all hold.')
  })
  test.each(['', '{}', 'null', '[]', '{"schema-version":"1.0.0"}', '{\n"schema-version":"1.0.0",\n"quarter":7\n}', `${'['.repeat(100_000)}`])('a file that is no record: %#', async (text) => {
    const repository = await closed(['quarter close 2026-Q3 --by reviewer'])
    repository.host.files.set('/work/quarters/2026-Q4.json', text)
    const { exit, out, err } = await muster(repository, 'quarter verify --all')
    expect([exit, err]).toEqual([1, ''])
    expect(out).toMatch(/quarters\/2026-Q4\.json {2}does not hold/)
    expect((await muster(repository, 'quarter list')).exit).toBe(2)
    expect((await muster(repository, 'quarter trend')).exit).toBe(2)
  })
})
