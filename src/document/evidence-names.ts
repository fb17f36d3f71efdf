import type { Observation } from '../model/assessment.js'

/** The items of evidence that some observations looked at, by id. What a platform holds on behalf of an entry is in the register of the platform, and is named with it. */
export const evidenceNames = (observations: readonly Observation[]): readonly string[] =>
  [...new Set(observations.flatMap(({ evidence, 'inherited-from': from }) => (from === undefined ? evidence : evidence.map((id) => `${from}/${id}`))))]
