import { expect, test } from 'vitest'
import { readOrigin } from '../../src/collect/read-origin.js'

test.each([
  ['2026-09-10', '2026-09-10'], ['2026-09-10T23:59:59', '2026-09-10'], ['2026-09-10 23:59:59.123456', '2026-09-10'], ['2026-09-10T23:59:59Z', '2026-09-10'],
  ['2026-12-31T23:30:00-01:00', '2027-01-01'], ['2026-03-01T00:30:00+0530', '2026-02-28'], ['2026-09-10T12:00:00+00:00', '2026-09-10'],
  ['2026-02-30', undefined], ['10.09.2026', undefined], ['2026-09-10T', undefined], ['yesterday', undefined],
])('the day of %s is %s', (time, collected) => {
  expect(readOrigin(undefined, time)).toEqual(collected === undefined ? {} : { collected })
})

test.each([['0.13.3.pre1', true], ['0.3.95.dev16+g6527d0861', true], ['1\u001b[31m', false], ['x'.repeat(81), false], ['1 2', false]])('%j is a version: %s', (version, is) => {
  expect(readOrigin(version, undefined)).toEqual(is ? { version } : {})
})
