// What the examples of the gap rules do not show: their other causes, what stands beside them, and what must stay silent.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { assessPortfolio } from '../../src/commands/assess-portfolio.js'
import { openWorkspace } from '../../src/commands/workspace.js'
import type { Finding, Reason } from '../../src/model/assessment.js'
import { fingerprintOfFacts, fingerprintOfImplementation } from '../../src/model/digest.js'
import { evaluationExample } from '../../src/rules/example-evaluation.js'
import { platformEntry, platformExample } from '../../src/rules/example-platform.js'
import { gapRules } from '../../src/rules/gap-rules.js'
import type { AssessmentContext, ExampleFiles } from '../../src/rules/rule.js'
import { runGapRules } from '../../src/rules/run-rules.js'
import type { Application, Implementation } from '../../src/schema/types.js'
import { checkFiles, filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

const base = filesBelow(fileURLToPath(new URL('./base', import.meta.url)))
const EVALUATION = 'applications/assistant/evidence/evaluation.yaml'
const ANSWERS = 'applications/ml-platform/evidence/answers.yaml'
const ASSISTANT = 'applications/assistant/application.yaml'
const searching = (base[ASSISTANT] ?? '').replace('components:\n', 'components:\n  - { id: search, kind: tool, title: Search }\n')
const SEARCHING: ExampleFiles = { [ASSISTANT]: searching.replace(/of: \w+/, `of: ${fingerprintOfFacts(parse(searching) as Application)}`) } // the base has that shape
const ENTRY = 'applications/ml-platform/application.yaml'
const MORE = 'applications/ml-platform/evidence/more.yaml'
const CONTROL = 'controls/testing/TST-04.yaml'
const PLANNED = '    status: planned\n'

const told = async (files: ExampleFiles, asOf?: string): Promise<readonly string[]> =>
  (await checkFiles({ ...base, ...files }, asOf)).map(({ code, severity, place, message }) => `${place.file.split('/').at(-1)}:${place.range.start.line} ${severity} ${code} ${message}`)
const diagnostics = (files: ExampleFiles, asOf?: string): ReturnType<typeof checkFiles> => checkFiles({ ...base, ...files }, asOf)
const control = (from: string | RegExp, to: string): ExampleFiles => ({ [CONTROL]: (base[CONTROL] ?? '').replace(from, to) })
const review = (answer: Implementation, keys = 'decision: accepted'): string => `[{ by: reviewer, on: 2026-09-11, ${keys}, of: ${fingerprintOfImplementation(answer)} }]`
const exception = (keys: string): string => `  - { reason: Because., residual-risk: low, requested-by: engineer, approved-by: reviewer, ${keys} }\n`
const plan = (keys: string): string => `  - { weakness: W., plan: P., owner: engineer, ${keys} }\n`

test('the rules stand in the order of their codes', () => {
  const codes = gapRules.map((rule) => rule.code)
  expect(codes).toEqual([...new Set(codes)].sort())
})

describe('what follows from a worse reason stands beside it', () => {
  test('a review of evidence whose date was changed', async () => {
    const [found, ...others] = await diagnostics(evaluationExample({}, { collected: '2026-05-08' }))
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'stale-evidence', about: { application: 'assistant', control: 'TST-04', objective: 'TST-04.a', component: 'llm', evidence: 'evaluation-2026-09-08', severity: 'low' } })
    expect(found?.related).toEqual([{ message: 'Evidence `evaluation-2026-09-08` has changed since it was reviewed.', place: expect.objectContaining({ pointer: '/evidence/0/reviews/0/of' }) as unknown }])
  })
  test('an alternative answered for an older version', async () => {
    const answer = { status: 'alternative', remarks: 'By hand.', version: '1.0.0' } as const
    const reviews = review({ control: 'TST-04', ...answer, version: '2.0.0', evidence: ['evaluation-2026-09-08'] })
    expect(await told(evaluationExample({ ...answer, reviews }))).toEqual(['evaluation.yaml:3 warning outdated-answer TST-04 was answered for version `1.0.0`, and version 2.0.0 asks for something else.'])
  })
  test('a second file of one item', async () => {
    const [found, ...others] = await diagnostics(evaluationExample({}, { path: undefined, sha256: undefined, files: `[{ path: artifacts/none.json, sha256: ${'0a'.repeat(32)} }, { path: artifacts/evaluation.json, sha256: ${'1b'.repeat(32)} }]` }))
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'mismatched-evidence', message: 'The file `artifacts/none.json` of `evaluation-2026-09-08` is not there; TST-04.a relies on it.' })
    expect(found?.related?.map(({ place }) => place.pointer)).toEqual(['/evidence/0/files/1/sha256', '/evidence/0/reviews/0/of'])
  })
  test('evidence that a partial implementation does not have', async () =>
    expect(await told(evaluationExample({ status: 'partial', evidence: undefined }, 'none'))).toEqual(['evaluation.yaml:4 warning partial-implementation TST-04 is implemented in part; there is no evidence for TST-04.a yet.']))
  test('but not evidence of a partial implementation that is wrong', async () =>
    expect(await told(evaluationExample({ status: 'partial' }, { metrics: '{ accuracy: 0.5 }' }))).toEqual([
      'evaluation.yaml:4 warning partial-implementation TST-04 is implemented in part.',
      'evaluation.yaml:14 warning failed-criterion Evidence `evaluation-2026-09-08` has accuracy 0.5, and at least 0.9 is asked for; TST-04.a fails.',
    ]))
})

describe('other causes', () => {
  const claim: Implementation = { control: 'TST-04', version: '2.0.0', status: 'not-applicable', remarks: 'The supplier does.' }
  const claimed = (keys: Readonly<Record<string, string>>): ExampleFiles => evaluationExample({ status: 'not-applicable', evidence: undefined, ...keys }, 'none')
  const cases: readonly (readonly [string, ExampleFiles, ...string[]])[] = [
    ['evidence about an earlier version', evaluationExample({}, { 'component-version': '"2026-01"' }), 'evaluation.yaml:10 warning stale-evidence Evidence `evaluation-2026-09-08` is about version 2026-01 of `llm`, which is at 2026-05 now; TST-04.a needs evidence of that version.'],
    ['evidence about no version', evaluationExample({}, { 'component-version': undefined }), 'evaluation.yaml:7 warning stale-evidence Evidence `evaluation-2026-09-08` is about version not stated of `llm`, which is at 2026-05 now; TST-04.a needs evidence of that version.'],
    ['evidence that expired by its own terms', evaluationExample({}, { expires: '2026-09-20' }), 'evaluation.yaml:17 warning stale-evidence Evidence `evaluation-2026-09-08` expired on 2026-09-20; TST-04.a needs a newer one.'],
    ['a file that is not there', evaluationExample({}, { path: 'artifacts/none.json' }), 'evaluation.yaml:12 warning mismatched-evidence The file `artifacts/none.json` of `evaluation-2026-09-08` is not there; TST-04.a relies on it.'],
    ['evidence of another type that the answer lists', evaluationExample({}, { type: 'procedure', metrics: undefined }), 'evaluation.yaml:2 warning missing-evidence There is no evaluation-result for `llm`; TST-04.a asks for it.'],
    ['evidence about a component of another kind', { ...evaluationExample({}, { component: 'search', 'component-version': undefined }), ...SEARCHING },
      'evaluation.yaml:9 warning missing-evidence Evidence `evaluation-2026-09-08` is about `search`, and TST-04.a asks for evidence about `llm`.'],
    ['evidence that was withdrawn', evaluationExample({}, { withdrawn: '{ by: engineer, on: 2026-09-20, reason: Wrong. }' }), 'evaluation.yaml:2 warning missing-evidence There is no evaluation-result for `llm`; TST-04.a asks for it.'],
    ['no component to be about', control('for-each: model', 'for-each: index'), 'application.yaml:10 warning missing-evidence No index is listed among the components of `assistant`; TST-04.a is about each of them.'],
    ['two metrics that are absent', { ...control('at-least: 0.9 }', 'at-least: 0.9 }\n          - { metric: recall, at-least: 0.5 }'), 'controls/evidence-types/evaluation-result.yaml': `${base['controls/evidence-types/evaluation-result.yaml']}  - { id: recall, title: Recall, type: number, unit: ratio, better: higher, description: Found over all. }\n`, ...evaluationExample({}, { metrics: undefined }) },
      'evaluation.yaml:7 warning missing-metric Evidence `evaluation-2026-09-08` does not state accuracy and 1 more; TST-04.a is decided by it.'],
    ['an alternative without evidence', evaluationExample({ status: 'alternative', evidence: undefined, remarks: 'By hand.', reviews: review({ control: 'TST-04', version: '2.0.0', status: 'alternative', remarks: 'By hand.' }) }, 'none'), 'evaluation.yaml:2 warning missing-evidence No evidence is listed for the alternative; TST-04 asks for it.'],
    ['a claim without remarks', claimed({}), 'evaluation.yaml:4 warning unreviewed-claim The claim that it does not apply gives no remarks; until it is accepted, TST-04 is a gap.'],
    ['a claim that was returned', claimed({ remarks: 'The supplier does.', reviews: review(claim, 'decision: returned') }), 'evaluation.yaml:4 warning unreviewed-claim The claim that it does not apply was returned by its reviewer; until it is accepted, TST-04 is a gap.'],
    ['a claim whose review has expired', claimed({ remarks: 'The supplier does.', reviews: review(claim, 'decision: accepted, expires: 2026-09-20') }), 'evaluation.yaml:4 warning unreviewed-claim The claim that it does not apply rests on a review that has expired; until it is accepted, TST-04 is a gap.'],
    ['a claim that changed', claimed({ remarks: 'Nobody does.', reviews: review(claim) }), 'evaluation.yaml:4 warning unreviewed-claim The claim that it does not apply has changed since it was reviewed; until it is accepted, TST-04 is a gap.'],
  ]
  test.each(cases)('%s', async (_name, files, ...expected) => expect(await told(files)).toEqual(expected))

  test('missing evidence says why what is listed does not count', async () => {
    const related = async (keys: Readonly<Record<string, string | undefined>>): Promise<readonly string[] | undefined> => (await diagnostics(evaluationExample({}, keys)))[0]?.related?.map(({ message }) => message)
    expect(await related({ type: 'procedure', metrics: undefined })).toEqual(['`evaluation-2026-09-08`, which the answer lists, is of the type `procedure`.'])
    expect(await related({ withdrawn: '{ by: engineer, on: 2026-09-20, reason: Wrong. }' })).toEqual(['`evaluation-2026-09-08`, which the answer lists, was withdrawn on 2026-09-20.'])
  })
  test('the latest period without its item, when the item is dated in the future', async () =>
    expect(await told(platformExample({ reviewed: '2027-09-10' }))).toEqual(['answers.yaml:19 warning future-evidence Evidence `access-review` is dated 2027-09-10 and does not count before that day; TST-03.a needs one of the period before.']))
  test('several periods', async () => {
    const found = await diagnostics({ 'controls/testing/TST-03.yaml': (base['controls/testing/TST-03.yaml'] ?? '').replace('every: P3M', 'every: P1M'), 'applications/assistant/evidence/testing.yaml': (base['applications/assistant/evidence/testing.yaml'] ?? '') })
    expect(found.map(({ message }) => message)).toEqual(Array.from({ length: 2 }, () => 'There is no access-review of 2026-07, and each period needs its own; TST-03.a is not met, and 1 more period has none.'))
    expect(found[0]?.related?.map(({ message }) => message)).toEqual(['There is no access-review of 2026-08, and each period needs its own.'])
  })
  test('an inherited objective that the platform fails', async () => {
    const found = await diagnostics(platformExample({ procedure: PLANNED.replace('planned', 'implemented') }))
    expect(found.map(({ code, about }) => `${code} ${about?.application} ${about?.control} ${about?.objective}`)).toEqual(['inherited-gap assistant TST-02 TST-02.a', 'claim-without-evidence ml-platform TST-02 undefined'])
    expect(found[0]).toMatchObject({ message: 'At `ml-platform`, from which it is inherited: there is no procedure; TST-02.a is not met.', hint: 'Ask `owner`, who owns `ml-platform`, to close it there, or collect evidence of your own and remove the entry.' })
  })
  test('a platform that cannot be assessed is told there alone', async () =>
    expect((await told({ [ENTRY]: 'id: ml-platform\n' })).filter((line) => line.includes('assistant'))).toEqual([]))
})

describe('facts', () => {
  const FACTS = 'of: 067073165eeae2ecec54ee5d2ea871e1'
  const cases: readonly (readonly [string, ExampleFiles, ...string[]])[] = [
    ['that nobody reviewed', platformEntry({ reviews: '[]' }), 'application.yaml:1 warning unreviewed-facts The facts of `ml-platform` have no accepted review; they exclude TST-01, TST-04 and TST-91.'],
    ['that were returned', platformEntry({ reviews: `[{ by: reviewer, on: 2026-07-01, decision: returned, ${FACTS} }]` }), 'application.yaml:10 warning unreviewed-facts The facts of `ml-platform` were returned by `reviewer` on 2026-07-01; they exclude TST-01, TST-04 and TST-91.'],
    ['whose review has expired', platformEntry({ reviews: `[{ by: reviewer, on: 2026-07-01, decision: accepted, ${FACTS}, expires: 2026-09-01 }]` }), 'application.yaml:10 warning unreviewed-facts The review of the facts of `ml-platform` expired on 2026-09-01; they exclude TST-01, TST-04 and TST-91.'],
    ['that nobody answered, with their controls', platformEntry({ characteristics: '{}' }),
      'application.yaml:8 warning unanswered-fact Nobody said whether these hold for `ml-platform`: `uses-llm` and `agentic`; they decide about TST-01, TST-04 and TST-91.'],
  ]
  test.each(cases)('%s', async (_name, files, ...expected) => expect(await told(files)).toEqual(expected))
})

describe('unanswered controls', () => {
  const silent = (more = ''): ExampleFiles => ({ [ANSWERS]: `implementations: []\n${more}`, 'applications/assistant/evidence/testing.yaml': (base['applications/assistant/evidence/testing.yaml'] ?? '') })
  const mine = async (files: ExampleFiles): Promise<readonly string[]> => (await told(files)).filter((line) => line.includes('unanswered-control'))
  test('are told once, worst first', async () => expect(await mine(silent())).toEqual(['application.yaml:1 warning unanswered-control `ml-platform` does not answer 2 controls that apply to it (1 moderate, 1 low): `TST-02` and `TST-03`.']))
  test('that an exception covers are counted', async () =>
    expect(await mine(silent(`exceptions:\n${exception('id: e, control: TST-03, approved-on: 2026-08-01, expires: 2026-12-31')}`))).toEqual(['application.yaml:1 warning unanswered-control `ml-platform` does not answer 1 control that applies to it (1 moderate): `TST-02`. Exceptions cover 1 more.']))
  test('that exceptions cover all are a note', async () =>
    expect(await mine(silent(`exceptions:\n${['TST-02', 'TST-03'].map((id, index) => exception(`id: e-${index}, control: ${id}, approved-on: 2026-08-01, expires: 2026-12-31`)).join('')}`))).toEqual(['application.yaml:1 note unanswered-control `ml-platform` does not answer 2 controls that apply to it (1 moderate, 1 low): `TST-02` and `TST-03`.']))
})

describe('exceptions', () => {
  const covered = (...entries: readonly string[]): ExampleFiles => ({ ...platformExample({ access: PLANNED }), [MORE]: `exceptions:\n${entries.map(exception).join('')}` })
  const codes = async (files: ExampleFiles): Promise<readonly string[]> => (await told(files)).map((line) => line.split(' ').slice(0, 3).join(' '))
  test('make a gap a note that says until when', async () => {
    const [found] = await diagnostics(covered('id: e, control: TST-03, approved-on: 2026-08-01, expires: 2026-12-31'))
    expect(found).toMatchObject({ code: 'partial-implementation', severity: 'note', about: { 'accepted-until': '2026-12-31' } })
  })
  const cases: readonly (readonly [string, readonly string[], ...string[]])[] = [
    ['that ended twice are told once, the latest', ['id: b, control: TST-03, approved-on: 2026-08-01, expires: 2026-08-31, renews: a', 'id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-07-31'], 'answers.yaml:8 warning partial-implementation', 'more.yaml:2 warning expired-exception'],
    ['that were renewed are not told', ['id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-07-31', 'id: b, control: TST-03, approved-on: 2026-08-01, expires: 2026-12-31, renews: a'], 'answers.yaml:8 note partial-implementation'],
    ['that renew only later do not', ['id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-07-31', 'id: b, control: TST-03, approved-on: 2026-10-01, expires: 2026-12-31'], 'answers.yaml:8 warning partial-implementation', 'more.yaml:2 warning expired-exception'],
    ['of a satisfied control are not told when they end', ['id: a, control: TST-02, approved-on: 2026-07-05, expires: 2026-07-31'], 'answers.yaml:8 warning partial-implementation'],
    ['rest on the organization', ['id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-12-31, compensating: [GOV-01]'], 'answers.yaml:8 note partial-implementation'],
    ['do not rest on themselves', ['id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-12-31, compensating: [TST-03]'], 'answers.yaml:8 warning partial-implementation', 'more.yaml:2 warning unsupported-exception'],
    ['that another makes up for are not told', ['id: a, control: TST-03, approved-on: 2026-07-05, expires: 2026-12-31, compensating: [TST-01]', 'id: b, control: TST-03, approved-on: 2026-07-05, expires: 2026-12-31'], 'answers.yaml:8 note partial-implementation'],
  ]
  test.each(cases)('%s', async (_name, entries, ...expected) => expect(await codes(covered(...entries))).toEqual(expected))
})

describe('plans', () => {
  const codes = async (keys: string, access: string | undefined = PLANNED): Promise<readonly string[]> =>
    (await told({ ...platformExample(access === '' ? {} : { access }), [MORE]: `poam:\n${plan(`id: p, control: TST-03, ${keys}`)}` })).filter((line) => line.startsWith('more')).map((line) => line.split(' ')[2] ?? '')
  const cases: readonly (readonly [string, string, string | undefined, ...string[]])[] = [
    ['on time', 'opened: 2026-07-10, scheduled-completion: 2026-09-30', PLANNED],
    ['past their day', 'opened: 2026-07-10, scheduled-completion: 2026-09-29', PLANNED, 'overdue-poam'],
    ['put off in time', 'opened: 2026-07-10, scheduled-completion: 2026-08-31, milestone-changes: [{ on: 2026-08-20, by: owner, reason: R., scheduled-completion: 2026-12-01 }]', PLANNED],
    ['put off by a reason without a day', 'opened: 2026-07-10, scheduled-completion: 2026-08-31, milestone-changes: [{ on: 2026-08-20, by: owner, reason: R. }]', PLANNED, 'overdue-poam'],
    ['put off, and past that day', 'opened: 2026-07-10, scheduled-completion: 2026-08-01, milestone-changes: [{ on: 2026-07-20, by: owner, reason: R., scheduled-completion: 2026-09-01 }]', PLANNED, 'overdue-poam'],
    ['past their day for a satisfied control', 'opened: 2026-07-10, scheduled-completion: 2026-08-31', '', 'needless-poam'],
    ['that begin later', 'opened: 2026-10-10, scheduled-completion: 2026-12-31', ''],
    ['closed for a satisfied control', 'opened: 2026-07-10, scheduled-completion: 2026-08-31, closed: { on: 2026-08-30, by: owner }', ''],
    ['closed before the gap opened', 'opened: 2026-06-10, scheduled-completion: 2026-06-20, closed: { on: 2026-06-20, by: owner }', PLANNED],
    ['closed while the gap stood open', 'opened: 2026-07-10, scheduled-completion: 2026-08-31, closed: { on: 2026-08-30, by: owner }', PLANNED, 'premature-closure'],
    ['to be closed later', 'opened: 2026-07-10, scheduled-completion: 2026-12-31, closed: { on: 2026-10-30, by: owner }', PLANNED],
  ]
  test.each(cases)('%s', async (_name, keys, access, ...expected) => expect(await codes(keys, access)).toEqual(expected))
})

describe('urgent gaps', () => {
  const urgent = control('severity: low', 'severity: critical')
  const codes = async (more: string): Promise<readonly string[]> =>
    (await told({ ...urgent, ...evaluationExample({}, { collected: '2026-05-08' }), ...(more !== '' && { 'applications/assistant/evidence/more.yaml': more }) })).map((line) => line.split(' ').slice(0, 3).join(' '))
  test('without a plan are told on the line of the gap', async () => expect(await codes('')).toEqual(['evaluation.yaml:11 warning stale-evidence', 'evaluation.yaml:11 warning unplanned-gap']))
  test('with a plan are not', async () => expect(await codes(`poam:\n${plan('id: p, control: TST-04, opened: 2026-09-01, scheduled-completion: 2026-12-01')}`)).toEqual(['evaluation.yaml:11 warning stale-evidence']))
  test('with a plan closed too early are told there', async () => expect(await codes(`poam:\n${plan('id: p, control: TST-04, opened: 2026-08-10, scheduled-completion: 2026-12-01, closed: { on: 2026-09-20, by: owner }')}`)).toEqual(['evaluation.yaml:11 warning stale-evidence', 'more.yaml:2 warning premature-closure']))
  test('with an exception that ended are told there', async () => expect(await codes(`exceptions:\n${exception('id: e, control: TST-04, approved-on: 2026-08-10, expires: 2026-09-01')}`)).toEqual(['evaluation.yaml:11 warning stale-evidence', 'more.yaml:2 warning expired-exception']))
})

describe('every cause is told by one rule', () => {
  const KINDS: Readonly<Record<Reason['cause'], Reason['kind']>> = {
    'no-evidence': 'missing', 'future-dated': 'missing', 'metric-absent': 'missing', 'period-without-item': 'missing', 'component-absent': 'missing',
    'file-absent': 'mismatch', 'file-refused': 'mismatch', 'digest-differs': 'mismatch', 'metrics-differ': 'mismatch',
    'returned': 'returned', 'criterion-broken': 'fail', 'expired': 'stale', 'older-component-version': 'stale',
    'no-review': 'unreviewed', 'changed-since-review': 'unreviewed', 'review-expired': 'unreviewed',
    'unanswered': 'unanswered', 'partial': 'not-implemented', 'planned': 'not-implemented', 'older-major': 'older-major', 'claim-not-accepted': 'unreviewed', 'provider-not-assessed': 'not-assessed',
  }
  const codesFor = async (finding: Partial<Finding>): Promise<readonly string[]> => {
    const context = await contextOfBase()
    const [first] = context.assessment.findings
    if (first === undefined) throw new Error('no finding')
    const assessment = { ...context.assessment, findings: [{ ...first, control: 'TST-04', severity: 'low' as const, state: 'not-satisfied' as const, ...finding }] }
    return runGapRules(gapRules, { ...context, assessment }, 'error').map(({ code, severity }) => `${severity} ${code}`)
  }
  const about = { objective: 'TST-04.a', component: 'llm', evidence: 'constructor', since: '2026-09-01', text: 'something is wrong' }
  test.each(Object.entries(KINDS) as [Reason['cause'], Reason['kind']][])('%s', async (cause, kind) => { // the keys of a record of causes
    const codes = await codesFor({ answered: cause !== 'unanswered', reasons: [{ ...about, cause, kind }] })
    expect(codes).toHaveLength(cause === 'provider-not-assessed' ? 0 : 1)
    expect(codes.every((code) => code.startsWith('error '))).toBe(true)
  })
  test('and inherited, by inherited-gap', async () => {
    for (const [cause, kind] of Object.entries(KINDS) as [Reason['cause'], Reason['kind']][]) // the keys of a record of causes
      if (kind !== 'not-assessed' && kind !== 'unanswered') expect(await codesFor({ answered: true, reasons: [{ ...about, cause, kind, 'inherited-from': 'ml-platform' }] })).toEqual(['error inherited-gap'])
  })
})

let known: AssessmentContext | undefined
async function contextOfBase(): Promise<AssessmentContext> {
  if (known) return known
  const host = memoryHost({ files: base })
  const { library, inventory } = await openWorkspace(host, { folder: host.cwd })
  for await (const { id, assessment, providers } of assessPortfolio(host, await openWorkspace(host, { folder: host.cwd }), { asOf: '2026-09-30', gapSeverity: 'error' }))
    if (id === 'assistant' && assessment) known = { library, inventory, files: assessment.files, facts: assessment.facts, artifacts: { states: new Map(), collected: new Map() }, asOf: assessment.asOf, assessment, providers }
  if (known === undefined) throw new Error('the base has no assistant')
  return known
}
