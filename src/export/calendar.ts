import type { CivilDate } from '../schema/types.js'

/** Something that falls on one whole day. */
export type CalendarEvent = {
  /** Stays the same from one calendar to the next, so that readers renew an entry and do not add another. */
  readonly uid: string
  readonly day: CivilDate
  /** The day after it, on which it ends (RFC 5545, 3.6.1: DTEND is exclusive). */
  readonly dayAfter: CivilDate
  readonly summary: string
  readonly description: string
}

/** A calendar of whole-day events in the iCalendar format (RFC 5545). `stamp` is the day that it was made for, so that the same events give the same bytes. */
export function toCalendar(name: string, events: readonly CalendarEvent[], stamp: CivilDate, version: string): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//passmuster//muster ${version}//EN`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', property('X-WR-CALNAME', name),
    ...events.flatMap((event) => [
      'BEGIN:VEVENT', property('UID', event.uid), `DTSTAMP:${compact(stamp)}T000000Z`, `DTSTART;VALUE=DATE:${compact(event.day)}`, `DTEND;VALUE=DATE:${compact(event.dayAfter)}`,
      property('SUMMARY', event.summary), property('DESCRIPTION', event.description), 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const compact = (day: CivilDate): string => day.replaceAll('-', '')

// A TEXT value (RFC 5545, 3.3.11): these characters are escaped, and other control characters cannot stand in it.
const property = (name: string, text: string): string =>
  `${name}:${text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')}`

const MAX_OCTETS = 75

// Lines are at most 75 octets long (RFC 5545, 3.1); those that follow begin with a space, which counts. No character is divided.
function fold(line: string): string {
  const lines: string[] = []
  let [text, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MAX_OCTETS) {
      lines.push(text)
      ;[text, octets] = [' ', 1]
    }
    text += character
    octets += size
  }
  return [...lines, text].join('\r\n')
}

// In UTF-8. A surrogate without its other half is written as U+FFFD, which takes three.
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
