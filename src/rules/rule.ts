import type { ApplicationFiles, Artifacts } from '../model/application.js'
import type { Assessment, Provider } from '../model/assessment.js'
import type { Decision } from '../model/decision.js'
import type { Doc, Located } from '../model/doc.js'
import type { Facts } from '../model/facts.js'
import type { Library } from '../model/library.js'
import type { LibraryChanges } from '../model/library-changes.js'
import type { Touch } from '../model/touch.js'
import type { Application, CivilDate, SeparationOfDuties } from '../schema/types.js'
import type { DiagnosticSeverity, Subject } from '../source/diagnostic.js'
import type { Path, Place } from '../source/place.js'
import type { RuleInfo } from '../source/rule-info.js'

/** Where a rule points: a part of a document, or a place that the assessment kept. */
export type At = { readonly part: Located<unknown>; readonly below?: Path; readonly of?: 'key' | 'value' } | { readonly place: Place }

/** One thing a rule found. */
export type Report = {
  readonly at: At
  /** One full sentence, with the offending value in backticks. */
  readonly message: string
  /** What to do; begins with a verb. */
  readonly hint: string
  readonly related?: readonly { readonly message: string; readonly at: At }[]
  readonly about?: Subject
  /** Where it differs from the rule's own, for instance a note for a gap that an exception covers. */
  readonly severity?: DiagnosticSeverity
}

/** Files by path, over the base of test/rules/base. They run as the rule's tests and print as its documentation. */
export type ExampleFiles = Readonly<Record<string, string>>

/** A rule without its check: what everyone may know of it, and its examples. */
export type RuleDocumentation = RuleInfo & {
  /** Gives exactly one diagnostic, of this rule. */
  readonly bad: ExampleFiles
  /** Gives none. */
  readonly good: ExampleFiles
  /** For a rule about what was decided on a gap, an exception or a plan: the code by which the gap itself is told, in both examples. */
  readonly beside?: string
  /** For a rule about a change or about commits: what both examples are compared with. */
  readonly previous?: ExampleFiles
  readonly commits?: ExampleCommits
  /** Day on which the examples are read. Default 2026-09-30. */
  readonly asOf?: CivilDate
}

/** What rules about the shared files see. */
export type LibraryContext = {
  readonly library: Library
  readonly inventory: Inventory
  /** Folders whose inventory entry was not read: what names them is not blamed. */
  readonly unread: ReadonlySet<string>
}

/** What is known of every inventory entry before any is assessed. */
export type Inventory = ReadonlyMap<string, InventoryEntry>
/** One entry in small: a run holds all of them, so the file itself is read again where it is wanted. */
export type InventoryEntry = { readonly id: string; readonly kind: Application['kind']; readonly inherits: readonly string[]; readonly read: () => Doc<Application> }

/** What rules about one application see. */
export type ApplicationContext = LibraryContext & { readonly files: ApplicationFiles; readonly facts: Facts; readonly artifacts: Artifacts; readonly asOf: CivilDate }

/** What rules about a finished assessment see. */
export type AssessmentContext = ApplicationContext & { readonly assessment: Assessment; readonly providers: ReadonlyMap<string, Provider> }

/** Reported while a file is read: the parser and the shape check are its check. */
export type ReadingRule = RuleDocumentation & { readonly kind: 'reading' }

/** Wrong on any day. An error of it makes the application, or the library, broken. */
export type FileRule = RuleDocumentation & { readonly kind: 'file' } & (
    | { readonly over: 'library'; readonly check: (context: LibraryContext) => Iterable<Report> }
    | { readonly over: 'application'; readonly check: (context: ApplicationContext) => Iterable<Report> }
  )

/** Reads the finished assessment. An error in `gap`, at most a warning in `validate`. */
export type GapRule = RuleDocumentation & { readonly kind: 'gap'; readonly check: (context: AssessmentContext) => Iterable<Report> }

/** What rules about changes see: the library of then and of now. */
export type ChangeContext = {
  readonly previous: Library
  readonly library: Library
  readonly changes: LibraryChanges
  /** The earlier revision as the reader named it, and its day. */
  readonly than: string
  readonly then: CivilDate
  readonly asOf: CivilDate
}

/** One thing that a rule about changes found, and by what it touches inventory entries. */
export type ChangeReport = Report & { readonly touches?: Touch }

/** Compares with an earlier library. */
export type ChangeRule = RuleDocumentation & { readonly kind: 'change'; readonly previous: ExampleFiles; readonly check: (context: ChangeContext) => Iterable<ChangeReport> }

/** What rules about who committed a decision see. */
export type DutyContext = {
  readonly policy: SeparationOfDuties
  readonly decisions: readonly Decision[]
  /** What is wrong with `CODEOWNERS`: where, in words. */
  readonly codeowners: readonly Report[]
  /** What git cannot be asked at all, for the shared files or for all. */
  readonly unasked: readonly Report[]
}

/** A commit of an example: its author, and whether it is signed. */
export type ExampleCommit = { readonly author: string; readonly signature?: 'good' | 'bad' | 'unknown' }

/** Who committed what both examples begin with, and who each example in a second commit. */
export type ExampleCommits = { readonly previous: ExampleCommit; readonly bad: ExampleCommit; readonly good: ExampleCommit }

/** Reads what git says of who committed a decision, where `muster.yaml` asks for that. An error leaves its application assessed: a closed quarter is verified by its files alone. */
export type DutyRule = RuleDocumentation & {
  readonly kind: 'duty'
  readonly previous: ExampleFiles
  readonly commits: ExampleCommits
  readonly check: (context: DutyContext) => Iterable<Report>
}

export type Rule = ReadingRule | FileRule | GapRule | ChangeRule | DutyRule
