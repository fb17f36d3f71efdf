import { SCHEMA_VERSION } from '../source/schema-version.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import { plainText } from './plain-text.js'
import type { ReportContext, Reporter } from './reporter.js'
import { toJson } from './to-json.js'
import { totalsOf } from './totals-of.js'

// Adding a key is minor, removing one bumps the major number.

/** The documented contract for programs: src/schema/output/validate.schema.json. */
export const json: Reporter<'json'> = {
  id: 'json',
  summary: 'for programs: a documented contract with a JSON Schema',
  render: (diagnostics, context) => toJson(jsonOf(diagnostics, context)),
}

/** What that reporter writes, for commands that have more to say. */
export const jsonOf = (diagnostics: readonly Diagnostic[], { tool, command }: Pick<ReportContext, 'tool' | 'command'>): Readonly<Record<string, unknown>> => ({
  'schema-version': SCHEMA_VERSION,
  tool: { name: tool.name, version: tool.version },
  command,
  diagnostics: diagnostics.map(diagnosticJson),
  totals: totalsOf(diagnostics),
})

// Prose is made plain; names of files, keys and identifiers stay exact, because programs look them up.
const diagnosticJson = ({ code, severity, message, place, excerpt, related, hint, docs, about }: Diagnostic): unknown => ({
  code,
  severity,
  message: plainText(message),
  place: placeJson(place),
  ...(excerpt && { excerpt: { line: excerpt.line, lines: excerpt.lines.map(plainText), shift: excerpt.shift } }),
  ...(related && { related: related.map((other) => ({ message: plainText(other.message), place: placeJson(other.place) })) }),
  ...(hint !== undefined && { hint: plainText(hint) }),
  docs,
  ...(about && { about }),
})

const placeJson = ({ file, pointer, range }: Place): Place => ({ file, pointer, range })
