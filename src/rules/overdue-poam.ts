import { counted } from '../source/list-in-words.js'
import { daysBetween } from '../model/dates.js'
import { isOpen, scheduleOf } from '../model/poam.js'
import { indexOf } from './assessment-index.js'
import { platformExample } from './example-platform.js'
import type { GapRule } from './rule.js'
import { aboutGap } from './tell-gaps.js'

const PLANNED = '    status: planned\n'
const plan = (completion: string): string => `poam:
  - id: review-access
    control: TST-03
    weakness: Nobody reviews access.
    plan: Name a reviewer and review it each quarter.
    owner: engineer
    opened: 2026-07-10
    scheduled-completion: ${completion}
`

/** The day by which a gap was to be closed has passed. */
export const overduePoam: GapRule = {
  code: 'overdue-poam',
  kind: 'gap',
  severity: 'warning',
  summary: 'A POA&M item is open past the day by which it was to be done.',
  rationale: 'A plan is a promise with a date. When the date cannot be kept, say so before it passes: the first date is never edited, and a new one with its reason goes into `milestone-changes`.',
  since: '0.1.0',
  bad: platformExample({ access: PLANNED, more: plan('2026-08-31') }),
  good: platformExample({ access: PLANNED, more: plan('2026-11-30') }),
  beside: 'partial-implementation',
  *check(context) {
    const { assessment, files, asOf } = context
    const { findings } = indexOf(assessment)
    for (const part of files.poam) {
      const { id, control, owner } = part.data
      const finding = findings.get(control)
      const { day, below } = scheduleOf(part.data, asOf)
      if (finding?.state === 'satisfied' || day >= asOf || !isOpen(part.data, asOf)) continue
      yield {
        at: { part, below },
        message: `The plan \`${id}\` for ${control} was to be done by ${day}, ${counted(daysBetween(day, asOf), 'day')} ago.`,
        hint: `Ask \`${owner}\` to finish it, or add an entry with the new day and the reason to \`milestone-changes\`.`,
        about: finding ? aboutGap(context, { finding, way: 'reasons' }) : { application: files.id, control },
      }
    }
  },
}
