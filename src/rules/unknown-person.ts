import { noSuchPerson } from '../source/no-such-person.js'
import { evaluationExample } from './example-evaluation.js'
import { peopleNamed } from './people-named.js'
import type { FileRule } from './rule.js'

/** Somebody is named whom muster.yaml does not know. */
export const unknownPerson: FileRule = {
  code: 'unknown-person',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'A person is named whom `muster.yaml` does not know.',
  rationale: 'An auditor asks who decided, and a name that nobody knows is no answer: it has no authority, and its review counts for nothing. Everyone whom the files name stands under `people` in `muster.yaml`, also after they have left.',
  since: '0.1.0',
  bad: evaluationExample({}, { 'submitted-by': 'enginer' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const { id, part, below } of peopleNamed(files)) {
      if (library.people.has(id)) continue
      yield { at: { part, below }, ...noSuchPerson(id, library.people.keys()) }
    }
  },
}
