import { whole } from '../model/doc.js'
import { counted, listInWords, quoted } from '../source/list-in-words.js'
import { ownFramework } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** Elements are gone from an edition of a framework. */
export const removedElement: ChangeRule = {
  code: 'removed-element',
  kind: 'change',
  severity: 'error',
  summary: 'An element is gone from an edition of a framework.',
  rationale: 'An edition is what its publisher published and does not change; decisions, mappings and documents name its elements. A new edition is a framework of its own, with a file that says where each element went. In the draft of a framework it is a warning, since drafts change.',
  since: '0.1.0',
  previous: ownFramework(),
  bad: ownFramework({ last: '', clauses: 1 }),
  good: ownFramework({ last: '\n  - { id: "2", kind: clause, title: Keep what was found, summary: For a year. }' }),
  *check({ changes, previous, than }) {
    for (const { id, before, after, elements } of changes.frameworks) {
      if (before === undefined || after === undefined || after.builtin || elements.removed.length === 0) continue
      const names = elements.removed.map((element) => element.id)
      yield {
        at: { part: whole(after), below: [after.data.entries ? 'entries' : 'elements'], of: 'key' },
        message: `${counted(names.length, 'element')} of ${id} ${names.length === 1 ? 'is' : 'are'} gone since \`${than}\`: ${listInWords(quoted(names), 'and', 6)}.`,
        hint: `Bring ${names.length === 1 ? 'it' : 'them'} back; if the publisher has a new edition, write it as a framework of its own with \`edition-from-${id}.yaml\`.`,
        touches: { controls: names.flatMap((name) => (previous.frameworks.get(id)?.rows.get(name) ?? []).flatMap(({ data }) => data.controls)) },
        ...(after.data.status === 'draft' && { severity: 'warning' as const }),
      }
    }
  },
}
