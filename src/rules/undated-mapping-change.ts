import type { MappingRow } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { ownFramework } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** A row of a mapping was changed and keeps the day on which it was written before. */
export const undatedMappingChange: ChangeRule = {
  code: 'undated-mapping-change',
  kind: 'change',
  severity: 'error',
  summary: 'What a mapping says of an element has changed, and its day has not.',
  rationale: '`on` is the day on which somebody held the two texts side by side. Where the row says something else, that was another day, and whoever checked or reviewed the former row did not see this one.',
  since: '0.1.0',
  previous: ownFramework({ row: 'relationship: intersects-with, on: 2026-02-01' }),
  bad: ownFramework({ row: 'relationship: superset-of, on: 2026-02-01' }),
  good: ownFramework({ row: 'relationship: superset-of, on: 2026-09-20' }),
  *check({ changes, than, then }) {
    // A row that was written on the day of the earlier revision or after it can have been read again on that day.
    const isUndated = (before: string | undefined, after: string | undefined): boolean => before !== undefined && after !== undefined && after <= before && after < then
    for (const { id, rows, outside } of changes.frameworks) {
      for (const { before, after } of rows.changed) {
        if (after.doc.builtin || !isUndated(before.data.on, after.data.on)) continue
        yield { at: { part: after, below: ['on'] }, message: `The row of ${id} about \`${after.data.element}\` says something else than in \`${than}\` (${told(before.data, after.data)}), and is still of \`${after.data.on}\`.`, hint: 'Write the day on which it was read again, and who did.', touches: { controls: after.data.controls } }
      }
      for (const { before, after } of outside.changed)
        if (!after.doc.builtin && isUndated(before.data.on, after.data.on)) yield { at: { part: after, below: ['on'] }, message: `Why \`${after.data.element}\` of ${id} is outside the catalog reads otherwise than in \`${than}\`, and is still of \`${after.data.on}\`.`, hint: 'Write the day on which it was read again, and who did.' }
    }
  },
}

const KEYS = ['controls', 'relationship', 'rationale', 'acts', 'remarks', 'method', 'by'] as const satisfies readonly (keyof MappingRow)[]

const told = (before: MappingRow, after: MappingRow): string => listInWords(KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])), 'and')
