import type { Diagnostic, DiagnosticSeverity } from '../source/diagnostic.js'
import { counted } from '../source/list-in-words.js'
import { codeFrame } from './code-frame.js'
import { plainLine } from './plain-text.js'
import type { Paint, Reporter } from './reporter.js'
import { showPlace } from './show-place.js'
import { totalsOf } from './totals-of.js'

const COLOURS = { error: 'red', warning: 'yellow', note: 'blue' } satisfies Record<DiagnosticSeverity, keyof Paint>

/** What a person reads in a terminal. */
export const text: Reporter<'text'> = {
  id: 'text',
  summary: 'for people: each diagnostic with its line, what to do, and where to read on',
  render: (diagnostics, { paint, command }) => {
    if (diagnostics.length === 0) return `${paint.green(command === 'gap' ? 'No gaps.' : 'Nothing wrong.')}\n`
    const blocks = alike(diagnostics).map((group) => block(group, paint))
    return `${[...blocks, summaryOf(diagnostics, paint)].join('\n\n')}\n`
  },
}

/** Diagnostics that say the same, so that it is said once under the places of all. */
function alike(diagnostics: readonly Diagnostic[]): readonly (readonly [Diagnostic, ...Diagnostic[]])[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>()
  for (const diagnostic of diagnostics) {
    const { code, severity, message, hint, docs, related = [] } = diagnostic
    const key = JSON.stringify([code, severity, message, hint, docs, related])
    const group = groups.get(key)
    if (group) group.push(diagnostic)
    else groups.set(key, [diagnostic])
  }
  return [...groups.values()]
}

function block(group: readonly [Diagnostic, ...Diagnostic[]], paint: Paint): string {
  const [{ severity, message, place, excerpt, related = [], hint, docs }] = group
  const lines = [
    plainLine(message),
    ...(excerpt ? codeFrame(excerpt, place.range, { gutter: paint.dim, caret: paint[COLOURS[severity]] }) : []),
    ...related.map((other) => `${paint.dim('related:')} ${showPlace(other.place)} ${plainLine(other.message)}`),
    ...(hint === undefined ? [] : [`${paint.green('hint:')} ${plainLine(hint)}`]),
    paint.dim(`docs: ${plainLine(docs)}`),
  ]
  return [...group.map((diagnostic) => heading(diagnostic, paint)), ...lines.map((line) => `  ${line}`)].join('\n')
}

const heading = ({ place, severity, code }: Diagnostic, paint: Paint): string =>
  `${paint.bold(showPlace(place))} ${paint[COLOURS[severity]](severity)} ${plainLine(code)}`

function summaryOf(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const totals = totalsOf(diagnostics)
  const severities: readonly DiagnosticSeverity[] = ['error', 'warning', 'note']
  return severities
    .filter((severity) => totals[severity] > 0)
    .map((severity) => paint[COLOURS[severity]](counted(totals[severity], severity)))
    .join(', ')
}
