import type { Diagnostic, DiagnosticSeverity, Subject } from '../source/diagnostic.js'

const SEVERITIES = { error: 0, warning: 1, note: 2 } satisfies Record<DiagnosticSeverity, number>
const GAP_SEVERITIES = { critical: 1, high: 2, moderate: 3, low: 4 } satisfies Record<NonNullable<Subject['severity']>, number>

// What is not a gap is a file that cannot be relied on, and goes before gaps of the same severity.
const gapRank = ({ about }: Diagnostic): number => (about?.severity === undefined ? 0 : GAP_SEVERITIES[about.severity])

/** Diagnostics by severity, then by the severity of the gap they show; otherwise in the order they came in. */
export const worstFirst = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  [...diagnostics].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity] || gapRank(a) - gapRank(b))
