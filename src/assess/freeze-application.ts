import type { Assessment, Finding, Reason, ReasonKind } from '../model/assessment.js'
import type { CoverageTotals } from '../model/coverage.js'
import { isClosed, isOpen, scheduleOf } from '../model/poam.js'
import type { CivilDate, Exception, FrozenApplication, FrozenException, FrozenFinding, FrozenPoamItem, PoamItem } from '../schema/types.js'
import type { Diagnostic } from '../source/diagnostic.js'

/** What came of one inventory entry, as a quarter keeps it. */
export type Freezable = {
  readonly id: string
  readonly kind?: FrozenApplication['kind']
  readonly assessment?: Assessment
  /** Why it was not assessed. */
  readonly diagnostics: readonly Diagnostic[]
  readonly coverage: Readonly<Record<string, CoverageTotals>>
}

const MAX_DIAGNOSTICS = 20

/** The record of one inventory entry in a closed quarter. What could not be read is kept with why. */
export function freezeApplication({ id, kind, assessment, diagnostics, coverage }: Freezable): FrozenApplication {
  if (assessment === undefined) {
    const told = diagnostics.slice(0, MAX_DIAGNOSTICS).map(({ code, message, place }) => ({ code, file: place.file, line: place.range.start.line, message }))
    return { id, assessed: false, ...(kind && { kind }), ...(told.length > 0 && { diagnostics: told, 'diagnostics-in-all': diagnostics.length }), findings: [], exceptions: [], poam: [] }
  }
  const { files, facts, asOf } = assessment
  const collected = new Map(files.evidence.map(({ data }) => [data.id, data.collected]))
  return {
    id, assessed: true, kind: files.application.kind, ...(facts.lifecycle && { lifecycle: facts.lifecycle }), ...(facts.tier && { tier: facts.tier }), facts: facts.review.state,
    coverage: Object.fromEntries(Object.entries(coverage).map(([framework, totals]) => [framework, withoutZeros(totals)])),
    findings: sortById(assessment.findings.map((finding) => freezeFinding(finding, collected)), ({ control }) => control),
    exceptions: sortById(files.exceptions.map(({ data }) => freezeException(data, asOf)), (exception) => exception.id),
    poam: sortById(files.poam.flatMap(({ data }) => (data.opened <= asOf ? [freezePoamItem(data, asOf)] : [])), (item) => item.id),
  }
}

/** Counts without those that are nought. */
export const withoutZeros = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

const sortById = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] => [...items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0))

// Worst first: what no evidence can heal, then the states of evidence in their order.
const KINDS: readonly ReasonKind[] = ['not-assessed', 'unanswered', 'not-implemented', 'older-major', 'missing', 'mismatch', 'returned', 'fail', 'stale', 'unreviewed']
const KEPT_REASONS = 4

// Nobody did or left out anything: a day passed, or a component went on to another version.
const LAPSES: ReadonlySet<Reason['cause']> = new Set<Reason['cause']>(['expired', 'older-component-version', 'period-without-item', 'review-expired'])

/** The record of one finding in a closed quarter: at most 400 bytes. */
export function freezeFinding(finding: Finding, collected: ReadonlyMap<string, CivilDate>): FrozenFinding {
  const { control, state, severity, opened, due, accepted, exclusion, reasons, observations } = finding
  const days = observations.flatMap((observation) => observation.evidence).flatMap((id) => collected.get(id) ?? []).sort()
  const oldest = days[0]
  return {
    control, state,
    ...(state === 'not-satisfied' && { severity }),
    ...(opened && { opened }), ...(due && { due }), ...(accepted && { exception: accepted.id }), ...(exclusion && { exclusion }), ...(oldest && { evidence: oldest }),
    ...(reasons.length > 0 && { reasons: firstDays(reasons) }),
    ...(state === 'not-satisfied' && reasons.every((reason) => LAPSES.has(reason.cause)) && { lapsed: true }),
  }
}

function firstDays(reasons: readonly Reason[]): Readonly<Record<string, CivilDate>> {
  const kept = KINDS.filter((kind) => reasons.some((reason) => reason.kind === kind)).slice(0, KEPT_REASONS)
  return Object.fromEntries(kept.map((kind) => [kind, reasons.filter((reason) => reason.kind === kind).map(({ since }) => since).sort()[0] ?? '']))
}

const freezeException = (exception: Exception, asOf: CivilDate): FrozenException => ({
  id: exception.id, control: exception.control, 'approved-by': exception['approved-by'], 'approved-on': exception['approved-on'], expires: exception.expires, 'residual-risk': exception['residual-risk'],
  state: exception['approved-on'] > asOf ? 'not-yet' : exception.expires < asOf ? 'expired' : 'in-force',
})

function freezePoamItem(item: PoamItem, asOf: CivilDate): FrozenPoamItem {
  const { day: due } = scheduleOf(item, asOf)
  const closed = isClosed(item, asOf) ? item.closed?.on : undefined
  const state = isOpen(item, asOf) ? (due < asOf ? 'overdue' : 'open') : closed !== undefined && closed <= due ? 'closed-on-time' : 'closed-late'
  return {
    id: item.id, control: item.control, state, owner: item.owner, opened: item.opened, 'scheduled-completion': item['scheduled-completion'],
    ...(due !== item['scheduled-completion'] && { due }), ...(closed && { closed }),
  }
}
