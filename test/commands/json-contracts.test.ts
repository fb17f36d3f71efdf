import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { crosswalkExample } from '../../src/rules/example-crosswalk.js'
import { editionExample } from '../../src/rules/example-edition.js'
import { filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'
import type { MemoryRevision } from '../memory-repository.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const base = { ...filesBelow(join(ROOT, 'test/rules/base')), ...crosswalkExample('{ from: R1, to: "1.2", remarks: A description does not touch it. }'), ...editionExample() }
const schemaOf = (name: string): object => JSON.parse(readFileSync(join(ROOT, `src/schema/output/${name}.schema.json`), 'utf8'))

async function json(argv: readonly string[], files: Readonly<Record<string, string>> = base): Promise<Record<string, never>> {
  const host = memoryHost({ files })
  await run([...argv, '--format', 'json'], host)
  return JSON.parse(host.stdout())
}

const wrong = (name: string, value: unknown): string => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  formats.default(ajv)
  const validate = ajv.compile(schemaOf(name))
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

describe('what is written has the shape that the schemas and docs/formats.md promise', () => {
  test.each([
    ['gap', ['gap']],
    ['gap', ['gap', 'assistant', '--as-of', '2027-03-01']],
    ['gap', ['gap', '--framework', 'demo-1']],
    ['coverage', ['coverage', 'demo-1']],
    ['coverage', ['coverage', 'demo-1', '--application', 'assistant']],
    ['coverage', ['coverage', 'demo-1', '--portfolio']],
    ['coverage', ['coverage']],
    ['list', ['list', 'frameworks']], ['list', ['list', 'controls']], ['list', ['list', 'applications']], ['list', ['list', 'evidence-types']], ['list', ['list', 'rules']], ['list', ['list', 'documents']], ['list', ['list', 'sections']], ['list', ['list', 'characteristics']],
    ['list', ['list', 'elements', '--framework', 'demo-1']], ['list', ['list', 'mappings']], ['list', ['list', 'mappings', '--framework', 'demo-1', '--largest', '1']], ['list', ['list', 'evidence', '--as-of', '2026-09-30']], ['list', ['list', 'evidence', '--within', '1y', '--application', 'ml-platform']],
    ['explain', ['explain', 'stale-evidence']], ['explain', ['explain', 'TST-01']], ['explain', ['explain', '1.1']], ['explain', ['explain', 'demo-1']], ['explain', ['explain', 'assistant']], ['explain', ['explain', 'red-team-2026-09-10']], ['explain', ['explain', 'red-team-result']], ['explain', ['explain', 'agentic']],
    ['validate', ['validate']],
    ['crosswalk', ['crosswalk', 'demo-1', 'risks-1']], ['crosswalk', ['crosswalk', 'risks-1', 'edition-1']],
    ['compare-editions', ['compare', 'edition-1', 'edition-2']], ['compare-editions', ['compare', 'edition-1', 'edition-2', '--application', 'assistant']],
    ['published-crosswalks', ['crosswalk', '--published']], ['published-crosswalks', ['crosswalk', '--published', 'risks-1', 'demo-1']],
  ])('%s: muster %j', async (name, argv) => {
    const value = await json(argv)
    expect(wrong(name, value)).toBe('')
    expect(value['schema-version']).toMatch(/^1\./)
  })
  test('what a change breaks, and what stands otherwise than in a quarter, in gap', async () => {
    const evaluation = 'applications/assistant/evidence/evaluation.yaml'
    const git = { revisions: { r0: { files: base } }, names: { HEAD: 'r0' } }
    const closed = memoryHost({ files: base, today: '2026-10-09', git })
    await run(['quarter', 'close', '2026-Q3', '--by', 'reviewer'], closed)
    const files = { ...Object.fromEntries([...closed.files].map(([path, text]) => [path.replace('/work/', ''), text])), [evaluation]: (base[evaluation] ?? '').replace('0.94', '0.54') }
    for (const against of ['HEAD', '2026-Q3']) {
      const host = memoryHost({ files, git })
      await run(['gap', '--against', against, '--format', 'json'], host)
      const value = JSON.parse(host.stdout())
      expect([against, wrong('gap-against', value)]).toEqual([against, ''])
      expect(value).toMatchObject({ worse: 1, applications: [{ id: 'assistant', controls: [{ control: 'TST-04', effect: 'breaks' }] }] })
    }
  })
  test('a broken application, in gap', async () => {
    const value = await json(['gap'], { ...base, 'applications/assistant/evidence/x.yaml': 'implementations: [' })
    expect(wrong('gap', value)).toBe('')
    const assistant = (value['applications'] as readonly { readonly id: string; readonly assessed: boolean; readonly diagnostics: readonly { readonly code: string }[] }[]).find((application) => application.id === 'assistant')
    expect(assistant).toMatchObject({ assessed: false, 'risk-tier': null, findings: [], diagnostics: [{ code: 'yaml-syntax' }] })
  })
  test('the catalog of then and of now, in compare', async () => {
    const control = 'controls/testing/TST-04.yaml'
    const files = { ...base, [control]: (base[control] ?? '').replace('P90D', 'P30D'), 'controls/testing/TST-05.yaml': (base[control] ?? '').replaceAll('TST-04', 'TST-05') }
    const host = memoryHost({ files, git: { revisions: { r0: { files: base } }, names: { HEAD: 'r0' } } })
    expect(await run(['compare', 'r0', '--format', 'json'], host), host.stderr()).toBe(1)
    const value = JSON.parse(host.stdout())
    expect(wrong('compare-revision', value)).toBe('')
    expect(value.changes).toMatchObject([{ id: 'TST-04', due: { version: '3.0.0' }, touches: ['assistant'] }, { id: 'TST-05', change: 'added' }])
  })
  test('tailoring, in gap', async () => {
    const value = await json(['gap', '--as-of', '2026-09-30'], {
      'muster.yaml': 'title: T\npeople: [{ id: ciso, title: C, roles: [executive] }]\napprovers: [{ role: executive, up-to: critical }]\n',
      'tailoring.yaml': 'left-out:\n  - { control: AGT-02, reason: R, approved-by: ciso, approved-on: 2026-08-01 }\nseverity:\n  - { control: TST-03, severity: critical, reason: R }\nparameters:\n  - { control: TST-03, parameter: max-attack-success-rate, value: 0.05, reason: R, approved-by: ciso, approved-on: 2027-08-01 }\n',
      'applications/a/application.yaml': 'id: a\nkind: application\ntitle: A\npurpose: P\nowner: { accountable: ciso }\nin-scope-since: 2026-01-01\n',
    })
    expect(wrong('gap', value)).toBe('')
    expect(value['tailoring']).toMatchObject([
      { kind: 'left-out', control: 'AGT-02', of: null, loosens: true, holds: true, 'approved-by': 'ciso', 'approved-on': '2026-08-01', place: { file: 'tailoring.yaml' } },
      { kind: 'parameter', of: 'max-attack-success-rate', to: '0.05', loosens: true, tiers: ['critical'], holds: false },
      { kind: 'severity', from: 'high', to: 'critical', loosens: false, tiers: null, holds: true, 'approved-by': null },
    ])
    const [application] = value['applications'] as readonly { readonly findings: readonly { readonly control: string }[] }[]
    expect(application?.findings.some(({ control }) => control === 'AGT-02')).toBe(false)
  })
  test('the check can fail', () => expect(wrong('gap', { 'schema-version': '2.0.0' })).not.toBe(''))
})

test('a list stands under the name of its kind', async () => {
  for (const kind of ['frameworks', 'controls', 'applications', 'evidence-types', 'mappings', 'rules', 'characteristics', 'documents', 'sections']) expect(Array.isArray((await json(['list', kind]))[kind]), kind).toBe(true)
})

test('the totals of coverage are those of its elements', async () => {
  const value = (await json(['coverage', 'demo-1', '--application', 'assistant'])) as unknown as { readonly totals: Readonly<Record<string, number>>; readonly elements: readonly { readonly state: string }[] }
  const counted: Record<string, number> = {}
  for (const element of value.elements) counted[element.state] = (counted[element.state] ?? 0) + 1
  expect(Object.fromEntries(Object.entries(value.totals).filter(([, count]) => count > 0))).toEqual(counted)
})

test('two runs write the same bytes', async () => {
  const once = async (): Promise<string> => {
    const host = memoryHost({ files: base })
    await run(['gap', '--format', 'json'], host)
    return host.stdout()
  }
  expect(await once()).toBe(await once())
})

describe('quarters, which need git', () => {
  const git = { revisions: { r0: { files: base } } as Record<string, MemoryRevision>, names: { HEAD: 'r0' } as Record<string, string> }
  const host = memoryHost({ files: base, git, today: '2027-01-11' })
  const write = async (line: string): Promise<unknown> => {
    const out: string[] = []
    await run(line.split(' '), { ...host, out: { write: async (text) => void out.push(text), isTerminal: false } })
    const count = Object.keys(git.revisions).length
    git.revisions[`r${count}`] = { files: Object.fromEntries([...host.files].map(([path, text]) => [path.slice('/work/'.length), text])), parent: `r${count - 1}` }
    git.names['HEAD'] = `r${count}`
    return JSON.parse(out.join(''))
  }
  // One after the other, because each stands on what those before it wrote; then the records themselves.
  test('have the shape that is promised', async () => {
    for (const [name, line] of [
      ['quarter-close', 'quarter close 2026-Q3 --by reviewer --format json'], ['quarter-close', 'quarter close 2026-Q4 --by reviewer --format json'], ['quarter-close', 'quarter correct 2026-Q3 --by ciso --reason why --format json'],
      ['quarter-list', 'quarter list --format json'], ['quarter-verify', 'quarter verify --all --format json'], ['quarter-trend', 'quarter trend --format json'], ['gap', 'gap --revision HEAD --format json'], ['gap-against', 'gap --against HEAD --format json'], ['gap-against', 'gap --against 2026-Q3 --format json'], ['coverage', 'coverage --portfolio --revision HEAD --format json'],
    ] as const) {
      const value = await write(line)
      expect({ line, wrong: wrong(name, value) }).toEqual({ line, wrong: '' })
    }
    const ajv = new Ajv({ allErrors: true, strict: false })
    formats.default(ajv)
    for (const name of ['common', 'quarter', 'library']) ajv.addSchema(JSON.parse(readFileSync(join(ROOT, `src/schema/input/${name}.schema.json`), 'utf8')))
    const records = [...host.files].filter(([path]) => path.startsWith('/work/quarters/'))
    expect(records.map(([path]) => path.replace(/[0-9a-f]{16}/, '…'))).toEqual(['/work/quarters/library-….json', '/work/quarters/2026-Q3.json', '/work/quarters/2026-Q4.json', '/work/quarters/2026-Q3.c1.json'])
    for (const [path, text] of records) {
      const validate = ajv.getSchema(path.includes('library') ? 'library.schema.json' : 'quarter.schema.json')
      validate?.(JSON.parse(text))
      expect({ path, errors: validate?.errors ?? null }).toEqual({ path, errors: null })
    }
    host.files.set('/work/quarters/2026-Q3.json', (host.files.get('/work/quarters/2026-Q3.json') ?? '').replace('"state":"satisfied"', '"state":"upcoming"'))
    const broken = await write('quarter verify --all --format json')
    expect(wrong('quarter-verify', broken)).toBe('')
    expect(JSON.stringify(broken)).toContain('"first-byte"')
  })
})
