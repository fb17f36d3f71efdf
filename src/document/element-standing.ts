import { COVERAGE_STATES, noCoverage, type CoverageState, type ElementCoverage } from '../model/coverage.js'
import type { FrameworkElement, FrameworkEntry } from '../model/library.js'
import type { AssessedApplication, DocumentContext } from './context.js'

/** The entries that are counted. The organization's answers are carried into each of the others, so it counts only where it is alone. */
export function countedEntries({ subject, applications }: DocumentContext): readonly AssessedApplication[] {
  if (subject !== undefined) return [subject]
  const others = applications.filter(({ application }) => application.kind !== 'organization')
  return others.length > 0 ? others : applications
}

/** An element over the counted entries for which its framework was adopted. */
export type ElementStanding = {
  readonly element: FrameworkElement
  /** What the mapping alone can show. */
  readonly reach: ElementCoverage['reach'] | undefined
  readonly states: Readonly<Record<CoverageState, number>>
  /** How many entries were counted. */
  readonly entries: number
  /** How many entries in scope could not be assessed, so that nobody knows their state. */
  readonly notAssessed: number
  /** Applicable and satisfied controls, where one entry is counted. */
  readonly standing?: ElementCoverage['standing']
}

const known = new WeakMap<DocumentContext, Map<FrameworkEntry, readonly ElementStanding[]>>()

/** The leaf elements of a framework in the publisher's order, each with its states counted over the entries. */
export function standings(context: DocumentContext, framework: FrameworkEntry): readonly ElementStanding[] {
  const ofContext = known.get(context) ?? new Map<FrameworkEntry, readonly ElementStanding[]>()
  const found = ofContext.get(framework) ?? countStandings(context, framework)
  known.set(context, ofContext.set(framework, found))
  return found
}

function countStandings(context: DocumentContext, framework: FrameworkEntry): readonly ElementStanding[] {
  const notAssessed = unassessedIn(context, framework).length
  const lists = countedEntries(context).flatMap(({ coverage }) => coverage.get(framework.id) ?? [])
  const byElement = new Map<string, ElementCoverage[]>()
  for (const covered of lists) {
    const known = byElement.get(covered.id)
    if (known) known.push(covered)
    else byElement.set(covered.id, [covered])
  }
  return [...framework.elements.values()].filter(({ heading }) => !heading).map((element) => standingOf(element, byElement.get(element.id) ?? [], notAssessed))
}

/** The entries in scope of a framework that could not be assessed. */
export const unassessedIn = ({ unassessed }: DocumentContext, { id }: FrameworkEntry): readonly string[] => unassessed.filter(({ inScopeOf }) => inScopeOf.has(id)).map((entry) => entry.id)

function standingOf(element: FrameworkElement, covered: readonly ElementCoverage[], notAssessed: number): ElementStanding {
  const states = noCoverage()
  for (const { state } of covered) if (state !== undefined) states[state] += 1
  const [first, ...more] = covered
  return { element, reach: first?.reach, states, entries: covered.length, notAssessed, ...(first?.standing && more.length === 0 && { standing: first.standing }) }
}

/** The words for a state: for an element of kind risk it is addressed or open, never met. */
export const wordForState = ({ texts }: DocumentContext, element: Pick<FrameworkElement, 'kind'>, state: CoverageState): string =>
  element.kind === 'risk' ? texts.riskStates[state] : texts.coverageStates[state]

/** What stands of an element, in words: its state with the controls that hold, or the states counted. */
export function standingInWords(context: DocumentContext, { element, states, entries, notAssessed, standing }: ElementStanding): string {
  const held = COVERAGE_STATES.filter((state) => states[state] > 0)
  const [only] = held
  if (only === undefined) return notAssessed > 0 ? context.texts.unassessedEntries(notAssessed) : context.texts.notAdopted
  if (entries === 1 && notAssessed === 0) return stateOfOne(context, wordForState(context, element, only), only, standing)
  return [...held.map((state) => `${states[state]} ${wordForState(context, element, state)}`), ...(notAssessed > 0 ? [context.texts.unassessedEntries(notAssessed)] : [])].join(', ')
}

function stateOfOne({ texts }: DocumentContext, word: string, state: CoverageState, standing: ElementStanding['standing']): string {
  // A mapping that can show all of it may need controls that nobody is asked for yet.
  const rest = state === 'partly-met' && standing?.satisfied === standing?.applicable ? `, ${texts.restNotAsked}` : ''
  if (standing && standing.applicable > 0) return `${word}, ${texts.ofControls(standing.satisfied, standing.applicable)}${rest}`
  return state === 'not-met' ? `${word}, ${texts.notAskedYet}` : word
}

/** The elements of a framework added up by state. */
export function sumOf(all: readonly ElementStanding[]): Readonly<Record<CoverageState, number>> {
  const sum = noCoverage()
  for (const { states } of all) for (const state of COVERAGE_STATES) sum[state] += states[state]
  return sum
}

/** The worst state that some entry has, for an order of work; `met` where none has any. */
export function worstState({ states }: ElementStanding): CoverageState {
  const order: readonly CoverageState[] = ['not-met', 'partly-met', 'unmapped', 'met-within-reach', 'outside-catalog', 'not-applicable', 'met']
  return order.find((state) => states[state] > 0) ?? 'met'
}

/** Whether a framework lists risks, which are addressed and not met. */
export const listsRisks = ({ elements }: FrameworkEntry): boolean => [...elements.values()].some((element) => element.kind === 'risk')
