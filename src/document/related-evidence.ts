import { OBSERVATION_STATES, type FindingState } from '../model/assessment.js'
import type { AssessedApplication, DocumentContext } from './context.js'
import { evidenceNames } from './evidence-names.js'
import { evidenceStandings, type EvidenceStanding } from './evidence-standing.js'
import type { Texts } from './texts/texts.js'

const SHOWN = 12

const known = new WeakMap<AssessedApplication, ReadonlyMap<string, EvidenceStanding>>()

// Asked for once for each row of a table.
function standingsOf(context: DocumentContext, entry: AssessedApplication): ReadonlyMap<string, EvidenceStanding> {
  const found = known.get(entry) ?? evidenceStandings(context, entry)
  known.set(entry, found)
  return found
}

/** The evidence that objectives of some controls looked at, `entry/id (date, state)`, the worst first; beyond twelve items they are counted. For one entry also what a platform holds on its behalf, and that the organization holds some. */
export function evidenceFor(context: DocumentContext, controls: readonly string[]): readonly string[] {
  const { texts, applications, subject } = context
  const items = applications.flatMap((entry) => {
    const standings = standingsOf(context, entry)
    return entry.evidence.flatMap(({ data }) => {
      const standing = standings.get(data.id)
      const used = standing?.objectives.some((objective) => controls.some((control) => objective.startsWith(`${control}.`))) === true
      return used && standing ? [{ state: standing.state, collected: data.collected, words: `${subject ? '' : `${entry.id}/`}${data.id} (${data.collected}, ${texts.evidenceStates[standing.state]})` }] : []
    })
  }).sort((a, b) => rankOf(a.state) - rankOf(b.state))
  const rest = items.slice(SHOWN)
  const states = [...new Set(rest.map(({ state }) => state))].map((state) => `${rest.filter((item) => item.state === state).length} ${texts.evidenceStates[state]}`)
  return [...items.slice(0, SHOWN).map(({ words }) => words), ...(rest.length > 0 ? [texts.moreEvidence(states.join(', '))] : []), ...(subject ? heldByOthers(texts, subject, controls) : [])]
}

function heldByOthers(texts: Texts, { findings, carried }: AssessedApplication, controls: readonly string[]): readonly string[] {
  const inherited = findings.filter(({ control }) => controls.includes(control)).flatMap(({ observations }) => observations.filter((observation) => observation['inherited-from'] !== undefined))
  const named = inherited.flatMap((observation) => evidenceNames([observation]).map((name) => `${name} (${texts.evidenceStates[observation.state]})`))
  const answeredAbove = controls.some((control) => ASKED.has(carried.get(control) ?? 'upcoming'))
  return [...new Set(named), ...(answeredAbove ? [texts.evidenceAtOrganization] : [])]
}

const ASKED: ReadonlySet<FindingState> = new Set<FindingState>(['satisfied', 'not-satisfied'])

const rankOf = (state: EvidenceStanding['state']): number => OBSERVATION_STATES.findIndex((known) => known === state)

/** Whether some controls are met by the entries themselves, by a platform, or by both; undefined where nobody answered them with evidence. */
export function modelOf({ applications, texts }: DocumentContext, controls: readonly string[]): string | undefined {
  const observations = applications.flatMap(({ findings }) => findings.filter(({ control }) => controls.includes(control)).flatMap((finding) => finding.observations))
  if (observations.length === 0) return undefined
  const inherited = observations.filter((observation) => observation['inherited-from'] !== undefined).length
  return inherited === 0 ? texts.models.direct : inherited === observations.length ? texts.models.inherited : texts.models.shared
}
