import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { muster, ROOT } from './run-muster.js'

const PORTFOLIO = join(ROOT, 'examples/portfolio')

const elementsOf = async (framework: string): Promise<readonly { readonly id: string; readonly kind: string; readonly title: string; readonly parent: string | null; readonly priority?: number; readonly 'focus-area'?: string }[]> =>
  JSON.parse((await muster(['list', 'elements', '--framework', framework, '--format', 'json'])).out).elements

test('our own catalog and frameworks have nothing wrong with them', async () => {
  const { exit, out } = await muster(['validate', '--fail-on', 'note'])
  expect(out).toBe('Nothing wrong.\n')
  expect(exit).toBe(0)
})

// Figures that the publishers print, counted by hand in their documents and kept here apart from `counts:`.
describe('frameworks have the elements that their publishers print', () => {
  const count = (elements: readonly { readonly kind: string }[]): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (const { kind } of elements) counts[kind] = (counts[kind] ?? 0) + 1
    return counts
  }
  test.each([
    ['nist-csf-2.0', { function: 6, category: 22, subcategory: 106 }],
    ['nist-ir-8596', { entry: 318 }],
    ['sail-2.0', { phase: 7, risk: 91 }],
    ['iso-42001-2023', { clause: 43, objective: 11, control: 38 }],
    ['owasp-llm-2026', { risk: 10 }],
  ])('%s', async (id, counts) => {
    const elements = await elementsOf(id)
    expect(count(elements)).toEqual(counts)
    expect(new Set(elements.map((element) => element.id)).size).toBe(elements.length)
    expect(elements.filter((element) => element.title.trim() === '')).toEqual([])
  })
  test('the Cyber AI Profile has the priorities of the draft', async () => {
    const elements = await elementsOf('nist-ir-8596')
    const of = (area: string): readonly number[] => [1, 2, 3].map((priority) => elements.filter((element) => element['focus-area'] === area && element.priority === priority).length)
    expect({ secure: of('secure'), defend: of('defend'), thwart: of('thwart') }).toEqual({ secure: [23, 33, 50], defend: [28, 43, 35], thwart: [24, 44, 38] })
    const priority = (id: string): number | undefined => elements.find((element) => element.id === id)?.priority
    // Rows that a public guide and a second extraction of the draft state alike.
    expect(['PR.AA-01.secure', 'PR.AA-01.defend', 'PR.AA-01.thwart'].map(priority)).toEqual([1, 2, 1])
    expect(['PR.AT-01.secure', 'PR.AT-01.defend', 'PR.AT-01.thwart', 'PR.AT-02.secure', 'PR.AT-02.defend', 'PR.AT-02.thwart'].map(priority)).toEqual([1, 1, 1, 2, 1, 1])
  })
  test('titles that public lists get wrong', async () => {
    const titles = new Map((await elementsOf('iso-42001-2023')).map((element) => [element.id, element.title]))
    expect([titles.get('A.2.3'), titles.get('A.6.2.3'), titles.get('A.6.2.6'), titles.get('A.7.3')]).toEqual(['Alignment with other organizational policies', 'Documentation of AI system design and development', 'AI system operation and monitoring', 'Acquisition of data'])
    const owasp = new Map((await elementsOf('owasp-llm-2026')).map((element) => [element.id, element.title]))
    expect([owasp.get('LLM03'), owasp.get('LLM08')]).toEqual(['Excessive Agency', 'Hidden Context Exposure'])
  })
  test('CSF subcategories have a title of at most eight words', async () => {
    const long = (await elementsOf('nist-csf-2.0')).filter((element) => element.kind === 'subcategory' && element.title.split(/\s+/).length > 8)
    expect(long).toEqual([])
  })
})

describe('the worked example', () => {
  type Finding = { readonly control: string; readonly state: string; readonly exclusion?: string; readonly 'accepted-until'?: string; readonly reasons: readonly { readonly kind: string; readonly cause: string; readonly evidence?: string }[]; readonly observations: readonly { readonly 'inherited-from'?: string; readonly state: string; readonly 'held-elsewhere'?: readonly string[] }[] }
  let applications: readonly { readonly id: string; readonly assessed: boolean; readonly findings: readonly Finding[] }[]
  beforeAll(async () => {
    applications = JSON.parse((await muster(['gap', '--format', 'json', '--as-of', '2026-09-30'], PORTFOLIO)).out).applications
  })
  test('every entry can be assessed', () => expect(applications.filter((application) => !application.assessed)).toEqual([]))
  test('its gaps are exactly the intended ones', async () => {
    const gaps = applications.flatMap((application) => application.findings.filter((finding) => finding.state === 'not-satisfied').map((finding) =>
      `${application.id} ${finding.control} ${[...new Set(finding.reasons.map((reason) => `${reason.kind}/${reason.cause}`))].sort().join(' ')}${finding['accepted-until'] ? ` accepted until ${finding['accepted-until']}` : ''}`))
    await expect(`${gaps.join('\n')}\n`).toMatchFileSnapshot('./shipped/portfolio-gaps.txt')
  })
  test('every state occurs that a reader should have seen once', () => {
    const findings = applications.flatMap((application) => application.findings)
    const causes = new Set(findings.flatMap((finding) => finding.reasons.map((reason) => reason.cause)))
    for (const cause of ['no-evidence', 'expired', 'older-component-version', 'digest-differs', 'metrics-differ', 'returned', 'criterion-broken', 'no-review', 'changed-since-review', 'period-without-item', 'older-major', 'unanswered', 'planned', 'partial', 'claim-not-accepted'])
      expect([...causes], cause).toContain(cause)
    const observations = findings.flatMap((finding) => finding.observations)
    expect(observations.some((observation) => observation['inherited-from'] !== undefined && observation.state === 'pass')).toBe(true)
    expect(observations.some((observation) => observation['inherited-from'] !== undefined && observation.state !== 'pass')).toBe(true)
    expect(observations.some((observation) => observation.state === 'pass' && observation['held-elsewhere'] !== undefined)).toBe(true)
    expect(new Set(findings.map((finding) => finding.state))).toEqual(new Set(['satisfied', 'not-satisfied', 'not-applicable', 'upcoming']))
    expect(new Set(findings.map((finding) => finding.exclusion))).toEqual(new Set([undefined, 'excluded', 'excluded-unreviewed', 'claimed']))
    expect(findings.some((finding) => finding['accepted-until'] !== undefined)).toBe(true)
  })
})

test('nothing of the project names a place outside it', () => {
  const folders = ['controls', 'frameworks', 'docs', 'examples', 'src']
  const wrong = folders.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((file) => /\/work\/|\.\.\/shared|\/root\//.test(readFileSync(file, 'utf8'))))
  expect(wrong).toEqual([])
})

