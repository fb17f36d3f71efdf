import type { Diagnostic } from '../source/diagnostic.js'
import { plainLine } from './plain-text.js'
import type { Reporter } from './reporter.js'
import { showPlace } from './show-place.js'
import { totalsOf } from './totals-of.js'

/** JUnit XML, which most build servers show as test results: an error is a failed test, a warning or a note a passed one with its text as output. */
export const junit: Reporter<'junit'> = {
  id: 'junit',
  summary: 'for build servers: JUnit XML, one test for each diagnostic',
  render: (diagnostics, { command }) => {
    const cases = diagnostics.length === 0 ? [`    <testcase classname="muster" name="${escapeXml(command)}"/>`] : diagnostics.map(caseOf)
    const counts = `tests="${cases.length}" failures="${totalsOf(diagnostics).error}" errors="0"`
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="muster" ${counts}>`,
      `  <testsuite name="muster ${escapeXml(command)}" ${counts}>`,
      ...cases,
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n')
  },
}

function caseOf({ code, severity, message, hint, place, docs }: Diagnostic): string {
  const opening = `    <testcase classname="${escapeXml(plainLine(place.file.replace(/[\t\n]/g, '\ufffd')))}" name="${escapeXml(`${code} ${showPlace(place)}`)}">`
  const text = escapeXml([`${showPlace(place)} ${severity} ${code}`, plainLine(message), ...(hint === undefined ? [] : [`hint: ${plainLine(hint)}`]), `docs: ${docs}`].join('\n'))
  const body = severity === 'error' ? `<failure type="${escapeXml(code)}" message="${escapeXml(plainLine(message))}">${text}</failure>` : `<system-out>${text}</system-out>`
  return `${opening}\n      ${body}\n    </testcase>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
