import { testingExample } from './example-testing.js'
import type { FileRule } from './rule.js'

/** An objective is said to be inherited, and its control does not allow that. */
export const notInheritable: FileRule = {
  code: 'not-inheritable',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An objective is said to be inherited, and its control does not allow that.',
  rationale: 'Some things a platform cannot do on behalf of an application: nobody else tests this model or reviews these accounts. Only an objective with `inheritable: true` may be answered by a platform; every other needs evidence of its own.',
  since: '0.1.0',
  bad: testingExample({ answer: 'evidence: [access-2026-09-12]\n    objectives:\n      TST-03.a: { inherited-from: ml-platform }' }),
  good: testingExample({}),
  *check({ library, files }) {
    for (const part of files.implementations) {
      const { control, objectives = {} } = part.data
      for (const id of Object.keys(objectives)) {
        const objective = library.controls.get(control)?.control.objectives.find((one) => one.id === id)
        if (objective === undefined || objective.inheritable === true) continue
        yield {
          at: { part, below: ['objectives', id], of: 'key' },
          message: `The objective \`${id}\` cannot be inherited: each application meets it itself.`,
          hint: 'Remove the entry, and add evidence of your own.',
        }
      }
    }
  },
}
