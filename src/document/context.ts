import type { Evidence, Exception, Implementation, PoamItem, Application, CivilDate, Severity } from '../schema/types.js'
import type { Finding, FindingState } from '../model/assessment.js'
import type { ElementCoverage } from '../model/coverage.js'
import type { FindingChange } from '../model/finding-change.js'
import type { Facts } from '../model/facts.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import type { BinderPlan } from './binder/plan-binder.js'
import type { DocumentInfo } from './documents.js'
import type { Language, Texts } from './texts/index.js'

/** A part of a file, and where it stands. */
export type Recorded<T> = { readonly data: T; readonly place: Place }

/** An inventory entry as it was assessed, without the texts of its files. */
export type AssessedApplication = {
  readonly id: string
  readonly application: Application
  readonly facts: Facts
  readonly findings: readonly Finding[]
  readonly implementations: readonly Recorded<Implementation>[]
  readonly evidence: readonly Recorded<Evidence>[]
  readonly exceptions: readonly Recorded<Exception>[]
  readonly poam: readonly Recorded<PoamItem>[]
  /** Coverage of the leaf elements, by framework id; only of frameworks that were adopted for it. */
  readonly coverage: ReadonlyMap<string, readonly ElementCoverage[]>
  /** Figures that a collector read in the artifacts, by evidence id. All others are only stated. */
  readonly read: ReadonlyMap<string, Readonly<Record<string, number | boolean>>>
  /** Controls that the organization answers, and what came of them. */
  readonly carried: ReadonlyMap<string, FindingState>
  /** Characteristics that decide about a control and that nobody answered, with those controls. */
  readonly unanswered: ReadonlyMap<string, readonly string[]>
  /** What stands otherwise than in the quarter before; absent where it was not assessed then. */
  readonly changes?: readonly FindingChange[]
}

/** An inventory entry that could not be assessed, and why. */
export type UnassessedApplication = {
  readonly id: string
  readonly application?: Application
  readonly diagnostics: readonly Diagnostic[]
  /** Frameworks that were adopted for it, by id; all where nobody can say. */
  readonly inScopeOf: ReadonlySet<string>
}

/** The closed quarter that a document is compared with: the last one that ended before its day. */
export type PreviousQuarter = {
  /** `2026-Q2`. */
  readonly quarter: string
  readonly asOf: CivilDate
  /** The catalog of then, with its version. */
  readonly catalog: string
  /** Whether each entry of then was assessed, by id. */
  readonly entries: ReadonlyMap<string, boolean>
}

/** A record in `quarters/` that does not hold: it cannot be read and is left out, or was changed after it was closed and counts as it stands. */
export type QuarterFault = { readonly file: string; readonly fault: 'unreadable' | 'changed' }

/** The figures of one closed quarter, over the entries that the document is about. */
export type TrendPoint = {
  readonly quarter: string
  readonly corrected: boolean
  readonly asOf: CivilDate
  /** Entries of then, and those of them that could be assessed. */
  readonly entries: number
  readonly assessed: number
  readonly satisfied: number
  readonly gaps: Readonly<Record<Severity, number>>
  readonly accepted: number
  readonly 'not-assessed': number
}

/** The git revision that the files were read from. */
export type DocumentRevision = { readonly commit: string; readonly changed: boolean }

/** Everything that a document may say, as plain data. */
export type DocumentContext = {
  readonly document: DocumentInfo
  readonly language: Language
  readonly texts: Texts
  readonly library: Library
  /** The frameworks that the document reports on, in the organization's order. */
  readonly frameworks: readonly FrameworkEntry[]
  /** The entry that the document is about; absent for the portfolio. */
  readonly subject?: AssessedApplication
  /** What was assessed: the subject alone, or the organization, platforms and applications of the portfolio. */
  readonly applications: readonly AssessedApplication[]
  readonly unassessed: readonly UnassessedApplication[]
  readonly asOf: CivilDate
  readonly revision?: DocumentRevision
  readonly tool: { readonly name: string; readonly version: string }
  /** First days on which items of evidence stood in git, by application and id. */
  readonly filed?: ReadonlyMap<string, CivilDate>
  /** What goes into the binder that the document is the index of. */
  readonly binder?: BinderPlan
  readonly previous?: PreviousQuarter
  /** Closed quarters up to the day, the oldest first. */
  readonly trend?: readonly TrendPoint[]
  readonly quarterFaults?: readonly QuarterFault[]
}
