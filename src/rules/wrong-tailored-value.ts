import { sameType } from '../model/tailored-control.js'
import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { fittingEntries } from './tailored-entries.js'

const interval = (value: string): string => `parameters:\n  - { control: TST-03, parameter: test-interval, value: ${value}, reason: We release each month. }\n`

/** Tailoring gives a parameter a value of another type. */
export const wrongTailoredValue: FileRule = {
  code: 'wrong-tailored-value',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring gives a parameter a number where it is a duration, or a duration where it is a number.',
  rationale: 'A bound of the wrong type bounds nothing: no figure would be compared with it, and no date. Parameters keep their type, for every tier.',
  since: '0.1.0',
  bad: tailoringExample(interval('30')),
  good: tailoringExample(interval('P30D')),
  *check({ library }) {
    for (const { entry, control } of fittingEntries(library)) {
      if (entry.kind !== 'parameter') continue
      const { parameter: id, value, 'by-tier': byTier = {} } = entry.part.data
      const before = control.parameters?.find((one) => one.id === id)
      if (before === undefined || sameType(before.value, entry.part.data)) continue
      const tier = typeof value === typeof before.value ? Object.entries(byTier).find(([, one]) => typeof one !== typeof before.value)?.[0] : undefined
      const [wants, example] = typeof before.value === 'string' ? ['a duration', 'P90D'] : ['a number', '0.05']
      yield { at: { part: entry.part, below: tier === undefined ? ['value'] : ['by-tier', tier] }, message: `\`${id}\` of ${control.id} is ${wants}, ${String(before.value)} in the catalog.`, hint: `Write ${wants}, for example \`${example}\`.` }
    }
  },
}
