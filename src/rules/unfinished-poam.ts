import { platformExample } from './example-platform.js'
import type { FileRule } from './rule.js'

const item = (plan: string): string => `poam:
  - id: review-access
    control: TST-03
    weakness: Nobody reviews access to the registry.
${plan}    owner: engineer
    opened: 2026-07-01
    scheduled-completion: 2026-11-30
`

/** A POA&M item does not say what will be done. */
export const unfinishedPoam: FileRule = {
  code: 'unfinished-poam',
  kind: 'file',
  over: 'application',
  severity: 'warning',
  summary: 'A POA&M item does not say what will be done.',
  rationale: 'An owner and a day are not a plan yet. `muster new poam` begins an item for each gap, and a person finishes it: what will be done, by whom, by when. Until then the gap is open and the item only says that somebody knows of it.',
  since: '0.1.0',
  bad: platformExample({ access: '    status: planned\n', more: item('') }),
  good: platformExample({ access: '    status: planned\n', more: item('    plan: Name a reviewer and review it each quarter.\n') }),
  beside: 'partial-implementation',
  *check({ files }) {
    for (const part of files.poam) {
      const { id, control, plan, closed } = part.data
      if (plan !== undefined || closed !== undefined) continue
      yield { at: { part, below: ['id'] }, message: `The plan \`${id}\` for ${control} does not say what will be done.`, hint: 'Write `plan: …`, and check its owner and its day.' }
    }
  },
}
