import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitRows, type RowBlock } from '../../src/reporters/fit-rows.js'

const block = (heading: string, ...tables: readonly (readonly [rank: number, ...rows: readonly string[]])[]): RowBlock => ({ heading, tables: tables.map(([rank, ...rows]) => ({ opening: `open ${rank}\n`, rank, rows })) })

const written = (fitted: ReturnType<typeof fitRows>): number => fitted.blocks.reduce((sum, { heading, tables }) => sum + heading.length + tables.reduce((all, { opening, rows }) => all + opening.length + rows.join('').length, 0), 0)

describe('fitRows', () => {
  test('keeps everything where there is room', () => {
    const blocks = [block('a\n', [1, 'x\n', 'y\n']), block('b\n')]
    expect(fitRows(blocks, 1000)).toEqual({ blocks: [{ heading: 'a\n', tables: [{ opening: 'open 1\n', rank: 1, rows: ['x\n', 'y\n'], left: 0 }] }, { heading: 'b\n', tables: [] }], leftBlocks: 0, leftRows: 0 })
  })
  test('rows of the lowest rank are kept, of whichever block, and the others are counted', () => {
    const { blocks, leftBlocks, leftRows } = fitRows([block('a\n', [2, 'aa\n', 'ab\n', 'ac\n']), block('b\n', [1, 'ba\n']), block('c\n', [3, 'ca\n'])], 27)
    expect(blocks.map(({ heading, tables }) => [heading, tables.map(({ rows, left }) => [rows, left])])).toEqual([['a\n', [[['aa\n', 'ab\n'], 1]]], ['b\n', [[['ba\n'], 0]]]])
    expect({ leftBlocks, leftRows }).toEqual({ leftBlocks: 1, leftRows: 2 })
  })
  test('never more than there is room for, whole rows, none lost without being counted', () => {
    const row = fc.string({ maxLength: 30 }).map((text) => `${text.replaceAll('\n', ' ')}\n`)
    const arbitrary = fc.array(fc.tuple(row, fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(row, { minLength: 1, maxLength: 5 })), { maxLength: 3 })), { maxLength: 6 })
    fc.assert(fc.property(arbitrary, fc.integer({ min: 0, max: 400 }), (shape, most) => {
      const blocks = shape.map(([heading, tables]) => block(heading, ...tables.map(([rank, rows]) => [rank, ...rows] as const)))
      const fitted = fitRows(blocks, most)
      const rows = (tables: readonly { readonly rows: readonly string[] }[]): number => tables.reduce((sum, table) => sum + table.rows.length, 0)
      const all = blocks.reduce((sum, { tables }) => sum + rows(tables), 0)
      expect(written(fitted)).toBeLessThanOrEqual(most)
      expect(fitted.blocks.reduce((sum, { tables }) => sum + rows(tables), 0) + fitted.leftRows).toBe(all)
      expect(fitted.blocks.length + fitted.leftBlocks).toBe(blocks.length)
    }))
  })
})
