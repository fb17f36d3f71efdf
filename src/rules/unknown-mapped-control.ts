import { suggestHint } from '../source/suggest.js'
import { controlIds } from './defined-ids.js'
import { mappingExample } from './example-framework.js'
import { localMappings } from './local-files.js'
import type { FileRule } from './rule.js'

/** A mapping names a control that the catalog does not have any more, or never had. */
export const unknownMappedControl: FileRule = {
  code: 'unknown-mapped-control',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A mapping names a control that the catalog does not have, or that was withdrawn.',
  rationale: 'A row says that a set of controls together relates to an element. With a member that nobody is asked for, the set can reach nothing, and coverage would claim what is not there.',
  since: '0.1.0',
  bad: mappingExample({ controls: '[TST-22]' }),
  good: mappingExample({}),
  *check({ library }) {
    const known = controlIds(library)
    for (const { rows } of localMappings(library))
      for (const part of rows)
        for (const [index, id] of part.data.controls.entries()) {
          const at = { part, below: ['controls', index] }
          const control = library.controls.get(id)?.control
          const successor = control?.['replaced-by']
          if (!known.has(id)) yield { at, message: `There is no control \`${id}\` in the catalog.`, hint: suggestHint(id, known, 'Run `muster list controls` to see all controls.') }
          else if (control?.status === 'withdrawn') yield { at, message: `The control \`${id}\` was withdrawn.`, hint: successor === undefined ? 'Take it out of the row.' : `Map ${successor}, which took its place.` }
        }
  },
}
