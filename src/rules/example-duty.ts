import type { ExampleFiles } from './rule.js'

/** A `muster.yaml` that asks git who committed decisions, with people known by their addresses. What the commit of `since` holds is not compared. */
export const dutyExample = (policy: string, more: ExampleFiles = {}): ExampleFiles => ({
  'muster.yaml': `title: Example organization
catalog: ["."]
people:
  - { id: owner, title: Product owner, email: owner@example.com }
  - { id: engineer, title: Lead engineer, email: engineer@example.com }
  - { id: reviewer, title: GRC reviewer, email: reviewer@example.com, handle: "@reviewer", roles: [risk-owner] }
  - { id: ciso, title: CISO, email: ciso@example.com, handle: "@ciso", roles: [ciso] }
  - { id: grc-team, title: GRC team, group: true }
approvers:
  - { role: risk-owner, up-to: moderate }
  - { role: ciso, up-to: critical }
separation-of-duties: { ${policy}, since: 8dbd7b6725023f0b23e19ec918a0ecd60e5b658a }
`,
  ...more,
})
