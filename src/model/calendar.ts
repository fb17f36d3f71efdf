import type { Calendar, CivilDate } from '../schema/types.js'
import { addDays, addMonths, type CalendarPeriod } from './dates.js'

/** How many days after the end of a quarter a review still counts, where `muster.yaml` says nothing. */
export const CUTOFF_DAYS = 30

/** The quarter of a name such as `2026-Q3`; undefined when it is no such name. */
export function quarterNamed(name: string, calendar: Calendar = {}): CalendarPeriod | undefined {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(name) ?? []
  if (year === undefined || number === undefined) return undefined
  const start = firstDayOf(Number(year), calendar)
  if (start === undefined) return undefined
  const from = addMonths(start, (Number(number) - 1) * 3)
  return { name, from, to: addDays(addMonths(from, 3), -1) }
}

/** The quarter that holds a day. */
export function quarterOf(day: CivilDate, calendar: Calendar = {}): CalendarPeriod {
  const year = Number(day.slice(0, 4))
  const quarters = [year - 1, year, year + 1].flatMap((each) => [1, 2, 3, 4].flatMap((number) => quarterNamed(`${String(each).padStart(4, '0')}-Q${number}`, calendar) ?? []))
  const found = quarters.find(({ from, to }) => from <= day && day <= to)
  if (found === undefined) throw new Error(`no quarter holds ${day}`)
  return found
}

// A fiscal year that begins in January ends in the same calendar year, so that both names are one.
function firstDayOf(year: number, { 'first-month': month = 1, 'year-named-after': named = 'start' }: Calendar): CivilDate | undefined {
  const begins = named === 'end' && month > 1 ? year - 1 : year
  return begins < 1 || begins > 9998 ? undefined : `${String(begins).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}
