import type { Diagnostic, DiagnosticSeverity } from '../source/diagnostic.js'
import { counted } from '../source/list-in-words.js'
import type { Range } from '../source/place.js'
import { lastLineOf } from './last-line-of.js'
import { plainLine, plainText } from './plain-text.js'
import type { ReportContext, Reporter } from './reporter.js'
import { shorten } from './shorten.js'
import { isBuiltin, showPlace } from './show-place.js'
import { worstFirst } from './worst-first.js'

/** Annotations of one kind that GitHub shows for a step; the runner drops the rest. */
const SHOWN = 10
/** The runner cuts a message at 4,096 characters; the hint must come before. */
const LONGEST_MESSAGE = 2000
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } satisfies Record<DiagnosticSeverity, string>

/** Workflow commands that GitHub Actions shows as annotations on the lines of a pull request. */
export const github: Reporter<'github'> = {
  id: 'github',
  summary: 'for GitHub Actions: annotations on the lines of a pull request',
  render: (diagnostics, context) => {
    const ordered = worstFirst(diagnostics)
    const kinds = Object.keys(COMMANDS).map((kind) => ordered.filter(({ severity }) => severity === kind))
    const complete = kinds.every((kind) => kind.length <= SHOWN)
    // The closing notice is one of the ten.
    const shown = new Set(kinds.flatMap((kind) => kind.slice(0, !complete && kind[0]?.severity === 'note' ? SHOWN - 1 : SHOWN)))
    const rest = ordered.filter((diagnostic) => !shown.has(diagnostic))
    return [...[...shown].map((diagnostic) => annotation(diagnostic, context)), ...restLines(rest, context)].map((line) => `${line}\n`).join('')
  },
}

function annotation({ code, severity, message, place, related = [], hint }: Diagnostic, { prefix }: ReportContext): string {
  const lines = [
    `${isBuiltin(place.file) ? `${showPlace(place)}: ` : ''}${shorten(plainLine(message), LONGEST_MESSAGE)}`,
    ...(hint === undefined ? [] : [plainLine(hint)]),
    ...related.map((other) => `related: ${showPlace(other.place)} ${plainLine(other.message)}`),
  ]
  const where = isBuiltin(place.file) ? {} : { file: plainText(prefix + place.file), ...spanOf(place.range) }
  return command(COMMANDS[severity], { ...where, title: code }, lines.join('\n'))
}

// The runner refuses columns with a range of several lines.
function spanOf(range: Range): Readonly<Record<string, number>> {
  const { start, end } = range
  const lines = { line: start.line, endLine: lastLineOf(range) }
  return end.line > start.line ? lines : { ...lines, col: start.column, endColumn: end.column }
}

function restLines(rest: readonly Diagnostic[], { command: verb }: ReportContext): readonly string[] {
  if (rest.length === 0) return []
  return [
    command('group', {}, `${counted(rest.length, 'diagnostic')} without an annotation`),
    ...rest.map(({ place, severity, code, message, hint = '' }) => `${showPlace(place)} ${severity} ${code}: ${plainLine(`${message} ${hint}`)}`),
    command('endgroup', {}, ''),
    command('notice', { title: `muster ${verb}` }, `${rest.length.toLocaleString('en')} more ${rest.length === 1 ? 'is' : 'are'} not shown here, because GitHub shows at most ${SHOWN} annotations of a kind for a step. The log of this step lists ${rest.length === 1 ? 'it' : 'them'}.`),
  ]
}

function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ' '}${list}::${escapeData(data)}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
