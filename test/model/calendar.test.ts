import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quarterNamed, quarterOf } from '../../src/model/calendar.js'
import { addDays, addMonths, daysBetween, periodOf } from '../../src/model/dates.js'
import type { Calendar } from '../../src/schema/types.js'

const DAY = 86_400_000
const date = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2200, 11, 31) / DAY }).map((days) => new Date(days * DAY).toISOString().slice(0, 10))
const calendar: fc.Arbitrary<Calendar> = fc.record({ 'first-month': fc.integer({ min: 1, max: 12 }), 'year-named-after': fc.constantFrom<'start' | 'end'>('start', 'end') })

describe('quarters of a fiscal year', () => {
  test('each day is in exactly one, which its name leads back to', () => {
    fc.assert(fc.property(date, calendar, (day, settings) => {
      const quarter = quarterOf(day, settings)
      expect(quarter.from <= day && day <= quarter.to).toBe(true)
      expect(quarterNamed(quarter.name, settings)).toEqual(quarter)
    }))
  })
  test('one follows the other without a hole, and four are a year', () => {
    fc.assert(fc.property(date, calendar, (day, settings) => {
      const first = quarterOf(day, settings)
      let next = first
      for (let index = 0; index < 4; index++) {
        const after = quarterOf(addDays(next.to, 1), settings)
        expect(after.from).toBe(addDays(next.to, 1))
        expect(after.name > next.name).toBe(true)
        next = after
      }
      expect(next.from).toBe(addMonths(first.from, 12))
      expect(next.name.slice(4)).toBe(first.name.slice(4))
      expect(Number(next.name.slice(0, 4))).toBe(Number(first.name.slice(0, 4)) + 1)
    }))
  })
  test('they begin on the first of a month and last 89 to 92 days', () => {
    fc.assert(fc.property(date, calendar, (day, settings) => {
      const { from, to } = quarterOf(day, settings)
      expect(from.slice(8)).toBe('01')
      expect(addDays(to, 1).slice(8)).toBe('01')
      expect(daysBetween(from, to) + 1).toBeGreaterThanOrEqual(89) // February to April
      expect(daysBetween(from, to) + 1).toBeLessThanOrEqual(92)
    }))
  })
  test('without settings they are those of the calendar year, by either way of naming', () => {
    fc.assert(fc.property(date, fc.constantFrom<'start' | 'end'>('start', 'end'), (day, named) => {
      expect(quarterOf(day)).toEqual(periodOf(day, 'P3M'))
      expect(quarterOf(day, { 'year-named-after': named })).toEqual(periodOf(day, 'P3M'))
    }))
  })
  test.each<[string, Calendar, string, string]>([
    ['2026-Q3', {}, '2026-07-01', '2026-09-30'],
    ['2024-Q1', {}, '2024-01-01', '2024-03-31'],
    ['2026-Q1', { 'first-month': 4 }, '2026-04-01', '2026-06-30'],
    ['2027-Q1', { 'first-month': 4, 'year-named-after': 'end' }, '2026-04-01', '2026-06-30'],
    ['2026-Q4', { 'first-month': 4 }, '2027-01-01', '2027-03-31'],
    ['2026-Q2', { 'first-month': 12 }, '2027-03-01', '2027-05-31'],
    ['2024-Q1', { 'first-month': 12, 'year-named-after': 'end' }, '2023-12-01', '2024-02-29'],
    ['2025-Q1', { 'first-month': 12, 'year-named-after': 'end' }, '2024-12-01', '2025-02-28'],
    ['2026-Q4', { 'first-month': 10, 'year-named-after': 'end' }, '2026-07-01', '2026-09-30'],
  ])('%s with %j runs from %s to %s', (name, settings, from, to) => expect(quarterNamed(name, settings)).toEqual({ name, from, to }))
  test.each(['2026', '2026-Q5', '2026-Q0', 'Q3', '26-Q3', '2026-q3', '2026-Q3 ', '2026-Q31', '0000-Q1', '9999-Q1'])('%j is none', (name) => expect(quarterNamed(name)).toBeUndefined())
})
