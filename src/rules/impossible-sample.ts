import type { Sample } from '../schema/types.js'
import { testingExample } from './example-testing.js'
import type { FileRule } from './rule.js'

const sample = (size: number): string => `{ population: { size: 412, drawn-from: Directory, on: 2026-09-11 }, size: ${size}, method: random, deviations: 0 }`

/** The figures of a sample cannot all be right. */
export const impossibleSample: FileRule = {
  code: 'impossible-sample',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'The figures of a sample cannot all be right.',
  rationale: 'A sample is no larger than its population, has no more deviations than entries, and is the whole population where its method is `all`. Figures that cannot be leave every conclusion from them open.',
  since: '0.1.0',
  bad: testingExample({ sample: sample(2500) }),
  good: testingExample({ sample: sample(25) }),
  *check({ files }) {
    for (const part of files.evidence) {
      const wrong = part.data.sample && whatIsWrong(part.data.sample)
      if (wrong) yield { at: { part, below: ['sample', wrong.key] }, message: `${wrong.text}.`, hint: 'Correct the figure that is wrong.' }
    }
  },
}

function whatIsWrong({ population, size, method, deviations }: Sample): { readonly key: keyof Sample; readonly text: string } | undefined {
  if (size > population.size) return { key: 'size', text: `\`${size}\` entries were looked at in a population of ${population.size}` }
  if (deviations > size) return { key: 'deviations', text: `\`${deviations}\` deviations were found in ${size} entries` }
  if (method === 'all' && size < population.size) return { key: 'method', text: `The method is \`all\`, and ${size} of ${population.size} entries were looked at` }
  return undefined
}
