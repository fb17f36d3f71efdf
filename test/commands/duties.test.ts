// Real repositories, real signatures: what the scenarios in memory cannot show.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { muster } from '../run-muster.js'

const BASE = fileURLToPath(new URL('../rules/base', import.meta.url))
const EXCEPTIONS = 'applications/assistant/evidence/exceptions.yaml'
const made: string[] = []
const temporary = (): string => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'muster-duties-')))
  made.push(path)
  return path
}
let top: string
let root: string
let since: string

const gitIn = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'protocol.file.allow=always', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', GIT_COMMITTER_EMAIL: 'forge@example.com', GIT_COMMITTER_DATE: '2026-09-01T12:00:00Z', GIT_AUTHOR_DATE: '2026-09-01T12:00:00Z' } }).trim()
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const commit = (author: string, ...options: readonly string[]): string => {
  gitIn(top, 'add', '-A')
  gitIn(top, ...options, 'commit', '-q', '-m', 'm', `--author=x <${author}>`)
  return gitIn(top, 'rev-parse', 'HEAD')
}
const configured = (policy: string, catalog = 'catalog: ["."]'): void =>
  put('muster.yaml', `title: Example organization
${catalog}
people:
  - { id: owner, title: Product owner, email: owner@example.com }
  - { id: engineer, title: Lead engineer, email: engineer@example.com, handle: "@engineer" }
  - { id: reviewer, title: GRC reviewer, email: reviewer@example.com, handle: "@reviewer", roles: [risk-owner] }
  - { id: ciso, title: CISO, email: ciso@example.com, roles: [ciso] }
  - { id: grc-team, title: GRC team, group: true }
approvers:
  - { role: risk-owner, up-to: moderate }
  - { role: ciso, up-to: critical }
separation-of-duties: { ${policy}, since: ${since} }
`)
const exception = (expires = '2026-12-31'): void =>
  put(EXCEPTIONS, `exceptions:
  - id: exception-2026-08
    control: TST-04
    reason: The test set is being made anew.
    residual-risk: low
    requested-by: engineer
    approved-by: reviewer
    approved-on: 2026-08-01

    # of the quarter
    expires: ${expires}
`)
/** What `validate` says that is about decisions, a line each. */
async function said(folder = root, ...options: readonly string[]): Promise<readonly string[]> {
  const { out } = await muster(['validate', '--format', 'json', ...options], folder)
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string; severity: string; message: string; place: { file: string; range: { start: { line: number } } } }[] }
  // Nothing else is wrong, so that everything was looked at.
  expect(diagnostics.filter(({ code, severity }) => severity === 'error' && !/approv/.test(code))).toEqual([])
  return diagnostics.filter(({ code }) => /approv|codeowners/.test(code)).map(({ code, severity, message, place }) => `${place.file}:${place.range.start.line} ${severity} ${code}: ${message.replace(/\b[0-9a-f]{12}\b/, '<commit>')}`)
}
const key = (name: string): string => {
  const file = join(temporary(), name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file])
  return file
}
const signing = (file: string): readonly string[] => ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${file}`, '-c', 'commit.gpgsign=true']

beforeEach(() => {
  top = temporary()
  root = join(top, 'gov')
  gitIn(top, 'init', '-q', '-b', 'main')
  cpSync(BASE, root, { recursive: true })
  since = commit('somebody@example.com')
})
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })))

const APPROVAL = `${EXCEPTIONS}:7 error`

test('a signature that a key of the repository verifies is one; another key is not known; a commit signed by the requester for another is theirs', async () => {
  const [mine, engineers, unknown] = [key('mine'), key('engineers'), key('unknown')]
  put('.muster/signers', `reviewer@example.com ${readFileSync(`${mine}.pub`, 'utf8')}engineer@example.com ${readFileSync(`${engineers}.pub`, 'utf8')}`)
  configured('committed-by: decider, signatures: required, allowed-signers: .muster/signers')
  commit('ciso@example.com')
  exception()
  commit('reviewer@example.com', ...signing(mine))
  expect(await said()).toEqual([])

  const anew = async (...options: readonly string[]): Promise<readonly string[]> => {
    gitIn(top, 'reset', '-q', '--hard', 'HEAD~1')
    exception()
    commit('reviewer@example.com', ...options)
    return said()
  }
  expect(await anew()).toEqual([`${APPROVAL} unsigned-approval: The commit <commit>, of the approval of \`exception-2026-08\` by \`reviewer\`, is not signed.`])
  expect(await anew(...signing(unknown))).toEqual([`${APPROVAL} unverified-approval: Nobody can say whether the approval of \`exception-2026-08\` is that of \`reviewer\`: its commit <commit> is signed, and the key is not known here.`])
  expect(await anew(...signing(engineers))).toEqual([`${APPROVAL} approval-by-requester: \`engineer\` asked for this exception and signed the commit of the approval of \`exception-2026-08\` by \`reviewer\`.`])
})

test('keys that are not there are told, and nothing is taken for verified', async () => {
  configured('committed-by: decider, signatures: required, allowed-signers: ../keys')
  exception()
  commit('reviewer@example.com', ...signing(key('mine')))
  expect(await said()).toEqual([
    `${APPROVAL} unverified-approval: Nobody can say whether the approval of \`exception-2026-08\` is that of \`reviewer\`: its commit <commit> is signed, and the key is not known here.`,
    'muster.yaml:12 error unverified-approval: The keys of `allowed-signers` cannot be read: there is no text file `../keys` in this repository.',
  ])
})

test('what the requester changes in an approved exception nobody approved; a remark, and a change of the approver, are none', async () => {
  configured('committed-by: decider')
  exception()
  commit('reviewer@example.com')
  exception('2027-06-30')
  expect(await said()).toEqual([])
  gitIn(top, 'config', 'user.email', 'engineer@example.com')
  expect(await said()).toEqual([`${APPROVAL} changed-after-approval: Line 11 was changed after the approval of \`exception-2026-08\` by \`reviewer\`, by \`engineer\`.`])
  commit('engineer@example.com')
  expect(await said()).toEqual([`${APPROVAL} changed-after-approval: Line 11 was changed after the approval of \`exception-2026-08\` by \`reviewer\`, by \`engineer\`.`])
  // The approver writes the day anew, and leaves the line that was changed.
  put(EXCEPTIONS, readFileSync(join(root, EXCEPTIONS), 'utf8').replace('approved-on: 2026-08-01', 'approved-on: 2026-08-02'))
  commit('7+Reviewer@users.noreply.github.com')
  expect(await said()).toEqual([])
  put(EXCEPTIONS, readFileSync(join(root, EXCEPTIONS), 'utf8').replace('# of the quarter', '# of this quarter'))
  commit('engineer@example.com')
  expect(await said()).toEqual([])
})

test('a review whose decision the engineer turns round is no decision', async () => {
  const file = 'applications/assistant/evidence/evaluation.yaml'
  const text = readFileSync(join(root, file), 'utf8')
  const written = (decision: string): void => put(file, text.replace(/ {6}- \{ by: .*\n/, `      - by: reviewer\n        on: 2026-09-11\n        decision: ${decision}\n        of: c2d09b891c5d1081524fd3708f04b1bb\n        remarks: Read.\n`))
  configured('committed-by: decider')
  written('returned')
  commit('reviewer@example.com')
  expect(await said()).toEqual([])
  written('accepted')
  commit('engineer@example.com')
  expect(await said()).toEqual([`${file}:17 error approval-by-requester: \`engineer\` filed this evidence and committed the review of \`evaluation-2026-09-08\` by \`reviewer\`.`])
})

test('evidence that the reviewer committed, and a decision older than `since`', async () => {
  const file = 'applications/assistant/evidence/evaluation.yaml'
  const text = readFileSync(join(root, file), 'utf8')
  configured('committed-by: anyone-but-requester')
  commit('ciso@example.com')
  expect(await said()).toEqual([])
  put(file, text.replace('submitted-by: engineer', 'submitted-by: engineer # by hand').replace(', decision', ',  decision'))
  commit('reviewer@example.com')
  expect(await said()).toEqual([`${file}:17 error approval-by-requester: \`reviewer\` committed this evidence, which \`engineer\` is said to have filed, and cannot review it.`])
})

test('tailoring and an adoption that one person wrote and approved in the name of another', async () => {
  configured('committed-by: anyone-but-requester', 'catalog: [builtin]\nignore: [applications]')
  commit('owner@example.com')
  put('tailoring.yaml', 'severity:\n  - control: MON-04\n    severity: low\n    reason: The vendor shows no signal.\n    approved-by: ciso\n    approved-on: 2026-08-01\n')
  put('adoption/nist-csf-2.0.yaml', 'framework: nist-csf-2.0\nfrom: 2026-01-01\nentries: { lifecycle: [production] }\napproved: { by: ciso, on: 2026-01-15 }\n')
  commit('engineer@example.com')
  expect(await said()).toEqual([
    'adoption/nist-csf-2.0.yaml:4 error approval-by-requester: `engineer` wrote what is approved and committed the approval of the adoption of `nist-csf-2.0` by `ciso`.',
    'tailoring.yaml:5 error approval-by-requester: `engineer` wrote what is approved and committed the approval of what is tailored in MON-04 by `ciso`.',
  ])
  expect((await said(root, '--changed-since', 'HEAD')).length).toBe(0)
  expect((await said(root, '--changed-since', 'HEAD~1')).length).toBe(2)
  // A clerk who writes down what the other wrote and decided is neither.
  put('tailoring.yaml', 'severity:\n  - control: MON-04\n    severity: low\n    reason: The vendor shows no signal yet.\n')
  gitIn(top, 'rm', '-q', '--cached', 'gov/adoption/nist-csf-2.0.yaml')
  rmSync(join(root, 'adoption'), { recursive: true })
  commit('owner@example.com')
  put('tailoring.yaml', `${readFileSync(join(root, 'tailoring.yaml'), 'utf8')}    approved-by: ciso\n    approved-on: 2026-08-01\n`)
  commit('reviewer@example.com')
  expect(await said()).toEqual([])
})

test('CODEOWNERS above the folder of muster.yaml, as it stood when the decision was committed', async () => {
  configured('committed-by: decider, codeowners: required')
  writeFileSync(join(top, 'CODEOWNERS'), `/gov/${EXCEPTIONS} @reviewer\n`)
  exception()
  commit('reviewer@example.com')
  expect(await said()).toEqual([])
  writeFileSync(join(top, 'CODEOWNERS'), `/gov/${EXCEPTIONS} @engineer\n!nothing @x\n`)
  commit('ciso@example.com')
  expect(await said()).toEqual(['muster.yaml:12 warning codeowners-syntax: CODEOWNERS:2: `!nothing` takes back what another line says, which GitHub does not read.'])
  exception('2026-11-30')
  put(EXCEPTIONS, readFileSync(join(root, EXCEPTIONS), 'utf8').replace('approved-by: reviewer', 'approved-by: reviewer # again'))
  commit('reviewer@example.com')
  expect((await said())[0]).toBe(`${APPROVAL} approver-not-owner: \`CODEOWNERS\` names \`@engineer\` for this file, and not \`reviewer\`.`)
  writeFileSync(join(top, 'CODEOWNERS'), Buffer.from([0xff, 0xfe, 0x0a]))
  expect(await said()).toContain('muster.yaml:12 warning codeowners-syntax: `CODEOWNERS` is not text in UTF-8.')
})

test('a shallow clone says what to fetch, and a whole one and a revision say who it was', async () => {
  configured('committed-by: decider')
  exception()
  commit('engineer@example.com')
  put('README.md', 'x')
  commit('ciso@example.com')
  const clone = join(temporary(), 'clone')
  gitIn(top, 'clone', '-q', '--depth', '1', `file://${top}`, clone)
  const told = await said(join(clone, 'gov'))
  expect(told).toContain(`${EXCEPTIONS.replace('evidence/exceptions', 'application')}:14 error unverified-approval: Nobody can say whether the review of the facts is that of \`reviewer\`: this clone leaves out the commits before <commit>, and the line may come from one of them. The same is missing for 3 more.`)
  gitIn(clone, 'fetch', '-q', '--unshallow')
  const whole = [`${APPROVAL} approval-by-requester: \`engineer\` asked for this exception and committed the approval of \`exception-2026-08\` by \`reviewer\`.`]
  expect(await said(join(clone, 'gov'))).toEqual(whole)
  const { exit, err } = await muster(['gap', '--revision', 'HEAD~1', '--as-of', '2026-09-30', '--fail-on', 'critical'], root)
  expect({ exit, err }).toEqual({ exit: 1, err: '1 diagnostic about who committed decisions: `muster validate` shows each on its line.\n' })
  expect((await muster(['gap', '--revision', since, '--as-of', '2026-09-30', '--fail-on', 'critical'], root)).err).toBe('')
})
