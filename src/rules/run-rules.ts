import { placeOf, type Doc } from '../model/doc.js'
import type { Touch } from '../model/touch.js'
import { docsOf, type Diagnostic, type DiagnosticSeverity } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import type { ApplicationContext, AssessmentContext, At, ChangeContext, DutyContext, LibraryContext, Report, Rule } from './rule.js'

/** Diagnostics of the rules about the shared files. */
export const runLibraryRules = (rules: readonly Rule[], context: LibraryContext): readonly Diagnostic[] =>
  rules.flatMap((rule) => (rule.kind === 'file' && rule.over === 'library' ? diagnose(rule, rule.check(context), () => undefined) : []))

/** Diagnostics of the rules about the files of one application. */
export const runApplicationRules = (rules: readonly Rule[], context: ApplicationContext): readonly Diagnostic[] =>
  rules.flatMap((rule) => (rule.kind === 'file' && rule.over === 'application' ? diagnose(rule, rule.check(context), docFinder(context)) : []))

/** Diagnostics of the rules about a finished assessment. `worst` is `error` in `gap` and `warning` in `validate`. */
export const runGapRules = (rules: readonly Rule[], context: AssessmentContext, worst: 'error' | 'warning'): readonly Diagnostic[] =>
  rules.flatMap((rule) => (rule.kind === 'gap' ? diagnose(rule, rule.check(context), docFinder(context), worst) : []))

/** Diagnostics of the rules about changes. `touched` says in a sentence which inventory entries a change touches; empty for none. */
export const runChangeRules = (rules: readonly Rule[], context: ChangeContext, touched: (touch: Touch) => string = () => ''): readonly Diagnostic[] =>
  rules.flatMap((rule) => (rule.kind === 'change' ? [...rule.check(context)].flatMap(({ touches, ...report }) => {
    const sentence = touches === undefined ? '' : touched(touches)
    return diagnose(rule, [sentence === '' ? report : { ...report, message: `${report.message} ${sentence}` }], () => undefined)
  }) : []))

/** Diagnostics of the rules about who committed a decision. */
export const runDutyRules = (rules: readonly Rule[], context: DutyContext, docs: readonly Doc<unknown>[] = []): readonly Diagnostic[] =>
  rules.flatMap((rule) => (rule.kind === 'duty' ? diagnose(rule, rule.check(context), (file) => docs.find((doc) => doc.file === file)) : []))

type DocFinder = (file: string) => Doc<unknown> | undefined

const docFinder = ({ files }: ApplicationContext): DocFinder => (file) => files.docs.find((doc) => doc.file === file)

function diagnose(rule: Rule, reports: Iterable<Report>, docOf: DocFinder, worst: 'error' | 'warning' = 'error'): readonly Diagnostic[] {
  return [...reports].map(({ at, message, hint, related, about, severity }): Diagnostic => {
    const place = placeAt(at)
    const doc = 'part' in at ? at.part.doc : docOf(place.file)
    const excerpt = doc?.source.excerpt(place.range)
    return {
      code: rule.code,
      severity: atMost(severity ?? rule.severity, worst),
      message,
      place,
      ...(excerpt && { excerpt }),
      ...(related && related.length > 0 && { related: related.map((other) => ({ message: other.message, place: placeAt(other.at) })) }),
      hint,
      docs: docsOf(rule.code),
      ...(about && { about }),
    }
  })
}

const placeAt = (at: At): Place => ('place' in at ? at.place : placeOf(at.part, at.below, at.of))

const atMost = (severity: DiagnosticSeverity, worst: 'error' | 'warning'): DiagnosticSeverity => (severity === 'error' ? worst : severity)
