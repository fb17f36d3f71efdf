// Civil dates are text, `2026-09-10`, and compare as text. Days are counted by Howard Hinnant's civil calendar algorithms.
import type { CivilDate, Duration, Period } from '../schema/types.js'

type Ymd = { readonly year: number; readonly month: number; readonly day: number }

// Dates compare as text only while the year has four digits, so what leads out of them ends at the first or the last day.
const FIRST: CivilDate = '0000-01-01'
const LAST: CivilDate = '9999-12-31'

const parse = (date: CivilDate): Ymd => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) })

const format = ({ year, month, day }: Ymd): CivilDate =>
  year < 0 ? FIRST : year > 9999 ? LAST : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Days since 1970-01-01. */
export function toDays(date: CivilDate): number {
  const { year, month, day } = parse(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The date that many days after 1970-01-01. */
export function fromDays(days: number): CivilDate {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return format({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 })
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** The date a number of days later; negative for earlier. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDays(toDays(date) + days)

/** Days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => toDays(to) - toDays(from)

/** The date a number of months later; the day is cut to the length of the month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = parse(date)
  const index = year * 12 + month - 1 + months
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return format({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) })
}

type Length = { readonly amount: number; readonly unit: string }
const lengthOf = (duration: Duration): Length => ({ amount: Number(duration.slice(1, -1)), unit: duration.slice(-1) })

/** The date a duration later, or earlier with `sign` -1. Months and years keep the day, cut to the length of the month. */
export function addDuration(date: CivilDate, duration: Duration, sign: 1 | -1 = 1): CivilDate {
  const { amount, unit } = lengthOf(duration)
  switch (unit) {
    case 'D': return addDays(date, sign * amount)
    case 'W': return addDays(date, sign * amount * 7)
    case 'M': return addMonths(date, sign * amount)
    default: return addMonths(date, sign * amount * 12)
  }
}

/** Whether a duration ends later than another from any day: a month has up to 31 days. */
export function isEverLonger(a: Duration, b: Duration): boolean {
  const [first, second] = [lengthOf(a), lengthOf(b)]
  const between = meanDays(first) - meanDays(second)
  // Months are never as far from their mean as this, and those of two durations in months begin on the same day.
  if (Math.abs(between) > 6 || isInMonths(first) === isInMonths(second)) return between > 1e-6
  // The longest and the shortest run of months begin on a first or a last day; after four hundred years the calendar repeats.
  for (let month = 0; month < 4800; month++) {
    const begin = addMonths('2000-01-01', month)
    for (const day of [begin, addDays(begin, -1)]) if (daysFrom(day, first) > daysFrom(day, second)) return true
  }
  return false
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 146097 / 4800, Y: 146097 / 400 }
const isInMonths = ({ unit }: Length): boolean => unit === 'M' || unit === 'Y'
const meanDays = ({ amount, unit }: Length): number => amount * (DAYS[unit] ?? 1)

// Counted without writing the date, which ends with the year 9999.
function daysFrom(date: CivilDate, length: Length): number {
  if (!isInMonths(length)) return meanDays(length)
  const months = length.amount * (length.unit === 'Y' ? 12 : 1)
  const whole = Math.floor(months / 4800)
  return whole * 146097 + daysBetween(date, addMonths(date, months - whole * 4800))
}

const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' }

/** A duration in words: `90 days`, `1 year`. */
export function durationInWords(duration: Duration): string {
  const { amount, unit } = lengthOf(duration)
  return `${amount} ${UNITS[unit] ?? 'day'}${amount === 1 ? '' : 's'}`
}

/** Whether a text is a duration. */
export const isDuration = (text: string): text is Duration => /^P[1-9][0-9]{0,3}[DWMY]$/.test(text)

/** A calendar period: its first and last day, and its name, for instance `2026-Q3`. */
export type CalendarPeriod = { readonly from: CivilDate; readonly to: CivilDate; readonly name: string }

const PERIOD_MONTHS: Readonly<Record<Period, number>> = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 }

/** The calendar period of a length that holds a date. */
export function periodOf(date: CivilDate, length: Period): CalendarPeriod {
  const { year, month } = parse(date)
  const months = PERIOD_MONTHS[length]
  const index = Math.floor((month - 1) / months)
  const lastMonth = (index + 1) * months
  const name = { P1M: `${year}-${String(month).padStart(2, '0')}`, P3M: `${year}-Q${index + 1}`, P6M: `${year}-H${index + 1}`, P1Y: `${year}` }[length]
  return { from: format({ year, month: lastMonth - months + 1, day: 1 }), to: format({ year, month: lastMonth, day: daysInMonth(year, lastMonth) }), name }
}

/** The calendar periods that begin on or after the first day and have ended by the last day, oldest first. */
export function periodsWithin(first: CivilDate, last: CivilDate, length: Period): readonly CalendarPeriod[] {
  const periods: CalendarPeriod[] = []
  let period = periodOf(first, length)
  while (period.to <= last) {
    if (period.from >= first) periods.push(period)
    if (period.to === LAST) break
    period = periodOf(addDays(period.to, 1), length)
  }
  return periods
}

/** The later of two dates. */
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b)
