import { expect, test } from 'vitest'
import { at, countAt, listAt, parseJson, textAt } from '../../src/collect/parse-json.js'

test.each([
  ['a byte order mark', '\uFEFF{"a": 1}', { a: 1 }],
  ['NaN and the infinities', '{"a": NaN, "b": [-Infinity, Infinity]}', { a: null, b: [null, null] }],
  ['their names in a string', '{"a": NaN, "b": "NaN, \\"-Infinity\\" \\\\"}', { a: null, b: 'NaN, "-Infinity" \\' }],
])('reads %s', (_, text, value) => {
  expect(parseJson(text)).toEqual({ value })
})

test.each([['', 'The file is empty.'], [' \n', 'The file is empty.'], ['\uFEFF', 'The file is empty.'], ['{', 'The file is not valid JSON.'], ['NaNa', 'The file is not valid JSON.'], ['"NaN', 'The file is not valid JSON.']])('of %j says why it reads nothing', (text, problem) => {
  expect(parseJson(text)).toEqual({ problem })
})

test('values are found among own keys only', () => {
  const value: unknown = JSON.parse('{"__proto__": {"a": 1}, "b": {"c": [1]}, "d": " ", "e": 1.5}')
  expect([at(value, 'a'), at(value, 'toString'), at(value, '__proto__', 'a'), listAt(value, 'b', 'c'), textAt(value, 'd'), countAt(value, 'e')]).toEqual([undefined, undefined, 1, [1], undefined, undefined])
})
