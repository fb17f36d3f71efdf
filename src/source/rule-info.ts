import type { DiagnosticSeverity } from './diagnostic.js'

/** What everyone may know of a rule without running it. */
export type RuleInfo = {
  /** Kebab-case; also the name of its file, its test and its anchor in docs/rules.md. Never reused. */
  readonly code: string
  /** `reading`: the file could not be read; `file`: wrong on any day; `gap`: what an assessment says; `change`: against an earlier revision; `duty`: by what git says of who committed a decision. */
  readonly kind: 'reading' | 'file' | 'gap' | 'change' | 'duty'
  readonly severity: DiagnosticSeverity
  /** One sentence: what is wrong when it fires. */
  readonly summary: string
  /** Why it matters, and what to do: one short paragraph. */
  readonly rationale: string
  /** First version of muster with this rule. */
  readonly since: string
}
