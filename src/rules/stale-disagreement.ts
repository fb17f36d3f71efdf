import { keyOf, relates } from '../model/agreement.js'
import { locateAll } from '../model/doc.js'
import { crosswalkExample } from './example-crosswalk.js'
import { localCrosswalks } from './local-files.js'
import type { FileRule } from './rule.js'

/** A disagreement is about a pair that our mappings give by now. */
export const staleDisagreement: FileRule = {
  code: 'stale-disagreement',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A disagreement with a published crosswalk is about a pair that our mappings give.',
  rationale: 'It says why our mappings do not relate two elements. Once they do, the reason argues against our own rows, and a reader cannot tell which of the two is meant.',
  since: '0.1.0',
  bad: crosswalkExample('{ from: R1, to: "1.1", remarks: Tests do not touch it. }'),
  good: crosswalkExample('{ from: R1, to: "1.2", remarks: A description does not touch it. }'),
  *check({ library }) {
    for (const { doc, from, to } of localCrosswalks(library)) {
      const areRelated = relates(from, to)
      const published = new Set(doc.data.pairs.map(keyOf))
      for (const part of locateAll(doc, 'disagreements', doc.data.disagreements))
        if (published.has(keyOf(part.data)) && areRelated(part.data)) yield { at: { part, below: [] }, message: `Our mappings relate \`${part.data.from}\` and \`${part.data.to}\`, and this says why they do not.`, hint: 'Remove it, or the rows that it argues against.' }
    }
  },
}
