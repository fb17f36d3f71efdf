// Against the rules of RFC 5545, and against a reader that is not ours.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { toCalendar, type CalendarEvent } from '../../src/export/calendar.js'
import { addDays, fromDays, toDays } from '../../src/model/dates.js'

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({ uid: 'a@passmuster', day: '2026-12-31', dayAfter: '2027-01-01', summary: 'S', description: 'D', ...change })
const read = (text: string): readonly ICAL.Event[] => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

test('an event is a whole day, and ends on the next', () => {
  const [first] = read(toCalendar('N', [event()], '2026-09-30', '1.0.0'))
  expect([first?.startDate.toString(), first?.startDate.isDate, first?.endDate.toString(), first?.uid]).toEqual(['2026-12-31', true, '2027-01-01', 'a@passmuster'])
})

test('special characters of a text are escaped, and others that cannot stand in it left out', () => {
  const text = toCalendar('N', [event({ summary: 'a, b; c\\d\r\ne\nf\u0007g' })], '2026-09-30', '1.0.0')
  expect(text).toContain('SUMMARY:a\\, b\\; c\\\\d\\ne\\nfg\r\n')
  expect(read(text)[0]?.summary).toBe('a, b; c\\d\ne\nfg')
})

test('a line break in a text begins no property', () => {
  const text = toCalendar('N', [event({ description: 'x\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:evil' })], '2026-09-30', '1.0.0')
  expect(read(text).map((one) => one.uid)).toEqual(['a@passmuster'])
})

test('an empty calendar is one', () => expect(read(toCalendar('N', [], '2026-09-30', '1.0.0'))).toEqual([]))

const word = fc.string({ unit: 'binary', maxLength: 200, size: 'max' }).filter((text) => !/[\u0000-\u001f\u007f\u2028\u2029\ufeff]/.test(text) && text.isWellFormed())
const day = fc.integer({ min: toDays('1970-01-01'), max: toDays('2199-12-31') }).map(fromDays)

test('any text comes back as it was, in lines of at most 75 octets that end with CRLF', () => {
  fc.assert(fc.property(fc.array(fc.record({ uid: fc.uuid(), day, summary: word, description: word }), { maxLength: 4 }), word, (plain, name) => {
    const events = plain.map((one) => ({ ...one, dayAfter: addDays(one.day, 1) }))
    const text = toCalendar(name, events, '2026-09-30', '1.0.0')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.slice(0, -2).split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n]/)
    }
    expect(read(text).map((one) => ({ uid: one.uid, day: one.startDate.toString(), summary: one.summary, description: one.description }))).toEqual(plain)
  }))
})
