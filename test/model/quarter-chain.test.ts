import { describe, expect, test } from 'vitest'
import { fileOfQuarter, linkQuarters, recordsInForce, type QuarterRecord } from '../../src/model/quarter-chain.js'
import { makeQuarter } from '../make-quarter.js'

const record = (file: string, previous: string | null, changed = false): QuarterRecord => {
  const [, quarter = '', correction] = /^(\d{4}-Q\d)(?:\.c(\d+))?\.json$/.exec(file) ?? []
  const ref = previous === null ? null : { file: previous, sha256: changed ? 'changed' : `digest of ${previous}` }
  const asOf = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' }[quarter.slice(5)] ?? ''
  return {
    file, sha256: `digest of ${file}`,
    quarter: makeQuarter({ quarter, 'as-of': `${quarter.slice(0, 4)}-${asOf}`, previous: ref, ...(correction && { correction: { number: Number(correction), of: { file: `${quarter}.json`, sha256: 'x' }, reason: 'r' } }) }),
  }
}
const files = (records: readonly QuarterRecord[]): readonly string[] => records.map(({ file }) => file)

describe('a chain', () => {
  test('is brought into its order, a correction where it was made', () => {
    const chain = linkQuarters([record('2026-Q1.json', '2025-Q4.json'), record('2025-Q4.c1.json', '2026-Q1.json'), record('2025-Q4.json', null), record('2026-Q2.json', '2025-Q4.c1.json')])
    expect(chain.faults).toEqual([])
    expect(files(chain.records)).toEqual(['2025-Q4.json', '2026-Q1.json', '2025-Q4.c1.json', '2026-Q2.json'])
    expect(files(recordsInForce(chain.records))).toEqual(['2025-Q4.c1.json', '2026-Q1.json', '2026-Q2.json'])
  })
  test('of nothing is whole', () => expect(linkQuarters([])).toEqual({ records: [], faults: [] }))
  test.each<[string, readonly QuarterRecord[], readonly unknown[]]>([
    ['a link is missing', [record('2025-Q4.json', null), record('2026-Q2.json', '2026-Q1.json')], [{ file: '2026-Q2.json', fault: 'missing', other: '2026-Q1.json' }]],
    ['a record was changed', [record('2025-Q4.json', null), record('2026-Q1.json', '2025-Q4.json', true)], [{ file: '2026-Q1.json', fault: 'changed', other: '2025-Q4.json' }]],
    ['two follow one', [record('2025-Q4.json', null), record('2026-Q1.json', '2025-Q4.json'), record('2025-Q4.c1.json', '2025-Q4.json')], [{ file: '2026-Q1.json', fault: 'fork', other: '2025-Q4.c1.json' }]],
    ['two begin', [record('2025-Q4.json', null), record('2026-Q1.json', null)], [{ file: '2026-Q1.json', fault: 'second-start', other: '2025-Q4.json' }]],
    ['one follows itself', [record('2025-Q4.json', '2025-Q4.json')], [{ file: '2025-Q4.json', fault: 'circle', other: '2025-Q4.json' }]],
    ['a circle', [record('2025-Q4.json', '2026-Q1.json'), record('2026-Q1.json', '2025-Q4.json')], [{ file: '2025-Q4.json', fault: 'circle', other: '2026-Q1.json' }]],
    ['a name that is not its own', [{ ...record('2025-Q4.json', null), file: '2026-Q1.json' }], [{ file: '2026-Q1.json', fault: 'misnamed', other: '2025-Q4.json' }]],
  ])('%s', (_title, records, faults) => {
    const chain = linkQuarters(records)
    expect(chain.faults).toEqual(faults)
    expect(new Set(files(chain.records))).toEqual(new Set(files(records)))
  })
})

test('files are named for their quarter', () => expect([fileOfQuarter('2026-Q3'), fileOfQuarter('2026-Q3', 2)]).toEqual(['2026-Q3.json', '2026-Q3.c2.json']))
