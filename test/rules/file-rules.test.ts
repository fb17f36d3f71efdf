// What the examples of the rules do not show: their other branches, what must stay silent, and that one slip gives one diagnostic.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assessPortfolio } from '../../src/commands/assess-portfolio.js'
import { openWorkspace } from '../../src/commands/workspace.js'
import { fingerprintOfImplementation } from '../../src/model/digest.js'
import { fileRules } from '../../src/rules/file-rules.js'
import { wrongActs } from '../../src/rules/wrong-acts.js'
import { checkFiles, filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

const base = filesBelow(fileURLToPath(new URL('./base', import.meta.url)))
const textOf = (file: string): string => base[file] ?? ''
const ASSISTANT = 'applications/assistant/application.yaml'
const PLATFORM = 'applications/ml-platform/application.yaml'
const TESTING = 'applications/assistant/evidence/testing.yaml'
const EVALUATION = 'applications/assistant/evidence/evaluation.yaml'
const MORE = 'applications/assistant/evidence/more.yaml'
const FRAMEWORK = 'frameworks/demo-1/framework.yaml'
const MAPPING = 'frameworks/demo-1/mapping.yaml'
const CATALOG = 'controls/catalog.yaml'
const ANSWER = fingerprintOfImplementation({ control: 'TST-04', version: '2.0.0', status: 'implemented', evidence: ['evaluation-2026-09-08'] })

/** A file of the base with one text replaced by another. */
const changed = (file: string, from: string, to: string): Readonly<Record<string, string>> => {
  expect(textOf(file)).toContain(from)
  return { [file]: textOf(file).replace(from, to) }
}
const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await checkFiles({ ...base, ...files })).map(({ code, place }) => `${code} ${place.file}:${place.range.start.line}`)

const exception = (id: string, keys: string): string =>
  `  - { id: ${id}, reason: Because., residual-risk: low, requested-by: engineer, ${keys} }\n`
const exceptions = (...entries: readonly string[]): Readonly<Record<string, string>> => ({ [MORE]: `exceptions:\n${entries.join('')}` })
const plan = (keys: string): Readonly<Record<string, string>> => ({ [MORE]: `poam:\n  - { id: plan, control: TST-04, weakness: W., plan: P., owner: engineer, opened: 2026-08-01, scheduled-completion: 2026-12-01, ${keys} }\n` })
const map = (keys: string): string => `  - { ${keys}, rationale: semantic, method: automation, by: passmuster, on: 2026-02-01 }\n`

test('the rules stand in the order of their codes', () => {
  const codes = fileRules.map((rule) => rule.code)
  expect(codes).toEqual([...new Set(codes)].sort())
})

describe('one slip gives one diagnostic', () => {
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['a platform that cannot be read is not unknown', () => changed(PLATFORM, 'kind: platform', 'kind: plattform'), [`wrong-value ${PLATFORM}:2`]],
    ['a platform in a folder of another name is told there', () => changed(PLATFORM, 'id: ml-platform', 'id: platform'), [`misnamed-folder ${PLATFORM}:1`]],
    ['a platform that is not named in `inherits`', () => changed(ASSISTANT, 'inherits: [ml-platform]\n', ''), [`unknown-application ${TESTING}:10`]],
    ['an answer that inherits from something else', () => changed(TESTING, 'inherited-from: ml-platform', 'inherited-from: acme'), [`unknown-application ${TESTING}:10`]],
    ['a wrong provider instead of the right one', () => changed(ASSISTANT, '[ml-platform]', '[acme]'), [`wrong-provider ${ASSISTANT}:12`]],
    ['a framework that is not called by its folder', () => changed(FRAMEWORK, 'id: demo-1', 'id: demo-2'), [`misnamed-file ${FRAMEWORK}:1`]],
    ['a control that is not called by its file', () => changed('controls/testing/TST-02.yaml', 'id: TST-02\n', 'id: TST-22\n'), ['misnamed-file controls/testing/TST-02.yaml:1']],
    ['a control copied under another name', () => ({ 'controls/testing/TST-05.yaml': textOf('controls/testing/TST-04.yaml') }), ['misnamed-file controls/testing/TST-05.yaml:1']],
    ['a control that stands in two groups', () => ({ 'controls/governance/TST-04.yaml': textOf('controls/testing/TST-04.yaml') }), ['duplicate-definition controls/testing/TST-04.yaml:1']],
    ['an evidence type that is not called by its file', () => changed('controls/evidence-types/evaluation-result.yaml', 'id: evaluation-result', 'id: evaluation'), ['misnamed-file controls/evidence-types/evaluation-result.yaml:1']],
    ['a kind of element that nobody counts', () => changed(FRAMEWORK, 'kind: clause, title: Write', 'kind: claus, title: Write'), [`wrong-counts ${FRAMEWORK}:10`]],
    ['an exception approved by who asked, whose roles reach nowhere', () => exceptions(exception('a', 'control: TST-01, approved-by: engineer, approved-on: 2026-08-01, expires: 2026-09-30')), [`self-approved-exception ${MORE}:2`]],
    ['an owner that is a group and reviews', () => ({ ...changed(ASSISTANT, 'technical: engineer', 'technical: grc-team'), ...changed(EVALUATION, 'by: reviewer', 'by: grc-team') }), [`group-review ${EVALUATION}:17`]],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect(await found(files())).toEqual(codes))
})

describe('other branches', () => {
  const cases: readonly (readonly [string, () => Readonly<Record<string, string>>, readonly string[]])[] = [
    ['platforms that inherit from each other', () => ({ ...changed(PLATFORM, 'kind: platform', 'kind: platform\ninherits: [vault]'), 'applications/vault/application.yaml': textOf(PLATFORM).replace('id: ml-platform', 'id: vault').replace('kind: platform', 'kind: platform\ninherits: [ml-platform]') }), [`inheritance-cycle ${PLATFORM}:3`, 'inheritance-cycle applications/vault/application.yaml:3']],
    ['a platform that inherits from an application that inherits from it', () => changed(PLATFORM, 'kind: platform', 'kind: platform\ninherits: [assistant]'), [`wrong-provider ${PLATFORM}:3`]],
    ['an unknown factor', () => changed(ASSISTANT, 'exposure: internet', 'exposur: internet'), [`unknown-risk-factor ${ASSISTANT}:9`]],
    ['a review of the facts by an owner', () => changed(ASSISTANT, 'by: reviewer', 'by: owner'), [`self-review ${ASSISTANT}:14`]],
    ['a review of an answer by an owner', () => changed(EVALUATION, 'status: implemented', `status: implemented\n    reviews: [{ by: owner, on: 2026-09-11, decision: accepted, of: ${ANSWER} }]`), [`self-review ${EVALUATION}:5`]],
    ['a review by who filed the evidence', () => ({ [EVALUATION]: textOf(EVALUATION).replace('submitted-by: engineer', 'submitted-by: ciso').replace('by: reviewer', 'by: ciso') }), [`self-review ${EVALUATION}:17`]],
    ['an own review of former content', () => changed(ASSISTANT, '{ by: reviewer, on: 2026-07-02, decision: accepted, of: 81567a377522d45e12b7f412af9fb3ec }', '{ by: owner, on: 2026-07-02, decision: accepted, of: a0000000000000000000000000000000 }'), [`unreviewed-facts ${ASSISTANT}:1`]],
    ['an own review beside one that counts', () => changed(EVALUATION, '    reviews:\n', '    reviews:\n      - { by: engineer, on: 2026-09-10, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb }\n'), []],
    ['an approval by a group', () => exceptions(exception('a', 'control: TST-01, approved-by: grc-team, approved-on: 2026-08-01, expires: 2026-09-30')), [`group-review ${MORE}:2`]],
    ['an approval by somebody without any authority', () => exceptions(exception('a', 'control: TST-04, approved-by: owner, approved-on: 2026-08-01, expires: 2026-09-30')), [`exception-beyond-authority ${MORE}:2`]],
    ['an ended exception is history', () => exceptions(exception('a', 'control: TST-01, approved-by: owner, approved-on: 2025-01-01, expires: 2026-08-31')), []],
    ['an exception that is too long by itself', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2027-08-02')), [`exception-too-long ${MORE}:2`]],
    ['an exception of exactly the longest time', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2027-08-01')), []],
    ['a chain with a day between', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2025-08-01, expires: 2026-07-30'), exception('b', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2027-07-31, renews: a')), []],
    ['a chain whose first link is too long', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2025-08-01, expires: 2026-12-31'), exception('b', 'control: TST-04, approved-by: ciso, approved-on: 2027-01-01, expires: 2027-07-31, renews: a')), [`exception-too-long ${MORE}:2`]],
    ['an exception that renews none', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2026-12-31, renews: b')), [`wrong-renewal ${MORE}:2`]],
    ['an exception that renews itself', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2026-12-31, renews: a')), [`wrong-renewal ${MORE}:2`]],
    ['exceptions that renew each other', () => exceptions(exception('a', 'control: TST-04, approved-by: ciso, approved-on: 2026-07-01, expires: 2026-12-31, renews: b'), exception('b', 'control: TST-04, approved-by: ciso, approved-on: 2026-08-01, expires: 2026-12-31, renews: a')), [`wrong-renewal ${MORE}:2`]],
    ['evidence of a closed plan', () => plan('closed: { on: 2026-09-01, by: owner, evidence: nothing }'), [`unknown-evidence ${MORE}:2`]],
    ['who withdrew evidence', () => changed(TESTING, '    sample:', '    withdrawn: { on: 2026-09-20, by: nobody, reason: R. }\n    sample:'), [`unknown-person ${TESTING}:33`]],
    ['people of a plan', () => plan('milestone-changes: [{ on: 2026-08-02, by: nobody, reason: R. }], closed: { on: 2026-09-01, by: noone }'), [`unknown-person ${MORE}:2`, `unknown-person ${MORE}:2`]],
    ['a plan that is closed before it was opened', () => plan('closed: { on: 2026-07-01, by: owner }'), [`reversed-dates ${MORE}:2`]],
    ['a review before the evidence was collected', () => changed(EVALUATION, 'on: 2026-09-11', 'on: 2025-09-11'), [`reversed-dates ${EVALUATION}:17`]],
    ['an older review of former content', () => changed(EVALUATION, '    reviews:\n', '    reviews:\n      - { by: reviewer, on: 2026-09-01, decision: returned, of: a0000000000000000000000000000000 }\n'), []],
    ['a review that expires before it was made', () => changed(EVALUATION, 'decision: accepted', 'decision: accepted, expires: 2026-09-01'), [`reversed-dates ${EVALUATION}:17`]],
    ['a period that ends after the evidence was collected', () => changed(EVALUATION, '    collected:', '    period: { from: 2026-09-01, to: 2026-09-30 }\n    collected:'), [`reversed-dates ${EVALUATION}:11`]],
    ['a retirement before the beginning', () => changed(ASSISTANT, 'lifecycle: production', 'lifecycle: retired\nretired-on: 2026-06-30'), [`reversed-dates ${ASSISTANT}:7`]],
    ['components of one id', () => changed(ASSISTANT, '  - { id: llm,', '  - { id: llm, kind: dataset, title: Data }\n  - { id: llm,'), [`duplicate-id ${ASSISTANT}:12`]],
    ['evidence of an earlier round', () => ({ [MORE]: textOf(EVALUATION).slice(textOf(EVALUATION).indexOf('evidence:\n  - id')).replace('evaluation-2026-09-08', 'evaluation-2026-08-08').replace('collected: 2026-09-08', 'collected: 2026-08-08').replace(/ {4}reviews:[\s\S]*/, '') }), [`unreferenced-evidence ${MORE}:2`]],
    ['withdrawn evidence', () => ({ [MORE]: textOf(EVALUATION).slice(textOf(EVALUATION).indexOf('evidence:\n  - id')).replace('evaluation-2026-09-08', 'evaluation-2026-08-08').replace('collected: 2026-09-08', 'collected: 2026-08-08').replace(/ {4}reviews:[\s\S]*/, '    withdrawn: { on: 2026-08-20, by: owner, reason: R. }\n') }), []],
    ['a whole number with a fraction', () => changed(TESTING, 'attempts: 400', 'attempts: 400.5'), [`wrong-metric-value ${TESTING}:24`]],
    ['a truth value for a number', () => changed(EVALUATION, 'accuracy: 0.94', 'accuracy: true'), [`wrong-metric-value ${EVALUATION}:14`]],
    ['more deviations than entries', () => changed(TESTING, 'deviations: 0', 'deviations: 5'), [`impossible-sample ${TESTING}:33`]],
    ['all of a larger population', () => changed(TESTING, 'size: 4, method', 'size: 3, method'), [`impossible-sample ${TESTING}:33`]],
    ['files that lead outside', () => changed(EVALUATION, 'path: artifacts/evaluation.json\n    sha256:', 'files: [{ path: C:\\x, sha256: 2ff8446237a0a05aeee9e9a0d9214dd51ceaf998e42b3408172d84426ca07da8 }]\n    remarks:'), [`path-outside-application ${EVALUATION}:12`]],
    ['evidence of a high class that is held elsewhere', () => changed(EVALUATION, 'path: artifacts/evaluation.json', 'classification: restricted\n    url: https://example.com/evaluation\n    held-by: Vault'), [`changed-since-review ${EVALUATION}:19`]],
    ['a folder that is no group', () => ({ 'controls/tests/TST-05.yaml': textOf('controls/testing/TST-04.yaml').replaceAll('TST-04', 'TST-05').replace('active', 'draft') }), ['misnamed-file controls/tests/TST-05.yaml:1']],
    ['a mapping in the folder of another framework', () => ({ 'frameworks/demo-2/mapping.yaml': 'framework: demo-1\n' }), ['misnamed-file frameworks/demo-2/mapping.yaml:1']],
    ['a framework in muster.yaml', () => changed('muster.yaml', 'people:', 'frameworks: [demo-2]\npeople:'), ['unknown-framework muster.yaml:3']],
    ['a catalog that says it is a profile', () => changed(FRAMEWORK, 'kind: catalog', 'kind: profile'), [`wrong-framework-kind ${FRAMEWORK}:11`]],
    ['a parent', () => changed(FRAMEWORK, 'title: Write it down, parent: "1"', 'title: Write it down, parent: "2"'), [`unknown-element ${FRAMEWORK}:14`]],
    ['an element that is outside and mapped', () => ({ [MAPPING]: `${textOf(MAPPING)}outside-catalog:\n  - { element: "1.2", remarks: Not ours. }\n` }), [`contradictory-mapping ${MAPPING}:6`]],
    ['an element that is outside, with a row of no relationship', () => ({ [MAPPING]: `${textOf(MAPPING).split('\n').slice(0, 3).join('\n')}\n${map('controls: [TST-02], element: "1.2", relationship: no-relationship, remarks: No.')}outside-catalog:\n  - { element: "1.2", remarks: Not ours. }\n` }), []],
    ['the same set in another order', () => ({ [MAPPING]: `${textOf(MAPPING)}${map('controls: [TST-02, TST-01], element: "1.1", relationship: subset-of')}${map('controls: [TST-01, TST-02], element: "1.1", relationship: subset-of')}` }), [`contradictory-mapping ${MAPPING}:6`]],
    ['a withdrawn control in a row', () => ({ [MAPPING]: `${textOf(MAPPING)}${map('controls: [TST-90], element: "1.1", relationship: subset-of')}` }), [`unknown-mapped-control ${MAPPING}:5`]],
    ['acts on something else than a risk', () => ({ [MAPPING]: `${textOf(MAPPING)}${map('controls: [TST-03], element: "1.1", relationship: subset-of, acts: [prevents]')}` }), [`wrong-acts ${MAPPING}:5`]],
    ['no acts where there is no relationship', () => ({ ...wrongActs.bad, 'frameworks/risks-1/mapping.yaml': (wrongActs.bad['frameworks/risks-1/mapping.yaml'] ?? '').replace('subset-of', 'no-relationship') }), []],
    ['an entry taken as profiled in a catalog', () => ({ [MAPPING]: `${textOf(MAPPING)}as-profiled: ["1.1"]\n` }), [`wrong-as-profiled ${MAPPING}:5`]],
    ['a parameter of the wrong type', () => changed('controls/testing/TST-01.yaml', 'valid-for: interval', 'valid-for: bound'), ['unknown-parameter controls/testing/TST-01.yaml:23']],
    ['a parameter of the wrong type in one tier', () => changed('controls/testing/TST-01.yaml', 'value: 0.05,', 'value: 0.05, by-tier: { high: P1D },'), ['unknown-parameter controls/testing/TST-01.yaml:26']],
    ['a criterion on a type that nobody defines', () => ({ 'controls/testing/TST-05.yaml': textOf('controls/testing/TST-04.yaml').replaceAll('TST-04', 'TST-05').replace('[evaluation-result]', '[evaluation]').replace('at-least: 0.9', 'equals: true') }), ['unknown-requested-type controls/testing/TST-05.yaml:19']],
    ['a number compared as a truth value', () => changed('controls/testing/TST-01.yaml', 'at-least: 100', 'equals: true'), ['wrong-criterion controls/testing/TST-01.yaml:27']],
    ['an objective that stands twice', () => changed('controls/testing/TST-02.yaml', 'objectives:\n', 'objectives:\n  - { id: TST-02.a, method: EXAMINE, text: T., evidence: [{ types: [procedure], valid-for: P1Y, review: none }] }\n'), ['wrong-objective-id controls/testing/TST-02.yaml:13']],
    ['a successor that does not exist', () => changed('controls/testing/TST-90.yaml', 'replaced-by: TST-02', 'replaced-by: TST-99'), ['missing-successor controls/testing/TST-90.yaml:5']],
    ['a control that takes its own place', () => changed('controls/testing/TST-90.yaml', 'replaced-by: TST-02', 'replaced-by: TST-90'), ['missing-successor controls/testing/TST-90.yaml:5']],
    ['what a risk level implies', () => changed(CATALOG, 'implies: [internet-facing]', 'implies: [internet]'), [`unlisted-characteristic ${CATALOG}:18`]],
    ['a tier that stands twice', () => changed(CATALOG, 'tier: low, from-points: 0', 'tier: high, from-points: 0'), [`duplicate-definition ${CATALOG}:22`]],
    ['a person that stands twice', () => changed('muster.yaml', '  - { id: ciso,', '  - { id: owner, title: Second owner }\n  - { id: ciso,'), ['duplicate-definition muster.yaml:7']],
    ['an element of an adoption', () => ({ 'adoption/demo-1.yaml': 'framework: demo-1\nfrom: 2026-01-01\nelements:\n  "1.3": { included: true, owner: nobody }\n' }), ['unknown-element adoption/demo-1.yaml:4', 'wrong-adoption-person adoption/demo-1.yaml:4']],
  ]
  test.each(cases)('%s', async (_name, files, codes) => expect([...(await found(files()))].sort()).toEqual([...codes].sort()))
})

test('what comes with muster is not defined again', async () => {
  const twice = await found({ 'muster.yaml': textOf('muster.yaml').replace('["."]', '[builtin, "."]') })
  expect(twice).toEqual(expect.arrayContaining(['duplicate-definition controls/catalog.yaml:5', 'duplicate-definition controls/testing/TST-01.yaml:1']))
})

test('a symbolic link that leads out of the application', async () => {
  const host = { ...memoryHost({ files: base }), digests: async (_folder: string, paths: readonly string[]) => new Map(paths.map((path) => [path, { refused: 'outside' as const }])) }
  const codes: string[] = []
  for await (const { diagnostics } of assessPortfolio(host, await openWorkspace(host, { folder: host.cwd }), { asOf: '2026-09-30', gapSeverity: 'warning' })) codes.push(...diagnostics.map(({ code }) => code))
  expect([...new Set(codes)]).toEqual(['path-outside-application'])
})

test('names of the language are no ids', async () => {
  const files = {
    ...changed(ASSISTANT, 'agentic: false', 'agentic: false, constructor: true'),
    ...changed(EVALUATION, 'accuracy: 0.94', 'accuracy: 0.94, constructor: 1'),
    ...changed(TESTING, 'TST-02.a:', 'constructor:'),
    [MORE]: 'implementations:\n  - { control: toString, version: 1.0.0, status: planned, evidence: [constructor] }\n',
  }
  expect([...(await found(files))].sort()).toEqual([`unknown-characteristic ${ASSISTANT}:8`, `unknown-control ${MORE}:2`, `unknown-evidence ${MORE}:2`, `unknown-metric ${EVALUATION}:14`, `unknown-objective ${TESTING}:10`])
})
