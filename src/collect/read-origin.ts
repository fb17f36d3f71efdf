import { addDays, fromDays, toDays } from '../model/dates.js'
import type { CivilDate } from '../schema/types.js'

/** Version and day as a collector gives them. */
export type Origin = { readonly version?: string; readonly collected?: CivilDate }

const VERSION = /^[\w.+:~-]{1,80}$/
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/

/** Version and day of a run. What does not look like one is left out. */
export function readOrigin(version: string | undefined, time: string | undefined): Origin {
  const day = time === undefined ? undefined : dayOf(time)
  return { ...(version !== undefined && VERSION.test(version) && { version }), ...(day !== undefined && { collected: day }) }
}

// A time with an offset counts in UTC, as today does; one without stands as the tool wrote it.
function dayOf(time: string): CivilDate | undefined {
  const [, day, hours, minutes, sign, offsetHours = '0', offsetMinutes = '0'] = TIME.exec(time) ?? []
  if (day === undefined || fromDays(toDays(day)) !== day) return undefined
  if (hours === undefined || minutes === undefined || sign === undefined) return day
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? 1 : -1)
  return addDays(day, Math.floor((Number(hours) * 60 + Number(minutes) + offset) / 1440))
}
