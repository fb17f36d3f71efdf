import { suggestHint } from '../source/suggest.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** Evidence is about a component that the application does not list. */
export const unknownComponent: FileRule = {
  code: 'unknown-component',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence is about a component that the application does not list.',
  rationale: 'Where an objective asks for each model or each tool, evidence counts for the component that it names. One that application.yaml does not list is none of the application’s, and the one that was meant stays without evidence.',
  since: '0.1.0',
  bad: evaluationExample({}, { component: 'llm-2' }),
  good: evaluationExample({}),
  *check({ files }) {
    const known = new Set((files.application.components ?? []).map((component) => component.id))
    for (const part of files.evidence) {
      const { component } = part.data
      if (component === undefined || known.has(component)) continue
      yield { at: { part, below: ['component'] }, message: `\`${files.id}\` has no component \`${component}\`.`, hint: suggestHint(component, known, 'Add it to `components` in application.yaml, or mend the name.') }
    }
  },
}
