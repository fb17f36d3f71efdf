import { definitions, type Definition } from './definitions.js'
import { frameworkExample } from './example-framework.js'
import { calledOf } from './file-names.js'
import type { FileRule } from './rule.js'

/** Something that all applications share is defined twice. */
export const duplicateDefinition: FileRule = {
  code: 'duplicate-definition',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A control, evidence type, framework, mapping, or something in the list of one, is defined twice.',
  rationale: 'Of two definitions only one counts, and nobody sees which. That is also true of a definition that comes with muster: what is to be different in a built-in control is said by tailoring, and a control of your own gets an id of its own.',
  since: '0.1.0',
  bad: frameworkExample({ counts: '{ chapter: 1, clause: 3 }', last: '{ id: "1.2", kind: clause, title: Write it down, parent: "1" }\n  - { id: "1.2", kind: clause, title: Keep it, parent: "1" }' }),
  good: frameworkExample({ counts: '{ chapter: 1, clause: 3 }', last: '{ id: "1.2", kind: clause, title: Write it down, parent: "1" }\n  - { id: "1.3", kind: clause, title: Keep it, parent: "1" }' }),
  *check({ library }) {
    const first = new Map<string, Definition>()
    for (const definition of definitions(library)) {
      const { noun, id, scope, part, below, file } = definition
      const key = [noun, scope, id].join('\n')
      const other = first.get(key)
      if (other === undefined) {
        first.set(key, definition)
        continue
      }
      // A file that is not called by its id was meant to define something else.
      if (part.doc.builtin || (file && calledOf(part.doc) !== id)) continue
      const { builtin } = other.part.doc
      yield {
        at: { part, below },
        message: `The ${noun} \`${id}\` ${builtin ? 'comes with muster, and is defined here again' : 'is defined twice'}.`,
        hint: builtin ? 'Give it an id of its own, or remove it.' : 'Give this one an id of its own, or remove it.',
        ...(!builtin && { related: [{ message: 'It is first defined here.', at: { part: other.part, below: other.below } }] }),
      }
    }
  },
}
