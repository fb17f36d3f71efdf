import { testingExample } from './example-testing.js'
import type { FileRule } from './rule.js'

/** Evidence of a sampled type does not say how it was sampled. */
export const missingSample: FileRule = {
  code: 'missing-sample',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence of a sampled type does not state its sample.',
  rationale: 'What a sample shows depends on what it was drawn from, how, and how much of it was looked at. Without these an auditor cannot rely on it. Where everything was looked at, say so with `method: all`.',
  since: '0.1.0',
  bad: testingExample({ sample: 'none' }),
  good: testingExample({}),
  *check({ library, files }) {
    for (const part of files.evidence) {
      const { id, type, sample } = part.data
      if (sample !== undefined || library.evidenceTypes.get(type)?.sampled !== true) continue
      yield { at: { part, below: ['type'] }, message: `Evidence of type \`${type}\` looks at a sample, and \`${id}\` does not state it.`, hint: 'Write `sample` with its population, size, method and deviations.' }
    }
  },
}
