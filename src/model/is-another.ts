import type { Control, Objective } from '../schema/types.js'

// Below this share of common words two texts are about different things: a text that is merely rewritten keeps its nouns.
const ALIKE = 0.15

/** Whether a control is another one than before under the same id: nothing of its title, statement and evidence is left. */
export const isAnotherControl = (before: Control, after: Control): boolean =>
  !isAlike(`${before.title} ${before.statement}`, `${after.title} ${after.statement}`) && !sharesType(before.objectives, after.objectives)

/** Whether an objective is another one than before under the same id. */
export const isAnotherObjective = (before: Objective, after: Objective): boolean => !isAlike(before.text, after.text) && !sharesType([before], [after])

const typesOf = (objectives: readonly Objective[]): readonly string[] => objectives.flatMap(({ evidence }) => evidence.flatMap(({ types }) => types))
const sharesType = (then: readonly Objective[], now: readonly Objective[]): boolean => { const types = new Set(typesOf(then)); return typesOf(now).some((type) => types.has(type)) }

function isAlike(a: string, b: string): boolean {
  const [then, now] = [wordsOf(a), wordsOf(b)]
  const common = [...then].filter((word) => now.has(word)).length
  return common / Math.max(1, new Set([...then, ...now]).size) >= ALIKE
}

// Short words are in every text, and endings come and go.
const wordsOf = (text: string): ReadonlySet<string> => new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5)))
