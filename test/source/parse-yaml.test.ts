import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parse, parseDocument, type ParsedNode } from 'yaml'
import { MAX_DEPTH, MAX_KEYS } from '../../src/source/limits.js'
import { toPointer, type Path } from '../../src/source/place.js'
import type { Source } from '../../src/source/source.js'
import { parsed, refusalOf } from './show.js'

const INDENT = 'Align it with the entry it belongs to, or quote the text before it.'
const SPACE = 'Write a space after the colon.'
const QUOTE = 'Quote the text.'
const TWICE = 'Quote the whole text; inside it write `\\"` between double quotation marks, and `\'\'` between single ones.'
const ONE = 'A file holds one document, without document markers. | Remove the marker, or move the second document to a file of its own.'

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['an empty file', '', '1:1-1:1 plain-yaml The file is empty. | Write its content, or delete the file.'],
  ['a comment only', '# later\n', '1:1-1:1 plain-yaml The file is empty. | Write its content, or delete the file.'],
  ['a text', 'hello\n', '1:1-1:6 plain-yaml The file does not begin with a key: its root must be a mapping. | Write `key: value` lines.'],
  ['a list', '- a\n', '1:1-1:4 plain-yaml The file does not begin with a key: its root must be a mapping. | Write `key: value` lines.'],
  ['a document marker', '---\na: 1\n', '1:1-1:4 plain-yaml The document start `---` is not allowed: a file holds one document. | Remove the line.'],
  ['an end marker', 'a: 1\n...\n', `2:1-2:4 plain-yaml ${ONE}`],
  ['two documents', 'a: |\n  ---\n  x\n---\nb: 1\n', `4:1-4:4 plain-yaml ${ONE}`],
  ['a directive', '%YAML 1.2\n---\na: 1\n', '1:1-1:10 plain-yaml A YAML directive is not allowed. | Remove the line.'],
  ['an anchor', 'a: &x 1\n', '1:4-1:6 plain-yaml The anchor `&x` is not allowed. | Remove it, and write the value out where it is repeated; quote a text that begins with `&`.'],
  ['an anchor on a mapping', 'a: &x\n  b: 1\n', '1:4-1:6 plain-yaml The anchor `&x` is not allowed. | Remove it, and write the value out where it is repeated; quote a text that begins with `&`.'],
  ['an alias', 'a: *x\n', '1:4-1:6 plain-yaml The alias `*x` repeats what stands elsewhere, and a reader of this line cannot see it. | Write the value out, or quote a text that begins with `*`.'],
  ['a merge key', 'a:\n  <<: { b: 1 }\n', '2:3-2:5 plain-yaml `<<` is read differently by different YAML readers. | Write the keys out: a merge key is not allowed.'],
  ['a tag', 'a: !!str 1\n', '1:4-1:9 plain-yaml The tag `!!str` is not allowed. | Remove it, or quote a text that begins with `!`.'],
  ['a question mark', '? a\n: 1\n', '1:3-1:4 plain-yaml A key is introduced with a question mark. | Write `a: …`.'],
  ['a list as a key', '[a]: 1\n', '1:1-1:7 plain-yaml A key must be a single word or text, not a list or a mapping. | Write the key as text, or quote the value that begins here.'],
  ['a template that was not filled in', 'a: {{ name }}\n', '1:4-1:14 plain-yaml A text cannot begin with `{` unless it is quoted. | Quote the text.'],
  ['a key that is a number', '1.10: a\n', '1:1-1:5 plain-yaml The key `1.10` is not text. | Quote it: `"1.10"`.'],
  ['no key', ': a\n', '1:1-1:1 plain-yaml A key is missing before the colon. | Write the key.'],
  ['an indentation indicator', 'a: |2\n   x\n', '1:4-1:6 plain-yaml The block of text has an indentation indicator. | Remove the digit and indent the first line of the text like the others.'],
  ['yes', 'a: yes\n', '1:4-1:7 plain-yaml `yes` is read differently by different YAML readers. | Write `true`, or quote it if it is text: `"yes"`.'],
  ['a prototype', '__proto__: 1\n', '1:1-1:10 plain-yaml The key `__proto__` has a special meaning in programs and is not allowed. | Choose another key.'],
  ['a key twice', 'a: 1\nb: 2\n"a": 3\n', '3:1-3:4 duplicate-key The key `a` stands twice in this mapping. | Keep one of the two.'],
  ['a key twice that every object has', 'toString: 1\ntoString: 2\n', '2:1-2:9 duplicate-key The key `toString` stands twice in this mapping. | Keep one of the two.'],
  ['too many keys', Array.from({ length: MAX_KEYS + 1 }, (_, index) => `k${index}: 1\n`).join(''), '2001:1-2001:6 too-many-keys A mapping has more than 2,000 keys. | Divide the file.'],
  ['brackets', `a: ${'['.repeat(10_000)}`, '1:43-1:44 too-deep The nesting is deeper than 40 levels. | Flatten it; no format needs more than ten.'],
  ['indentation without end', Array.from({ length: MAX_DEPTH + 1 }, (_, index) => `${' '.repeat(index)}a:\n`).join(''), '40:40-40:41 too-deep The nesting is deeper than 40 levels. | Flatten it; no format needs more than ten.'],
  ['a tab', 'a:\n\tb: 1\n', '2:1-2:2 control-character The file holds a tab. | Write spaces instead.'],
  ['a terminal escape', 'a: \u001b[31mred\n', '1:4-1:5 control-character The file holds the control character U+001B. | Remove it.'],
  ['a terminal escape as an escape', 'a: "\\e[31mred"\n', '1:4-1:15 control-character The text holds the control character U+001B, written as an escape. | Remove it.'],
  ['text that runs backward', 'a: b\u202ec\n', '1:5-1:6 control-character The file holds the control character U+202E. | Remove it.'],
  ['line ends of old', 'a: 1\rb: 2\r', '1:5-1:6 control-character The file holds the control character U+000D. | Save the file with line ends LF or CRLF.'],
  ['a conflict marker', 'a: 1\n<<<<<<< HEAD\nb: 2\n', '2:1-2:8 yaml-syntax An unfinished merge left a conflict marker here. | Keep what both sides added, as entries of their own, and remove the three markers.'],
  ['a bracket that stays open', 'a: [x, y\nb: 1\n', '1:4-1:9 yaml-syntax The bracket is opened here and never closed. | Close it, or quote the text.'],
  ['a bracket that stays open above', 'a:\n  - { x: 1,\n\n      y: 2\n  - { z: 1 }\n', '2:5-2:12 yaml-syntax The bracket is opened here and never closed. | Close it, or quote the text.'],
  ['a bracket too many', 'a: [x]]\n', '1:7-1:8 yaml-syntax A bracket is closed that was not opened. | Remove it.'],
  ['a missing comma', 'a: [{ x: "1" y: 2 }]\n', '1:14-1:21 yaml-syntax A comma is missing between two entries. | Put a comma between them, and quote a text that holds a comma or a bracket.'],
  ['a quotation mark that stays open', 'a: "x\nb: 1\n', '1:4-1:6 yaml-syntax The quotation mark is opened here and never closed. | Close it.'],
  ['an apostrophe in single quotes', "a: 'it's'\n", `1:4-1:10 yaml-syntax Text stands after the closing quotation mark. | ${TWICE}`],
  ['quotation marks in quotation marks', 'b: 1\na: "a "b" c"\n', `2:4-2:13 yaml-syntax Text stands after the closing quotation mark. | ${TWICE}`],
  ['text after quotes', 'a:\n  b: "x" y\n', `2:6-2:11 yaml-syntax Text stands after the closing quotation mark. | ${TWICE}`],
  ['a colon in text', 'a:\n  - remarks: note: done\n', `2:14-2:24 yaml-syntax The text holds a colon with a space after it, and is not quoted. | ${QUOTE}`],
  ['no space after the colon', 'a:\n  - id:x\n    type: y\n', `2:5-2:9 yaml-syntax There is no space after the colon of \`id\`. | ${SPACE}`],
  ['no colon', 'evidence\n  - id: x\n', '1:1-1:9 yaml-syntax There is no colon after `evidence`. | Write `evidence:`.'],
  ['an at sign', 'a: @team\n', `1:4-1:9 yaml-syntax A text cannot begin with \`@\` unless it is quoted. | ${QUOTE}`],
  ['a backtick', 'a: `x`\n', `1:4-1:7 yaml-syntax A text cannot begin with a backtick unless it is quoted. | ${QUOTE}`],
  ['a percent sign', 'a: %x\n', `1:4-1:6 yaml-syntax A text cannot begin with \`%\` unless it is quoted. | ${QUOTE}`],
  ['a brace', 'a: {name} is late\n', `1:4-1:18 yaml-syntax A text cannot begin with \`{\` unless it is quoted. | ${QUOTE}`],
  ['a lone ampersand', 'a: & co\n', '1:5-1:8 yaml-syntax A text cannot begin with `&` or `*` unless it is quoted. | Quote the text.'],
  ['text after a block mark', 'a: > 5 percent\n', '1:6-1:15 yaml-syntax After `>` or `|` the text begins on the next line. | Quote the text, or begin it on the next line.'],
  ['a backslash in double quotes', 'a: "C:\\Users"\n', '1:9-1:14 yaml-syntax The escape in the quoted text is not known. | Use single quotation marks, or double the backslash.'],
  ['wrong indentation', 'a:\n  - b: 1\n   c: 2\n', `3:4-3:8 yaml-syntax The line is indented by 3 spaces, where 0, 2 or 4 would fit. | ${INDENT}`],
  ['deeper indentation', 'a: 1\n  b: 2\n', `2:3-2:7 yaml-syntax The line is indented by 2 spaces, where 0 would fit. | ${INDENT}`],
  ['a key after the value of an entry', 'a:\n- "x" b: 1\n', '2:7-2:11 yaml-syntax The key `b` does not begin a line. | Begin a new line before it, or quote the whole text.'],
  ['a tag on a word of YAML 1.1', '!x on: 1\n', '1:1-1:3 plain-yaml The tag `!x` is not allowed. | Remove it, or quote a text that begins with `!`.'],
  ['a block of text as a key', '? |\n  a\n: 1\n', '2:1-3:1 plain-yaml A key is introduced with a question mark. | Write `a: …`.'],
  ['a list among keys', 'a:\n  b: 1\n  - c\n', '3:3-3:6 yaml-syntax A list entry stands among keys. | Write either the keys of one mapping or the entries of one list.'],
]

describe('what is refused', () => {
  test.each(REFUSED)('%s', (_name, text, expected) => expect(refusalOf(text)).toEqual([expected]))
  test('a line of a million characters ends in time', () => {
    for (const line of ['[] '.repeat(300_000), `a: []${']'.repeat(900_000)}`, `a: "${'" "'.repeat(300_000)}`, '- '.repeat(500_000), `a${':'.repeat(900_000)} b: c`]) expect(refusalOf(line)).toHaveLength(1)
  })
})

describe('what is read', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['a byte order mark and CRLF', '\ufeffa: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
    ['words of YAML 1.1 as keys', 'on: 2026-09-10\ny: 1\nno: x\n', { on: '2026-09-10', y: 1, no: 'x' }],
    ['names that every object has', 'constructor: 1\nvalueOf: { toString: x }\n', { constructor: 1, valueOf: { toString: 'x' } }],
    ['blocks of text', 'a: |\n  one\n  two\nb: >-\n  one\n  two\n', { a: 'one\ntwo\n', b: 'one two' }],
    ['text that looks like YAML', 'a: "---"\nb: |\n  - x: &y *z\n  %TAG\nc: "\\u00e9 \\\\ \\""\n', { a: '---', b: '- x: &y *z\n%TAG\n', c: 'é \\ "' }],
    ['the deepest nesting', `a: ${'['.repeat(MAX_DEPTH - 1)}${']'.repeat(MAX_DEPTH - 1)}`, { a: Array.from({ length: MAX_DEPTH - 2 }).reduce((inner) => [inner], []) }],
  ]
  test.each(cases)('%s', (_name, text, value) => expect(parsed(text).value).toEqual(value))
})

// Everything that is accepted, the `yaml` package reads to the same value, and keys and quoted or plain values stand where it says.
function agrees(text: string): boolean {
  if (refusalOf(text).length > 0) return false
  const source = parsed(text)
  expect(source.value, text).toEqual(parse(text, { version: '1.2', schema: 'core' }))
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  if (document.contents) samePlaces(text, source, document.contents, [])
  return true
}

function samePlaces(text: string, source: Source, node: ParsedNode, path: Path): void {
  if (isScalar(node) && path.length > 0 && (node.type === 'PLAIN' || node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && node.range[0] < node.range[1])
    expect(textAt(text, source, path, 'value'), text).toBe(text.slice(node.range[0], node.range[1]))
  if (isSeq(node)) node.items.forEach((item, index) => samePlaces(text, source, item as ParsedNode, [...path, index])) // as parsed
  if (isMap(node))
    for (const { key, value } of node.items as readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[]) { // as parsed
      const below = [...path, String((key as { readonly value?: unknown }).value)]
      expect(textAt(text, source, below, 'key'), text).toBe(text.slice(key.range[0], key.range[1]))
      if (value) samePlaces(text, source, value, below)
    }
}

function textAt(text: string, source: Source, path: Path, part: 'key' | 'value'): string {
  const { start, end } = source.place(toPointer(path), part).range
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offset = ({ line, column }: typeof start): number => (starts[line - 1] ?? 0) + column - 1
  return text.slice(offset(start), offset(end))
}

describe('agrees with the yaml package', () => {
  const word = fc.constantFrom('a', 'id', 'x y', 'on', 'yes', '1', '0.5', '-2', '1.10', '007', 'true', 'null', '2026-09-10', 'TST-01', 'é', '😀', "it's", 'a"b', 'a#b', 'a #b', 'a:b', 'constructor', '1'.repeat(45), '-0', '~', '')
  const scalar = fc.oneof(
    word,
    word.map((text) => JSON.stringify(text)),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => JSON.stringify(text)),
    word.map((text) => `'${text.replaceAll("'", "''")}'`),
  )
  const flow: fc.Arbitrary<string> = fc.letrec<{ readonly node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.array(fc.tuple(scalar, tie('node')), { maxLength: 3 }).map((entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`),
    ),
  })).node
  const end = fc.constantFrom('\n', '\n', '\n', ' # note\n', '\n\n', '\r\n')
  const block = (indent: string): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('|', '>', '|-', '>+'), fc.array(fc.constantFrom('one', 'two  words', '', '  more', 'a: b', '# no'), { minLength: 1, maxLength: 4 }))
    .map(([mark, lines]) => `${mark}\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}\n`)
  const value = (indent: string, depth: number): fc.Arbitrary<string> => fc.oneof(
    fc.tuple(flow, end).map((parts) => ` ${parts.join('')}`),
    block(indent).map((text) => ` ${text}`),
    ...(depth > 0 ? [mapping(`${indent}  `, depth - 1).map((text) => `\n${text}`), list(`${indent}  `, depth - 1).map((text) => `\n${text}`)] : []),
  )
  const mapping = (indent: string, depth: number): fc.Arbitrary<string> =>
    fc.array(fc.tuple(scalar, value(indent, depth)), { minLength: 1, maxLength: 3 }).map((entries) => entries.map(([key, text]) => `${indent}${key}:${text}`).join(''))
  const list = (indent: string, depth: number): fc.Arbitrary<string> =>
    fc.array(fc.oneof(value(indent, depth), mapping(`${indent}  `, 0).map((text) => ` ${text.trimStart()}`)), { minLength: 1, maxLength: 3 }).map((entries) => entries.map((text) => `${indent}-${text}`).join(''))

  test('on documents of every style', () => {
    let read = 0
    fc.assert(fc.property(mapping('', 2), (text) => void (read += agrees(text) ? 1 : 0)), { numRuns: 1000 })
    expect(read).toBeGreaterThan(100)
  }, 30_000)
  test('on fragments put together anyhow', () => {
    const fragment = fc.constantFrom('a', 'b', ': ', ':', '- ', '-', '\n', '\n  ', '\n    ', '[', ']', '{', '}', ', ', ',', '"', "'", '#', ' #', '|', '>', '\\', ' ', '1', '0', '.', 'yes', '&', '*', '!', '? ', '---', '\r\n', '%', '@', '~', 'é', '\ufeff')
    let read = 0
    fc.assert(fc.property(fc.array(fragment, { maxLength: 14 }), (fragments) => void (read += agrees(`k: ${fragments.join('')}`) ? 1 : 0)), { numRuns: 5000 })
    expect(read).toBeGreaterThan(100)
  }, 30_000)
})
