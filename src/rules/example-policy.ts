import type { ExampleFiles } from './rule.js'

type Changes = { readonly path?: string; readonly more?: string }

/** The organization's evidence as test/rules/base has it, with changes. */
export const policyExample = ({ path = 'artifacts/policy.md', more = '' }: Changes): ExampleFiles => ({
  'applications/acme/evidence/governance.yaml': `implementations:
  - control: GOV-01
    version: 1.0.0
    status: implemented
    evidence: [policy-2026-02-01]
evidence:
  - id: policy-2026-02-01
    type: procedure
    collected: 2026-02-01
    path: ${path}
    sha256: 323fa9d79962cb3663ae7d62e0cc5ca47276de957ea406820142d2df8727da6c
    submitted-by: owner
${more}`,
})
