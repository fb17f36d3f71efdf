import { EFFECTS, type ControlChange, type Effect } from '../assess/compare-assessments.js'
import { counted, listInWords } from '../source/list-in-words.js'
import type { Against } from './against.js'
import type { EntryChange } from './entry-change.js'
import type { Serves } from './explain-serves.js'

/** So many entries of the inventory. */
export const entriesIn = (count: number): string => (count === 1 ? '1 entry' : `${counted(count, 'entrie')}`)

/** The effects in words, as the first cell of a row. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  'breaks': 'breaks', 'switched-off': 'switched off', 'worsens': 'worsens', 'asked': 'newly asked', 'answers': 'answered', 'improves': 'improves', 'differs': 'other reasons',
}

const IN_ALL: Readonly<Record<Effect, readonly [one: string, many: string]>> = {
  'breaks': ['breaks', 'break'], 'switched-off': ['switched off', 'switched off'], 'worsens': ['worsens', 'worsen'], 'asked': ['newly asked', 'newly asked'],
  'answers': ['answered', 'answered'], 'improves': ['improves', 'improve'], 'differs': ['with other reasons', 'with other reasons'],
}

/** What changes, in one phrase: `1 control breaks and 2 answered`. */
export function inOnePhrase({ entries }: Against): string {
  const all = entries.flatMap(({ controls }) => controls)
  const counts = EFFECTS.map((effect) => ({ effect, count: all.filter((change) => change.effect === effect).length })).filter(({ count }) => count > 0)
  const parts = counts.map(({ effect, count }, index) => `${index === 0 ? counted(count, 'control') : String(count)} ${IN_ALL[effect][count === 1 ? 0 : 1]}`)
  const unread = entries.filter(({ assessed, presence }) => !assessed && presence !== 'gone').length
  const gone = entries.filter(({ presence }) => presence === 'gone').length
  return listInWords([...(unread > 0 ? [`${entriesIn(unread)} not assessed`] : []), ...(gone > 0 ? [`${entriesIn(gone)} gone`] : []), ...parts], 'and') || 'no control stands otherwise'
}

const plain = (standing: string = 'not known'): string => (standing === 'accepted' ? 'accepted as a gap' : standing.replaceAll('-', ' '))

/** From where to where a control went: `was satisfied, is not satisfied`. */
export const fromTo = ({ then, now }: ControlChange): string =>
  then === now ? `is still ${plain(now)}` : then === undefined ? `is ${plain(now)}` : now === undefined ? `was ${plain(then)}, is not asked` : `was ${plain(then)}, is ${plain(now)}`

/** Why a control is a gap now or does not apply; where it is none, which reasons it no longer has. That nothing was said is no news once something is. */
export const whyOf = ({ effect, reasons, settled }: ControlChange, noLonger: string): readonly string[] =>
  reasons.length > 0 ? reasons : effect === 'answers' ? [] : settled.map((reason) => `${noLonger}: ${reason}`)

/** For which objectives an item of evidence is looked at, before they are shown. */
export const lookedAt = (objectives: readonly string[]): string => (objectives.length === 0 ? 'which no objective looks at' : `for ${objectives.join(', ')}`)

/** How an entry stands now and stood, in one line without its name. */
export function standingInWords({ presence, before, after, tier, factsReviewed, assessed, wasAssessed, formerly }: EntryChange): string {
  const count = ({ satisfied, applicable }: { readonly satisfied: number; readonly applicable: number }): string => `${satisfied} of ${applicable} controls satisfied`
  if (presence === 'gone') return before ? `gone, and with it ${counted(before.gaps, 'open gap')}; it had ${count(before)}; with \`lifecycle: retired\` it would be kept` : 'gone; it could not be read before'
  const parts = [
    ...(presence === 'new' ? ['new'] : []), ...(formerly === undefined ? [] : [`until now ${formerly}`]),
    ...(assessed ? [] : ['not assessed, because its files are wrong']),
    ...(after ? [`${count(after)}${before && (before.satisfied !== after.satisfied || before.applicable !== after.applicable) ? ` (${before.satisfied} of ${before.applicable} before)` : ''}`, counted(after.gaps, 'open gap') + (before && before.gaps !== after.gaps ? ` (${before.gaps} before)` : '')] : []),
    ...(presence === 'there' && assessed && !wasAssessed ? ['it could not be read before, so nothing is compared'] : []),
    ...(tier ? [`risk tier ${tier.now ?? 'unknown'} (${tier.then ?? 'unknown'} before)`] : []),
    ...(assessed && !factsReviewed ? ['facts not reviewed'] : []),
  ]
  return parts.join(', ')
}

/** What is served of one framework, by how the controls relate to it: `A.7.6, A.6.2.4 intersects-with`. */
export const servedBy = (serves: readonly Serves[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
  const frameworks = new Map<string, Map<string, string[]>>()
  for (const { framework, relationship, element } of serves) {
    const relations = frameworks.get(framework) ?? new Map<string, string[]>()
    const elements = relations.get(relationship) ?? []
    if (!elements.includes(element)) elements.push(element)
    frameworks.set(framework, relations.set(relationship, elements))
  }
  return frameworks
}
