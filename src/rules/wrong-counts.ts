import { whole, type Doc } from '../model/doc.js'
import type { Framework } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { frameworkExample } from './example-framework.js'
import { kindFault } from './kind-fault.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A framework does not have as many elements as it says. */
export const wrongCounts: FileRule = {
  code: 'wrong-counts',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A framework does not have as many elements of a kind as its `counts` say.',
  rationale: 'The counts are taken from the publisher, and the elements from the list: where they differ, an element is missing, stands twice or has the wrong kind. For a profile the kinds are `entry` and `focus-area`.',
  since: '0.1.0',
  bad: frameworkExample({ counts: '{ chapter: 1, clause: 3 }' }),
  good: frameworkExample({}),
  *check({ library }) {
    for (const doc of localOnes(library.docs.frameworks)) {
      if (kindFault(doc.data, library)) continue
      const actual = countKinds(doc)
      const stated = new Map(Object.entries(doc.data.counts))
      const wrong = [...new Set([...stated.keys(), ...actual.keys()])].filter((kind) => (stated.get(kind) ?? 0) !== (actual.get(kind) ?? 0))
      const [first] = wrong
      if (first === undefined) continue
      const inWords = wrong.map((kind) => `\`${kind}: ${stated.get(kind) ?? 0}\` and lists ${actual.get(kind) ?? 0}`)
      yield {
        at: { part: whole(doc), below: wrong.length === 1 ? ['counts', first] : ['counts'] },
        message: `The counts of ${doc.data.id} are not those of its elements: it says ${listInWords(inWords, 'and', 6)}.`,
        hint: 'Compare with the publisher’s text, and correct the list or `counts`.',
      }
    }
  },
}

function countKinds({ data }: Doc<Framework>): ReadonlyMap<string, number> {
  const kinds = data.kind === 'profile' ? [...(data.entries ?? []).map(() => 'entry'), ...(data['focus-areas'] ?? []).map(() => 'focus-area')] : (data.elements ?? []).map((element) => element.kind)
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
