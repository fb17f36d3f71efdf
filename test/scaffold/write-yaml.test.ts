import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { canonicalJson } from '../../src/model/digest.js'
import { parseYaml } from '../../src/source/parse-yaml.js'
import { blockYaml, flowYaml, itemYaml, type YamlValue } from '../../src/scaffold/write-yaml.js'
import { yamlKey, yamlScalar } from '../../src/scaffold/yaml-scalar.js'

test.each([
  ['plain words', 'plain words'], ['2026-09-10', '2026-09-10'], ['1.2.0', '1.2.0'], ['artifacts/a.json', 'artifacts/a.json'], ["it's", "it's"], ['reviewer’s', 'reviewer’s'], [0.05, '0.05'], [1e-7, '0.0000001'], [1.234e-9, '0.000000001234'], [true, 'true'],
  ['yes', '"yes"'], ['No', '"No"'], ['on', '"on"'], ['null', '"null"'], ['~', '"~"'], ['', '""'], ['007', '"007"'], ['1e3', '"1e3"'], ['1_000', '"1_000"'], ['12:30', '"12:30"'], ['7', '"7"'], ['1.10', '"1.10"'], ['true', '"true"'],
  ['a: b', '"a: b"'], ['a #b', '"a #b"'], ['- a', '"- a"'], ['@team', '"@team"'], ['[x]', '"[x]"'], ['{x}', '"{x}"'], ['a, b', '"a, b"'], ['*a', '"*a"'], ['&a', '"&a"'], ['!a', '"!a"'], ['%a', '"%a"'], ['"a"', '"\\"a\\""'], [' a', '" a"'], ['a ', '"a "'], ['a\nb', '"a\\nb"'],
])('%j is written %s', (value, text) => expect(yamlScalar(value)).toBe(text))

test.each([['on', 'on'], ['TST-03.a', 'TST-03.a'], ['true', '"true"'], ['1.2', '"1.2"'], ['a b', '"a b"']])('the key %s is written %s', (key, text) => expect(yamlKey(key)).toBe(text))

describe('the usual shapes', () => {
  test('small mappings and lists of words stand on one line', () =>
    expect(blockYaml({ id: 'a', none: undefined, source: { tool: 'garak' }, list: ['v', 'w'] })).toEqual(['id: a', 'source: { tool: garak }', 'list: [v, w]']))
  test('lists of mappings have one to a line', () => expect(blockYaml({ reviews: [{ by: 'a', on: '2026-09-10' }] })).toEqual(['reviews:', '  - { by: a, on: 2026-09-10 }']))
  test('a mapping in a mapping is divided', () => expect(blockYaml({ sample: { population: { size: 1 }, size: 1 } })).toEqual(['sample:', '  population: { size: 1 }', '  size: 1']))
  test('a long text is folded', () => {
    const lines = blockYaml({ reason: 'word '.repeat(60).trim() })
    expect(lines[0]).toBe('reason: >-')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
  })
  test('a long entry is divided', () => expect(itemYaml({ a: 'x'.repeat(80), b: 'y'.repeat(80) })).toEqual([`- a: ${'x'.repeat(80)}`, `  b: ${'y'.repeat(80)}`]))
  test('an empty list or mapping is one', () => expect([flowYaml([]), flowYaml({})]).toEqual(['[]', '{}']))
})

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.lorem({ maxCount: 60 }), fc.constantFrom('yes', '~', '0x1f', '1e9', '- a', 'a: b', '# a', '---', '...', '<<', '=', '? a', "'", '"')).filter((one) => one.isWellFormed() && !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u.test(one))
const figure = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !String(one).includes('e') && (!Number.isInteger(one) || Number.isSafeInteger(one))))
const value = fc.letrec<{ readonly value: YamlValue }>((tie) => ({ value: fc.oneof({ maxDepth: 3 }, text, figure, fc.boolean(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text.filter((key) => key !== '__proto__' && key.length < 100), tie('value'), { maxKeys: 3 })) })).value

test('our reader and another read back what was written', () => {
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), value, { minKeys: 1, maxKeys: 4 }), (mapping) => {
    const lines = `${blockYaml(mapping).join('\n')}\n`
    const read = parseYaml('x.yaml', lines)
    expect(read.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([])
    expect(canonicalJson(read.value?.value)).toBe(canonicalJson(mapping))
    expect(canonicalJson(parse(lines))).toBe(canonicalJson(mapping))
  }), { numRuns: 500 })
})
