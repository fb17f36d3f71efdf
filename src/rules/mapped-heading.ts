import { elementsChanged, elementsMapped } from './elements-named.js'
import { mappingExample } from './example-framework.js'
import type { FileRule } from './rule.js'

/** A mapping or a file about an edition speaks of an element that only groups others. */
export const mappedHeading: FileRule = {
  code: 'mapped-heading',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A mapping, or a file about an edition, speaks of an element that only groups others.',
  rationale: 'Leaves are mapped; a heading shows what its children show. A row about the heading would say of all of them what is true of some, and appears in no report.',
  since: '0.1.0',
  bad: mappingExample({ element: '"1"' }),
  good: mappingExample({}),
  *check({ library }) {
    for (const [named, hint] of [[elementsMapped(library), 'Map the elements below it.'], [elementsChanged(library), 'Name the elements below it.']] as const)
      for (const { id, part, below, framework, element } of named)
        if (element?.heading === true) yield { at: { part, below }, message: `\`${id}\` of ${framework.id} only groups others and is not mapped itself.`, hint }
  },
}
