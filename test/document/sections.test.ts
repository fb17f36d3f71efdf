import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentContext, PreviousQuarter } from '../../src/document/context.js'
import type { FindingChange } from '../../src/model/finding-change.js'
import { toHtml } from '../../src/document/html/to-html.js'
import { toMarkdown } from '../../src/document/markdown/to-markdown.js'
import { composeDocument } from '../../src/document/compose-document.js'
import { plainTextOf } from '../../src/document/plain-text-of.js'
import { sections } from '../../src/document/sections/index.js'
import { parseTemplate } from '../../src/document/template.js'
import { drawSvg } from '../../src/document/draw-chart.js'
import type { DocumentTree } from '../../src/document/tree.js'
import { contextOf } from './make-context.js'

let one: DocumentContext
let all: DocumentContext
let soa: DocumentContext
beforeAll(async () => {
  one = await contextOf('gap', 'assistant')
  all = await contextOf('gap')
  soa = await contextOf('soa')
})

function treeOf(slot: string, context: DocumentContext): DocumentTree {
  const { value, diagnostics } = composeDocument(parseTemplate('t.md', `# T\n\n<!-- slot: ${slot} -->\n`), sections, context)
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join(' '))
  return value
}

/** The lines of the tables and paragraphs of one slot in Markdown, without the title. */
const lines = async (slot: string, context: DocumentContext): Promise<readonly string[]> => (await toMarkdown(treeOf(slot, context), {})).split('\n').filter((line) => line !== '' && line !== '# T' && !/^\| -/.test(line))

describe('quarters', () => {
  const previous: PreviousQuarter = { quarter: '2026-Q2', asOf: '2026-06-30', catalog: 'example 0.9.0', entries: new Map([['assistant', true]]) }
  const changes: readonly FindingChange[] = [
    { control: 'DAT-01', now: 'not-satisfied', cause: 'catalog' }, { control: 'TST-00', then: 'satisfied', cause: 'catalog' }, { control: 'TST-01', then: 'satisfied', now: 'not-satisfied', cause: 'worse' },
    { control: 'TST-02', then: 'not-satisfied', now: 'satisfied', cause: 'better' }, { control: 'TST-05', now: 'upcoming', cause: 'catalog' }, { control: 'TST-06', then: 'upcoming', now: 'not-applicable', cause: 'facts' },
  ]
  const withChanges = (context: DocumentContext, known: readonly FindingChange[]): DocumentContext => ({ ...context, previous, applications: context.applications.map((entry) => (entry.id === 'assistant' ? { ...entry, changes: known } : entry)) })
  test('without one it is said that none is closed', async () => {
    expect(await lines('changes', one)).toEqual(['No quarter was closed before this day, so there is nothing to compare with.'])
    expect(await lines('trend', { ...all, unassessed: [] })).toEqual(['No quarter was closed up to this day, so there is no trend.'])
    expect(await lines('trend', one)).toEqual(['It stands in no quarter that was closed up to this day, so there is no trend.'])
  })
  test('with one, what is another than then is told with its cause, and what nobody is asked is only counted', async () => {
    expect(await lines('changes', withChanges(one, changes))).toEqual([
      'Compared with the closed quarter 2026-Q2, as of 2026-06-30, by the catalog example 0.9.0.', '4 changes: the catalog changed 2, worse 1, better 1.', '**What changed**', '| Control | Then | Now | Why |',
      '| DAT-01 Least data | not asked of it | not satisfied | the catalog changed |', '| TST-00 | satisfied | not asked of it | the catalog changed |', '| TST-01 Red teaming | satisfied | not satisfied | worse |', '| TST-02 Test procedure | not satisfied | satisfied | better |',
      'Left out: 2 changes of controls that are asked neither then nor now.',
    ])
    expect(await lines('changes', withChanges(one, []))).toEqual(['Compared with the closed quarter 2026-Q2, as of 2026-06-30, by the catalog example 0.9.0.', 'Nothing changed.'])
  })
  test('entries that came, went or could not be read are named, and nothing is said of their controls', async () => {
    const entries = new Map([['assistant', false], ['broken', true], ['retired', true]])
    expect(await lines('changes', { ...all, previous: { ...previous, entries } })).toEqual([
      '> **Not complete: broken could not be assessed.**', 'Compared with the closed quarter 2026-Q2, as of 2026-06-30, by the catalog example 0.9.0.', 'Not in the inventory then: acme, ml-platform.', 'No longer in the inventory: retired.', 'Not assessed then, so not compared: assistant.', 'Not assessed now, so not compared: broken.',
    ])
    expect(await lines('changes', { ...one, previous: { ...previous, entries: new Map([['retired', true]]) } })).toContain('Not in the inventory then: assistant.')
  })
  test('a record that does not hold is told wherever quarters are spoken of', async () => {
    const quarterFaults = [{ file: '2026-Q1.json', fault: 'unreadable' }, { file: '2026-Q2.json', fault: 'changed' }] as const
    const told = ['> The closed quarter 2026-Q1.json cannot be read and is left out.', '> The closed quarter 2026-Q2.json was changed after it was closed, and is counted as it stands.']
    for (const slot of ['changes', 'trend']) expect((await lines(slot, { ...one, quarterFaults })).slice(0, 2)).toEqual(told)
  })
  test('with several there is a trend, with its figures; what could not be read has none, and no point in the chart', async () => {
    const trend = [
      { quarter: '2025-Q4', corrected: false, asOf: '2025-12-31', entries: 1, assessed: 0, satisfied: 0, gaps: { critical: 0, high: 0, moderate: 0, low: 0 }, accepted: 0, 'not-assessed': 0 },
      { quarter: '2026-Q1', corrected: true, asOf: '2026-03-31', entries: 3, assessed: 2, satisfied: 1, gaps: { critical: 1, high: 2, moderate: 0, low: 0 }, accepted: 0, 'not-assessed': 1 },
      { quarter: '2026-Q2', corrected: false, asOf: '2026-06-30', entries: 3, assessed: 3, satisfied: 4, gaps: { critical: 0, high: 1, moderate: 0, low: 1 }, accepted: 1, 'not-assessed': 0 },
    ]
    const tree = treeOf('trend', { ...one, trend })
    const chart = tree.children.find((node) => node.type === 'chart')
    expect(chart?.type === 'chart' && chart.data.alt).toBe('Open gaps: 3 in 2026-Q1, 2 in 2026-Q2.')
    expect(chart?.type === 'chart' && chart.data.categories).toEqual(['2026-Q1', '2026-Q2'])
    const told = await lines('trend', { ...one, trend })
    expect(told).toContain('| 2025-Q4 | 2025-12-31 | | | | | | | | *all* |')
    expect(told).toContain('| 2026-Q1, corrected | 2026-03-31 | 1 | 3 | 1 | 2 | 0 | 0 | 0 | 1 |')
    expect(await lines('trend', { ...all, trend })).toContain('| 2026-Q1, corrected | 2026-03-31 | 2 of 3 | 1 | 3 | 1 | 2 | 0 | 0 | 0 | 1 |')
  })
})

describe('the Statement of Applicability derives no decision', () => {
  const statusOf = async (context: DocumentContext, id: string): Promise<string> => (await lines('soa', context)).find((line) => line.startsWith(`| ${id} |`))?.split(' | ')[4] ?? ''
  test('implemented only where met in every entry in scope', async () => {
    expect(await statusOf({ ...soa, unassessed: [] }, 'A.2.2')).toBe('implemented: 2 met (counted over 2 entries)')
    expect(await statusOf(soa, 'A.2.2')).toBe('partial: 2 met, 1 not assessed (counted over 3 entries)')
  })
  test('not implemented where met in none, and not known where one could not be read', async () => {
    expect(await statusOf({ ...soa, unassessed: [] }, 'A.6.2.6')).toBe('not implemented: 1 not met, 1 not applicable (counted over 2 entries)')
    expect(await statusOf(soa, 'A.6.2.6')).toBe('not known: 1 not met, 1 not applicable, 1 not assessed (counted over 3 entries)')
  })
  test('a mapping that reaches an element only in part never shows it implemented', async () => {
    const within = { ...soa, unassessed: [], applications: soa.applications.map((entry) => ({ ...entry, coverage: new Map([['iso-42001-2023', (entry.coverage.get('iso-42001-2023') ?? []).map((covered) => ({ ...covered, state: 'met-within-reach' as const }))]]) })) }
    expect(await statusOf(within, 'A.2.2')).toBe('partial: 2 met within reach (counted over 2 entries)')
  })
  test('what nobody decided is not stated', async () => {
    const row = (await lines('soa', soa)).find((line) => line.startsWith('| A.2.3 |')) ?? ''
    expect(row).toBe('| A.2.3 | Alignment with other organizational policies | *not stated* | *not stated* | not assessed: no control of the catalog relates to it | *not stated* | no control of the catalog relates to it | *not stated* | none | *not stated* | *not stated* |')
  })
})

test('evidence beyond twelve items is counted by state, the worst shown first', async () => {
  const [entry] = all.applications.filter(({ id }) => id === 'assistant')
  if (entry === undefined) throw new Error('no assistant')
  const items = Array.from({ length: 15 }, (_, index) => `item-${index}`)
  const evidence = items.map((id) => ({ data: { ...entry.evidence[0]?.data, id, type: 'procedure', collected: '2026-09-01', 'submitted-by': 'engineer' }, place: entry.evidence[0]?.place ?? { file: '', pointer: '', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } } }))
  const reasons = [{ kind: 'stale' as const, cause: 'expired' as const, text: 'x', since: '2026-09-01', evidence: 'item-14' }]
  const findings = entry.findings.map((finding) => (finding.control === 'TST-02' ? { ...finding, observations: [{ objective: 'TST-02.a', state: 'stale' as const, reasons, evidence: items }] } : finding))
  const cell = (await lines('soa', { ...soa, unassessed: [], applications: [{ ...entry, evidence, findings }] })).find((line) => line.startsWith('| A.6.2.4 |'))?.split(' | ')[8] ?? ''
  expect(cell.startsWith('assistant/item-14 (2026-09-01, stale)<br>assistant/item-0 (2026-09-01, pass)')).toBe(true)
  expect(cell.endsWith('and more, in the evidence register: 3 pass')).toBe(true)
})

describe('charts', () => {
  test('stand in HTML with their text, and in front of the table of their figures', async () => {
    const html = await toHtml(treeOf('gaps-by-severity', one), { renderChart: drawSvg })
    expect(html).toContain('<figure class="chart" id="chart-gaps-by-severity"><svg class="muster-chart" role="img" aria-labelledby="chart-gaps-by-severity-title chart-gaps-by-severity-description"')
    expect(html).toContain('Gaps by severity: 0 critical, 3 high, 0 moderate, 0 low.</desc>')
    expect(html.indexOf('</figure>')).toBeLessThan(html.indexOf('<table id="gaps-by-severity"'))
  })
  test('are a file beside Markdown', async () => {
    const markdown = await toMarkdown(treeOf('gaps-by-severity', one), { chartFile: ({ id }) => `gap-${id}.svg` })
    expect(markdown).toContain('![Gaps by severity: 0 critical, 3 high, 0 moderate, 0 low.](gap-chart-gaps-by-severity.svg)')
  })
  test('a framework that was not adopted for an entry is named, and not counted as nothing', async () => {
    const [none] = all.applications.filter(({ id }) => id === 'ml-platform')
    if (none === undefined) throw new Error('no platform')
    const text = (await lines('posture', { ...all, subject: none, applications: [none], unassessed: [] })).join('\n')
    expect(text).toContain('Not adopted for it, so nothing is said: OWASP Top 10 for LLM Applications, 2026.')
    expect(text).not.toContain('| OWASP')
  })
  test('every chart is followed by a table of its figures, which stands alone where nothing draws', async () => {
    for (const slot of ['posture', 'gaps-by-severity']) {
      const { children } = treeOf(slot, all)
      children.forEach((node, index) => {
        if (node.type !== 'chart') return
        const behind = children[index + 1]
        if (behind?.type !== 'table') throw new Error(`No table behind the chart ${node.data.id}.`)
        const [titles = [], ...rows] = behind.children.map((row) => row.children.map(plainTextOf))
        for (const { name, values } of node.data.series) expect(rows.map((row) => row[titles.findIndex((title) => title.toLowerCase() === name.toLowerCase())]), `${node.data.id}: ${name}`).toEqual(values.map(String))
        expect(rows.length, node.data.id).toBe(node.data.categories.length)
      })
      expect(children.some(({ type }) => type === 'chart')).toBe(true)
    }
    expect(await toHtml(treeOf('posture', all), {})).not.toContain('<figure')
  })
})

test('a risk is addressed or open, and never met', async () => {
  const context = await contextOf('risk-posture', 'assistant')
  const text = (await lines('risk-posture', context)).join('\n')
  expect(text).toContain('open, 0 of 1 control')
  expect(text).not.toMatch(/\bmet\b/)
})
