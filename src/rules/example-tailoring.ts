import type { ExampleFiles } from './rule.js'

/** A `tailoring.yaml` over the built-in catalog, and nothing that is assessed by it. */
export const tailoringExample = (tailoring: string): ExampleFiles => ({
  'tailoring.yaml': tailoring,
  'muster.yaml': `title: Example organization
catalog: [builtin]
people:
  - { id: reviewer, title: GRC reviewer, roles: [risk-owner] }
  - { id: ciso, title: CISO, roles: [ciso] }
  - { id: grc-team, title: GRC team, group: true }
approvers:
  - { role: risk-owner, up-to: moderate }
  - { role: ciso, up-to: critical }
ignore: [applications]
`,
})

/** An entry that lets more attacks on TST-03 succeed, with its approval. */
export const loosenedExample = (approval: string): ExampleFiles =>
  tailoringExample(`parameters:
  - control: TST-03
    parameter: max-attack-success-rate
    value: 0.1
    reason: The supplier's own bound, until its next release.
${approval}`)
