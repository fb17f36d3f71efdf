import type { Finding } from '../model/assessment.js'
import { rankOf } from '../model/risk-tier.js'
import { isOpen } from '../model/poam.js'
import type { CivilDate } from '../schema/types.js'
import { indexOf, type AssessmentIndex } from './assessment-index.js'
import { closedTooEarly } from './decisions-on-gaps.js'
import { gapsOf, type Gap } from './gap-reasons.js'
import type { GapRule } from './rule.js'
import { aboutGap } from './tell-gaps.js'

const answers = (plan: string): string => `implementations:
  - control: TST-01
    version: 2.1.0
    status: planned
  - control: TST-02
    version: 1.0.0
    status: implemented
    objectives:
      TST-02.a: { inherited-from: ml-platform }
  - control: TST-03
    version: 1.0.0
    status: implemented
    evidence: [access-review]
evidence:
  - id: access-review
    type: access-review
    collected: 2026-09-12
    path: artifacts/access.csv
    sha256: fc75cca6ce060e03da18e5c053fb5c1c0925b4fbeb5eb5ecbcadeff9120a0eaf
    sample: { population: { size: 4, drawn-from: Directory, on: 2026-09-11 }, size: 4, method: all, deviations: 0 }
    submitted-by: engineer
${plan}`

/** A gap of high or critical severity, and nobody decided what to do about it. */
export const unplannedGap: GapRule = {
  code: 'unplanned-gap',
  kind: 'gap',
  severity: 'warning',
  summary: 'A gap of high or critical severity has neither an exception nor a POA&M item.',
  rationale: 'A gap of this severity is closed by a day or accepted by somebody who may. Open a POA&M item with an owner and a date, or ask for an exception. An exception that has ended is told by itself, and what is inherited is planned by the platform.',
  since: '0.1.0',
  bad: { 'applications/assistant/evidence/testing.yaml': answers('') },
  good: {
    'applications/assistant/evidence/testing.yaml': answers(`poam:
  - id: red-teaming
    control: TST-01
    weakness: Nobody attacks the model.
    plan: Run a suite before each release.
    owner: engineer
    opened: 2026-08-01
    scheduled-completion: 2026-11-30
`),
  },
  beside: 'partial-implementation',
  *check(context) {
    const { assessment, asOf } = context
    const index = indexOf(assessment)
    const told = new Set<string>()
    for (const gap of gapsOf(assessment)) {
      const { finding } = gap
      if (told.has(finding.control) || !isUrgent(gap) || isDecided(finding, index, asOf)) continue
      told.add(finding.control)
      yield {
        at: { place: gap.worst[0]?.place ?? finding.place },
        message: `The gap in ${finding.control} is of ${finding.severity} severity and has neither an exception nor a POA&M item.`,
        hint: `Open an item under \`poam\` with an owner and a day, as \`muster new poam ${context.files.id} ${finding.control}\` begins one, or ask for an exception.`,
        about: aboutGap(context, { finding, way: 'reasons' }),
      }
    }
  },
}

const isUrgent = ({ finding, way }: Gap): boolean => finding.answered && way !== 'inherited' && rankOf(finding.severity) >= rankOf('high')

const isDecided = (finding: Finding, { exceptions, plans }: AssessmentIndex, asOf: CivilDate): boolean =>
  exceptions.has(finding.control) || (plans.get(finding.control) ?? []).some(({ data }) => isOpen(data, asOf) || closedTooEarly(data, finding, asOf))
