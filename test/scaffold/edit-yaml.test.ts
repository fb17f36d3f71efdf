import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/source/parse-yaml.js'
import type { Source } from '../../src/source/source.js'
import { editYaml, type YamlEdit } from '../../src/scaffold/edit-yaml.js'
import { filesBelow } from '../check-files.js'

const sourceOf = (text: string): Source => {
  const { value, diagnostics } = parseYaml('x.yaml', text)
  if (value === undefined) throw new Error(diagnostics[0]?.message)
  return value
}
const edit = (text: string, ...edits: readonly YamlEdit[]): string => editYaml(sourceOf(text), edits)

const entry = { id: 'b', n: 1 }
const cases: readonly (readonly [string, string, readonly YamlEdit[], string])[] = [
  ['an entry goes after the last', 'list:\n  - id: a\n    n: 0 # zero\nother: 1\n', [{ append: ['list'], entry }], 'list:\n  - id: a\n    n: 0 # zero\n  - id: b\n    n: 1\nother: 1\n'],
  ['without indentation where there is none', 'list:\n- id: a\nother: 1\n', [{ append: ['list'], entry }], 'list:\n- id: a\n- id: b\n  n: 1\nother: 1\n'],
  ['on one line where the neighbours are', 'list:\n  - { id: a }\n', [{ append: ['list'], entry }], 'list:\n  - { id: a }\n  - { id: b, n: 1 }\n'],
  ['in the brackets', 'list: [{ id: a }]\n', [{ append: ['list'], entry }], 'list: [{ id: a }, { id: b, n: 1 }]\n'],
  ['a word in brackets', 'list: [a] # why\n', [{ append: ['list'], entry: 'b' }], 'list: [a, b] # why\n'],
  ['brackets over several lines', 'list: [\n  a,\n  b, # two\n  ]\n', [{ append: ['list'], entry: 'c' }], 'list: [\n  a,\n  b, c, # two\n  ]\n'],
  ['a word below a word', 'list:\n  - a\nother: 1\n', [{ append: ['list'], entry: 'b' }], 'list:\n  - a\n  - b\nother: 1\n'],
  ['an empty list of words', 'list: []\nother: 1\n', [{ append: ['list'], entry: 'b' }], 'list: [b]\nother: 1\n'],
  ['an empty list', 'list: [] # none\nother: 1\n', [{ append: ['list'], entry }], 'list: # none\n  - id: b\n    n: 1\nother: 1\n'],
  ['a key without value', 'list:\nother: 1\n', [{ append: ['list'], entry }], 'list:\n  - id: b\n    n: 1\nother: 1\n'],
  ['below the comments of an empty list', 'list:\n  # one\n\n  # two\n\nother: 1\n', [{ append: ['list'], entry }], 'list:\n  # one\n\n  # two\n  - id: b\n    n: 1\n\nother: 1\n'],
  ['a key that is missing', 'other: 1 # one\n', [{ append: ['list'], entry }], 'other: 1 # one\nlist:\n  - id: b\n    n: 1\n'],
  ['no line end at the end', 'other: 1', [{ append: ['list'], entry }], 'other: 1\nlist:\n  - id: b\n    n: 1\n'],
  ['two entries at once', 'other: 1\n', [{ append: ['list'], entry }, { append: ['list'], entry: { id: 'c' } }], 'other: 1\nlist:\n  - id: b\n    n: 1\n  - id: c\n'],
  ['comments of the last entry stay with it', 'list:\n  - id: a\n    # of a\n  # of none\n', [{ append: ['list'], entry }], 'list:\n  - id: a\n    # of a\n  - id: b\n    n: 1\n  # of none\n'],
  ['after a block of text', 'list:\n  - id: a\n    text: |\n      one\n\n      two\nother: 1\n', [{ append: ['list'], entry }], 'list:\n  - id: a\n    text: |\n      one\n\n      two\n  - id: b\n    n: 1\nother: 1\n'],
  ['a list in an entry', 'list:\n  - id: a\n    n: 0\n  - id: z\n', [{ append: ['list', 0, 'reviews'], entry: { by: 'x' } }], 'list:\n  - id: a\n    n: 0\n    reviews:\n      - { by: x }\n  - id: z\n'],
  ['a key after those named', 'list:\n  - id: a\n    n: 0\n    reviews: []\n', [{ append: ['list', 0, 'words'], entry: 'w', after: ['id', 'n'] }], 'list:\n  - id: a\n    n: 0\n    words: [w]\n    reviews: []\n'],
  ['a key in braces', 'list:\n  - { id: a }\n', [{ append: ['list', 0, 'words'], entry: 'w' }], 'list:\n  - { id: a, words: [w] }\n'],
  ['a list in braces', 'list:\n  - { id: a, words: [v] }\n', [{ append: ['list', 0, 'words'], entry: 'w' }], 'list:\n  - { id: a, words: [v, w] }\n'],
  ['a value', 'a: 1 # one\nb: "x"\n', [{ set: ['a'], to: 2 }, { set: ['b'], to: 'yes' }], 'a: 2 # one\nb: "yes"\n'],
  ['a value that is missing', 'a:\n  b: 1\n', [{ set: ['a', 'c'], to: 'x' }], 'a:\n  b: 1\n  c: x\n'],
  ['a key without value at all', 'a:\n  b:\n    c: 1\n  d: 2\n', [{ set: ['a', 'b', 'e'], to: true }], 'a:\n  b:\n    c: 1\n    e: true\n  d: 2\n'],
  ['a byte order mark and CRLF', '\ufefflist:\r\n  - id: a\r\nother: 1\r\n', [{ append: ['list'], entry }, { set: ['other'], to: 2 }], '\ufefflist:\r\n  - id: a\r\n  - id: b\r\n    n: 1\r\nother: 2\r\n'],
  ['a stub', 'list:\n  # about a\n  # - id: a\n  #   n: 0  # zero\n  #\n  # about b\n  # - id: b\n  #   n: 0\n\nother: 1\n', [{ append: ['list'], entry, stub: '- id: b' }], 'list:\n  # about a\n  # - id: a\n  #   n: 0  # zero\n  #\n  # about b\n  - id: b\n    n: 1\n\nother: 1\n'],
  ['a stub between entries', 'list:\n  - id: a\n  # - id: b\n  #   n: 0\n  - id: c\n', [{ append: ['list'], entry, stub: '- id: b' }, { append: ['list'], entry: { id: 'd' } }], 'list:\n  - id: a\n  - id: b\n    n: 1\n  - id: c\n  - id: d\n'],
  ['a stub that is text', 'list:\n  - id: a\n    text: |\n      # - id: b\n', [{ append: ['list'], entry, stub: '- id: b' }], 'list:\n  - id: a\n    text: |\n      # - id: b\n  - id: b\n    n: 1\n'],
  ['a stub of another list', 'other:\n  # - id: b\nlist:\n  - id: a\n', [{ append: ['list'], entry, stub: '- id: b' }], 'other:\n  # - id: b\nlist:\n  - id: a\n  - id: b\n    n: 1\n'],
  ['a key of another name', 'a:\n  # of b\n  b: { x: 1 } # one\n  "c": 2\n', [{ rename: ['a', 'b'], to: 'c' }, { rename: ['a', 'c'], to: 'b' }], 'a:\n  # of b\n  c: { x: 1 } # one\n  "b": 2\n'],
  ['a key of another name in braces', 'a: { b: 1, c: 2 }\n', [{ rename: ['a', 'c'], to: 'd' }], 'a: { b: 1, d: 2 }\n'],
  ['a key taken away', 'a:\n  b: 1\n  # of c\n  c: # two\n    x: 1\n    y: [1, 2]\n  d: 3\n', [{ remove: ['a', 'c'] }], 'a:\n  b: 1\n  # of c\n  d: 3\n'],
  ['neighbours taken away', 'a: { b: 1, c: 2, d: 3 }\n', [{ remove: ['a', 'c'] }, { remove: ['a', 'd'] }], 'a: { b: 1 }\n'],
  ['the first of braces taken away', 'a: { b: { x: 1 }, c: 2, d: 3 }\n', [{ remove: ['a', 'b'] }, { rename: ['a', 'c'], to: 'b' }], 'a: { b: 2, d: 3 }\n'],
  ['the first key of an entry taken away', 'list:\n  - id: a\n    n: 0\n  - id: b\n', [{ remove: ['list', 0, 'id'] }], 'list:\n  - n: 0\n  - id: b\n'],
  ['the last key of a file taken away', 'a: 1\nb:\n  c: |\n    one\n    two', [{ remove: ['b'] }], 'a: 1\n'],
  ['a comment above an entry', 'list:\n  # of a\n  - id: a\n  - { id: b }\n', [{ comment: ['list', 0], text: 'Look.' }, { comment: ['list', 1], text: 'Look there.' }, { set: ['list', 0, 'n'], to: 1 }], 'list:\n  # of a\n  # Look.\n  - id: a\n    n: 1\n  # Look there.\n  - { id: b }\n'],
  ['a comment above brackets', '\ufefflist: [{ id: a }]\r\n', [{ comment: ['list', 0], text: 'Look.' }], '\ufeff# Look.\r\nlist: [{ id: a }]\r\n'],
]
test.each(cases)('%s', (_name, before, edits, after) => expect(edit(before, ...edits)).toBe(after))

test('what would not be read as meant is refused', () => {
  expect(() => edit('list: a\n', { append: ['list', 'x'], entry })).toThrow('there is no mapping at /list')
  expect(() => edit('list: { a: 1 }\n', { set: ['list'], to: 1 })).toThrow('/list is not a single value')
  expect(() => edit('list: { a: 1 }\n', { remove: ['list', 'a'] })).toThrow('no key of a mapping would be left')
  expect(() => edit('list: { a: 1 }\n', { rename: ['list', 'b'], to: 'c' })).toThrow('there is no key at /list/b')
})

describe('on files as people write them', () => {
  const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
  const texts = Object.entries({ ...filesBelow(at('examples/portfolio')), ...filesBelow(at('test/rules/base')) }).filter(([path]) => /evidence\/[^/]*\.yaml$/.test(path))
  const word = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('yes', 'no', '007', '1e9', '0x1', 'a: b', '# c', '- d', '2026-09-10', '1.10', 'null', '~', '{x}', '[y]', 'a, b', "it's", 'x '.repeat(90).trim())).filter((text) => !/[\p{C}\u2028\u2029]/u.test(text))
  const figure = fc.oneof(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }).filter((n) => !String(n).includes('e')))
  const added = fc.record({ id: word, remarks: word, metrics: fc.dictionary(fc.constantFrom('a', 'b-c'), figure), reviews: fc.array(fc.record({ by: word, on: fc.constant('2026-09-10') }), { maxLength: 2 }), evidence: fc.array(word, { maxLength: 3 }) })

  test('there are some', () => expect(texts.length).toBeGreaterThan(20))
  test('an edit says what was meant, and changes nothing else', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.constantFrom('implementations', 'evidence', 'poam', 'exceptions'), added, word, fc.boolean(), ([, plain], list, entry, text, windows) => {
      const before = windows ? plain.replaceAll('\n', '\r\n') : plain
      const source = sourceOf(before)
      const value = source.value as Readonly<Record<string, readonly unknown[] | undefined>> // an evidence file
      const inner: readonly YamlEdit[] = value['evidence']?.length ? [{ append: ['evidence', 0, 'reviews'], entry: { by: text, on: '2026-09-11' } }, { set: ['evidence', 0, 'sha256'], to: text }] : []
      const after = editYaml(source, [{ append: [list], entry }, ...inner])
      // editYaml compares the values itself; here: every line that was not set is still there, in order.
      const lines = after.split('\n')
      let at = -1
      const lost = before.split('\n').filter((line) => {
        const found = lines.indexOf(line, at + 1)
        if (found >= 0) at = found
        return found < 0
      })
      expect(lost.filter((line) => !/sha256:|reviews: \[/.test(line))).toEqual([])
      expect(lost.length).toBeLessThanOrEqual(inner.length)
    }), { numRuns: 500 })
  })
  test('a file that the reader refuses never comes here', () => {
    expect(parseYaml('x.yaml', `a: ${'['.repeat(10_000)}`).value).toBeUndefined()
    expect(readFileSync(at('src/scaffold/edit-yaml.ts'), 'utf8')).toContain('editYaml(source: Source')
  })
})
