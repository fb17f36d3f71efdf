import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/model/digest.js'
import { endOfDigested, outlineText, quarterText, wholeText } from '../../src/model/quarter-text.js'
import { textDifferences } from '../../src/model/text-differences.js'
import { holdsDigest, readRecord } from '../../src/read/read-record.js'
import { readQuarterHead } from '../../src/read/read-quarter-head.js'
import type { Quarter } from '../../src/schema/types.js'
import { makeApplication, makeControl, makeQuarter } from '../make-quarter.js'

const quarter = makeQuarter({
  'previous': { file: '2026-Q2.json', sha256: 'b'.repeat(64) }, 'organization': 'Exämple "quoted"\n',
  'applications': [
    makeApplication({ id: 'acme', kind: 'organization', coverage: { 'demo-1': { met: 1 } } }),
    makeApplication({ id: 'broken', assessed: false, diagnostics: [{ code: 'yaml-syntax', file: 'applications/broken/evidence/ä.yaml', line: 3, message: 'Here.' }], 'diagnostics-in-all': 1 }),
    makeApplication({
      id: 'assistant', tier: 'high', facts: 'accepted', lifecycle: 'production',
      findings: [{ control: 'TST-01', state: 'satisfied', evidence: '2026-09-01' }, { control: 'TST-02', state: 'not-satisfied', severity: 'high', opened: '2026-08-01', due: '2026-10-30', reasons: { stale: '2026-08-01' }, lapsed: true }],
      exceptions: [{ 'id': 'late', 'control': 'TST-02', 'state': 'expired', 'approved-by': 'ciso', 'approved-on': '2026-06-01', 'expires': '2026-08-31', 'residual-risk': 'low' }],
      poam: [{ 'id': 'plan', 'control': 'TST-02', 'state': 'open', 'owner': 'lee', 'opened': '2026-08-02', 'scheduled-completion': '2026-11-30' }],
    }),
  ],
  'controls': [makeControl({ id: 'TST-01' }), makeControl({ id: 'TST-02', frameworks: ['demo-1'] })],
  'frameworks': [{ id: 'demo-1', edition: '1', status: 'final', coverage: { met: 1 } }],
})
const textOf = ({ applications, controls, frameworks, totals, ...head }: Quarter): Promise<string> => wholeText(quarterText(head, applications, () => ({ controls, frameworks, totals })))
const text = await textOf(quarter)

describe('the text of a quarter', () => {
  test('is JSON that says the same, with the digest of what precedes it', () => {
    expect(JSON.parse(text)).toEqual({ ...quarter, sha256: sha256(text.slice(0, endOfDigested(text))) })
    const read = readRecord('quarter', { text })
    expect('value' in read && holdsDigest(text, read.value.sha256)).toBe(true)
  })
  test('does not depend on the order of keys', async () => {
    const turn = (value: unknown): unknown => (Array.isArray(value) ? value.map(turn) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, turn(member)])) : value)
    expect(await textOf(turn(quarter) as Quarter)).toBe(text) // the same quarter
  })
  test('has a line for each record', () => {
    for (const line of text.split('\n')) if (line.startsWith('{"control"') || line.startsWith('{"asks"')) expect(() => JSON.parse(line.replace(/,$/, ''))).not.toThrow()
    expect(text.split('\n').filter((line) => line.startsWith('{"assessed"'))).toHaveLength(3)
  })
  test('without its applications is still a quarter', () => {
    const read = readRecord('quarter', { text: outlineText(text) })
    expect('value' in read && read.value).toMatchObject({ applications: [], controls: [], frameworks: quarter.frameworks, totals: quarter.totals })
  })
  test('nothing in it is empty where there is nothing', async () => {
    const none = await textOf(makeQuarter())
    expect(JSON.parse(none)).toMatchObject({ applications: [], controls: [], frameworks: [] })
  })
})

describe('one changed character', () => {
  const positions = Array.from({ length: text.length }, (_, index) => index)
  test('anywhere is told by the digest', () => {
    for (const at of positions) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      const read = readRecord('quarter', { text: changed })
      expect('value' in read && holdsDigest(changed, read.value.sha256), `${at}: ${text.slice(at - 20, at + 20)}`).toBe(false)
    }
  })
  test('anywhere is told by its byte', () => {
    const encoder = new TextEncoder()
    for (const at of positions) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      const byte = encoder.encode(text.slice(0, at)).length + 1
      const found = textDifferences(changed, text)
      expect(found.length, `${at}`).toBeGreaterThan(0)
      expect(found.some(({ firstByte, lastByte }) => firstByte <= byte && byte <= lastByte), `${at} ${text[at]}: ${JSON.stringify(found)}`).toBe(true)
      if (text[at] !== '\n') expect(found).toHaveLength(1)
    }
  })
  test('anywhere, added or taken away, is told', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom('', 'x', '\n', '{}', ',\n{"control":"TST-09"}'), (at, length, put) => {
      const changed = `${text.slice(0, at)}${put}${text.slice(at + length)}`
      expect(textDifferences(changed, text).length > 0).toBe(changed !== text)
    }))
  })
  test('in the head does not hide the other lines of it', () => {
    expect(readQuarterHead(text).head?.cutoff).toBe('2026-10-09')
    const damaged = readQuarterHead(text.replace('"organization":"Ex', '"organization:"Ex'))
    expect(damaged.wrong.map(({ line }) => line)).toEqual([text.split('\n').findIndex((line) => line.startsWith('"organization"')) + 1])
    expect(damaged.head?.cutoff).toBe('2026-10-09')
    expect(readQuarterHead(text.replace('"cutoff":"2026-10-09"', '"cutoff":"2026-10-9"'))).toMatchObject({ wrong: [{ key: 'cutoff', line: 6 }] })
    expect(readQuarterHead('').head).toBeUndefined()
    expect(readQuarterHead('{\n"quarter":"2026-Q3"\n}\n').head).toBeUndefined()
  })
})

describe('a difference', () => {
  const differ = (from: string, to: string): string => textDifferences(text.replace(from, to), text).map(({ about, difference, members }) => [about, difference, ...members.map(({ key, is, should }) => `${key}: ${is} for ${should}`)].join(', ')).join(' | ')
  test.each([
    ['"TST-01","evidence":"2026-09-01","state":"satisfied"', '"TST-01","evidence":"2026-09-01","state":"upcoming"', 'finding TST-01 of assistant, changed, state: "upcoming" for "satisfied"'],
    ['"by":"ciso"', '"by":"lee"', '`closed`, changed, closed.by: "lee" for "ciso"'],
    ['"tier":"high"', '"tier":"low"', 'entry assistant, changed, tier: "low" for "high"'],
    ['"expires":"2026-08-31"', '"expires":"2026-12-31"', 'exception late of assistant, changed, expires: "2026-12-31" for "2026-08-31"'],
    ['"owner":"lee"', '"owner":"dana"', 'plan plan of assistant, changed, owner: "dana" for "lee"'],
    ['"edition":"1"', '"edition":"2"', 'framework demo-1, changed, edition: "2" for "1"'],
    ['"id":"TST-02","severity"', '"id":"TST-03","severity"', 'control TST-02, changed, id: "TST-03" for "TST-02"'],
    ['"satisfied":1', '"satisfied":2', '`totals`, changed, totals.satisfied: 2 for 1'],
    ['{"control":"TST-01","evidence":"2026-09-01","state":"satisfied"},\n', '', 'finding TST-01 of assistant, missing'],
    ['{"control":"TST-01"', '{"control":"TST-00","state":"satisfied"},\n{"control":"TST-01"', 'finding TST-00 of assistant, added'],
    ['{"control":"TST-01"', '{"control":TST-01"', 'finding TST-01 of assistant, changed'],
  ])('%s', (from, to, told) => expect(differ(from, to)).toBe(told))
})
