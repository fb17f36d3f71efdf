import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/source/parse-yaml.js'
import { builtinSource } from '../../src/source/source.js'
import { parsed, show } from './show.js'

const TEXT = `# evidence
evidence:
  - id: a
    type: "quoted text"
    'key with space': 1
    empty:
    list: [x, { y: 2 }]
    block: |
      first
      second
  -
a/b~c: [true]
`

test('keys that look like an index keep their places, though a value gives them first', () => {
  const source = parsed('b: x\n"10": [why]\n"2": z\na: 1\n')
  expect(['/b', '/10/0', '/2', '/a'].map((pointer) => source.raw(pointer))).toEqual(['x', 'why', 'z', '1'])
})

describe('place', () => {
  const source = parsed(TEXT)
  const cases: readonly (readonly [string, 'key' | 'value', string])[] = [
    ['', 'value', '2:1-2:10'],
    ['/evidence', 'key', '2:1-2:9'],
    ['/evidence', 'value', '3:3-11:1'],
    ['/evidence/0', 'value', '3:5-11:1'],
    ['/evidence/0/id', 'key', '3:5-3:7'],
    ['/evidence/0/id', 'value', '3:9-3:10'],
    ['/evidence/0/type', 'value', '4:11-4:24'],
    ['/evidence/0/key with space', 'key', '5:5-5:21'],
    ['/evidence/0/list', 'value', '7:11-7:24'],
    ['/evidence/0/list/1', 'value', '7:15-7:23'],
    ['/evidence/0/list/1/y', 'value', '7:20-7:21'],
    ['/a~1b~0c/0', 'value', '12:9-12:13'],
    // A missing value falls back to its key, a missing key to its parent, an empty entry of a list to the key of the list.
    ['/evidence/0/empty', 'value', '6:5-6:10'],
    ['/evidence/0/none', 'value', '3:5-11:1'],
    ['/evidence/0/none/below', 'key', '3:5-11:1'],
    ['/evidence/1', 'value', '2:1-2:9'],
    ['/evidence/9', 'value', '2:1-2:9'],
    ['/none', 'value', '2:1-2:10'],
    ['/constructor', 'value', '2:1-2:10'],
  ]
  test.each(cases)('%s %s', (pointer, part, expected) => {
    const { range } = source.place(pointer, part)
    expect(show(range)).toBe(expected)
    expect(source.place(pointer, part)).toMatchObject({ file: 'f.yaml', pointer })
  })
})

describe('raw', () => {
  const source = parsed(TEXT)
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['/evidence/0/type', '"quoted text"'], ['/evidence/0/list', '[x, { y: 2 }]'], ['/evidence/0/empty', undefined], ['/evidence/1', undefined], ['/none', undefined], ['', undefined],
  ]
  test.each(cases)('%s', (pointer, expected) => expect(source.raw(pointer)).toBe(expected))
})

describe('excerpt', () => {
  test('has at most three lines', () => expect(parsed(TEXT).excerpt(parsed(TEXT).place('/evidence').range)).toEqual({ line: 3, lines: ['  - id: a', '    type: "quoted text"', "    'key with space': 1"], shift: 0 }))
  test('is cut to 200 characters around the place', () => {
    const source = parsed(`a: [${'x, '.repeat(500)}"here"]\n`)
    const excerpt = source.excerpt(source.place('/a/500').range)
    expect(excerpt).toEqual({ line: 1, lines: [`${'x, '.repeat(13)}"here"]`], shift: 1465 })
  })
  test('has no carriage return', () => expect(parsed('a: 1\r\nb: 2\r\n').excerpt(parsed('a: 1\r\nb: 2\r\n').place('/b').range)?.lines).toEqual(['b: 2']))
  test('of an empty file is none', () => expect(parseYaml('f.yaml', '').diagnostics[0]?.excerpt).toBeUndefined())
})

test('a built-in file has its parts at its first line', () => {
  const source = builtinSource('builtin:controls/catalog.yaml', { id: 'x' })
  expect(show(source.place('/id').range)).toBe('1:1-1:1')
  expect(source.raw('/id')).toBeUndefined()
  expect(source.excerpt(source.place('/id').range)).toBeUndefined()
})
