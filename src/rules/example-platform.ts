import type { ExampleFiles } from './rule.js'

const PROCEDURE = `  - id: procedure-2026-07-01
    type: procedure
    collected: 2026-07-01
    path: artifacts/procedure.md
    sha256: 7d680adeb4263cc132242f96070d8fd529a2481068d039f02f8696ba7a1b29af
    submitted-by: engineer
`

const accessReview = (collected: string): string => `  - id: access-review
    type: access-review
    collected: ${collected}
    path: artifacts/access.csv
    sha256: fc75cca6ce060e03da18e5c053fb5c1c0925b4fbeb5eb5ecbcadeff9120a0eaf
    sample: { population: { size: 12, drawn-from: Directory, on: 2026-09-09 }, size: 12, method: all, deviations: 0 }
    submitted-by: engineer
`

type Changes = {
  /** The answer to TST-02 instead of the one with its evidence. */
  readonly procedure?: string
  /** The answer to TST-03 instead of the one with its evidence. */
  readonly access?: string
  /** Day of the access review. */
  readonly reviewed?: string
  /** What else the file holds. */
  readonly more?: string
}

const implemented = (evidence: string): string => `    status: implemented\n    evidence: [${evidence}]\n`

/** The answers of the platform as test/rules/base has them, with changes. */
export const platformExample = ({ procedure, access, reviewed = '2026-09-10', more = '' }: Changes): ExampleFiles => ({
  'applications/ml-platform/evidence/answers.yaml': [
    'implementations:\n  - control: TST-02\n    version: 1.0.0\n',
    procedure ?? implemented('procedure-2026-07-01'),
    '  - control: TST-03\n    version: 1.0.0\n',
    access ?? implemented('access-review'),
    'evidence:\n',
    procedure === undefined ? PROCEDURE : '',
    access === undefined ? accessReview(reviewed) : '',
    more,
  ].join(''),
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
