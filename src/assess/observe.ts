import type { ApplicationFiles, Artifacts } from '../model/application.js'
import { OBSERVATION_STATES, type Observation, type ObservationState, type Provider, type Reason } from '../model/assessment.js'
import { addDays, addDuration, later, periodsWithin } from '../model/dates.js'
import { placeOf, type Located } from '../model/doc.js'
import { ownersOf, type Facts } from '../model/facts.js'
import type { Library } from '../model/library.js'
import type { CivilDate, Component, Control, Evidence, EvidenceRequest, Implementation, Objective } from '../schema/types.js'
import { judgeItem, type Yardstick } from './judge-item.js'

/** Everything that an observation of one application may look at. */
export type ObservationContext = {
  readonly library: Library
  readonly files: ApplicationFiles
  readonly facts: Facts
  readonly artifacts: Artifacts
  /** Platforms and the organization that were assessed before, by id. */
  readonly providers: ReadonlyMap<string, Provider>
  readonly asOf: CivilDate
  readonly cutoff: CivilDate
  readonly evidenceByType: ReadonlyMap<string, readonly Located<Evidence>[]>
}

/** Observes one objective: once, or once per component. */
export function observe(control: Control, objective: Objective, implementation: Located<Implementation>, context: ObservationContext): readonly Observation[] {
  const inherited = inheritedObservation(objective, implementation, context)
  if (inherited) return [inherited]
  const kind = objective['for-each']
  if (kind === undefined) return [observeOnce(control, objective, undefined, implementation, context)]
  const components = (context.files.application.components ?? []).filter((component) => component.kind === kind)
  if (components.length > 0) return components.map((component) => observeOnce(control, objective, component, implementation, context))
  const reason: Reason = {
    kind: 'missing', cause: 'component-absent', objective: objective.id, since: firstDay(control, context),
    text: `no ${kind} is listed among the components of \`${context.files.id}\``, place: context.files.doc.source.place('/components', 'key'),
  }
  return [{ objective: objective.id, state: 'missing', reasons: [reason], evidence: [] }]
}

/** The day from which a control is asked of an application. */
export const firstDay = (control: Control, { files }: Pick<ObservationContext, 'files'>): CivilDate =>
  later(files.application['in-scope-since'], control.effective)

function observeOnce(control: Control, objective: Objective, component: Component | undefined, implementation: Located<Implementation>, context: ObservationContext): Observation {
  const looked = objective.evidence.map((request) => lookAt(control, objective, request, component, implementation, context))
  const reasons = looked.flatMap((look) => look.reasons).map((reason) => ({ ...reason, objective: objective.id, ...(component && { component: component.id }) }))
  const items = [...new Set(looked.flatMap((look) => look.items))]
  const elsewhere = items.filter((item) => item.data.url !== undefined).map((item) => item.data.id)
  return {
    objective: objective.id,
    ...(component && { component: component.id }),
    state: worstState(reasons),
    reasons,
    evidence: items.map((item) => item.data.id),
    ...(elsewhere.length > 0 && { 'held-elsewhere': elsewhere }),
  }
}

/** The worst state among reasons; pass when there is none. */
export function worstState(reasons: readonly Reason[]): ObservationState {
  return OBSERVATION_STATES.find((state) => reasons.some((reason) => reason.kind === state)) ?? 'pass'
}

type Look = { readonly reasons: readonly Reason[]; readonly items: readonly Located<Evidence>[] }

function lookAt(control: Control, objective: Objective, request: EvidenceRequest, component: Component | undefined, implementation: Located<Implementation>, context: ObservationContext): Look {
  const all = request.types.flatMap((type) => context.evidenceByType.get(type) ?? [])
  const own = component ? all.filter((item) => item.data.component === component.id) : all
  const dated = own.filter((item) => item.data.collected <= context.asOf)
  const yardstick: Yardstick = {
    control, request, tier: context.facts.tier, asOf: context.asOf, cutoff: context.cutoff, artifacts: context.artifacts,
    people: context.library.people, owners: ownersOf(context.files.application),
    ...(objective['renew-on'] && component && { renewOn: component }),
  }
  if (request.every !== undefined && request.over !== undefined) return lookAtPeriods(dated, request.every, request.over, yardstick, implementation, context)
  const items = latestPerTool(dated)
  if (items.length > 0) return { items, reasons: items.flatMap((item) => judgeItem(item, yardstick)) }
  return { items: [], reasons: [nothing(own, request, component, implementation, firstDay(control, context))] }
}

function nothing(own: readonly Located<Evidence>[], request: EvidenceRequest, component: Component | undefined, implementation: Located<Implementation>, since: CivilDate): Reason {
  const future = own[0]
  if (future)
    return { kind: 'missing', cause: 'future-dated', text: `\`${future.data.id}\` is dated ${future.data.collected} and does not count before that day`, since, evidence: future.data.id, place: placeOf(future, ['collected']) }
  const wanted = request.types.join(' or ')
  return { kind: 'missing', cause: 'no-evidence', text: `there is no ${wanted}${component ? ` for \`${component.id}\`` : ''}`, since, place: placeOf(implementation, ['control']) }
}

function lookAtPeriods(dated: readonly Located<Evidence>[], every: NonNullable<EvidenceRequest['every']>, over: string, yardstick: Yardstick, implementation: Located<Implementation>, context: ObservationContext): Look {
  const { asOf } = context
  const since = firstDay(yardstick.control, context)
  const periods = periodsWithin(later(addDays(addDuration(asOf, over, -1), 1), since), asOf, every)
  if (periods.length === 0) {
    const items = latestPerTool(dated)
    if (items.length > 0) return { items, reasons: items.flatMap((item) => judgeItem(item, yardstick)) }
    return { items, reasons: [nothing([], yardstick.request, undefined, implementation, since)] }
  }
  const looks = periods.map((period): Look => {
    const items = latestPerTool(dated.filter((item) => item.data.collected >= period.from && item.data.collected <= period.to))
    if (items.length > 0) return { items, reasons: items.flatMap((item) => judgeItem(item, yardstick)) }
    const text = `there is no ${yardstick.request.types.join(' or ')} of ${period.name}, and each period needs its own`
    return { items, reasons: [{ kind: 'missing', cause: 'period-without-item', text, since: addDays(period.to, 1), place: placeOf(implementation, ['control']) }] }
  })
  return { items: looks.flatMap((look) => look.items), reasons: looks.flatMap((look) => look.reasons) }
}

// Of several runs of one tool only the latest counts, so that nobody passes by an old run; of several tools each counts, so that nobody passes by leaving one out.
function latestPerTool(items: readonly Located<Evidence>[]): readonly Located<Evidence>[] {
  const latest = new Map<string, Located<Evidence>>()
  for (const item of items) {
    const tool = item.data.source?.tool ?? ''
    const other = latest.get(tool)
    if (other === undefined || item.data.collected >= other.data.collected) latest.set(tool, item)
  }
  return [...latest.values()]
}

function inheritedObservation(objective: Objective, implementation: Located<Implementation>, context: ObservationContext): Observation | undefined {
  const answers = implementation.data.objectives
  const answer = answers && Object.hasOwn(answers, objective.id) ? answers[objective.id] : undefined
  const platform = answer?.['inherited-from']
  if (platform === undefined || objective.inheritable !== true || !context.files.application.inherits?.includes(platform)) return undefined
  const place = placeOf(implementation, ['objectives', objective.id, 'inherited-from'])
  const base = { objective: objective.id, 'inherited-from': platform }
  const provider = context.providers.get(platform)
  const since = context.files.application['in-scope-since']
  if (provider === undefined) {
    const text = `\`${platform}\`, from which it is inherited, could not be assessed`
    return { ...base, state: 'missing', evidence: [], reasons: [{ ...base, kind: 'not-assessed', cause: 'provider-not-assessed', text, since, place }] }
  }
  const theirs = provider.observations.get(objective.id)
  if (theirs === undefined) {
    const text = `\`${platform}\` does not answer ${objective.id}, which is to be inherited from it`
    return { ...base, state: 'missing', evidence: [], reasons: [{ ...base, kind: 'missing', cause: 'no-evidence', text, since, place }] }
  }
  const reasons = theirs.reasons.map((reason) => ({ ...reason, ...base, text: `at \`${platform}\`, from which it is inherited: ${reason.text}`, place }))
  return { ...theirs, ...base, reasons }
}
