import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addDuration, addMonths, daysBetween, durationInWords, fromDays, isDuration, later, periodOf, periodsWithin, toDays } from '../../src/model/dates.js'
import type { Period } from '../../src/schema/types.js'

const DAY = 86_400_000
const utc = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10)
const FIRST = Date.UTC(1900, 0, 1) / DAY
const LAST = Date.UTC(2200, 11, 31) / DAY
const day = fc.integer({ min: FIRST, max: LAST })
const date = day.map(utc)
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
const length = fc.constantFrom<Period>('P1M', 'P3M', 'P6M', 'P1Y')

test('every day from 1900 to 2200 agrees with Date.UTC, both ways', () => {
  for (let days = FIRST; days <= LAST; days++) {
    const text = utc(days)
    if (toDays(text) !== days || fromDays(days) !== text) expect({ text, days: toDays(text), date: fromDays(days) }).toEqual({ text, days, date: text })
  }
})

test('days and dates go round trip far beyond', () => {
  fc.assert(fc.property(fc.integer({ min: toDays('0000-01-01'), max: toDays('9999-12-31') }), (days) => toDays(fromDays(days)) === days))
})

test('text compares as time', () => {
  fc.assert(fc.property(day, day, (a, b) => Math.sign(a - b) === (utc(a) < utc(b) ? -1 : utc(a) > utc(b) ? 1 : 0)))
})

test('addDays and daysBetween undo each other', () => {
  fc.assert(fc.property(date, fc.integer({ min: -10_000, max: 10_000 }), (from, days) => daysBetween(from, addDays(from, days)) === days))
})

test('addMonths keeps the day, or cuts it to the length of the month', () => {
  fc.assert(fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
    const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number)
    const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
    expect(addMonths(from, months)).toBe(utc(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, length)) / DAY))
  }))
})

test.each([
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2024-01-31', 'P1M', '2024-02-29'],
  ['1900-01-31', 'P1M', '1900-02-28'],
  ['2000-01-31', 'P1M', '2000-02-29'],
  ['2026-11-30', 'P3M', '2027-02-28'],
  ['2026-12-31', 'P2M', '2027-02-28'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2024-02-29', 'P4Y', '2028-02-29'],
  ['2096-02-29', 'P4Y', '2100-02-28'],
  ['2026-09-30', 'P90D', '2026-12-29'],
  ['2024-02-28', 'P1D', '2024-02-29'],
  ['2025-02-28', 'P1D', '2025-03-01'],
  ['2026-09-30', 'P2W', '2026-10-14'],
])('%s and %s is %s', (from, duration, to) => expect(addDuration(from, duration)).toBe(to))

test.each([
  ['2026-03-31', 'P1M', '2026-02-28'],
  ['2026-09-30', 'P1Y', '2025-09-30'],
  ['2024-02-29', 'P1Y', '2023-02-28'],
  ['2026-09-30', 'P3M', '2026-06-30'],
  ['2026-01-01', 'P1D', '2025-12-31'],
])('%s less %s is %s', (from, duration, to) => expect(addDuration(from, duration, -1)).toBe(to))

test('a duration of months and of years is that many months, of days and weeks that many days', () => {
  fc.assert(fc.property(date, fc.integer({ min: 1, max: 99 }), fc.constantFrom<1 | -1>(1, -1), (from, amount, sign) => {
    expect(addDuration(from, `P${amount}M`, sign)).toBe(addMonths(from, sign * amount))
    expect(addDuration(from, `P${amount}Y`, sign)).toBe(addMonths(from, sign * amount * 12))
    expect(addDuration(from, `P${amount}D`, sign)).toBe(addDays(from, sign * amount))
    expect(addDuration(from, `P${amount}W`, sign)).toBe(addDays(from, sign * amount * 7))
  }))
})

test('what leads out of four-digit years ends at the first or the last day', () => {
  expect(addDuration('2026-09-30', 'P9999Y')).toBe('9999-12-31')
  expect(addDuration('2026-09-30', 'P9999Y', -1)).toBe('0000-01-01')
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
  expect(periodsWithin('9999-01-01', '9999-12-31', 'P3M').map(({ name }) => name)).toEqual(['9999-Q1', '9999-Q2', '9999-Q3', '9999-Q4'])
})

test('February has 29 days in leap years alone', () => {
  for (let year = 1900; year <= 2200; year++) expect(periodOf(`${year}-02-10`, 'P1M').to).toBe(`${year}-02-${isLeap(year) ? 29 : 28}`)
})

describe('periods', () => {
  test.each([
    ['2026-08-15', 'P1M', '2026-08', '2026-08-01', '2026-08-31'],
    ['2026-08-15', 'P3M', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-12-31', 'P3M', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-01-01', 'P6M', '2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-07-01', 'P6M', '2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-08-15', 'P1Y', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s lies in the %s %s', (at, length, name, from, to) => expect(periodOf(at, length)).toEqual({ name, from, to }))

  test('a date lies in its period', () => {
    fc.assert(fc.property(date, length, (at, length) => {
      const { from, to } = periodOf(at, length)
      expect(from <= at && at <= to).toBe(true)
    }))
  })

  test('are consecutive, do not overlap, stay inside the window, and none is left out', () => {
    fc.assert(fc.property(date, fc.integer({ min: 0, max: 1500 }), length, (first, span, length) => {
      const last = addDays(first, span)
      const periods = periodsWithin(first, last, length)
      periods.forEach((period, index) => {
        expect(period).toEqual(periodOf(period.from, length))
        expect(period.from >= first && period.to <= last).toBe(true)
        if (index > 0) expect(period.from).toBe(addDays(periods[index - 1]?.to ?? '', 1))
      })
      // What stands before the first of them and after the last is no whole period.
      const before = periodOf(first, length)
      if (before.from === first && before.to <= last) expect(periods[0]).toEqual(before)
      const after = periodOf(addDays(periods.at(-1)?.to ?? addDays(before.from === first ? before.from : addDays(before.to, 1), -1), 1), length)
      expect(after.to > last).toBe(true)
    }))
  })

  test.each([
    ['2026-01-01', '2026-03-31', ['2026-Q1']],
    ['2026-01-01', '2026-03-30', []],
    ['2026-01-02', '2026-03-31', []],
    ['2025-10-01', '2026-09-30', ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']],
    ['2026-09-30', '2026-01-01', []],
  ] as const)('from %s to %s: %j', (first, last, names) => expect(periodsWithin(first, last, 'P3M').map(({ name }) => name)).toEqual(names))
})

test.each([['P1D', '1 day'], ['P90D', '90 days'], ['P2W', '2 weeks'], ['P1M', '1 month'], ['P3M', '3 months'], ['P1Y', '1 year']])('%s in words is %s', (duration, words) => expect(durationInWords(duration)).toBe(words))

test.each([['P90D', true], ['P9999Y', true], ['P0D', false], ['P10000D', false], ['90D', false], ['P1H', false], ['P1D\n', false], ['interval', false], ['', false]])('%j is a duration: %s', (text, holds) => expect(isDuration(text)).toBe(holds))

test('the later of two dates', () => {
  expect(later('2026-01-01', '2025-12-31')).toBe('2026-01-01')
  expect(later('2025-12-31', '2026-01-01')).toBe('2026-01-01')
})
