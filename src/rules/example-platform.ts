import type { ExampleFiles } from './rule.js'

const PROCEDURE = {
  answer: `    status: implemented
    evidence: [procedure-2026-07-01]
`,
  evidence: `  - id: procedure-2026-07-01
    type: procedure
    collected: 2026-07-01
    path: artifacts/procedure.md
    sha256: 7d680adeb4263cc132242f96070d8fd529a2481068d039f02f8696ba7a1b29af
    submitted-by: engineer
`,
}

type Changes = {
  /** The answer to TST-02 instead of the one with evidence. */
  readonly answer?: string
  /** Day of the access review. */
  readonly reviewed?: string
  /** What else the file holds. */
  readonly more?: string
}

/** The answers of the platform as test/rules/base has them, with changes. */
export const platformExample = ({ answer, reviewed = '2026-09-10', more = '' }: Changes): ExampleFiles => ({
  'applications/ml-platform/evidence/answers.yaml': `implementations:
  - control: TST-02
    version: 1.0.0
${answer ?? PROCEDURE.answer}  - control: TST-03
    version: 1.0.0
    status: implemented
    evidence: [access-review]
evidence:
${answer === undefined ? PROCEDURE.evidence : ''}  - id: access-review
    type: access-review
    collected: ${reviewed}
    path: artifacts/access.csv
    sha256: fc75cca6ce060e03da18e5c053fb5c1c0925b4fbeb5eb5ecbcadeff9120a0eaf
    sample: { population: { size: 12, drawn-from: Directory, on: 2026-09-09 }, size: 12, method: all, deviations: 0 }
    submitted-by: engineer
${more}`,
})

type EntryChanges = { readonly characteristics?: string; readonly lifecycle?: string; readonly reviews?: string }

/** The inventory entry of the platform as test/rules/base has it, with changes. */
export const platformEntry = ({ characteristics = '{ uses-llm: false, agentic: false }', lifecycle = 'production', reviews = '[{ by: reviewer, on: 2026-07-01, decision: accepted, of: 067073165eeae2ecec54ee5d2ea871e1 }]' }: EntryChanges): ExampleFiles => ({
  'applications/ml-platform/application.yaml': `id: ml-platform
kind: platform
title: Model platform
purpose: Serves models.
owner: { accountable: owner, technical: engineer }
lifecycle: ${lifecycle}
in-scope-since: 2026-07-01
characteristics: ${characteristics}
risk-factors: { exposure: internal }
reviews: ${reviews}
`,
})
