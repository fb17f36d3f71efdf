// Time rules that closed quarters rest on. Dates are civil dates, and today is the day in UTC.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeHost } from '../../src/host/node-host.js'
import { addDays, addDuration, addMonths, daysBetween, later, periodOf, periodsWithin } from '../../src/model/dates.js'

const DAY = 86_400_000
const date = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2200, 11, 31) / DAY }).map((days) => new Date(days * DAY).toISOString().slice(0, 10))
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1

test('a later day never expires earlier', () => {
  fc.assert(fc.property(date, date, fc.constantFrom('P90D', 'P3M', 'P1Y', 'P1M', 'P6M', 'P2W'), (a, b, duration) => {
    const [first, second] = a <= b ? [a, b] : [b, a]
    expect(addDuration(first, duration) <= addDuration(second, duration)).toBe(true)
  }))
})

test('three months are 89 to 92 days, a year is 365 or 366, and ninety days are ninety', () => {
  fc.assert(fc.property(date, (from) => {
    expect(daysBetween(from, addDuration(from, 'P90D'))).toBe(90)
    const months = daysBetween(from, addDuration(from, 'P3M'))
    expect(months >= 89 && months <= 92).toBe(true)
    const year = Number(from.slice(0, 4))
    const leapDayBetween = (isLeap(year) && from <= `${year}-02-28`) || (isLeap(year + 1) && from.slice(5) >= '03-01')
    expect(daysBetween(from, addDuration(from, 'P1Y'))).toBe(leapDayBetween ? 366 : 365)
  }))
})

test('the last day of a month leads to the last day of a month that is as long or shorter', () => {
  fc.assert(fc.property(date, fc.integer({ min: 1, max: 48 }), (day, months) => {
    const end = periodOf(day, 'P1M').to
    const after = addMonths(end, months)
    const last = periodOf(after, 'P1M').to
    expect(after).toBe(Number(end.slice(8)) >= Number(last.slice(8)) ? last : `${after.slice(0, 8)}${end.slice(8)}`)
  }))
})

test('a day cut at the end of a month is not given back: a year is one step and not twelve', () => {
  expect(addDuration('2024-02-29', 'P1Y')).toBe('2025-02-28')
  expect(addDuration(addDuration('2024-01-31', 'P1M'), 'P1M')).toBe('2024-03-29')
  expect(addDuration('2024-01-31', 'P2M')).toBe('2024-03-31')
})

test('the quarters that have ended in a window follow one another, and each lies in it', () => {
  fc.assert(fc.property(date, fc.integer({ min: 0, max: 1500 }), (first, length) => {
    const last = addDays(first, length)
    const periods = periodsWithin(first, last, 'P3M')
    for (const [index, { from, to }] of periods.entries()) {
      expect(from >= first && to <= last && periodOf(from, 'P3M').to === to).toBe(true)
      if (index > 0) expect(from).toBe(addDays(periods[index - 1]?.to ?? '', 1))
    }
    // None that fits was left out.
    expect(periods.length).toBeGreaterThanOrEqual(Math.floor((length - 181) / 92))
    if (periods.length > 0) expect(later(periods.at(-1)?.to ?? '', addDays(last, -92))).toBe(periods.at(-1)?.to)
  }))
})

test('today is the day in UTC, wherever the machine stands', () => {
  const zone = process.env['TZ']
  try {
    for (const far of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      process.env['TZ'] = far
      const [before, today, after] = [Date.now(), nodeHost().today(), Date.now()]
      expect([before, after].map((time) => addDays('1970-01-01', Math.floor(time / DAY)))).toContain(today)
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
