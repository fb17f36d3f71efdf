// What the scenarios do not show: what is left when something goes wrong, and what else can be asked for.
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import type { Host } from '../../src/host/host.js'
import { fingerprintOfEvidence } from '../../src/model/digest.js'
import { parseYaml } from '../../src/source/parse-yaml.js'
import type { EvidenceFile } from '../../src/schema/types.js'
import { filesBelow } from '../check-files.js'
import { memoryHost, type MemoryHost, type MemoryWorld } from '../memory-host.js'

const base = filesBelow(fileURLToPath(new URL('../rules/base', import.meta.url)))
const garak = readFileSync(new URL('../collect/fixtures/garak.report.jsonl', import.meta.url), 'utf8')
const TESTING = 'applications/assistant/evidence/testing.yaml'
const world = (files: Readonly<Record<string, string>> = {}, more: Partial<MemoryWorld> = {}): MemoryHost => memoryHost({ files: { ...base, 'run.jsonl': garak, ...files }, email: 'owner@example.com', ...more })
const texts = (host: MemoryHost): ReadonlyMap<string, string> => new Map([...host.files].map(([path, text]) => [path.replace('/work/', ''), text]))
const valueOf = (host: MemoryHost, file: string): EvidenceFile => parseYaml(file, texts(host).get(file) ?? '').value?.value as EvidenceFile // the tests write evidence files
const ADD = ['evidence', 'add', 'assistant', 'TST-01', '--file', 'run.jsonl', '--tool', 'garak', '--collected', '2026-09-20'] as const
const with_ = (host: MemoryHost, change: Partial<Host>): MemoryHost => ({ ...host, ...change })

describe('nothing is half-written', () => {
  test('a file that somebody changed meanwhile is left alone, and the copy goes again', async () => {
    const host = world()
    const before = texts(host)
    expect(await run(ADD, with_(host, { putText: async () => 'changed' }))).toBe(2)
    expect(host.stderr()).toBe(`error: ${TESTING} was changed while muster worked, so it was left as it stands.\nhint: Run the command again.\n`)
    expect(texts(host)).toEqual(before)
  })
  test.each([[['review', 'accept', 'assistant', 'red-team-2026-09-10', '--by', 'ciso']], [['evidence', 'refresh', 'assistant']]])('nor does %s write over it', async (argv) => {
    const host = world({ 'applications/assistant/artifacts/evaluation.json': '{ "accuracy": 0.95 }\n' })
    const before = texts(host)
    expect(await run(argv, with_(host, { putText: async () => 'changed' }))).toBe(2)
    expect(host.stderr()).toContain(' was changed while muster worked, so it was left as it stands.\n')
    expect(texts(host)).toEqual(before)
  })
  test('a disk that refuses is a fault, and the copy goes again', async () => {
    const host = world()
    const before = texts(host)
    expect(await run(ADD, with_(host, { putText: async () => { throw Object.assign(new Error('no'), { code: 'EACCES' }) } }))).toBe(3)
    expect(host.stderr()).toBe(`fault: Cannot write ${TESTING}: permission denied.\nhint: Check the path and its permissions.\n`)
    expect(texts(host)).toEqual(before)
  })
  test('a link that leads out', async () => {
    const host = world()
    expect(await run(ADD, with_(host, { putCopy: async () => 'outside' }))).toBe(2)
    expect(host.stderr()).toContain('applications/assistant/artifacts/run.jsonl leads out of the repository by a symbolic link')
  })
  test.each([ADD, ['review', 'accept', 'assistant', 'red-team-2026-09-10', '--by', 'ciso'], ['new', 'exception', 'assistant', 'TST-01', '--reason', 'R', '--residual-risk', 'low', '--expires', '2026-11-30', '--approved-by', 'ciso']])('a dry run of %s', async (...argv) => {
    const host = world()
    const before = texts(host)
    expect(await run([...argv, '--dry-run'], host)).toBe(0)
    expect(host.stdout()).toContain('\n+ ')
    expect(texts(host)).toEqual(before)
  })
  test('a person who leaves', async () => {
    const host = world({}, { answers: [] })
    const before = texts(host)
    expect(await run(['new', 'exception', 'assistant', 'TST-01'], host)).toBe(2)
    expect(host.stderr()).toContain('error: You left, so nothing was written.')
    expect(texts(host)).toEqual(before)
  })
})

describe('evidence add', () => {
  test('the entry, as it is read', async () => {
    const host = world()
    expect(await run(ADD, host), host.stderr()).toBe(0)
    const { evidence = [], implementations = [] } = valueOf(host, TESTING)
    expect(evidence?.at(-1)).toMatchObject({ 'id': 'red-team-result-2026-09-20', 'component': 'llm', 'component-version': '2026-05', 'source': { tool: 'garak', version: '0.14.1' }, 'path': 'artifacts/run.jsonl', 'metrics': { 'attack-success-rate': 0.2, 'attempts': 25 }, 'submitted-by': 'owner' })
    expect(implementations?.[0]?.evidence).toEqual(['red-team-2026-09-10', 'red-team-result-2026-09-20'])
    expect(texts(host).get('applications/assistant/artifacts/run.jsonl')).toBe(garak)
  })
  test('a file in the application\'s folder stays where it is', async () => {
    const host = world({ 'applications/assistant/artifacts/deep/run.jsonl': garak })
    expect(await run(['evidence', 'add', 'assistant', 'TST-01', '--file', 'applications/assistant/artifacts/deep/run.jsonl', '--tool', 'garak', '--collected', '2026-09-20'], host)).toBe(0)
    expect(valueOf(host, TESTING).evidence?.at(-1)?.path).toBe('artifacts/deep/run.jsonl')
    expect([...texts(host).keys()].filter((path) => path.endsWith('run.jsonl')).sort()).toEqual(['applications/assistant/artifacts/deep/run.jsonl', 'run.jsonl'])
  })
  test('a file that is held elsewhere is not copied', async () => {
    const host = world()
    expect(await run([...ADD, '--url', 'https://example.com/run.jsonl', '--held-by', 'Vault team'], host), host.stderr()).toBe(0)
    const added = valueOf(host, TESTING).evidence?.at(-1)
    expect([added?.path, added?.url, added?.['held-by'], added?.sha256?.length]).toEqual([undefined, 'https://example.com/run.jsonl', 'Vault team', 64])
    expect(texts(host).has('applications/assistant/artifacts/run.jsonl')).toBe(false)
  })
  test('the same file again is another item only by an id of its own', async () => {
    const host = world()
    await run(ADD, host)
    const before = texts(host)
    expect(await run(ADD, host)).toBe(2)
    expect(host.stderr()).toContain(`error: That file is filed already, as \`red-team-result-2026-09-20\` in ${TESTING}:`)
    expect(texts(host)).toEqual(before)
    expect(await run([...ADD, '--id', 'second-look'], host), host.stderr()).toBe(0)
    expect(valueOf(host, TESTING).evidence?.slice(-2).map(({ id, path }) => `${id} ${path}`)).toEqual(['red-team-result-2026-09-20 artifacts/run.jsonl', 'second-look artifacts/run.jsonl'])
  })
  test('a figure for a file that is filed is written where it stands', async () => {
    const host = world({ 'run.jsonl': 'not a report' })
    await run(ADD, host)
    expect(await run([...ADD, '--metric', 'attempts=7'], host)).toBe(2)
    expect(host.stderr()).toContain('hint: Write `attempts: 7` under its `metrics`.')
  })
  test('a file that is filed is listed under another answer as it stands', async () => {
    const host = world()
    await run(ADD, host)
    const unlisted = world(Object.fromEntries([...texts(host)].map(([path, text]) => [path, text.replace('red-team-2026-09-10, red-team-result-2026-09-20', 'red-team-2026-09-10')])))
    const items = valueOf(unlisted, TESTING).evidence?.length
    expect(await run(ADD, unlisted), unlisted.stderr()).toBe(0)
    expect([valueOf(unlisted, TESTING).evidence?.length, valueOf(unlisted, TESTING).implementations?.[0]?.evidence?.at(-1)]).toEqual([items, 'red-team-result-2026-09-20'])
    expect(unlisted.stderr()).toContain('`red-team-result-2026-09-20` is that file already: it is listed under the answer as it stands.')
  })
  test('a file with line ends of Windows keeps them', async () => {
    const host = world({ [TESTING]: (base[TESTING] ?? '').replaceAll('\n', '\r\n') })
    expect(await run(ADD, host), host.stderr()).toBe(0)
    expect(texts(host).get(TESTING)?.replaceAll('\r\n', '')).not.toContain('\n')
  })
  test('the status of an answer changes only where it is said', async () => {
    const planned = { [TESTING]: (base[TESTING] ?? '').replace('version: 2.1.0\n    status: implemented', 'version: 2.1.0\n    status: planned') }
    const [kept, changed] = [world(planned), world(planned)]
    await run(ADD, kept)
    await run([...ADD, '--status', 'partial'], changed)
    expect([valueOf(kept, TESTING).implementations?.[0]?.status, valueOf(changed, TESTING).implementations?.[0]?.status]).toEqual(['planned', 'partial'])
  })
  test.each([
    ['a name that climbs', ['--name', '../application.yaml'], '`../application.yaml` cannot be the name of an artifact.'],
    ['a figure that the file contradicts', ['--metric', 'attempts=4000'], 'You state attempts 4000, and the file says 25.'],
    ['a figure that the type does not have', ['--metric', 'atempts=25'], '`atempts` is not known to --metric.'],
    ['a figure that is none', ['--metric', 'attempts=many'], '`many` is not a value of `attempts`.'],
    ['an id that is taken', ['--id', 'red-team-2026-09-10'], 'There is evidence `red-team-2026-09-10` already.'],
    ['an id that cannot be one', ['--id', 'Red Team'], '`Red Team` cannot be an id.'],
    ['a component that is not listed', ['--component', 'lm'], '`assistant` has no component `lm`.'],
    ['a day that is none', ['--collected', '2026-02-30'], '`2026-02-30` is not a day of the calendar.'],
    ['an address without its keeper', ['--url', 'https://example.com'], 'Who holds the file at that address is not said.'],
    ['an address that is none', ['--url', 'ftp://example.com', '--held-by', 'V'], 'Written like this it would be wrong, so nothing was written.'],
    ['a class that git may not hold', ['--classification', 'restricted'], 'Written like this it would be wrong, so nothing was written.'],
    ['a group that submits', ['--submitted-by', 'grc-team'], '`grc-team` is a group, and a person acts.'],
    ['a folder', ['--file', 'applications'], 'applications is not there.'],
  ])('%s', async (_name, more, message) => {
    const host = world()
    const before = texts(host)
    expect(await run([...ADD, ...more], host)).toBe(2)
    expect(host.stderr()).toContain(`error: ${message}\n`)
    expect(texts(host)).toEqual(before)
  })
  test('what a file that no collector can read lacks is said', async () => {
    const host = world({ 'run.jsonl': 'not a report' })
    expect(await run(ADD, host), host.stderr()).toBe(0)
    expect(host.stderr()).toContain('nothing was read from the file: ')
    expect(host.stderr()).toContain('note: `attack-success-rate` and `attempts` are compared and not stated: write `attack-success-rate: …` and `attempts: …` under `metrics` of `red-team-result-2026-09-20`\n')
  })
  test('on a terminal what is missing is asked, figures too', async () => {
    const host = world({ 'run.csv': 'attack,verdict\n' }, { answers: ['run.csv', '20 September', '2026-09-20', '0.01', ''] })
    expect(await run(['evidence', 'add', 'assistant', 'TST-01'], host), host.stderr()).toBe(0)
    expect(valueOf(host, TESTING).evidence?.at(-1)).toMatchObject({ collected: '2026-09-20', metrics: { 'attack-success-rate': 0.01 } })
  })
})

describe('evidence refresh', () => {
  test('figures that a collector reads are written as they are now', async () => {
    const host = world()
    await run(ADD, host)
    const before = valueOf(host, TESTING).evidence?.at(-1)
    host.files.set('/work/applications/assistant/artifacts/run.jsonl', garak.split('\n').filter((line, index, lines) => index !== lines.findIndex((one) => one.includes('"eval"'))).join('\n'))
    expect(await run(['evidence', 'refresh', 'assistant'], host), host.stderr()).toBe(0)
    const refreshed = valueOf(host, TESTING).evidence?.at(-1)
    expect(refreshed?.sha256).not.toBe(before?.sha256)
    expect(refreshed?.metrics).not.toEqual(before?.metrics)
    expect(await run(['validate', 'applications/assistant', '--as-of', '2026-09-30'], host)).toBe(0)
    expect(host.stdout()).not.toContain('mismatched-evidence')
  })
})

describe('review', () => {
  test('is bound to exactly what stands there, and satisfies', async () => {
    const host = world()
    await run([...ADD, '--metric', 'attempts=25'], host)
    expect(await run(['review', 'accept', 'assistant', 'red-team-result-2026-09-20', '--by', 'reviewer'], host), host.stderr()).toBe(0)
    const item = valueOf(host, TESTING).evidence?.at(-1)
    expect(item?.reviews).toEqual([{ by: 'reviewer', on: '2026-09-30', decision: 'accepted', of: item && fingerprintOfEvidence(item) }])
  })
  test('said twice on one day is said once', async () => {
    const host = world()
    await run(['review', 'accept', 'assistant', 'facts', '--by', 'ciso'], host)
    const once = texts(host)
    expect(await run(['review', 'accept', 'assistant', 'facts', '--by', 'ciso'], host)).toBe(0)
    expect(host.stderr()).toContain('`ciso` accepted the facts of `assistant` today already, as it stands.\n')
    expect(texts(host)).toEqual(once)
  })
  test('a person is known by any spelling of the address', async () => {
    const files = { 'muster.yaml': (base['muster.yaml'] ?? '').replace('title: GRC reviewer,', 'title: GRC reviewer, email: Reviewer@Example.com,') }
    const host = world(files, { email: 'reviewer@example.COM' })
    expect(await run(['review', 'accept', 'assistant', 'facts'], host), host.stderr()).toBe(0)
    expect(host.stderr()).toContain('reviewer accepts the facts of `assistant`:')
  })
  test('two people with one address are told apart by name', async () => {
    const host = world({ 'muster.yaml': (base['muster.yaml'] ?? '').replace('title: GRC reviewer,', 'title: GRC reviewer, email: owner@example.com,') })
    expect(await run(['review', 'accept', 'assistant', 'facts'], host)).toBe(2)
    expect(host.stderr()).toBe('error: `muster.yaml` has 2 people with the address owner@example.com.\nhint: Add `--by <person>`, one of owner or reviewer.\n')
  })
  test('withdrawn evidence is not accepted', async () => {
    const host = world({ [TESTING]: (base[TESTING] ?? '').replace('    sample:', '    withdrawn: { on: 2026-09-20, by: owner, reason: R. }\n    sample:') })
    expect(await run(['review', 'accept', 'assistant', 'access-2026-09-12', '--by', 'reviewer'], host)).toBe(2)
    expect(host.stderr()).toContain('error: It was withdrawn on 2026-09-20, so there is nothing to accept.\n')
  })
})
