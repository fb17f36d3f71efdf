import type { Place } from './place.js'

/** How much a diagnostic matters: an error must be mended, a warning looked at, a note known. */
export type DiagnosticSeverity = 'error' | 'warning' | 'note'

/** The lines a diagnostic is about: at most three, at most 200 characters each. */
export type Excerpt = {
  /** Number of the first line. */
  readonly line: number
  readonly lines: readonly string[]
  /** Columns cut off on the left of every line. */
  readonly shift: number
}

/** What a diagnostic is about, beside its place: what makes two of them on one line different. */
export type Subject = {
  readonly application?: string
  readonly control?: string
  readonly objective?: string
  readonly evidence?: string
  readonly component?: string
  /** Severity of the gap that a diagnostic of kind `gap` shows. */
  readonly severity?: 'low' | 'moderate' | 'high' | 'critical'
  /** Last day on which an exception covers the gap. */
  readonly 'accepted-until'?: string
}

/** One thing wrong in one place of one file. */
export type Diagnostic = {
  readonly code: string
  readonly severity: DiagnosticSeverity
  /** One full sentence, with the offending value in backticks. */
  readonly message: string
  readonly place: Place
  readonly excerpt?: Excerpt
  readonly related?: readonly { readonly message: string; readonly place: Place }[]
  /** What to do; begins with a verb. */
  readonly hint?: string
  /** Address of the rule's documentation. */
  readonly docs: string
  readonly about?: Subject
}

const DOCS = 'https://github.com/passmuster/passmuster/blob/main/docs/rules.md'

/** Address of a rule's documentation. */
export const docsOf = (code: string): string => `${DOCS}#${code}`

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Order of diagnostics: file, line, column, code, message. */
export const compareDiagnostics = (a: Diagnostic, b: Diagnostic): number =>
  compareText(a.place.file, b.place.file) ||
  a.place.range.start.line - b.place.range.start.line ||
  a.place.range.start.column - b.place.range.start.column ||
  compareText(a.code, b.code) ||
  compareText(a.message, b.message)
