import type { ApplicationFiles, Artifacts } from '../model/application.js'
import { OBSERVATION_STATES, type Observation, type ObservationState, type Provider, type Reason } from '../model/assessment.js'
import { addDays, addDuration, later, periodsWithin, type CalendarPeriod } from '../model/dates.js'
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
  /** Evidence that was not withdrawn by the day. */
  readonly evidenceByType: ReadonlyMap<string, readonly Located<Evidence>[]>
}

/** A control that an application answers, and the day from which it is asked. */
export type Question = { readonly control: Control; readonly askedSince: CivilDate; readonly implementation: Located<Implementation>; readonly context: ObservationContext }

/** Observes one objective: once, or once per component. */
export function observe(objective: Objective, question: Question): readonly Observation[] {
  const inherited = inheritedObservation(objective, question)
  if (inherited) return [inherited]
  const { context, askedSince } = question
  const kind = objective['for-each']
  if (kind === undefined) return [observeOnce(objective, undefined, question)]
  const components = (context.files.application.components ?? []).filter((component) => component.kind === kind)
  if (components.length > 0) return components.map((component) => observeOnce(objective, component, question))
  const reason: Reason = {
    kind: 'missing', cause: 'component-absent', objective: objective.id, since: askedSince,
    text: `no ${kind} is listed among the components of \`${context.files.id}\``, place: context.files.doc.source.place('/components', 'key'),
  }
  return [toObservation({ objective: objective.id }, [reason])]
}

/** What an item of evidence is judged by, where nothing more is known than the control that it supports. */
export const yardstickOf = ({ control, askedSince, context }: Question, request: Yardstick['request']): Yardstick => ({
  control, request, askedSince, tier: context.facts.tier, asOf: context.asOf, cutoff: context.cutoff, artifacts: context.artifacts,
  people: context.library.people, owners: ownersOf(context.files.application),
})

/** An observation from its reasons; its state is the worst of them. */
export const toObservation = (about: Pick<Observation, 'objective' | 'component' | 'inherited-from'>, reasons: readonly Reason[], evidence: readonly string[] = [], elsewhere: readonly string[] = []): Observation => ({
  ...about, state: worstState(reasons), reasons, evidence, ...(elsewhere.length > 0 && { 'held-elsewhere': elsewhere }),
})

/** Items that are held elsewhere by URL and were not re-checked. */
export const heldElsewhere = (items: readonly Located<Evidence>[]): readonly string[] => items.filter((item) => item.data.url !== undefined).map((item) => item.data.id)

// A reason that is no state of evidence, for instance that a platform implements the control only in part, leaves the objective without any.
const stateOf = (reason: Reason): ObservationState => OBSERVATION_STATES.find((state) => state === reason.kind) ?? 'missing'

const worstState = (reasons: readonly Reason[]): ObservationState => (reasons.length === 0 ? 'pass' : OBSERVATION_STATES.find((state) => reasons.some((reason) => stateOf(reason) === state)) ?? 'pass')

const worstFirst = (a: Reason, b: Reason): number => OBSERVATION_STATES.indexOf(stateOf(a)) - OBSERVATION_STATES.indexOf(stateOf(b))

function observeOnce(objective: Objective, component: Component | undefined, question: Question): Observation {
  const looked = objective.evidence.map((request) => lookAt(objective, request, component, question))
  const about = { objective: objective.id, ...(component && { component: component.id }) }
  const reasons = looked.flatMap((look) => look.reasons).map((reason) => ({ ...reason, ...about })).sort(worstFirst)
  const items = [...new Set(looked.flatMap((look) => look.items))]
  return toObservation(about, reasons, items.map((item) => item.data.id), heldElsewhere(items))
}

type Look = { readonly reasons: readonly Reason[]; readonly items: readonly Located<Evidence>[] }

function lookAt(objective: Objective, request: EvidenceRequest, component: Component | undefined, question: Question): Look {
  const { context, askedSince } = question
  const all = request.types.flatMap((type) => context.evidenceByType.get(type) ?? [])
  const own = component ? all.filter((item) => item.data.component === component.id) : all
  const dated = own.filter((item) => item.data.collected <= context.asOf)
  const yardstick = { ...yardstickOf(question, request), ...(objective['renew-on'] && { renewOn: context.files.application.components ?? [] }) }
  const judge = (items: readonly Located<Evidence>[]): Look => {
    const latest = latestPerTool(items)
    return { items: latest, reasons: latest.flatMap((item) => judgeItem(item, yardstick)) }
  }
  const window = windowOf(request, context.asOf)
  const periods = window === undefined || request.every === undefined ? [] : periodsWithin(later(window, askedSince), context.asOf, request.every)
  const looks = periods.map((period) => {
    const within = dated.filter((item) => item.data.collected >= period.from && item.data.collected <= period.to)
    return within.length > 0 ? judge(within) : { items: [], reasons: [nothingOf(period, request, component, question)] }
  })
  // A period that still runs owes no item of its own, and what it has counts. Where none has ended the window needs one.
  const ended = periods.at(-1)?.to
  const rest = dated.filter((item) => (ended === undefined ? window === undefined || item.data.collected >= window : item.data.collected > ended))
  if (rest.length > 0) looks.push(judge(rest))
  else if (ended === undefined) looks.push({ items: [], reasons: [nothing(own, request, component, question)] })
  return { items: looks.flatMap((look) => look.items), reasons: looks.flatMap((look) => look.reasons) }
}

// The first day on which periods are looked at.
const windowOf = ({ over }: EvidenceRequest, asOf: CivilDate): CivilDate | undefined => (over === undefined ? undefined : addDays(addDuration(asOf, over, -1), 1))

const wanted = (request: EvidenceRequest): string => request.types.join(' or ')
const forComponent = (component: Component | undefined): string => (component ? ` for \`${component.id}\`` : '')

// On its last day a period has ended, and from that day the item is missing.
const nothingOf = (period: CalendarPeriod, request: EvidenceRequest, component: Component | undefined, { implementation }: Question): Reason => ({
  kind: 'missing', cause: 'period-without-item', text: `there is no ${wanted(request)}${forComponent(component)} of ${period.name}, and each period needs its own`, since: period.to, place: placeOf(implementation, ['control']),
})

function nothing(own: readonly Located<Evidence>[], request: EvidenceRequest, component: Component | undefined, { implementation, askedSince, context }: Question): Reason {
  const future = own.find((item) => item.data.collected > context.asOf)
  if (future)
    return { kind: 'missing', cause: 'future-dated', text: `\`${future.data.id}\` is dated ${future.data.collected} and does not count before that day`, since: askedSince, evidence: future.data.id, place: placeOf(future, ['collected']) }
  return { kind: 'missing', cause: 'no-evidence', text: `there is no ${wanted(request)}${forComponent(component)}`, since: askedSince, place: placeOf(implementation, ['control']) }
}

// Of several runs of one tool only the latest counts, so that nobody passes by an old run; of several tools each counts, so that nobody passes by leaving one out.
// Two runs of one day are both the latest.
function latestPerTool(items: readonly Located<Evidence>[]): readonly Located<Evidence>[] {
  const toolOf = (item: Located<Evidence>): string => item.data.source?.tool ?? ''
  const latest = new Map<string, CivilDate>()
  for (const item of items) latest.set(toolOf(item), later(latest.get(toolOf(item)) ?? '', item.data.collected))
  return items.filter((item) => item.data.collected === latest.get(toolOf(item)))
}

function inheritedObservation(objective: Objective, { askedSince: since, implementation, context }: Question): Observation | undefined {
  const answers = implementation.data.objectives
  const answer = answers && Object.hasOwn(answers, objective.id) ? answers[objective.id] : undefined
  const platform = answer?.['inherited-from']
  if (platform === undefined || objective.inheritable !== true || !context.files.application.inherits?.includes(platform)) return undefined
  const place = placeOf(implementation, ['objectives', objective.id, 'inherited-from'])
  const about = { objective: objective.id, 'inherited-from': platform }
  const provider = context.providers.get(platform)
  if (provider === undefined) {
    const text = `\`${platform}\`, from which it is inherited, could not be assessed`
    return toObservation(about, [{ ...about, kind: 'not-assessed', cause: 'provider-not-assessed', text, since, place }])
  }
  const theirs = provider.observations.get(objective.id)
  if (theirs === undefined) {
    const text = `\`${platform}\` shows nothing for ${objective.id}, which is to be inherited from it`
    return toObservation(about, [{ ...about, kind: 'missing', cause: 'no-evidence', text, since, place }])
  }
  const reasons = theirs.reasons.map((reason) => ({ ...reason, ...about, text: `at \`${platform}\`, from which it is inherited: ${reason.text}`, place }))
  return { ...theirs, ...about, reasons }
}
