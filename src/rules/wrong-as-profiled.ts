import { whole } from '../model/doc.js'
import { profileExample } from './example-profile.js'
import { localMappings } from './local-files.js'
import type { FileRule } from './rule.js'

/** An entry is taken as profiled though its profile says more than that. */
export const wrongAsProfiled: FileRule = {
  code: 'wrong-as-profiled',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'An entry takes the rows of the element that it profiles, though the profile says more of it.',
  rationale: 'Where a profile says only that standard practice applies, what is mapped to the profiled element holds for the entry too. Where it adds a consideration, or does not name standard practice, that must be read and mapped by itself: nothing flows to it unseen.',
  since: '0.1.0',
  bad: profileExample('standard-practice: true, consideration: Watch what the model learns from.'),
  good: profileExample('standard-practice: true'),
  *check({ library }) {
    for (const { doc, framework } of localMappings(library))
      for (const [index, id] of (doc.data['as-profiled'] ?? []).entries()) {
        const element = framework.elements.get(id)
        if (element === undefined) continue
        const why = framework.framework.kind === 'catalog' ? `${framework.id} is not a profile`
          : element.consideration !== undefined ? 'the profile adds a consideration'
          : element['general-consideration'] !== undefined ? 'the profile adds a general consideration for every focus area'
          : element['standard-practice'] === false ? 'the profile does not say that standard practice applies' : undefined
        if (why !== undefined) yield { at: { part: whole(doc), below: ['as-profiled', index] }, message: `\`${id}\` is taken as profiled, and ${why}.`, hint: 'Map it under `maps`, or say under `outside-catalog` why nothing relates to it.' }
      }
  },
}
