import { expect, test } from 'vitest'
import { cellWidth } from '../../src/reporters/cell-width.js'
import { codeFrame } from '../../src/reporters/code-frame.js'
import { diagnosticAt, plain } from './make-diagnostic.js'

const colours = { gutter: plain.dim, caret: plain.red }

function frameOf(words: string, text: string): string {
  const { place, excerpt } = diagnosticAt(words, { text })
  return excerpt ? codeFrame(excerpt, place.range, colours).join('\n') : 'no excerpt'
}

test('one line', () => {
  expect(frameOf('TST-2', 'a: 1\ncontrol: TST-2\nb: 2\n')).toBe('2 | control: TST-2\n  |          ^^^^^')
})

test('numbers of different width are aligned', () => {
  expect(frameOf('x: 1\ny: 2', `${'a: 1\n'.repeat(8)}x: 1\ny: 2\n`)).toBe(' 9 | x: 1\n   | ^^^^\n10 | y: 2\n   | ^^^^')
})

test('several lines are marked from their first character on, an empty one not at all', () => {
  expect(frameOf('id: a\n\n    type: b', 'items:\n  - id: a\n\n    type: b\n')).toBe('2 |   - id: a\n  |     ^^^^^\n3 |\n4 |     type: b\n  |     ^^^^^^^')
})

test('more than three lines say that they go on', () => {
  expect(frameOf('a: 1\nb: 2\nc: 3\nd: 4', 'a: 1\nb: 2\nc: 3\nd: 4\n')).toBe('1 | a: 1\n  | ^^^^\n2 | b: 2\n  | ^^^^\n3 | c: 3\n  | ^^^^\n  | …')
})

test('a range that ends with its last line break does not go on', () => {
  expect(frameOf('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 2\nc: 3\nd: 4\n')).toBe('1 | a: 1\n  | ^^^^\n2 | b: 2\n  | ^^^^\n3 | c: 3\n  | ^^^^')
})

test('a place without extent has one caret', () => {
  expect(codeFrame({ line: 1, lines: ['id: a'], shift: 0 }, { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }, colours)).toEqual(['1 | id: a', '  | ^'])
  expect(codeFrame({ line: 1, lines: ['id:'], shift: 0 }, { start: { line: 1, column: 4 }, end: { line: 1, column: 4 } }, colours)).toEqual(['1 | id:', '  |    ^'])
})

test('a long line is shown around the place', () => {
  expect(frameOf('TST-2', `text: ${'x'.repeat(2500)} TST-2 ${'y'.repeat(2500)}\n`)).toBe(`1 | …${'x'.repeat(38)} TST-2 ${'y'.repeat(155)}\n  | ${' '.repeat(40)}^^^^^`)
})

test('a line that ends left of what is shown has no caret', () => {
  expect(frameOf('TST-2\nabc: 1', `text: ${'x'.repeat(180)} TST-2\nabc: 1 ${'y'.repeat(2500)}\n`)).toBe(`1 | …${'x'.repeat(38)} TST-2\n  | ${' '.repeat(40)}^^^^^\n2 | …${'y'.repeat(200)}`)
})

test('a value of 5,000 characters is cut, and says so', () => {
  expect(frameOf('z'.repeat(5000), `text: ${'z'.repeat(5000)}\n`)).toBe(`1 | text: ${'z'.repeat(194)}…\n  |       ${'^'.repeat(194)}`)
})

test('carets stand under what they mean after wide and combining characters', () => {
  expect(frameOf('TST-2', '名前: 🦉 é TST-2\n')).toBe(`1 | 名前: 🦉 é TST-2\n  | ${' '.repeat(4 + 2 + 2 + 1 + 2)}^^^^^`)
  expect(frameOf('名前', 'x: 名前\n')).toBe('1 | x: 名前\n  |    ^^^^')
})

test('a tab is shown as an arrow, and a control character as a mark', () => {
  expect(frameOf('\t', 'a:\n \t- b\n')).toBe('2 |  →- b\n  |  ^')
  expect(frameOf('\u001b[31m', 'a: \u001b[31mred\n')).toBe('1 | a: \ufffd[31mred\n  |    ^^^^^')
})

test.each([['', 0], ['abc', 3], ['é', 1], ['e\u0301', 1], ['日本', 4], ['ﾊﾝ', 2], ['ｗ', 2], ['🦉', 2], ['👩‍👩‍👧', 2], ['🇩🇪', 2], ['❤️', 2], ['✓', 1], ['\u200b', 0], ['…', 1], ['\ufffd', 1]])('%j takes %i cells', (characters, cells) => {
  expect(cellWidth(characters)).toBe(cells)
})
