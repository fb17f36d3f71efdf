import { locateAll } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { elementsChanged, elementsMapped, elementsPublished, elementsQuoted, elementsReferred, elementsReviewed } from './elements-named.js'
import { mappingExample } from './example-framework.js'
import { kindFault } from './kind-fault.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A file names an element that its framework does not have. */
export const unknownElement: FileRule = {
  code: 'unknown-element',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A mapping, an adoption, a framework, or a file about an edition or a published crosswalk names an element that the framework does not have.',
  rationale: 'A row about an element that does not exist is a statement about nothing, and the element that was meant stays unmapped. Ids are written exactly as the publisher prints them; an entry of a profile is addressed by its element and its focus area, as in `PR.DS-01.secure`.',
  since: '0.1.0',
  bad: mappingExample({ element: '"1.3"' }),
  good: mappingExample({}),
  *check({ library }) {
    for (const named of [elementsMapped(library), elementsReferred(library), elementsChanged(library), elementsPublished(library), elementsReviewed(library), elementsQuoted(library)])
      for (const { id, part, below, of, framework, element } of named) {
        if (element) continue
        const hint = suggestHint(id, framework.elements.keys(), `Run \`muster list elements --framework ${framework.id}\` to see all elements.`)
        yield { at: { part, below, ...(of && { of }) }, message: `${framework.id} has no element \`${id}\`.`, hint }
      }
    for (const doc of localOnes(library.docs.frameworks)) {
      if (kindFault(doc.data, library)) continue
      const areas = (doc.data['focus-areas'] ?? []).map((area) => area.id)
      for (const part of locateAll(doc, 'entries', doc.data.entries)) {
        const { 'focus-area': area } = part.data
        if (!areas.includes(area)) yield { at: { part, below: ['focus-area'] }, message: `${doc.data.id} has no focus area \`${area}\`.`, hint: suggestHint(area, areas, 'Add it to `focus-areas`, or mend the name.') }
      }
    }
  },
}
