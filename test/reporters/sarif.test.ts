import { describe, expect, test } from 'vitest'
import { sarif } from '../../src/reporters/sarif.js'
import type { ReportContext } from '../../src/reporters/reporter.js'
import type { Diagnostic } from '../../src/source/diagnostic.js'
import { builtinDiagnostic, context, diagnosticAt, FILE, manyDiagnostics, TEXT } from './make-diagnostic.js'

// Only what the tests below read of it.
type Physical = { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Readonly<Record<string, number>> & { readonly snippet?: { readonly text: string } } }
type Result = {
  readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string }
  readonly locations: readonly { readonly physicalLocation: Physical }[]; readonly relatedLocations?: readonly { readonly id: number; readonly physicalLocation: Physical; readonly message: { readonly text: string } }[]
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }; readonly properties?: Readonly<Record<string, string>>
}
type Rule = { readonly id: string; readonly name: string; readonly shortDescription: { readonly text: string }; readonly fullDescription: { readonly text: string }; readonly help: { readonly text: string; readonly markdown: string }; readonly helpUri: string; readonly defaultConfiguration: { readonly level: string }; readonly properties: { readonly tags: readonly string[]; readonly precision: string; readonly 'problem.severity': string } }
type Notification = { readonly level: string; readonly message: { readonly text: string }; readonly associatedRule?: { readonly id: string; readonly index: number } }
type Run = {
  readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly informationUri: string; readonly rules: readonly Rule[] } }
  readonly columnKind: string; readonly automationDetails: { readonly id: string }; readonly results: readonly Result[]
  readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly Notification[]; readonly toolConfigurationNotifications?: readonly Notification[] }[]
}

function logOf(diagnostics: readonly Diagnostic[], given: Partial<ReportContext> = {}): { readonly $schema: string; readonly version: string; readonly runs: readonly Run[] } {
  return JSON.parse(sarif.render(diagnostics, { ...context, ...given }))
}

function runOf(diagnostics: readonly Diagnostic[], given: Partial<ReportContext> = {}): Run {
  const [run] = logOf(diagnostics, given).runs
  if (run === undefined) throw new Error('no run')
  return run
}

function resultOf(diagnostic: Diagnostic, given: Partial<ReportContext> = {}): Result {
  const [result] = runOf([diagnostic], given).results
  if (result === undefined) throw new Error('no result')
  return result
}

const about = { application: 'support-assistant', control: 'TST-03', objective: 'TST-03.a', evidence: 'red-team-2026-01-10', component: 'llm', severity: 'high' } as const
const hashes = (diagnostics: readonly Diagnostic[], given: Partial<ReportContext> = {}) => runOf(diagnostics, given).results.map((result) => result.partialFingerprints.primaryLocationLineHash)
const hashOf = (diagnostic: Diagnostic, given: Partial<ReportContext> = {}) => hashes([diagnostic], given)[0]

test('the whole text', async () => {
  const related = [{ message: 'The control is answered there.', place: diagnosticAt('TST-03').place }, { message: 'The control asks for it.', place: builtinDiagnostic.place }]
  const diagnostics = [
    diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning', message: 'The gap in TST-03 has no plan.', hint: 'Open an item under `poam`.', about }),
    diagnosticAt('2026-01-10', { related, about }),
    builtinDiagnostic,
  ]
  await expect(sarif.render(diagnostics, { ...context, prefix: 'governance/', command: 'gap' })).toMatchFileSnapshot('./sarif.snap.txt')
})

describe('the log', () => {
  test('is SARIF 2.1.0 with one run, and results even when there are none', () => {
    const { $schema, version, runs } = logOf([])
    expect({ $schema, version }).toEqual({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' })
    expect(runs).toHaveLength(1)
    expect(runs[0]).toEqual({
      tool: { driver: { name: 'muster', version: '0.1.0', informationUri: 'https://github.com/passmuster/passmuster', rules: [] } },
      automationDetails: { id: 'muster/validate/' }, columnKind: 'utf16CodeUnits', invocations: [{ executionSuccessful: true }], results: [],
    })
  })

  test('has a category for each command, so that one upload does not replace the other', () => {
    expect(runOf([], { command: 'gap' }).automationDetails.id).toBe('muster/gap/')
  })
})

describe('rules', () => {
  const run = runOf([diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning' }), diagnosticAt('TST-03'), diagnosticAt('TST-03', { code: 'accepted-gap', severity: 'note' }), diagnosticAt('2026-01-10')])
  const { rules } = run.tool.driver

  test('are those that occur, once each, sorted', () => expect(rules.map(({ id }) => id)).toEqual(['accepted-gap', 'stale-evidence', 'unplanned-gap']))
  test('are what the results point at', () => {
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId)
  })
  test.each(rules)('$id has all that GitHub asks for', (rule) => {
    for (const text of [rule.id, rule.name, rule.shortDescription.text, rule.fullDescription.text, rule.help.text, rule.help.markdown, rule.helpUri]) expect(text).not.toBe('')
    expect(rule.name.length).toBeLessThanOrEqual(255)
    expect(rule.helpUri).toMatch(/^https:\/\/.*#/)
    expect(['note', 'warning', 'error']).toContain(rule.defaultConfiguration.level)
    expect(rule.properties.tags.length).toBeLessThanOrEqual(10)
    expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties.precision)
    expect(['error', 'warning', 'recommendation']).toContain(rule.properties['problem.severity'])
    expect(rule.properties).not.toHaveProperty('security-severity')
  })
  test('have descriptions of at most 1,024 characters', () => {
    const long = { code: 'stale-evidence', kind: 'gap', severity: 'error', summary: 's'.repeat(2000), rationale: 'r'.repeat(3000), since: '0.1.0' } as const
    const [rule] = runOf([diagnosticAt('TST-03')], { rules: new Map([[long.code, long]]) }).tool.driver.rules
    expect(rule?.shortDescription.text).toHaveLength(1024)
    expect(rule?.fullDescription.text).toHaveLength(1024)
    expect(rule?.help.text).toContain(long.rationale)
  })
  test('that nobody knows are still described', () => {
    const [rule] = runOf([diagnosticAt('TST-03', { code: 'new-rule' })]).tool.driver.rules
    expect(rule).toMatchObject({ id: 'new-rule', shortDescription: { text: 'The rule new-rule.' }, defaultConfiguration: { level: 'error' } })
  })
})

describe('locations', () => {
  test('every result has exactly one, with all four numbers, relative to the git root', () => {
    expect(resultOf(diagnosticAt('2026-01-10'), { prefix: 'governance/' }).locations).toEqual([{
      physicalLocation: {
        artifactLocation: { uri: `governance/${FILE}`, uriBaseId: '%SRCROOT%' },
        region: { startLine: 14, startColumn: 16, endLine: 14, endColumn: 26, snippet: { text: '2026-01-10' } },
      },
    }])
  })
  test('are percent-encoded', () => {
    const { uri } = resultOf(diagnosticAt('TST-03', { file: 'applications/ü 🦉\t%[a]?#:b\ud800/x.yaml' })).locations[0]?.physicalLocation.artifactLocation ?? { uri: '' }
    expect(uri).toBe('applications/%C3%BC%20%F0%9F%A6%89%09%25%5Ba%5D%3F%23%3Ab%EF%BF%BD/x.yaml')
  })
  test('have no snippet where the excerpt does not hold all of it', () => {
    const snippetOf = (diagnostic: Diagnostic) => resultOf(diagnostic).locations[0]?.physicalLocation.region.snippet?.text
    const { excerpt: _excerpt, ...bare } = diagnosticAt('2026-01-10')
    expect(snippetOf(bare)).toBeUndefined()
    expect(snippetOf(diagnosticAt('TST-03\n    version: 1.2.0'))).toBe('TST-03\n    version: 1.2.0')
    expect(snippetOf(diagnosticAt('TST-03\n    version: 1.2.0\n    status: implemented\n    remarks'))).toBeUndefined()
    expect(snippetOf(diagnosticAt('z'.repeat(5000), { text: `a: ${'z'.repeat(5000)}` }))).toBeUndefined()
    expect(snippetOf(diagnosticAt('TST-2\nb: 1', { text: `a: ${'z'.repeat(180)} TST-2\nb: 1 ${'z'.repeat(500)}` }))).toBeUndefined()
    const at = (excerpt: Diagnostic['excerpt'] & {}) => snippetOf({ ...bare, excerpt })
    expect(at({ line: 13, lines: ['    path: x', '    collected: 2026-01-10'], shift: 0 })).toBe('2026-01-10')
    expect(at({ line: 16, lines: ['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)], shift: 0 })).toBeUndefined()
    expect(at({ line: 14, lines: ['26-01-10'], shift: 17 })).toBeUndefined()
    expect(snippetOf(diagnosticAt('TST-2', { text: `a: ${'z'.repeat(5000)} TST-2` }))).toBe('TST-2')
  })
  test('a built-in file is never one: it becomes a notification', () => {
    const run = runOf([builtinDiagnostic, diagnosticAt('TST-03')], { prefix: 'governance/' })
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(['stale-evidence'])
    const [{ toolExecutionNotifications = [] } = {}] = run.invocations
    expect(toolExecutionNotifications).toEqual([{ level: 'error', message: { text: 'builtin:controls/testing/TST-03.yaml: There is no evidence type `red-team`.\nAdd `evidence-types/red-team.yaml`.' }, associatedRule: { id: 'unknown-evidence-type', index: 1 } }])
    expect(run.tool.driver.rules[1]?.id).toBe('unknown-evidence-type')
  })
})

describe('messages', () => {
  test('hold message and hint, the message first', () => {
    expect(resultOf(diagnosticAt('TST-03', { message: 'It is stale.', hint: 'Renew it.' })).message.text).toBe('It is stale.\nRenew it.')
  })
  test('link to related places by number, and name built-in ones', () => {
    const related = [{ message: 'Asked for there.', place: builtinDiagnostic.place }, { message: 'Answered there.', place: diagnosticAt('TST-03', { file: 'a[1].yaml' }).place }]
    const result = resultOf(diagnosticAt('TST-03', { message: 'It is stale.', hint: 'Renew it.', related }), { prefix: 'governance/' })
    expect(result.message.text).toBe('It is stale.\nRenew it.\nAnswered there. [a\\[1\\].yaml:2:14](1)\nAsked for there. (builtin:controls/testing/TST-03.yaml)')
    expect(result.relatedLocations?.map(({ id, physicalLocation }) => [id, physicalLocation.artifactLocation.uri])).toEqual([[1, 'governance/a%5B1%5D.yaml']])
  })
  test('keep the words of related places beyond what is linked', () => {
    const related = Array.from({ length: 200 }, (_, index) => ({ message: `Place ${index}.`, place: diagnosticAt('TST-03').place }))
    const result = resultOf(diagnosticAt('TST-03', { related }))
    expect(result.relatedLocations).toHaveLength(20)
    expect(result.message.text.match(/Place \d+\./g)).toHaveLength(200)
  })
  test('and everything else that people read is plain', () => {
    const escape = '\u001b[31m\nb'
    const result = resultOf(diagnosticAt('\u001b[31m', { text: 'a: \u001b[31m', message: escape, hint: escape, related: [{ message: escape, place: diagnosticAt('TST-03').place }] }))
    expect(result.message.text).toBe(`\ufffd[31m b\n\ufffd[31m b\n\ufffd[31m b [${FILE}:2:14](1)`)
    expect(result.relatedLocations?.[0]?.message.text).toBe('\ufffd[31m b')
    expect(result.locations[0]?.physicalLocation.region.snippet?.text).toBe('\ufffd[31m')
  })
  test('cannot be made to link', () => {
    const link = 'See [here](https://example.com) or [1](1).'
    const result = resultOf(diagnosticAt('TST-03', { message: link, hint: link, related: [{ message: link, place: diagnosticAt('TST-03').place }, { message: link, place: { ...builtinDiagnostic.place, file: 'builtin:[a](b)' } }] }))
    expect(result.relatedLocations?.[0]?.message.text).not.toContain('](')
    expect(result.message.text.match(/\]\(/g)).toEqual(['](']) // that of the related place
  })
})

describe('fingerprints', () => {
  const gap = diagnosticAt('2026-01-10', { about })

  test('are a hash and a number', () => expect(hashOf(gap)).toMatch(/^[0-9a-f]{16}:1$/))
  test('outlive a moved line, other words and another severity', () => {
    const moved = diagnosticAt('2026-01-10', { about: { ...about, severity: 'low' }, text: `# a comment\n\n${TEXT}`, pointer: '/evidence/7/collected', message: 'Other words.', severity: 'note' })
    expect(hashOf(moved)).toBe(hashOf(gap))
  })
  test('differ between gaps on one line', () => {
    const several = [gap, ...(['application', 'control', 'objective', 'evidence', 'component'] as const).map((key) => ({ ...gap, about: { ...about, [key]: 'other' } })), { ...gap, code: 'unplanned-gap' }]
    expect(new Set(hashes(several)).size).toBe(several.length)
    expect(hashes(several).every((hash) => hash.endsWith(':1'))).toBe(true)
  })
  test('tell which part is which', () => {
    expect(hashOf({ ...gap, about: { control: 'x' } })).not.toBe(hashOf({ ...gap, about: { objective: 'x' } }))
    expect(hashOf({ ...gap, about: { application: 'a', control: 'b' } })).not.toBe(hashOf({ ...gap, about: { application: 'a,b' } }))
  })
  test('differ between files, and between places of a file where nothing else is known', () => {
    const slip = diagnosticAt('TST-03', { pointer: '/a' })
    expect(hashOf(slip, { prefix: 'x/' })).not.toBe(hashOf(slip))
    expect(hashOf({ ...slip, place: { ...slip.place, file: 'b.yaml' } })).not.toBe(hashOf(slip))
    expect(hashOf({ ...slip, place: { ...slip.place, pointer: '/b' } })).not.toBe(hashOf(slip))
  })
  test('number equal ones in the order of the file, whatever their severity', () => {
    const equal = [{ ...gap, severity: 'note' }, gap] as const
    const [hash = ''] = hashOf(gap)?.split(':') ?? []
    expect(hashes(equal)).toEqual([`${hash}:2`, `${hash}:1`])
  })
})

describe('many', () => {
  test('the worst come first, and what is no gap before gaps', () => {
    const diagnostics = [
      diagnosticAt('TST-03', { severity: 'note', message: 'f' }), diagnosticAt('TST-03', { severity: 'warning', message: 'e' }),
      ...(['low', 'moderate', 'high', 'critical'] as const).map((severity) => diagnosticAt('TST-03', { message: severity, about: { ...about, severity } })),
      diagnosticAt('TST-03', { message: 'a' }),
    ]
    expect(runOf(diagnostics).results.map(({ message }) => message.text.split('\n')[0])).toEqual(['a', 'critical', 'high', 'moderate', 'low', 'e', 'f'])
  })
  test('5,000 of 6,000 are kept, the worst, and the rest is counted', () => {
    const run = runOf([...manyDiagnostics(3000, { severity: 'note' }), ...manyDiagnostics(3000)])
    expect(run.results).toHaveLength(5000)
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(3000)
    expect(run.invocations[0]?.toolConfigurationNotifications).toEqual([{ level: 'warning', message: { text: '1,000 more results are left out, the least severe: GitHub shows 5,000 of one run. `muster validate --format json` has them all.' } }])
    expect(new Set(run.results.map((result) => result.partialFingerprints.primaryLocationLineHash)).size).toBe(5000)
  })
  test('5,000 need no such note', () => {
    const run = runOf(manyDiagnostics(5000))
    expect(run.results).toHaveLength(5000)
    expect(run.invocations).toEqual([{ executionSuccessful: true }])
  })
})

test('a gap keeps what it is about, its severity included', () => {
  expect(resultOf(diagnosticAt('TST-03', { about: { ...about, 'accepted-until': '2026-12-31' } })).properties).toEqual({ ...about, 'accepted-until': '2026-12-31' })
})
