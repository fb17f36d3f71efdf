import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPlainScalar, usualForm } from '../../src/source/plain-scalar.js'

describe('what YAML 1.1 and 1.2 read alike', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['', null], ['null', null], ['Null', null], ['NULL', null],
    ['true', true], ['True', true], ['TRUE', true], ['false', false], ['False', false], ['FALSE', false],
    ['0', 0], ['12', 12], ['-3', -3], ['0.5', 0.5], ['-0.25', -0.25], ['9007199254740991', 9007199254740991],
    ['2026-09-10', '2026-09-10'], ['1.2.0', '1.2.0'], ['v1', 'v1'], ['90d', '90d'], ['P90D', 'P90D'], ['nothing', 'nothing'], ['yesterday', 'yesterday'], ['only', 'only'],
    ['TST-01', 'TST-01'], ['-', '-'], ['5%', '5%'], ['1,000', '1,000'], ['2026-9-1', '2026-9-1'], ['constructor', 'constructor'],
  ]
  test.each(cases)('%j', (text, value) => {
    expect(readPlainScalar(text)).toEqual({ value })
    expect(parse(text === '' ? 'null' : text === '-' ? '"-"' : text)).toEqual(value)
  })
})

describe('what they read differently', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['yes', 'Write `true`, or quote it if it is text: `"yes"`.'],
    ['On', 'Write `true`, or quote it if it is text: `"On"`.'],
    ['y', 'Write `true`, or quote it if it is text: `"y"`.'],
    ['no', 'Write `false`, or quote it if it is text: `"no"`.'],
    ['OFF', 'Write `false`, or quote it if it is text: `"OFF"`.'],
    ['~', 'Remove the key, or quote it if it is text: `"~"`.'],
    ['<<', 'Write the keys out: a merge key is not allowed.'],
    ['=', 'Quote it: `"="`.'],
    ['+1', 'Write `1`, or quote it if it is text: `"+1"`.'],
    ['.5', 'Write `0.5`, or quote it if it is text: `".5"`.'],
    ['5.', 'Write `5`, or quote it if it is text: `"5."`.'],
    ['1_000', 'Write `1000`, or quote it if it is text: `"1_000"`.'],
    ['1e-3', 'Write `0.001`, or quote it if it is text: `"1e-3"`.'],
    ['0x1F', 'Write `31`, or quote it if it is text: `"0x1F"`.'],
    ['007', 'Quote it if it is text: `"007"`. Write a number in decimal digits, without leading zeros.'],
    ['0o14', 'Write `12`, or quote it if it is text: `"0o14"`.'],
    ['12:30', 'Quote it if it is text: `"12:30"`. Write a number in decimal digits, without leading zeros.'],
    ['.inf', 'Quote it if it is text: `".inf"`. Write a number in decimal digits, without leading zeros.'],
    ['.nan', 'Quote it if it is text: `".nan"`. Write a number in decimal digits, without leading zeros.'],
    ['12345678901234567890', 'Quote it if it is text: `"12345678901234567890"`. Write a number in decimal digits, without leading zeros.'],
    ['1'.repeat(50), 'Put it in quotation marks if it is text, for instance a digest.'],
  ]
  test.each(cases)('%j', (text, hint) => {
    expect(readPlainScalar(text)).toBe('ambiguous')
    expect(usualForm(text)).toBe(hint)
  })
})
