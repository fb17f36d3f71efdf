// action.yml and the workflows that `muster init` writes: every command in them is run here as a runner would, in a real repository, with npm and the forge stood in for.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ciFiles } from '../src/scaffold/ci-files.js'
import { muster, ROOT } from './run-muster.js'

type Step = { readonly id?: string; readonly uses?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>>; readonly if?: string }
type Action = { readonly inputs: Readonly<Record<string, { readonly default: string }>>; readonly runs: { readonly steps: readonly Step[] } }
type Job = { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
type Workflow = { readonly permissions: Readonly<Record<string, string>>; readonly jobs: Readonly<Record<string, Job>> }

const written = (path: string): string => ciFiles().find((file) => file.path === path)?.text ?? ''
const action: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
const check: Workflow = parse(written('.github/workflows/muster.yml'))
const comment: Workflow = parse(written('.github/workflows/muster-comment.yml'))
const gitlab: { readonly muster: { readonly script: readonly string[] } } = parse(written('.gitlab-ci.yml'))
const stepsOf = (workflow: Workflow): readonly Step[] => Object.values(workflow.jobs).flatMap((job) => job.steps)
const all = [...action.runs.steps, ...stepsOf(check), ...stepsOf(comment)]

describe('what a runner trusts', () => {
  test('every action is pinned by its commit, one commit each', () => {
    const uses = all.flatMap((step) => step.uses ?? [])
    expect(uses.length).toBeGreaterThan(5)
    expect(uses.filter((name) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(name))).toEqual([])
    expect(new Set(uses).size).toBe(new Set(uses.map((name) => name.split('@')[0])).size)
  })
  test('no expression stands in a script, where a branch name would be run', () => {
    expect(all.flatMap((step) => step.run ?? []).filter((script) => script.includes('${{'))).toEqual([])
  })
  test('packages run nothing while they are installed, and none is fetched to be run', () => {
    const scripts = [...all.flatMap((step) => step.run ?? []), ...gitlab.muster.script].join('\n')
    expect(scripts.match(/npm ci\b/g)?.length).toBe(scripts.match(/npm ci --ignore-scripts/g)?.length)
    expect(scripts.match(/\bnpx\b/g)?.length).toBe(scripts.match(/npx --no-install passmuster/g)?.length)
  })
  test('a job that sees files of a pull request may read, and the one that may write checks nothing out', () => {
    expect(check.permissions).toEqual({ contents: 'read' })
    expect(Object.values(check.jobs).map((job) => job.permissions)).toEqual([undefined])
    expect(comment.permissions).toEqual({})
    expect(comment.jobs['compare']?.permissions).toEqual({ contents: 'read' })
    expect(comment.jobs['comment']?.permissions).toEqual({ 'pull-requests': 'write' })
    const writing = comment.jobs['comment']?.steps ?? []
    expect(writing.flatMap((step) => step.uses?.split('@')[0] ?? [])).toEqual(['actions/download-artifact'])
    expect(writing.flatMap((step) => step.run ?? []).join('\n')).not.toMatch(/npx|npm|node|git /)
    expect(stepsOf(check).concat(comment.jobs['compare']?.steps ?? []).filter((step) => JSON.stringify(step).includes('github.token'))).toEqual([])
  })
})

describe('on a runner', () => {
  const tmp = mkdtempSync(join(tmpdir(), 'muster-action-'))
  const repository = join(tmp, 'repository')
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(tmp, name)]))
  const git = (...args: readonly string[]): string => execFileSync('git', ['-C', repository, '-c', 'user.name=Author', '-c', 'user.email=author@example.com', '-c', 'commit.gpgsign=false', ...args], { encoding: 'utf8' })
  const program = (name: string, text: string): void => writeFileSync(join(tmp, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })

  beforeAll(async () => {
    for (const folder of ['bin', 'repository', 'base']) mkdirSync(join(tmp, folder))
    program('npx', `[ "$1 $2" = "--no-install passmuster" ] || exit 97\nshift 2\nexec "${process.execPath}" "${join(ROOT, 'dist/cli.js')}" "$@"`)
    program('npm', 'exit 0')
    program('gh', `echo "$@" >> "${join(tmp, 'gh')}"\ncase "$*" in *--jq*) cat "${join(tmp, 'own')}";; esac`)
    const { exit, err } = await muster(['init', '.', '--title', 'Acme', '--application', 'Assistant'], repository)
    expect(exit, err).toBe(0)
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository])
    git('add', '--all')
    git('commit', '--quiet', '--message', 'Begin')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    git('checkout', '--quiet', '-b', 'change')
  })
  afterAll(() => rmSync(tmp, { recursive: true, force: true }))

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), text)
  }
  /** Runs a script as a step is run. */
  const runStep = (script: string, env: Readonly<Record<string, string>> = {}, cwd = repository): { readonly status: number | null; readonly out: string; readonly said: (name: string) => string } => {
    for (const file of Object.values(files)) writeFileSync(file, '')
    for (const name of ['muster.sarif', 'muster.md']) rmSync(join(tmp, name), { force: true })
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd, encoding: 'utf8', env: { PATH: `${join(tmp, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: tmp, RUNNER_TEMP: tmp, GITHUB_REPOSITORY: 'acme/governance', ...files, ...env },
    })
    return { status, out: stdout + stderr, said: (name) => (existsSync(join(tmp, name)) ? readFileSync(join(tmp, name), 'utf8') : '') }
  }
  const step = (id: string): string => action.runs.steps.find((one) => one.id === id)?.run ?? 'exit 98'
  const given = Object.fromEntries(Object.entries({ AGAINST: 'against', FAIL_ON: 'fail-on', GAP_FAIL_ON: 'gap-fail-on' }).map(([name, input]) => [name, action.inputs[input]?.default ?? '']))
  const WRONG = 'evidence: []\nsurprise: 1\n'

  test('the action on a pull request that changes nothing passes', () => {
    expect(runStep(step('validate'), { ...given, GITHUB_BASE_REF: 'main' })).toMatchObject({ status: 0 })
    const gap = runStep(step('gap'), { ...given, GITHUB_BASE_REF: 'main' })
    expect(gap.status, gap.out).toBe(0)
    expect(gap.said('GITHUB_STEP_SUMMARY')).toContain('### muster gap: no control stands otherwise\n')
    expect(gap.said('GITHUB_OUTPUT')).toBe(`summary=${join(tmp, 'muster.md')}\n`)
  })
  test('the action annotates a wrong line, fails, and leaves SARIF', () => {
    write('applications/assistant/evidence/wrong.yaml', WRONG)
    const { status, out, said } = runStep(step('validate'), { ...given, GITHUB_BASE_REF: 'main' })
    expect([status, out]).toEqual([1, expect.stringContaining('::error file=applications/assistant/evidence/wrong.yaml,line=2')])
    expect(said('GITHUB_OUTPUT')).toBe(`sarif=${join(tmp, 'muster.sarif')}\n`)
    expect(said('muster.sarif')).toContain('"2.1.0"')
    const gap = runStep(step('gap'), { ...given, GITHUB_BASE_REF: 'main' })
    expect([gap.status, gap.said('GITHUB_STEP_SUMMARY')]).toEqual([2, expect.stringContaining('muster gap')])
    rmSync(join(repository, 'applications/assistant/evidence/wrong.yaml'))
  })
  test('the action on a push or a schedule checks everything, and gaps that were there do not fail it', () => {
    expect(runStep(step('validate'), given)).toMatchObject({ status: 0, out: expect.stringContaining('::warning file=applications/assistant/application.yaml') })
    const gap = runStep(step('gap'), given)
    expect([gap.status, gap.said('GITHUB_STEP_SUMMARY')]).toEqual([0, expect.stringContaining('### muster gap: ')])
  })
  test('an input that is a command is not run', () => {
    const { status, out } = runStep(step('validate'), { ...given, AGAINST: '$(touch pwned); `touch pwned`' })
    expect([status, existsSync(join(repository, 'pwned'))]).toEqual([2, false])
    expect(out).toContain('$(touch pwned)')
  })
  test.each(stepsOf(check).filter((one) => one.run?.includes('passmuster')).map((one) => [one.run ?? '']))('the workflow: %s', (script) => {
    const { status, out, said } = runStep(script, { GITHUB_BASE_REF: 'main' })
    expect(status, out).toBe(0)
    if (script.includes('SUMMARY')) expect(said('GITHUB_STEP_SUMMARY')).toContain('### muster gap: ')
  })
  test.each([['a merge request', { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'origin/main' }], ['a branch', {}]])('GitLab on %s', (_name, env) => {
    const { status, out } = runStep(gitlab.muster.script.join('\n'), env)
    expect(status, out).toBe(0)
    expect(JSON.parse(readFileSync(join(repository, 'muster.json'), 'utf8'))).toBeInstanceOf(Array)
    expect(readFileSync(join(repository, 'muster.md'), 'utf8')).toContain('### muster gap: ')
    for (const file of ['muster.json', 'muster.md']) rmSync(join(repository, file))
  })
  test('GitLab fails where a file is wrong, and still leaves both files', () => {
    write('applications/assistant/evidence/wrong.yaml', WRONG)
    const { status } = runStep(gitlab.muster.script.join('\n'), { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'origin/main' })
    expect([status, existsSync(join(repository, 'muster.md'))]).toEqual([1, true])
    expect(readFileSync(join(repository, 'muster.json'), 'utf8')).toContain('wrong.yaml')
    for (const file of ['muster.json', 'muster.md', 'applications/assistant/evidence/wrong.yaml']) rmSync(join(repository, file))
  })
  const compare = (): ReturnType<typeof runStep> => {
    execFileSync('rm', ['-rf', join(tmp, 'change')])
    execFileSync('cp', ['-r', repository, join(tmp, 'change')])
    return runStep(comment.jobs['compare']?.steps.find((one) => one.run?.includes('passmuster'))?.run ?? 'exit 98', { BASE: git('rev-parse', 'main').trim() }, join(tmp, 'base'))
  }
  test('the comment says what the pull request does', () => {
    write('applications/assistant/evidence/remark.yaml', 'implementations:\n  - control: INC-01\n    version: 1.0.0\n    status: planned\n    remarks: Soon, says @team.\n')
    const { status, out, said } = compare()
    expect(status, out).toBe(0)
    expect(said('muster.md')).toContain('#### `assistant`')
    expect(said('muster.md').replace(/`[^`]*`/g, '')).not.toContain('@team')
  })
  test('a pull request without muster.yaml is not taken for the target branch', () => {
    writeFileSync(join(tmp, 'base/muster.yaml'), readFileSync(join(repository, 'muster.yaml')))
    rmSync(join(repository, 'muster.yaml'))
    const { status, out } = compare()
    expect([status, out]).toEqual([1, expect.stringContaining(`There is no file ${join(tmp, 'change/muster.yaml')}.`)])
    git('checkout', '--quiet', '--', 'muster.yaml')
  })
  test.each([['writes a comment', '', '-X POST repos/acme/governance/issues/7/comments'], ['writes over its own', '41\n42\n', '-X PATCH repos/acme/governance/issues/comments/41']])('the job that may write %s', (_name, own, request) => {
    const folder = mkdtempSync(join(tmp, 'comment-'))
    writeFileSync(join(folder, 'muster.md'), '### "quoted" $(touch pwned)\n')
    writeFileSync(join(tmp, 'own'), own)
    writeFileSync(join(tmp, 'gh'), '')
    const { status, out, said } = runStep(comment.jobs['comment']?.steps.find((one) => one.run !== undefined)?.run ?? 'exit 98', { NUMBER: '7' }, folder)
    expect(status, out).toBe(0)
    expect(said('gh')).toContain(request)
    expect(JSON.parse(readFileSync(join(folder, 'body.json'), 'utf8'))).toEqual({ body: '<!-- muster -->\n### "quoted" $(touch pwned)\n' })
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})
