import type { Diagnostic, DiagnosticSeverity } from '../source/diagnostic.js'

/** How many diagnostics there are of each severity. */
export function totalsOf(diagnostics: readonly Diagnostic[]): Readonly<Record<DiagnosticSeverity, number>> {
  const count = (severity: DiagnosticSeverity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}
