// Files that muster begins: what stands in them, and that nothing is claimed by them.
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { run } from '../../src/commands/run.js'
import { checkFiles } from '../check-files.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import { ROOT } from '../run-muster.js'

const begin = async (files: Readonly<Record<string, string>>, ...runs: readonly (readonly string[])[]): Promise<MemoryHost> => {
  const host = memoryHost({ files })
  for (const argv of runs) expect(await run(argv, host), host.stderr()).toBe(0)
  return host
}
const textsOf = (host: MemoryHost): Readonly<Record<string, string>> => Object.fromEntries([...host.files].map(([path, text]) => [path.replace('/work/', ''), text]))
const INIT = ['init', '--title', 'Example Utilities', '--application', 'Support assistant', '--grc-team', '@example/grc', '--team', '@example/support'] as const

describe('a new repository', () => {
  let files: Readonly<Record<string, string>>
  beforeAll(async () => { files = textsOf(await begin({}, INIT)) })
  test.each([
    'muster.yaml', 'CODEOWNERS', 'applications/example-utilities/application.yaml', 'applications/support-assistant/application.yaml', '.github/workflows/muster.yml', '.github/workflows/muster-comment.yml', '.gitlab-ci.yml', '.pre-commit-config.yaml',
    '.vscode/settings.json', '.gitattributes', '.github/pull_request_template.md', 'README.md',
  ])('%s', async (path) => expect(files[path]).toMatchFileSnapshot(join(ROOT, 'test/scaffold/golden/init', path.replaceAll('/', '__').replace(/^\./, 'dot-'))))
  test('has nothing wrong in it but what is unanswered and unreviewed', async () => {
    const found = await checkFiles(files)
    expect([...new Set(found.map(({ code, severity }) => `${severity} ${code}`))].sort()).toEqual(['warning unanswered-control', 'warning unanswered-fact', 'warning unreviewed-facts'])
  })
  test('names nobody whom the workflow would trust with more than reading', () => {
    expect(files['.github/workflows/muster.yml']).toContain('permissions:\n  contents: read\n')
    expect([...(files['.github/workflows/muster.yml'] ?? '').matchAll(/uses: (\S+)/g)].every(([, action]) => /@[0-9a-f]{40}$/.test(action ?? ''))).toBe(true)
  })
  test('files for other programs are of their format', () => {
    for (const [path, text] of Object.entries(files)) {
      if (path.endsWith('.yml') || path === '.pre-commit-config.yaml') expect(parseDocument(text).errors, path).toEqual([])
      if (path.endsWith('.json')) expect(() => { JSON.parse(text) }, path).not.toThrow()
    }
    const hook: { readonly repos: readonly { readonly hooks: readonly { readonly files: string }[] }[] } = parse(files['.pre-commit-config.yaml'] ?? '')
    const pattern = new RegExp(hook.repos[0]?.hooks[0]?.files ?? '^$')
    expect(['muster.yaml', 'tailoring.yaml', 'applications/a/evidence/x.yaml', 'controls/a/b.yaml', 'README.md', 'a/muster.yaml'].map((path) => pattern.test(path))).toEqual([true, true, true, true, false, false])
  })
  test('every schema that a file or the editor settings name comes with the package, and rests on nothing that does not', async () => {
    const more = textsOf(await begin(files, ['new', 'evidence', 'support-assistant'], ['new', 'control', 'EX-01', '--group', 'testing', '--title', 'T', '--statement', 'S.', '--risk', 'R.', '--severity', 'low', '--type', 'access-review']))
    const named = [
      ...Object.entries(more).flatMap(([path, text]) => (/^# yaml-language-server: \$schema=(\S+)$/m.exec(text) ?? []).slice(1).map((schema) => posix.join(posix.dirname(path), schema))),
      ...Object.keys(JSON.parse(files['.vscode/settings.json'] ?? '{}')['yaml.schemas']).map((schema) => posix.normalize(schema)),
    ]
    expect(named.length).toBeGreaterThan(20)
    const seen = new Set<string>()
    const look = (schema: string): void => {
      if (seen.has(schema)) return
      seen.add(schema)
      const shipped = join(ROOT, 'dist', /^node_modules\/passmuster\/dist\/(.*)$/.exec(schema)?.[1] ?? 'elsewhere')
      expect(existsSync(shipped), schema).toBe(true)
      for (const [, other] of readFileSync(shipped, 'utf8').matchAll(/"\$ref": "([^#"]+)/g)) look(posix.join(posix.dirname(schema), other ?? ''))
    }
    named.forEach(look)
    expect([...seen]).toContain('node_modules/passmuster/dist/schemas/common.schema.json')
  })
  test('without teams nobody is named as an owner', async () => {
    const plain = textsOf(await begin({}, INIT.slice(0, 5)))
    expect((plain['CODEOWNERS'] ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })
  test('keeps what was there', async () => {
    const host = await begin({ 'README.md': '# Mine\n', 'package.json': '{}\n' }, INIT)
    expect([host.files.get('/work/README.md'), host.files.get('/work/package.json')]).toEqual(['# Mine\n', '{}\n'])
    expect(host.stderr()).toContain('kept package.json, which was there\n')
    expect(host.stderr()).toContain('npm install -D passmuster')
  })
  test('an organization and an application of one name do not collide', async () => {
    const host = await begin({}, ['init', '--title', 'Fraud', '--application', 'fraud'])
    expect([...host.files.keys()].filter((path) => path.endsWith('application.yaml'))).toEqual(['/work/applications/fraud-organization/application.yaml', '/work/applications/fraud/application.yaml'])
  })
})

describe('new evidence files', () => {
  let files: Readonly<Record<string, string>>
  let host: MemoryHost
  beforeAll(async () => {
    host = await begin({}, INIT, ['new', 'evidence', 'support-assistant'], ['new', 'evidence', 'example-utilities'])
    files = textsOf(host)
  })
  test('one of them, whole', async () => expect(files['applications/support-assistant/evidence/testing.yaml']).toMatchFileSnapshot(join(ROOT, 'test/scaffold/golden/new-evidence-testing.yaml')))
  test('validate cleanly, and every control stays unanswered', async () => {
    const before = await checkFiles(textsOf(await begin({}, INIT)))
    expect((await checkFiles(files)).map(({ code, message }) => `${code} ${message}`)).toEqual(before.map(({ code, message }) => `${code} ${message}`))
  })
  test('hold exactly the controls that apply', async () => {
    await run(['gap', 'support-assistant', '--format', 'json', '--fail-on', 'never'], host)
    const json: { readonly applications: readonly { readonly findings: readonly { readonly control: string; readonly state: string }[] }[] } = JSON.parse(host.stdout().slice(host.stdout().indexOf('{\n')))
    const asked = json.applications[0]?.findings.filter(({ state }) => state !== 'not-applicable').map(({ control }) => control).sort()
    const stubs = Object.entries(files).filter(([path]) => path.startsWith('applications/support-assistant/evidence/')).flatMap(([, text]) => [...text.matchAll(/^ {2}# - control: (\S+)$/gm)].map(([, control]) => control)).sort()
    expect(stubs).toEqual(asked)
    expect(stubs.length).toBeGreaterThan(20)
  })
  test('an answer whose # is taken away is read, with the others still comments', async () => {
    const path = 'applications/support-assistant/evidence/testing.yaml'
    const text = (files[path] ?? '').replace(/^ {2}# - control: TST-03\n {2}# {3}version: (\S+)\n {2}# {3}status: planned$/m, '  - control: TST-03\n    version: $1\n    status: planned')
    expect(text).not.toBe(files[path])
    expect((await checkFiles({ ...files, [path]: text })).filter(({ about }) => about?.control === 'TST-03').map(({ code }) => code)).toEqual(['partial-implementation', 'unplanned-gap'])
  })
})

describe('a fact whose # is taken away and that is not answered', () => {
  test('is told on its line', async () => {
    const files = textsOf(await begin({}, INIT))
    const path = 'applications/support-assistant/application.yaml'
    const found = await checkFiles({ ...files, [path]: (files[path] ?? '').replace('  # uses-llm:  #', '  uses-llm:  #') })
    expect(found.filter(({ place }) => place.file === path).map(({ code, hint }) => `${code}: ${hint}`)).toContain('missing-value: Write `true` or `false`, or remove the key.')
  })
})

test('a new control validates as it is written', async () => {
  const host = await begin({}, INIT, ['new', 'control', 'ACME-01', '--group', 'testing', '--title', 'Sources: named', '--statement', 'Every answer names the document that it rests on.', '--risk', 'Nobody can check.', '--severity', 'low', '--type', 'red-team-result'])
  const files = textsOf(host)
  await expect(files['controls/testing/ACME-01.yaml']).toMatchFileSnapshot(join(ROOT, 'test/scaffold/golden/new-control.yaml'))
  expect((await checkFiles(files)).filter(({ place }) => place.file.startsWith('controls/'))).toEqual([])
})
