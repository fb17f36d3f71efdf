import { locateAll, whole, type Located } from '../model/doc.js'
import type { MappingRow } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { mappingExample } from './example-framework.js'
import { localMappings, type LocalMapping } from './local-files.js'
import type { FileRule, Report } from './rule.js'

/** A mapping says two things of the same controls and element, or of one element. */
export const contradictoryMapping: FileRule = {
  code: 'contradictory-mapping',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A mapping relates one set of controls to one element twice, or an element both to controls and to none.',
  rationale: 'One set of controls has one relationship to an element: it cannot be equal to it and have none with it, and a second row that says the same only waits to say something else. An element that is outside the catalog has no row that relates to it.',
  since: '0.1.0',
  bad: mappingExample({ more: '  - { controls: [TST-02], element: "1.2", relationship: no-relationship, rationale: semantic, remarks: Not the same., method: automation, by: passmuster, on: 2026-02-01 }\n' }),
  good: mappingExample({ more: '  - { controls: [TST-01], element: "1.2", relationship: no-relationship, rationale: semantic, remarks: Not the same., method: automation, by: passmuster, on: 2026-02-01 }\n' }),
  *check({ library }) {
    for (const mapping of localMappings(library)) {
      yield* doubleRows(mapping)
      yield* relatedAndOutside(mapping)
    }
  },
}

function* doubleRows({ rows }: LocalMapping): Iterable<Report> {
  const first = new Map<string, Located<MappingRow>>()
  for (const part of rows) {
    const { controls, element, relationship } = part.data
    const key = [...controls].sort().join('\n') + `\n${element}`
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, part)
      continue
    }
    const before = other.data.relationship
    const says = before === relationship ? `twice as \`${relationship}\`` : `as \`${relationship}\`, after it was mapped as ${before}`
    yield {
      at: { part, below: ['relationship'] },
      message: `${listInWords(controls, 'and')} ${controls.length === 1 ? 'is' : 'are together'} mapped to ${element} ${says}.`,
      hint: before === relationship ? 'Keep one of the two rows.' : 'Decide which of the two rows is right, and remove the other.',
      related: [{ message: 'The first row.', at: { part: other, below: ['relationship'] } }],
    }
  }
}

function* relatedAndOutside({ doc, rows }: LocalMapping): Iterable<Report> {
  const said = new Map<string, { readonly part: Located<unknown>; readonly below: readonly (string | number)[]; readonly what: string }>()
  for (const part of rows) if (part.data.relationship !== 'no-relationship') said.set(part.data.element, { part, below: ['element'], what: 'mapped to controls' })
  for (const [index, id] of (doc.data['as-profiled'] ?? []).entries()) said.set(id, { part: whole(doc), below: ['as-profiled', index], what: 'taken as profiled' })
  for (const part of locateAll(doc, 'outside-catalog', doc.data['outside-catalog'])) {
    const { element } = part.data
    const other = said.get(element)
    said.set(element, { part, below: ['element'], what: 'said to be outside the catalog already' })
    if (other === undefined) continue
    yield {
      at: { part, below: ['element'] },
      message: `\`${element}\` is said to be outside the catalog, and is ${other.what}.`,
      hint: 'Remove one of the two.',
      related: [{ message: 'The other statement.', at: { part: other.part, below: other.below } }],
    }
  }
}
