import type { ExampleFiles } from './rule.js'

const SAMPLE = '{ population: { size: 4, drawn-from: Directory, on: 2026-09-11 }, size: 4, method: all, deviations: 0 }'

type Changes = {
  /** What the answer to TST-02 says of objectives. */
  readonly inherited?: string
  /** What the answer to TST-03 says beside its status. */
  readonly answer?: string
  /** The sample of the access review, or none. */
  readonly sample?: string | 'none'
}

/** Answers and evidence of the assistant as test/rules/base has them, with changes. */
export const testingExample = ({ inherited = 'TST-02.a: { inherited-from: ml-platform }', answer = 'evidence: [access-2026-09-12]', sample = SAMPLE }: Changes): ExampleFiles => ({
  'applications/assistant/evidence/testing.yaml': `implementations:
  - control: TST-02
    version: 1.0.0
    status: implemented
    objectives:
      ${inherited}
  - control: TST-03
    version: 1.0.0
    status: implemented
    ${answer}
  - control: TST-01
    version: 2.1.0
    status: implemented
    evidence: [red-team-2026-09-10]
evidence:
  - id: access-2026-09-12
    type: access-review
    collected: 2026-09-12
    path: artifacts/access.csv
    sha256: fc75cca6ce060e03da18e5c053fb5c1c0925b4fbeb5eb5ecbcadeff9120a0eaf
${sample === 'none' ? '' : `    sample: ${sample}\n`}    submitted-by: engineer
  - id: red-team-2026-09-10
    type: red-team-result
    component: llm
    component-version: "2026-05"
    collected: 2026-09-10
    path: artifacts/red-team.json
    sha256: 1981f9cbc2228693e33a414510698429d08c62eb41ba675ecf2e2238cec16269
    metrics: { attack-success-rate: 0.02, attempts: 400 }
    submitted-by: engineer
    reviews:
      - { by: reviewer, on: 2026-09-14, decision: accepted, of: f8320f91099214f1c3766c0d86e5c50a }
`,
})
