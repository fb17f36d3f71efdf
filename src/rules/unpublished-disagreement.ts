import { keyOf } from '../model/agreement.js'
import { locateAll } from '../model/doc.js'
import { crosswalkExample } from './example-crosswalk.js'
import { localCrosswalks } from './local-files.js'
import type { FileRule } from './rule.js'

/** A disagreement is about a pair that was not published. */
export const unpublishedDisagreement: FileRule = {
  code: 'unpublished-disagreement',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A disagreement with a published crosswalk is about a pair that the crosswalk does not have.',
  rationale: 'What nobody published cannot be disagreed with. Mostly one of the two ids is not the one that was meant, and the pair that was meant stays without a reason.',
  since: '0.1.0',
  bad: crosswalkExample('{ from: R1, to: "1", remarks: A description does not touch it. }'),
  good: crosswalkExample('{ from: R1, to: "1.2", remarks: A description does not touch it. }'),
  *check({ library }) {
    for (const { doc, from, to } of localCrosswalks(library)) {
      const published = new Set(doc.data.pairs.map(keyOf))
      for (const part of locateAll(doc, 'disagreements', doc.data.disagreements)) {
        const { from: a, to: b } = part.data
        if (!published.has(keyOf(part.data)) && from.elements.has(a) && to.elements.has(b)) yield { at: { part, below: [] }, message: `The published crosswalk does not have the pair \`${a} → ${b}\`.`, hint: 'Mend the ids, or remove the disagreement.' }
      }
    }
  },
}
