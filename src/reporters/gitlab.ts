import type { Diagnostic, DiagnosticSeverity } from '../source/diagnostic.js'
import { fingerprintsOf } from './fingerprints.js'
import { lastLineOf } from './last-line-of.js'
import { plainLine } from './plain-text.js'
import type { Reporter } from './reporter.js'
import { isBuiltin, showPlace } from './show-place.js'
import { toJson } from './to-json.js'

// GitLab knows info, minor, major, critical and blocker. The severity of a gap stands in its message.
const SEVERITIES = { error: 'major', warning: 'minor', note: 'info' } satisfies Record<DiagnosticSeverity, string>

/** A code quality report of GitLab, which the merge request shows on its lines. */
export const gitlab: Reporter<'gitlab'> = {
  id: 'gitlab',
  summary: 'for GitLab: a code quality report, shown on the lines of a merge request',
  render: (diagnostics, { prefix }) => {
    const fingerprints = fingerprintsOf(diagnostics, prefix)
    return toJson(diagnostics.map((diagnostic) => entryOf(diagnostic, prefix, fingerprints.get(diagnostic) ?? '')))
  },
}

// GitLab drops an entry without a path, so what is wrong in a built-in file is shown at the configuration that names the layer.
function entryOf({ code, severity, message, hint, place }: Diagnostic, prefix: string, fingerprint: string): unknown {
  const builtin = isBuiltin(place.file)
  const description = [...(builtin ? [`${showPlace(place)}:`] : []), plainLine(message), ...(hint === undefined ? [] : [plainLine(hint)])].join(' ')
  const location = builtin ? { path: `${prefix}muster.yaml`, lines: { begin: 1 } } : { path: prefix + place.file, lines: { begin: place.range.start.line, end: lastLineOf(place.range) } }
  return { description, check_name: code, fingerprint, severity: SEVERITIES[severity], location }
}
