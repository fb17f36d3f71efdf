import type { ExampleFiles } from './rule.js'

type Changes = { readonly id?: string; readonly characteristics?: string; readonly factors?: string; readonly inherits?: string }

/** The inventory entry of the assistant as test/rules/base has it, with changes. */
export const applicationExample = ({ id = 'assistant', characteristics = '{ uses-llm: true, agentic: false }', factors = '{ exposure: internet }', inherits = '[ml-platform]' }: Changes): ExampleFiles => ({
  'applications/assistant/application.yaml': `id: ${id}
kind: application
title: Assistant
purpose: Answers questions.
owner: { accountable: owner, technical: engineer }
lifecycle: production
in-scope-since: 2026-07-01
characteristics: ${characteristics}
risk-factors: ${factors}
components:
  - { id: llm, kind: model, title: Model, version: "2026-05", since: 2026-05-20 }
inherits: ${inherits}
reviews:
  - { by: reviewer, on: 2026-07-02, decision: accepted, of: 81567a377522d45e12b7f412af9fb3ec }
`,
})
