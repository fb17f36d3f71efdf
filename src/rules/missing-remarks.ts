import { mappingExample } from './example-framework.js'
import { localEditions, localMappings } from './local-files.js'
import type { FileRule } from './rule.js'

const BOLD: ReadonlySet<string> = new Set(['equal-to', 'superset-of', 'no-relationship'])

/** A row claims a full relationship or none, or that an element is gone, and does not say why. */
export const missingRemarks: FileRule = {
  code: 'missing-remarks',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A row claims a full relationship, or none, or that an element is gone, and does not say why.',
  rationale: 'These are the strongest statements that a mapping makes: that controls reach all of an element, or nothing of it; and of an edition, that nothing has taken an element’s place. An auditor asks why before believing either, and `remarks` is the answer.',
  since: '0.1.0',
  bad: mappingExample({ remarks: '' }),
  good: mappingExample({}),
  *check({ library }) {
    for (const { rows } of localMappings(library))
      for (const part of rows) {
        const { element, relationship, remarks } = part.data
        if (remarks !== undefined || !BOLD.has(relationship)) continue
        yield { at: { part, below: ['relationship'] }, message: `The row for ${element} says \`${relationship}\` and not why.`, hint: relationship === 'no-relationship' ? 'Write in `remarks` why nothing of the element is met.' : 'Write in `remarks` how the controls reach all of the element.' }
      }
    for (const { changes } of localEditions(library))
      for (const part of changes)
        if (part.data.change === 'gone' && part.data.remarks === undefined) yield { at: { part, below: ['change'] }, message: `\`${part.data.element}\` is said to be gone, and not why.`, hint: 'Write in `remarks` why nothing has taken its place.' }
  },
}
