import { locateAll, type Located } from '../model/doc.js'
import { mappingExample } from './example-framework.js'
import { localMappings } from './local-files.js'
import type { FileRule, Report } from './rule.js'

/** A second reading of a mapping is none: by who wrote it, before it was written, or of something that is not there. */
export const wrongCheck: FileRule = {
  code: 'wrong-check',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A second reading of a row is by the one who wrote it, is older than the row, or is of an entry that is not taken as profiled.',
  rationale: '`checked` says that somebody else compared the two texts and came to the same. Whoever wrote the row reads it as it was meant, and a reading of what was written later is a reading of something else.',
  since: '0.1.0',
  bad: mappingExample({ remarks: 'remarks: The same thing., checked: { by: passmuster, on: 2026-02-02 }, ' }),
  good: mappingExample({ remarks: 'remarks: The same thing., checked: { by: second-reader, on: 2026-02-02 }, ' }),
  *check({ library }) {
    for (const { doc, rows } of localMappings(library)) {
      for (const part of [...rows, ...locateAll(doc, 'outside-catalog', doc.data['outside-catalog'])]) yield* wrong(part)
      const profiled = new Set(doc.data['as-profiled'])
      for (const part of locateAll(doc, 'as-profiled-checked', doc.data['as-profiled-checked']))
        for (const [index, id] of part.data.elements.entries())
          if (!profiled.has(id)) yield { at: { part, below: ['elements', index] }, message: `\`${id}\` was read as one that is taken as profiled, and is not in \`as-profiled\`.`, hint: 'Take it out, or mend the id.' }
    }
  },
}

type Written = { readonly element: string; readonly by?: string; readonly on?: string; readonly checked?: { readonly by: string; readonly on: string } }

function* wrong(part: Located<Written>): Iterable<Report> {
  const { element, by, on, checked } = part.data
  if (checked === undefined) return
  if (checked.by === by) yield { at: { part, below: ['checked', 'by'] }, message: `What is said of ${element} was written and checked by \`${checked.by}\`.`, hint: 'Have somebody else read it, or remove `checked`.' }
  else if (on !== undefined && checked.on < on) yield { at: { part, below: ['checked', 'on'] }, message: `What is said of ${element} was checked on ${checked.on} and written on ${on}.`, hint: 'Have it read again, or mend the day.' }
}
