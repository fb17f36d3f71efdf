// Generated from src/schema/input by `npm run generate`. Do not edit.

/**
 * `adoption/<framework>.yaml`: what the organization decided about one framework.
 */
export interface Adoption {
/**
 * The framework; the file has the same name.
 */
readonly framework: Slug
/**
 * First day on which the decision holds.
 */
readonly from: CivilDate
readonly entries?: AdoptionEntries
readonly approved?: AdoptionApproval
/**
 * When it is looked at again.
 */
readonly "next-review"?: CivilDate
/**
 * Decisions about single elements.
 */
readonly elements?: {
readonly [k: string]: AdoptedElement
}
}
/**
 * For which inventory entries it holds. All parts must hold; without any, for all.
 */
export interface AdoptionEntries {
/**
 * Entries in one of these lifecycle states. The organization always belongs.
 * 
 * @minItems 1
 */
readonly lifecycle?: readonly Lifecycle[]
/**
 * These entries.
 * 
 * @minItems 1
 */
readonly only?: readonly Slug[]
/**
 * Not these entries.
 * 
 * @minItems 1
 */
readonly except?: readonly Slug[]
}
/**
 * Who approved it.
 */
export interface AdoptionApproval {
/**
 * Who.
 */
readonly by: Person
/**
 * When.
 */
readonly on: CivilDate
}
export interface AdoptedElement {
/**
 * Whether it is included. Not stated is printed as not stated.
 */
readonly included?: boolean
/**
 * Why: for an inclusion `risk-treatment`, `legal`, `contractual` or `business`; for an exclusion a sentence.
 */
readonly reason?: Text
/**
 * Reference into the organization's own register.
 */
readonly ref?: Text
/**
 * Who owns it.
 */
readonly owner?: Person
/**
 * Priority in the target profile.
 */
readonly priority?: Severity
readonly target?: AdoptionTarget
/**
 * Notes.
 */
readonly notes?: Text
}
/**
 * What is aimed at.
 */
export interface AdoptionTarget {
/**
 * State.
 */
readonly state: ("met" | "partly-met" | "not-met")
/**
 * Day.
 */
readonly by?: CivilDate
/**
 * CSF Tier that is aimed at: 1 partial, 2 risk informed, 3 repeatable, 4 adaptive.
 */
readonly tier?: (1 | 2 | 3 | 4)
}

/**
 * `applications/<id>/application.yaml`: the inventory entry of an application, a platform or the organization.
 */
export interface Application {
/**
 * Identifier; the folder has the same name.
 */
readonly id: Slug
/**
 * `application`, `platform` (shared by applications) or `organization` (answers the organization-wide controls once).
 */
readonly kind: ("application" | "platform" | "organization")
/**
 * Name.
 */
readonly title: Text
/**
 * What it does and for whom, in a sentence or two.
 */
readonly purpose: Text
/**
 * Who uses it.
 */
readonly users?: readonly Slug[]
readonly owner: Owner
readonly lifecycle?: Lifecycle
/**
 * The day from which its controls are asked of it.
 */
readonly "in-scope-since": CivilDate
/**
 * The day of its retirement.
 */
readonly "retired-on"?: CivilDate
/**
 * Roles of the organization for it (ISO/IEC 22989).
 */
readonly roles?: readonly ("ai-provider" | "ai-producer" | "ai-customer" | "ai-partner" | "ai-subject")[]
readonly "eu-ai-act"?: EuAiActStatus
/**
 * Facts that decide applicability, each true or false. What is not stated is unknown.
 */
readonly characteristics?: ({
readonly [k: string]: boolean
} | null)
/**
 * A level for each factor of the catalog's risk table. What is not stated counts as its highest level.
 */
readonly "risk-factors"?: ({
readonly [k: string]: Slug
} | null)
readonly "tier-floor"?: TierFloor
/**
 * What it is made of.
 */
readonly components?: readonly Component[] | null
/**
 * Platforms on which it relies. The organization is inherited by all and not listed.
 */
readonly inherits?: readonly Slug[]
/**
 * Reviews of the facts above: lifecycle, in-scope-since, characteristics, risk factors, tier floor, which components there are.
 */
readonly reviews?: readonly Review[]
}
/**
 * Who answers for it.
 */
export interface Owner {
/**
 * Who is accountable.
 */
readonly accountable: Person
/**
 * Who knows how it works.
 */
readonly technical?: Person
}
/**
 * Role and class under Regulation (EU) 2024/1689, as the organization determined them.
 */
export interface EuAiActStatus {
/**
 * Role.
 */
readonly role?: ("provider" | "deployer" | "importer" | "distributor" | "none")
/**
 * Class.
 */
readonly class?: ("prohibited" | "high-risk" | "limited" | "minimal" | "general-purpose" | "none")
}
/**
 * The lowest tier that the risk function lets it have. It raises, never lowers.
 */
export interface TierFloor {
readonly tier: Tier
/**
 * Why.
 */
readonly reason: Text
/**
 * Who set it.
 */
readonly by: Person
}

/**
 * A model, dataset, prompt, agent, tool, index or service.
 */
export interface Component {
/**
 * Identifier within the application.
 */
readonly id: Slug
readonly kind: ComponentKind
/**
 * Name.
 */
readonly title: Text
/**
 * The version in use, as its supplier writes it.
 */
readonly version?: string
/**
 * First day on which this version was in use.
 */
readonly since?: CivilDate
/**
 * Who supplies it.
 */
readonly supplier?: Text
/**
 * The model or dataset that it was derived from.
 */
readonly "based-on"?: Text
/**
 * Package URL.
 */
readonly purl?: string
}

/**
 * `controls/catalog.yaml`: what all controls share.
 */
export interface Catalog {
/**
 * Identifier of the catalog.
 */
readonly id: Slug
/**
 * Name of the catalog.
 */
readonly title: Text
/**
 * Version of the catalog as a whole.
 */
readonly version: Version
/**
 * Groups of controls, in the order in which they are printed.
 */
readonly groups?: readonly Group[]
/**
 * The closed list of facts that decide applicability.
 */
readonly characteristics?: readonly Characteristic[]
readonly risk?: RiskTable
readonly gaps?: GapTable
readonly exceptions?: ExceptionTable
}
export interface Group {
/**
 * Identifier, and the name of the folder that holds the group's controls.
 */
readonly id: Slug
/**
 * Name of the group.
 */
readonly title: Text
}
export interface Characteristic {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * Short name.
 */
readonly title: Text
/**
 * The question that an owner answers with true or false.
 */
readonly question: Text
}
/**
 * How risk factors become a risk tier.
 */
export interface RiskTable {
/**
 * The risk factors.
 * 
 * @minItems 1
 */
readonly factors: readonly RiskFactor[]
/**
 * The four tiers with the points from which each begins.
 * 
 * @minItems 4
 * @maxItems 4
 */
readonly tiers: readonly TierThreshold[]
}
export interface RiskFactor {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * Short name.
 */
readonly title: Text
/**
 * The question that an owner answers with one level.
 */
readonly question: Text
/**
 * The levels, lowest points first.
 * 
 * @minItems 2
 */
readonly levels: readonly RiskLevel[]
}
export interface RiskLevel {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * Points that this level adds.
 */
readonly points: number
/**
 * When this level is the right one.
 */
readonly description: Text
/**
 * Characteristics that hold at this level, so that one fact is stated once.
 */
readonly implies?: readonly Slug[]
}
export interface TierThreshold {
/**
 * The tier.
 */
readonly tier: Tier
/**
 * The lowest sum of points with this tier.
 */
readonly "from-points": number
}
/**
 * How urgent a gap is.
 */
export interface GapTable {
/**
 * For each tier, the gap severity of each control severity. A tier raises or keeps, never lowers.
 */
readonly "severity-by-tier": {
readonly low: SeverityMap
readonly moderate: SeverityMap
readonly high: SeverityMap
readonly critical: SeverityMap
}
/**
 * Days from the opening of a gap until it is due, by gap severity.
 */
readonly "due-days": {
/**
 * Days.
 */
readonly low: number
/**
 * Days.
 */
readonly moderate: number
/**
 * Days.
 */
readonly high: number
/**
 * Days.
 */
readonly critical: number
}
}
/**
 * How long an exception may last, its renewals included, by gap severity.
 */
export interface ExceptionTable {
/**
 * The longest unbroken chain of exceptions for one control.
 */
readonly longest: {
readonly low: Duration
readonly moderate: Duration
readonly high: Duration
readonly critical: Duration
}
}

/**
 * Control severity to gap severity.
 */
export interface SeverityMap {
readonly low: Severity
readonly moderate: Severity
readonly high: Severity
readonly critical: Severity
}

/**
 * A kebab-case identifier: lower-case letters, digits, dots and hyphens. Stable, never reused.
 */
export type Slug = string

/**
 * Identifier of a control, for example `TST-03`.
 */
export type ControlId = string

/**
 * The id of a control.
 */
export type ControlRef = string

/**
 * Identifier of an objective, for example `TST-03.a`.
 */
export type ObjectiveId = string

/**
 * Identifier of a framework element exactly as its publisher prints it, without the edition.
 */
export type ElementId = string

/**
 * A semantic version with three parts, for example `1.2.0`.
 */
export type Version = string

/**
 * A civil date in UTC, year-month-day, for example `2026-09-10`.
 */
export type CivilDate = string

/**
 * A length of time in days, weeks, months or years: `P90D`, `P2W`, `P3M`, `P1Y`.
 */
export type Duration = string

/**
 * A calendar period: month, quarter, half year or year.
 */
export type Period = ("P1M" | "P3M" | "P6M" | "P1Y")

/**
 * How bad the absence of a control is.
 */
export type Severity = ("low" | "moderate" | "high" | "critical")

/**
 * A risk tier.
 */
export type Tier = ("low" | "moderate" | "high" | "critical")

/**
 * Where an application stands in its life.
 */
export type Lifecycle = ("idea" | "development" | "pilot" | "production" | "retired")

/**
 * How widely something may be shown, lowest first.
 */
export type Classification = ("public" | "internal" | "confidential" | "restricted")

/**
 * What a component is.
 */
export type ComponentKind = ("model" | "dataset" | "prompt" | "agent" | "tool" | "index" | "service")

/**
 * A SHA-256 digest in 64 lower-case hexadecimal digits.
 */
export type Sha256 = string

/**
 * The first 32 hexadecimal digits of the SHA-256 of the canonical JSON of what was reviewed.
 */
export type Fingerprint = string

/**
 * Plain text. Never markup when it comes from an application.
 */
export type Text = string

/**
 * The id of a person in `muster.yaml`.
 */
export type Person = string

/**
 * A named person's dated decision about exact content.
 */
export interface Review {
/**
 * Who decided: a person, never a group.
 */
readonly by: Person
/**
 * The day of the decision.
 */
readonly on: CivilDate
/**
 * `accepted`, or `returned` for more work.
 */
readonly decision: ("accepted" | "returned")
/**
 * Fingerprint of exactly what was reviewed. When the content changes, the review no longer holds.
 */
readonly of: Fingerprint
/**
 * Last day on which the decision holds.
 */
readonly expires?: CivilDate
/**
 * What the reviewer wants remembered; for a return, what to do.
 */
readonly remarks?: Text
}

/**
 * `muster.yaml`: the settings of one governance repository.
 */
export interface Config {
/**
 * Name of the organization, printed in every document.
 */
readonly title: Text
/**
 * Catalog layers in order: `builtin` is the catalog that comes with muster, `.` is `controls/` and `frameworks/` beside this file. Default `[builtin]`.
 * 
 * @minItems 1
 */
readonly catalog?: readonly ("builtin" | ".")[]
/**
 * Frameworks that are reported on. Default: those with a file in `adoption/`, and without any such file every framework that is not superseded.
 */
readonly frameworks?: readonly Slug[]
/**
 * Everyone whom the files name.
 */
readonly people?: readonly KnownPerson[]
/**
 * Who may approve an exception, by the severity of the gap.
 */
readonly approvers?: readonly Approver[]
/**
 * The highest class of evidence that git may hold. Default `internal`.
 */
readonly "highest-classification"?: Classification
readonly calendar?: Calendar
readonly documents?: DocumentResponsibilities
readonly "separation-of-duties"?: SeparationOfDuties
/**
 * Folders and files that are not read, as paths or with `*` and `**`.
 */
readonly ignore?: readonly string[]
}
export interface KnownPerson {
/**
 * Identifier, as files use it.
 */
readonly id: Person
/**
 * Name or function.
 */
readonly title: Text
/**
 * Address.
 */
readonly email?: Email
/**
 * Further addresses under which this person commits.
 * 
 * @minItems 1
 */
readonly "commits-as"?: readonly Email[]
/**
 * Name on the forge, as `CODEOWNERS` has it: `@octocat`, of a group `@acme/grc`.
 */
readonly handle?: string
/**
 * True for a team or a mailing list: it may own, and never decides. Default false.
 */
readonly group?: boolean
/**
 * Of a group: the people in it.
 * 
 * @minItems 1
 */
readonly members?: readonly Person[]
/**
 * Roles that `approvers` names.
 */
readonly roles?: readonly Slug[]
}
export interface Approver {
/**
 * A role of `people`.
 */
readonly role: Slug
/**
 * The highest gap severity that this role may accept.
 */
readonly "up-to": Severity
}
/**
 * The quarters that are closed. Periods of evidence (`every: P3M`) stay those of the calendar year.
 */
export interface Calendar {
/**
 * Month in which the fiscal year begins, 1 to 12. Default 1.
 */
readonly "first-month"?: number
/**
 * Whether a fiscal year has the number of the calendar year in which it begins or of the one in which it ends. Default `start`.
 */
readonly "year-named-after"?: ("start" | "end")
/**
 * How many days after the end of a quarter a review may be made and still count for it. Default 30.
 */
readonly "cutoff-days"?: number
}
/**
 * Who answers for the documents that `muster report` writes. What is not stated is printed as not stated.
 */
export interface DocumentResponsibilities {
/**
 * Who prepares them.
 */
readonly author?: Person
/**
 * Who approves them. For a document about one adopted framework its own approval is printed instead.
 */
readonly approver?: Person
/**
 * When they are looked at again.
 */
readonly "next-review"?: CivilDate
}
/**
 * What git must say of reviews and approvals. Without it git is not asked.
 */
export interface SeparationOfDuties {
/**
 * Whose commit brings a decision: that of the person who decided, or that of anybody but those who asked for it.
 */
readonly "committed-by": ("decider" | "anyone-but-requester")
/**
 * Whether the commit of a decision must have a signature that can be verified. Default: no.
 */
readonly signatures?: "required"
/**
 * File of this repository with the keys by which SSH signatures are verified, in the form of `ssh-keygen`. Default: what git is configured with.
 */
readonly "allowed-signers"?: string
/**
 * Whether `CODEOWNERS` must name who approved as an owner of the file. Default: no.
 */
readonly codeowners?: "required"
/**
 * A commit, in full: what it holds already is not compared.
 */
readonly since?: string
}

/**
 * An address.
 */
export type Email = string

/**
 * `controls/<group>/<ID>.yaml`: one safeguard.
 */
export interface Control {
/**
 * Identifier; the file has the same name.
 */
readonly id: ControlId
/**
 * Version of this control. Major: an application that satisfied it may no longer. Minor: new optional guidance, a clarified objective. Patch: wording.
 */
readonly version: Version
/**
 * First day of this major version. Before it the control is upcoming.
 */
readonly effective: CivilDate
/**
 * Only active and deprecated controls apply. A deprecated or withdrawn one names its successor in `replaced-by`.
 */
readonly status: ("draft" | "active" | "deprecated" | "withdrawn")
/**
 * The control that takes its place.
 */
readonly "replaced-by"?: ControlRef
/**
 * Whose answers `muster evidence migrate` moves here: those to another control, or to an earlier major version of this one of which objectives moved.
 * 
 * @minItems 1
 */
readonly replaces?: readonly Replacement[]
/**
 * `application`: each application and platform answers. `organization`: the organization answers once for all.
 */
readonly scope: ("application" | "organization")
/**
 * Name of the control.
 */
readonly title: Text
/**
 * What must be true: a statement that one can be wrong about.
 */
readonly statement: Text
/**
 * The consequence of its absence in one sentence, printed in gap reports.
 */
readonly risk: Text
/**
 * Markdown: how teams usually meet it, what good looks like, the usual mistake.
 */
readonly guidance: Text
/**
 * What its absence means.
 */
readonly severity: Severity
readonly applicability?: Applicability
/**
 * Values that an organization may tune.
 */
readonly parameters?: readonly Parameter[]
/**
 * The verifiable parts of the control.
 * 
 * @minItems 1
 * @maxItems 26
 */
readonly objectives: readonly Objective[]
}

/**
 * To what the control applies. All parts must hold; a fact that nobody stated counts as holding.
 */
export interface Applicability {
/**
 * At least one of these characteristics.
 * 
 * @minItems 1
 */
readonly any?: readonly Slug[]
/**
 * Each of these characteristics.
 * 
 * @minItems 1
 */
readonly all?: readonly Slug[]
/**
 * None of these characteristics.
 * 
 * @minItems 1
 */
readonly none?: readonly Slug[]
/**
 * One of these lifecycle states. Without this part the control applies in every state but `retired`.
 * 
 * @minItems 1
 */
readonly lifecycle?: readonly Lifecycle[]
/**
 * This risk tier or a higher one.
 */
readonly "tier-at-least"?: Tier
}

/**
 * A control whose answers, or part of them, belong here from one major version on.
 */
export interface Replacement {
/**
 * The control that was answered; this one where only its objectives moved.
 */
readonly control: ControlRef
/**
 * The version of this control that took over. Answers for a lower major number are moved.
 */
readonly version: Version
/**
 * Where its objectives went: old id to new id. One that is not named keeps its id if this control has it; otherwise nothing took its place.
 */
readonly objectives?: {
readonly [k: string]: ObjectiveId
}
/**
 * Only names changed: whoever satisfied the former satisfies this one, so answers and exceptions hold as they are. Default false: they must be given again.
 */
readonly "same-meaning"?: boolean
}

/**
 * A number or a duration.
 */
export type ParameterValue = (number | Duration)

/**
 * A value that an organization may tune.
 */
export interface Parameter {
/**
 * Identifier within the control.
 */
readonly id: Slug
/**
 * The value for tiers that `by-tier` does not name.
 */
readonly value: ParameterValue
/**
 * Other values for single tiers.
 */
readonly "by-tier"?: {
readonly low?: ParameterValue
readonly moderate?: ParameterValue
readonly high?: ParameterValue
readonly critical?: ParameterValue
}
/**
 * What it is, with its unit.
 */
readonly description: Text
}

/**
 * One verifiable part of a control.
 */
export interface Objective {
/**
 * Identifier: the control's id, a dot and a letter.
 */
readonly id: ObjectiveId
/**
 * How it is verified (NIST SP 800-53A).
 */
readonly method: ("EXAMINE" | "INTERVIEW" | "TEST")
/**
 * What is verified.
 */
readonly text: Text
/**
 * Whether a platform may meet it on an application's behalf. Default false.
 */
readonly inheritable?: boolean
/**
 * One observation for each component of this kind. Without it once for the application.
 */
readonly "for-each"?: ComponentKind
/**
 * Evidence of an earlier version of its component is stale.
 */
readonly "renew-on"?: "component-version"
/**
 * What it asks for; each request must be met.
 * 
 * @minItems 1
 */
readonly evidence: readonly EvidenceRequest[]
}

/**
 * What an objective asks for. Either `valid-for`, or `every` with `over`.
 */
export interface EvidenceRequest {
/**
 * Evidence types, any of which is accepted.
 * 
 * @minItems 1
 */
readonly types: readonly Slug[]
/**
 * How long an item counts from the day it stands for: a duration, or the name of a parameter.
 */
readonly "valid-for"?: string
/**
 * Each calendar period of this length needs an item of its own.
 */
readonly every?: Period
/**
 * How far back the periods are looked at.
 */
readonly over?: Duration
/**
 * Whether a person must have accepted the item.
 */
readonly review: ("required" | "none")
/**
 * What the metrics must show. A metric that is absent counts as missing evidence.
 * 
 * @minItems 1
 */
readonly criteria?: readonly Criterion[]
}

/**
 * A bound on one metric.
 */
export interface Criterion {
/**
 * A metric of the accepted evidence types.
 */
readonly metric: Slug
/**
 * The metric is this or lower.
 */
readonly "at-most"?: Bound
/**
 * The metric is this or higher.
 */
readonly "at-least"?: Bound
/**
 * The metric is exactly this truth value.
 */
readonly equals?: boolean
}

/**
 * A number, or the name of a parameter of this control.
 */
export type Bound = (number | Slug)

/**
 * `frameworks/<id>/edition-from-<old>.yaml`: where each element of the edition before went. What our controls relate to there is derived through it.
 */
export interface EditionFrom {
/**
 * The newer edition; the folder has the same name.
 */
readonly framework: Slug
/**
 * The older edition, which the newer one supersedes; the file is called `edition-from-<from>.yaml`.
 */
readonly from: Slug
/**
 * `human` only where a named person read both editions.
 */
readonly method: ("human" | "hybrid" | "automation")
/**
 * Who worked it out.
 */
readonly by: Slug
/**
 * When.
 */
readonly on: CivilDate
/**
 * What a reader should know of the two texts and how they were compared.
 */
readonly remarks?: Text
/**
 * Each element of the older edition that does not only group others, once.
 * 
 * @minItems 1
 */
readonly elements: readonly EditionChange[]
}
export interface EditionChange {
/**
 * The element of the older edition.
 */
readonly element: ElementId
/**
 * What became of it, as `to` shows. `same`: equal under the same id; `moved`: equal under another; `merged`: part of something wider; `split`: its parts are in several; `revised`: one successor shares some of it, or is narrower; `gone`: nothing has taken its place.
 */
readonly change: ("same" | "moved" | "merged" | "split" | "revised" | "gone")
/**
 * Its successors. Absent when it is gone.
 * 
 * @minItems 1
 */
readonly to?: readonly EditionSuccessor[]
/**
 * Why; required when it is gone.
 */
readonly remarks?: Text
}
export interface EditionSuccessor {
/**
 * The element of the newer edition.
 */
readonly element: ElementId
/**
 * Read from the older element to the newer one.
 */
readonly relationship: ("equal-to" | "superset-of" | "subset-of" | "intersects-with")
}

/**
 * `controls/evidence-types/<id>.yaml`: one kind of evidence.
 */
export interface EvidenceType {
/**
 * Identifier; the file has the same name.
 */
readonly id: Slug
/**
 * Name.
 */
readonly title: Text
/**
 * What such an artefact contains and who makes it.
 */
readonly description: Text
/**
 * Media types that such an artefact has.
 * 
 * @minItems 1
 */
readonly "media-types": readonly string[]
/**
 * Tools that write it, by the name used in `source.tool`.
 */
readonly tools?: readonly Slug[]
/**
 * Whether it looks at a sample of a population, which the evidence then states. Default false.
 */
readonly sampled?: boolean
/**
 * Figures that such evidence states. A definition holds for all tools that produce the type.
 */
readonly metrics?: readonly Metric[]
}
export interface Metric {
/**
 * Identifier within the type.
 */
readonly id: Slug
/**
 * Name.
 */
readonly title: Text
/**
 * Type of its value.
 */
readonly type: ("number" | "integer" | "boolean")
/**
 * Unit: `ratio` (0 to 1), `count`, `days`, `hours`, `minutes`, `score`, `flag`.
 */
readonly unit: Slug
/**
 * The direction that is better.
 */
readonly better: ("lower" | "higher" | "neither")
/**
 * How it is counted.
 */
readonly description: Text
}

/**
 * `applications/<id>/evidence/*.yaml`: what an application says about controls, and what supports it. Any number of files, merged.
 */
export interface EvidenceFile {
/**
 * One answer per control. A key without a value, as in a file that muster began, says the same as none.
 */
readonly implementations?: readonly Implementation[] | null
/**
 * Dated artefacts.
 */
readonly evidence?: readonly Evidence[] | null
/**
 * Approved, expiring acceptances of controls that are not satisfied.
 */
readonly exceptions?: readonly Exception[] | null
/**
 * Dated, owned plans to close findings.
 */
readonly poam?: readonly PoamItem[] | null
}

/**
 * What the application says about one control.
 */
export interface Implementation {
/**
 * The control.
 */
readonly control: ControlRef
/**
 * The version that was answered. Only the major number is compared.
 */
readonly version: Version
/**
 * The version to whose ids `muster evidence migrate` moved this answer. It was not given for that version; whoever renews it writes `version` and takes this away.
 */
readonly "carried-to"?: Version
/**
 * OSCAL implementation status. `alternative` and `not-applicable` count once a review accepted them.
 */
readonly status: ("implemented" | "partial" | "planned" | "alternative" | "not-applicable")
/**
 * How it is done, or why not.
 */
readonly remarks?: Text
/**
 * Evidence offered for it.
 */
readonly evidence?: readonly Slug[]
/**
 * What differs for single objectives.
 */
readonly objectives?: {
readonly [k: string]: ObjectiveAnswer
}
/**
 * Reviews of this answer.
 */
readonly reviews?: readonly Review[]
}

/**
 * An objective that a platform meets on the application's behalf.
 */
export interface ObjectiveAnswer {
/**
 * The platform, one of `inherits` in application.yaml.
 */
readonly "inherited-from": Slug
/**
 * What exactly is inherited.
 */
readonly remarks?: Text
}

/**
 * One dated artefact offered in support.
 */
export interface Evidence {
/**
 * Identifier: a dated slug such as `red-team-2026-09-10`.
 */
readonly id: Slug
/**
 * Evidence type.
 */
readonly type: Slug
/**
 * What it is, where the type does not say enough.
 */
readonly title?: Text
/**
 * The component that it is about.
 */
readonly component?: Slug
/**
 * The version of that component.
 */
readonly "component-version"?: string
/**
 * The day it stands for.
 */
readonly collected: CivilDate
/**
 * Last day on which it holds by its own terms, for instance of a certificate.
 */
readonly expires?: CivilDate
readonly period?: EvidencePeriod
readonly source?: EvidenceSource
readonly path?: ArtifactPath
/**
 * Digest of the file at `path` or `url`.
 */
readonly sha256?: Sha256
/**
 * Several files instead of `path`.
 * 
 * @minItems 1
 * @maxItems 200
 */
readonly files?: readonly ArtifactFile[]
/**
 * Where it is held, when not in git. It is never fetched; it counts with a digest and an accepted review.
 */
readonly url?: string
/**
 * Who holds it, for `url`.
 */
readonly "held-by"?: Text
readonly classification?: Classification
/**
 * Figures that it states.
 */
readonly metrics?: {
readonly [k: string]: number | boolean
}
readonly sample?: Sample
/**
 * Who filed it.
 */
readonly "submitted-by": Person
/**
 * Anything a reader should know.
 */
readonly remarks?: Text
/**
 * Reviews, oldest first; history stays.
 */
readonly reviews?: readonly Review[]
readonly withdrawn?: Withdrawal
}
/**
 * The time that it looks back on.
 */
export interface EvidencePeriod {
/**
 * First day.
 */
readonly from: CivilDate
/**
 * Last day.
 */
readonly to: CivilDate
}
/**
 * What produced it.
 */
export interface EvidenceSource {
/**
 * Tool.
 */
readonly tool: Slug
/**
 * Its version.
 */
readonly version?: string
}
export interface ArtifactFile {
readonly path: ArtifactPath
readonly sha256: Sha256
}
/**
 * How the sample was drawn, where the type is sampled.
 */
export interface Sample {
readonly population: Population
/**
 * Entries looked at.
 */
readonly size: number
/**
 * How they were chosen.
 */
readonly method: ("random" | "systematic" | "judgemental" | "all")
/**
 * Entries that were not as they should be.
 */
readonly deviations: number
}
/**
 * What it was drawn from.
 */
export interface Population {
/**
 * Entries.
 */
readonly size: number
/**
 * System or list.
 */
readonly "drawn-from": Text
/**
 * When.
 */
readonly on: CivilDate
}
/**
 * From that day it no longer counts.
 */
export interface Withdrawal {
readonly by: Person
/**
 * Day.
 */
readonly on: CivilDate
/**
 * Why.
 */
readonly reason: Text
}

/**
 * A file under the application's folder, with forward slashes.
 */
export type ArtifactPath = string

/**
 * An approved, expiring acceptance of a control that is not satisfied.
 */
export interface Exception {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * The control.
 */
readonly control: ControlRef
/**
 * Why it cannot be satisfied now.
 */
readonly reason: Text
/**
 * The risk that is accepted.
 */
readonly "residual-risk": Severity
/**
 * Controls that carry the risk meanwhile. The exception holds only while they are satisfied.
 */
readonly compensating?: readonly ControlRef[]
/**
 * Who asked for it.
 */
readonly "requested-by": Person
/**
 * Who accepted the risk: never the requester.
 */
readonly "approved-by": Person
/**
 * First day on which it holds.
 */
readonly "approved-on": CivilDate
/**
 * Last day on which it holds.
 */
readonly expires: CivilDate
/**
 * The exception that it continues. An unbroken chain counts as one against the longest time.
 */
readonly renews?: Slug
}

/**
 * A dated, owned plan to close a finding.
 */
export interface PoamItem {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * The control.
 */
readonly control: ControlRef
/**
 * What is missing.
 */
readonly weakness: Text
/**
 * Why it is missing.
 */
readonly cause?: Text
/**
 * What will be done. Without it the item is unfinished, and told as such.
 */
readonly plan?: Text
/**
 * Who does it.
 */
readonly owner: Person
/**
 * Day on which it was opened.
 */
readonly opened: CivilDate
/**
 * Day by which it was planned to be done. Never edited; changes go in `milestone-changes`.
 */
readonly "scheduled-completion": CivilDate
/**
 * Steps.
 */
readonly milestones?: readonly Milestone[]
/**
 * Changes of the plan, oldest first. The last `scheduled-completion` is the one that holds.
 */
readonly "milestone-changes"?: readonly MilestoneChange[]
readonly closed?: PoamClosure
}
export interface Milestone {
/**
 * Day.
 */
readonly on: CivilDate
/**
 * What is done by then.
 */
readonly text: Text
/**
 * Whether it is done. Default false.
 */
readonly done?: boolean
}
export interface MilestoneChange {
/**
 * Day of the change.
 */
readonly on: CivilDate
/**
 * Who changed it.
 */
readonly by: Person
/**
 * Why.
 */
readonly reason: Text
/**
 * The new day.
 */
readonly "scheduled-completion"?: CivilDate
}
/**
 * How it ended.
 */
export interface PoamClosure {
/**
 * Day.
 */
readonly on: CivilDate
/**
 * Who closed it.
 */
readonly by: Person
/**
 * Evidence of it.
 */
readonly evidence?: Slug
}

/**
 * `controls/<group>/<ID>.examples.yaml`: small evidence in, expected finding out. Run as tests.
 */
export interface ControlExamples {
/**
 * The control.
 */
readonly control: ControlId
/**
 * The examples.
 * 
 * @minItems 2
 */
readonly examples: readonly ControlExample[]
}
export interface ControlExample {
/**
 * What the example shows.
 */
readonly title: Text
/**
 * The day of the assessment.
 */
readonly "as-of": CivilDate
readonly application?: ExampleApplication
readonly implementation?: ExampleImplementation
/**
 * Evidence; ids, digests and fingerprints are filled in.
 */
readonly evidence?: readonly ExampleEvidence[]
readonly expect: ExampleExpectation
}
/**
 * Facts that decide.
 */
export interface ExampleApplication {
readonly lifecycle?: Lifecycle
readonly "in-scope-since"?: CivilDate
/**
 * As in application.yaml.
 */
readonly characteristics?: {
readonly [k: string]: boolean
}
/**
 * As in application.yaml.
 */
readonly "risk-factors"?: {
readonly [k: string]: Slug
}
/**
 * As in application.yaml.
 */
readonly components?: readonly Component[]
}
/**
 * The answer; absent when nothing was said.
 */
export interface ExampleImplementation {
/**
 * What is said.
 */
readonly status: ("implemented" | "partial" | "planned" | "alternative" | "not-applicable")
/**
 * Default: the control's version.
 */
readonly version?: Version
readonly remarks?: Text
readonly reviewed?: Reviewed
}
export interface ExampleEvidence {
readonly type: Slug
readonly component?: Slug
/**
 * The version of that component.
 */
readonly "component-version"?: string
readonly collected: CivilDate
readonly expires?: CivilDate
/**
 * The source tool.
 */
readonly tool?: Slug
/**
 * Figures that it states.
 */
readonly metrics?: {
readonly [k: string]: number | boolean
}
readonly reviewed?: Reviewed
/**
 * State of the file. Default `present`.
 */
readonly artifact?: ("present" | "absent" | "changed")
}
/**
 * The finding.
 */
export interface ExampleExpectation {
/**
 * The conclusion.
 */
readonly state: ("satisfied" | "not-satisfied" | "not-applicable" | "upcoming")
/**
 * The kinds of reason of a not-satisfied finding, as a set.
 */
readonly reasons?: readonly ("unanswered" | "not-implemented" | "missing" | "mismatch" | "returned" | "fail" | "stale" | "unreviewed" | "older-major")[]
}

/**
 * `changed`: accepted, but the content is another now. Default `none`.
 */
export type Reviewed = ("accepted" | "returned" | "changed" | "none")

/**
 * `frameworks/<id>/framework.yaml`: an external document at one edition.
 */
export interface Framework {
/**
 * Identifier with the edition in it; the folder has the same name.
 */
readonly id: Slug
/**
 * Title as published.
 */
readonly title: Text
/**
 * Edition as published.
 */
readonly edition: string
/**
 * Status of this edition, printed in every document.
 */
readonly status: ("draft" | "final" | "superseded")
/**
 * `catalog` has elements of its own; `profile` has entries over the elements of another framework.
 */
readonly kind: ("catalog" | "profile")
/**
 * For a profile: the framework whose elements it is over.
 */
readonly profiles?: Slug
/**
 * Publication day; year and month, or the year alone, where no more is known.
 */
readonly published: string
/**
 * Who published it.
 */
readonly publisher: Text
readonly source: FrameworkSource
/**
 * Whose words the summaries are. Titles are the publisher's unless `own-titles` names their kind.
 */
readonly text: ("own-words" | "official")
/**
 * Kinds of element whose titles are ours, because the publisher prints none.
 * 
 * @minItems 1
 */
readonly "own-titles"?: readonly Slug[]
/**
 * The edition that it replaces.
 */
readonly supersedes?: Slug
/**
 * Number of elements of each kind, checked against the list.
 */
readonly counts: {
readonly [k: string]: number
}
/**
 * The elements, in the publisher's order; a parent stands before its children.
 * 
 * @minItems 1
 */
readonly elements?: readonly Element[]
/**
 * For a profile: its focus areas.
 * 
 * @minItems 1
 */
readonly "focus-areas"?: readonly FocusArea[]
/**
 * For a profile: what it says of a profiled element for every focus area alike.
 * 
 * @minItems 1
 */
readonly considerations?: readonly GeneralConsideration[]
/**
 * For a profile: one entry per profiled element and focus area, addressed as `<element>.<focus-area>`.
 * 
 * @minItems 1
 */
readonly entries?: readonly ProfileEntry[]
}
/**
 * Where the facts are from.
 */
export interface FrameworkSource {
/**
 * Where the publisher publishes it. Absent where no address is known.
 */
readonly url?: string
/**
 * When the facts were taken.
 */
readonly retrieved: CivilDate
/**
 * Licence of the source.
 */
readonly licence: Text
/**
 * What a reader should know of the source.
 */
readonly remarks?: Text
}
export interface Element {
/**
 * Identifier as published, without the edition.
 */
readonly id: ElementId
/**
 * What it is: function, category, subcategory, clause, objective, control, phase, risk, practice …
 */
readonly kind: Slug
/**
 * Title.
 */
readonly title: Text
/**
 * The element it belongs to.
 */
readonly parent?: ElementId
/**
 * True when it only groups others and is not mapped itself. Default: true when it has children.
 */
readonly heading?: boolean
/**
 * What it is about, in our own words.
 */
readonly summary?: Text
/**
 * Stated where the wording of the title could not be compared with the publisher's own text.
 */
readonly "title-confidence"?: "medium"
/**
 * Ids of the same publisher that it answers and that are no elements here, such as techniques of ATLAS.
 * 
 * @minItems 1
 */
readonly references?: readonly ElementId[]
}
export interface FocusArea {
/**
 * Identifier, the last part of an entry's id.
 */
readonly id: Slug
/**
 * Title as published.
 */
readonly title: Text
/**
 * What it is about, in our own words.
 */
readonly summary: Text
}
export interface GeneralConsideration {
/**
 * The profiled element.
 */
readonly element: ElementId
/**
 * What the profile adds to standard practice in every focus area, in our own words.
 */
readonly consideration: Text
}
export interface ProfileEntry {
/**
 * The profiled element.
 */
readonly element: ElementId
/**
 * The focus area.
 */
readonly "focus-area": Slug
/**
 * 1 high, 2 moderate, 3 foundational, which is not the same as low.
 */
readonly priority: (1 | 2 | 3)
/**
 * Whether the profile says that standard practice applies.
 */
readonly "standard-practice": boolean
/**
 * What the profile adds to standard practice, in our own words.
 */
readonly consideration?: Text
/**
 * What the profile sees to gain, in our own words. Nothing is asked for by it, so it is not mapped.
 */
readonly opportunities?: Text
}

/**
 * `quarters/library-<digest>.json`: the library of a closed quarter, so that it can be assessed again when the built-in catalog has moved on. Written by muster once per digest, never by hand: one file a line.
 */
export interface FrozenLibrary {
/**
 * Version of this format.
 */
readonly "schema-version": string
readonly catalog: LibraryCatalog
/**
 * Every file of every catalog layer and of `adoption/`, in the order of reading.
 */
readonly files: readonly FrozenFile[]
}
/**
 * The catalog.
 */
export interface LibraryCatalog {
/**
 * Identifier.
 */
readonly id: string
/**
 * Version.
 */
readonly version: Version
}

/**
 * One file of the library.
 */
export interface FrozenFile {
/**
 * Whether it came with muster or stood in the repository.
 */
readonly layer: ("builtin" | ".")
/**
 * Kind of file.
 */
readonly kind: ("catalog" | "control" | "evidence-type" | "framework" | "mapping" | "edition-from" | "adoption")
/**
 * Its path.
 */
readonly file: string
/**
 * What it says.
 */
readonly data: {

}
/**
 * For a control that `tailoring.yaml` changed: the control as it was asked.
 */
readonly "as-tailored"?: {

}
/**
 * For a control that `tailoring.yaml` left out.
 */
readonly "left-out"?: true
}

/**
 * `frameworks/<id>/mapping-reviews.yaml`: what named persons of an organization found when they read a mapping. `muster review mapping` writes it; it stands beside your own mapping and that of the built-in catalog alike.
 */
export interface MappingReviews {
/**
 * The framework; the folder has the same name.
 */
readonly framework: Slug
/**
 * The readings, oldest first.
 * 
 * @minItems 1
 */
readonly reviews: readonly MappingReview[]
}
export interface MappingReview {
/**
 * The element.
 */
readonly element: ElementId
/**
 * The set of controls of the row that was read. Absent for an element that is outside the catalog or taken as profiled.
 * 
 * @minItems 1
 */
readonly controls?: readonly ControlRef[]
/**
 * Who read it: a person, never a group, and not the one who wrote it.
 */
readonly by: Person
/**
 * When.
 */
readonly on: CivilDate
/**
 * Whether the person who read both texts came to the same.
 */
readonly decision: ("confirmed" | "disputed")
/**
 * Fingerprint of exactly what was read. When the row or the major version of one of its controls changes, the reading no longer holds.
 */
readonly of: Fingerprint
/**
 * What the person found; required for a dispute.
 */
readonly remarks?: Text
}

/**
 * `frameworks/<id>/mapping.yaml`: how our controls relate to the elements of one framework (NIST IR 8477).
 */
export interface Mapping {
/**
 * The framework.
 */
readonly framework: Slug
/**
 * The relations.
 */
readonly maps?: readonly MappingRow[]
/**
 * For a profile: entries that take the rows of the element they profile, because the profile says no more than that standard practice applies.
 */
readonly "as-profiled"?: readonly ElementId[]
/**
 * Second, independent readings of entries that are taken as profiled.
 */
readonly "as-profiled-checked"?: readonly AsProfiledCheck[]
/**
 * Elements to which none of our controls relates, on purpose.
 */
readonly "outside-catalog"?: readonly OutsideCatalog[]
}
export interface MappingRow {
/**
 * A set of controls: together they relate to the element.
 * 
 * @minItems 1
 */
readonly controls: readonly ControlRef[]
/**
 * The element.
 */
readonly element: ElementId
/**
 * Read from our controls to the element.
 */
readonly relationship: ("equal-to" | "superset-of" | "subset-of" | "intersects-with" | "no-relationship")
/**
 * Whether wording, meaning or effect was compared (IR 8477, section 4.3).
 */
readonly rationale: ("syntactic" | "semantic" | "functional")
/**
 * For an element of kind risk: what the controls do about it.
 * 
 * @minItems 1
 */
readonly acts?: readonly ("prevents" | "detects" | "responds")[]
/**
 * Why, so that an auditor is convinced.
 */
readonly remarks?: Text
/**
 * `human` only where a named person read both texts.
 */
readonly method: ("human" | "hybrid" | "automation")
/**
 * Who wrote the row.
 */
readonly by: Slug
/**
 * When.
 */
readonly on: CivilDate
readonly checked?: MappingCheck
}
/**
 * A second, independent reading: by somebody who did not write the row and had only the two texts.
 */
export interface MappingCheck {
/**
 * Who read it.
 */
readonly by: Slug
/**
 * When.
 */
readonly on: CivilDate
}
export interface AsProfiledCheck {
/**
 * The entries that were read, each of which stands in `as-profiled`.
 * 
 * @minItems 1
 */
readonly elements: readonly ElementId[]
/**
 * Who read them.
 */
readonly by: Slug
/**
 * When.
 */
readonly on: CivilDate
}
export interface OutsideCatalog {
/**
 * The element.
 */
readonly element: ElementId
/**
 * Why.
 */
readonly remarks: Text
/**
 * `human` only where a named person read the element and the catalog.
 */
readonly method?: ("human" | "hybrid" | "automation")
/**
 * Who says so.
 */
readonly by?: Slug
/**
 * When.
 */
readonly on?: CivilDate
readonly checked?: OutsideCatalogCheck
}
/**
 * A second, independent reading.
 */
export interface OutsideCatalogCheck {
/**
 * Who read it.
 */
readonly by: Slug
/**
 * When.
 */
readonly on: CivilDate
}

/**
 * `frameworks/<id>/official-text.yaml`: the publisher's own text of elements, which an organization added on its side with `muster import`. It belongs to the publisher: whoever keeps this file keeps to the licence.
 */
export interface OfficialText {
/**
 * The framework; the folder has the same name.
 */
readonly framework: Slug
readonly source: OfficialTextSource
/**
 * The texts.
 * 
 * @minItems 1
 */
readonly elements: readonly ElementText[]
}
/**
 * What it was taken from.
 */
export interface OfficialTextSource {
/**
 * Name of the file that was imported.
 */
readonly file: Text
/**
 * Digest of that file.
 */
readonly sha256: Sha256
/**
 * When.
 */
readonly imported: CivilDate
/**
 * Title and version that the file states of itself.
 */
readonly title?: Text
/**
 * Under which licence you hold the text.
 */
readonly licence?: Text
}
export interface ElementText {
/**
 * The element.
 */
readonly element: ElementId
/**
 * Its text, as published.
 */
readonly text: Text
}

/**
 * `frameworks/<from>/published-crosswalk-<to>.yaml`: which elements of two frameworks somebody else has related, as facts, to compare ours with.
 */
export interface PublishedCrosswalk {
/**
 * The first framework; the folder has the same name.
 */
readonly from: Slug
/**
 * The second framework; the file is called `published-crosswalk-<to>.yaml`.
 */
readonly to: Slug
/**
 * Who published it.
 */
readonly publisher: Text
readonly source: CrosswalkSource
/**
 * How far it may be trusted, and why.
 */
readonly trust: Text
/**
 * Why ours has more pairs than twice those published, where it has.
 */
readonly excess?: Text
/**
 * Published pairs that our mappings do not give, each with the reason.
 */
readonly disagreements?: readonly CrosswalkDisagreement[]
/**
 * The published pairs, headings included, in the publisher's order.
 * 
 * @minItems 1
 */
readonly pairs: readonly PublishedPair[]
}
/**
 * Where the facts are from.
 */
export interface CrosswalkSource {
/**
 * Where it is published. Absent where no address is known.
 */
readonly url?: string
/**
 * When the facts were taken.
 */
readonly retrieved: CivilDate
/**
 * Licence of the source.
 */
readonly licence: Text
/**
 * What a reader should know of the source: its faults, and what was read into it.
 */
readonly remarks?: Text
}
export interface CrosswalkDisagreement {
/**
 * Element of the first framework.
 */
readonly from: ElementId
/**
 * Element of the second framework.
 */
readonly to: ElementId
/**
 * Why ours does not have it.
 */
readonly remarks: Text
}
export interface PublishedPair {
/**
 * Element of the first framework.
 */
readonly from: ElementId
/**
 * Element of the second framework.
 */
readonly to: ElementId
/**
 * What the publisher prints for the second element, where it is not its id.
 */
readonly "as-printed"?: string
/**
 * What is doubtful about it.
 */
readonly remarks?: Text
}

/**
 * `quarters/<quarter>.json`: the closed record of all assessments of one quarter, and `<quarter>.c1.json` a correction of it. Written by muster, never by hand: one record a line, keys sorted within a record.
 */
export interface Quarter {
/**
 * Version of this format. A newer muster adds keys with a minor version; a major version is another format.
 */
readonly "schema-version": string
/**
 * Fiscal year and quarter.
 */
readonly quarter: string
readonly correction?: Correction
/**
 * First day of the quarter.
 */
readonly from: CivilDate
/**
 * Last day of the quarter: evidence and facts count up to it.
 */
readonly "as-of": CivilDate
/**
 * Last day whose reviews count.
 */
readonly cutoff: CivilDate
readonly closed: Closing
/**
 * The record before it in the chain; null for the first.
 */
readonly previous: (RecordRef | null)
readonly revision: FrozenRevision
readonly tool: FrozenTool
/**
 * Title of `muster.yaml`.
 */
readonly organization: Text
readonly catalog: FrozenCatalog
/**
 * The library as it was assessed, after tailoring.
 */
readonly library: RecordRef
/**
 * Every inventory entry, in the order of assessment: the organization, platforms, applications by name.
 */
readonly applications: readonly FrozenApplication[]
/**
 * Every control in force.
 */
readonly controls: readonly FrozenControl[]
/**
 * Every framework that is reported on.
 */
readonly frameworks: readonly FrozenFramework[]
/**
 * Figures over all entries.
 */
readonly totals: FrozenTotals
/**
 * Digest of all bytes of the file before this line.
 */
readonly sha256: Sha256
}
/**
 * Of a correction only.
 */
export interface Correction {
/**
 * The first, second … correction of the quarter.
 */
readonly number: number
/**
 * The record that it corrects.
 */
readonly of: RecordRef
/**
 * Why.
 */
readonly reason: Text
}
/**
 * Who closed it, and when.
 */
export interface Closing {
/**
 * A person of `muster.yaml`.
 */
readonly by: Person
/**
 * The day.
 */
readonly on: CivilDate
}
/**
 * What was assessed.
 */
export interface FrozenRevision {
/**
 * The git commit.
 */
readonly commit: GitId
/**
 * Its tree: the bytes of all files.
 */
readonly tree: GitId
/**
 * Day of the commit.
 */
readonly date: CivilDate
/**
 * Path from the top of the repository to the folder of `muster.yaml`; empty when they are the same.
 */
readonly folder: string
/**
 * Name of the configuration, where it is not `muster.yaml`.
 */
readonly config?: string
}
/**
 * What assessed it.
 */
export interface FrozenTool {
/**
 * `muster`.
 */
readonly name: string
/**
 * Its version.
 */
readonly version: string
}
/**
 * The catalog.
 */
export interface FrozenCatalog {
/**
 * Identifier.
 */
readonly id: string
/**
 * Version.
 */
readonly version: Version
}

/**
 * Identifier of a git object.
 */
export type GitId = string

/**
 * A file in `quarters/` and its digest.
 */
export interface RecordRef {
/**
 * Its name.
 */
readonly file: string
/**
 * Digest of its bytes.
 */
readonly sha256: Sha256
}

/**
 * Leaf elements by state: `met`, `met-within-reach`, `partly-met`, `not-met`, `not-applicable`, `outside-catalog`, `unmapped`. None of a state: not named.
 */
export interface StateCounts {
readonly [k: string]: number
}

/**
 * One inventory entry.
 */
export interface FrozenApplication {
/**
 * Name of its folder.
 */
readonly id: string
/**
 * False when its files could not be read; then it has diagnostics and no finding.
 */
readonly assessed: boolean
/**
 * Kind. Absent when its entry could not be read.
 */
readonly kind?: ("application" | "platform" | "organization")
/**
 * Where it stands in its life.
 */
readonly lifecycle?: Lifecycle
/**
 * Risk tier.
 */
readonly tier?: Tier
/**
 * What the reviews of its facts say.
 */
readonly facts?: ("accepted" | "returned" | "changed" | "expired" | "none")
/**
 * Leaf elements by state, for each framework that is reported on and holds for it.
 */
readonly coverage?: {
readonly [k: string]: StateCounts
}
/**
 * Why it could not be assessed: the first twenty.
 * 
 * @maxItems 20
 */
readonly diagnostics?: readonly FrozenDiagnostic[]
/**
 * How many there were.
 */
readonly "diagnostics-in-all"?: number
/**
 * One record per control that could apply.
 */
readonly findings: readonly FrozenFinding[]
/**
 * Its exceptions, ended ones included.
 */
readonly exceptions: readonly FrozenException[]
/**
 * Its POA&M items that had been opened.
 */
readonly poam: readonly FrozenPoamItem[]
}

/**
 * One thing wrong in one place.
 */
export interface FrozenDiagnostic {
/**
 * The rule.
 */
readonly code: string
/**
 * File, from the folder of `muster.yaml`.
 */
readonly file: string
/**
 * Line.
 */
readonly line: number
/**
 * What.
 */
readonly message: string
}

/**
 * The conclusion about one control, at most 400 bytes.
 */
export interface FrozenFinding {
/**
 * The control.
 */
readonly control: ControlRef
/**
 * The conclusion.
 */
readonly state: ("satisfied" | "not-satisfied" | "not-applicable" | "upcoming" | "not-assessed")
/**
 * Severity of the gap.
 */
readonly severity?: Severity
/**
 * First day of the gap.
 */
readonly opened?: CivilDate
/**
 * Day by which it is to be closed.
 */
readonly due?: CivilDate
/**
 * Kinds of reason, the worst four, each with its first day.
 */
readonly reasons?: {
readonly [k: string]: CivilDate
}
/**
 * Every reason is that time passed: evidence or a review expired, a period has no item, a component has another version.
 */
readonly lapsed?: true
/**
 * The exception that accepts the gap.
 */
readonly exception?: Slug
/**
 * Why it does not apply: by reviewed facts, by facts that nobody reviewed, by an accepted claim.
 */
readonly exclusion?: ("excluded" | "excluded-unreviewed" | "claimed")
/**
 * Day of the oldest item of its own evidence that was looked at.
 */
readonly evidence?: CivilDate
}

/**
 * An exception as it stood.
 */
export interface FrozenException {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * The control.
 */
readonly control: ControlRef
/**
 * By its dates.
 */
readonly state: ("in-force" | "expired" | "not-yet")
/**
 * Who accepted the risk.
 */
readonly "approved-by": Person
/**
 * First day.
 */
readonly "approved-on": CivilDate
/**
 * Last day.
 */
readonly expires: CivilDate
/**
 * The risk that is accepted.
 */
readonly "residual-risk": Severity
}

/**
 * A POA&M item as it stood.
 */
export interface FrozenPoamItem {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * The control.
 */
readonly control: ControlRef
/**
 * Against the day that held.
 */
readonly state: ("open" | "overdue" | "closed-on-time" | "closed-late")
/**
 * Who does it.
 */
readonly owner: Person
/**
 * Day on which it was opened.
 */
readonly opened: CivilDate
/**
 * The first day that was promised.
 */
readonly "scheduled-completion": CivilDate
/**
 * The day that held, where it was moved.
 */
readonly due?: CivilDate
/**
 * Day on which it was closed.
 */
readonly closed?: CivilDate
}

/**
 * A control as it was asked.
 */
export interface FrozenControl {
/**
 * Identifier.
 */
readonly id: ControlRef
/**
 * Version.
 */
readonly version: Version
/**
 * Group.
 */
readonly group: string
/**
 * Severity before the tier.
 */
readonly severity: Severity
/**
 * First day of its major version.
 */
readonly effective: CivilDate
/**
 * Fingerprint of what it asks, after tailoring: scope, applicability, parameters, evidence requests.
 */
readonly asks: Fingerprint
/**
 * Reported frameworks of which an element is related to it.
 */
readonly frameworks?: readonly string[]
}

/**
 * A framework at one edition, and its coverage counted over applications and platforms.
 */
export interface FrozenFramework {
/**
 * Identifier.
 */
readonly id: Slug
/**
 * Edition.
 */
readonly edition: string
/**
 * Status of the edition.
 */
readonly status: ("draft" | "final" | "superseded")
/**
 * Leaf elements by state, counted over applications and platforms.
 */
readonly coverage: StateCounts
}

/**
 * Open gaps by severity.
 */
export interface GapCounts {
/**
 * Critical.
 */
readonly critical: number
/**
 * High.
 */
readonly high: number
/**
 * Moderate.
 */
readonly moderate: number
/**
 * Low.
 */
readonly low: number
}

/**
 * Figures over all entries.
 */
export interface FrozenTotals {
/**
 * Inventory entries.
 */
readonly applications: number
/**
 * Those that could be assessed.
 */
readonly assessed: number
/**
 * Controls satisfied.
 */
readonly satisfied: number
/**
 * Open gaps: not satisfied and not accepted.
 */
readonly gaps: GapCounts
/**
 * Gaps that an exception accepts.
 */
readonly accepted: number
/**
 * Controls that do not apply.
 */
readonly "not-applicable": number
/**
 * Controls that are asked later.
 */
readonly upcoming: number
/**
 * Controls that rest on something that could not be read.
 */
readonly "not-assessed": number
/**
 * Gaps about which nothing was said.
 */
readonly unanswered: number
/**
 * Exceptions in force.
 */
readonly "exceptions-in-force": number
/**
 * POA&M items that are open, overdue ones included.
 */
readonly "poam-open": number
/**
 * POA&M items that are open past their day.
 */
readonly "poam-overdue": number
}

/**
 * `tailoring.yaml`, beside `muster.yaml`: what an organization changes in built-in controls, and why. What loosens a control needs `approved-by` and `approved-on`.
 */
export interface Tailoring {
/**
 * Controls that are asked of nobody here. Always loosens.
 */
readonly "left-out"?: readonly LeftOutControl[]
/**
 * Parameters with other values. Whether that loosens follows from where the control uses them: a higher `at-most`, a lower `at-least`, a longer `valid-for`.
 */
readonly parameters?: readonly TailoredParameter[]
/**
 * Other times for which evidence counts, where the control states one itself. Longer loosens.
 */
readonly validity?: readonly TailoredValidity[]
/**
 * Other severities. Lower loosens.
 */
readonly severity?: readonly TailoredSeverity[]
}
export interface LeftOutControl {
/**
 * The control.
 */
readonly control: ControlRef
readonly reason: Reason
readonly "approved-by"?: ApprovedBy
readonly "approved-on"?: ApprovedOn
}
export interface TailoredParameter {
/**
 * The control.
 */
readonly control: ControlRef
/**
 * Its parameter.
 */
readonly parameter: Slug
/**
 * The value for tiers that `by-tier` does not name.
 */
readonly value: ParameterValue
/**
 * Other values for single tiers. What the control itself says by tier no longer holds.
 */
readonly "by-tier"?: {
readonly low?: ParameterValue
readonly moderate?: ParameterValue
readonly high?: ParameterValue
readonly critical?: ParameterValue
}
readonly reason: Reason
readonly "approved-by"?: ApprovedBy
readonly "approved-on"?: ApprovedOn
}
export interface TailoredValidity {
/**
 * The objective whose evidence it is.
 */
readonly objective: ControlRef
/**
 * Only of requests that accept this evidence type. Default all of the objective.
 */
readonly type?: Slug
/**
 * How long an item counts from the day it stands for.
 */
readonly "valid-for": Duration
readonly reason: Reason
readonly "approved-by"?: ApprovedBy
readonly "approved-on"?: ApprovedOn
}
export interface TailoredSeverity {
/**
 * The control.
 */
readonly control: ControlRef
/**
 * What its absence means here.
 */
readonly severity: Severity
readonly reason: Reason
readonly "approved-by"?: ApprovedBy
readonly "approved-on"?: ApprovedOn
}

/**
 * Why, printed wherever the change is listed.
 */
export type Reason = string

/**
 * Who accepted what is loosened: a person whose role may accept the severest gap that the control can have.
 */
export type ApprovedBy = string

/**
 * The day of the approval. What loosens does not hold before it.
 */
export type ApprovedOn = string
