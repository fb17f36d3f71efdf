import type { ExampleFiles } from './rule.js'

type ControlChanges = { readonly version?: string; readonly effective?: string; readonly status?: string; readonly statement?: string; readonly applicability?: string; readonly validity?: string; readonly bound?: string; readonly review?: string; readonly more?: string; readonly objectives?: string }

const OBJECTIVES = ({ validity = 'P1Y', bound = '0.05', review = 'none' }: ControlChanges): string => `  - id: ACM-01.a
    method: TEST
    text: Answers to a set of questions were compared with the statutes.
    evidence:
      - types: [answer-check]
        valid-for: ${validity}
        review: ${review}
        criteria:
          - { metric: wrong-answers, at-most: ${bound} }
`

/** A control and an evidence type of an organization beside the built-in catalog, with changes. */
export const ownControl = (changes: ControlChanges = {}): ExampleFiles => ({
  'controls/testing/ACM-01.yaml': `id: ACM-01
version: ${changes.version ?? '1.0.0'}
effective: ${changes.effective ?? '2026-01-01'}
status: ${changes.status ?? 'active'}
scope: application
title: Answers checked against the statutes
statement: ${changes.statement ?? 'What an application says about our statutes is compared with them.'}
risk: Members are told what the statutes do not say.
guidance: Ask what members ask.
severity: high
${changes.applicability ?? 'applicability: { any: [uses-llm] }'}
${changes.more ?? ''}objectives:
${changes.objectives ?? OBJECTIVES(changes)}`,
  ...ownEvidenceType(),
})

/** The evidence type of that control, with another metric, other media types or other keys. */
export const ownEvidenceType = ({ metric = '{ id: wrong-answers, title: Wrong answers, type: number, unit: ratio, better: lower, description: Wrong answers over all answers. }', media = '[text/csv, application/json]', more = '' } = {}): ExampleFiles => ({
  'controls/evidence-types/answer-check.yaml': `id: answer-check
title: Check of answers
description: Questions with the answers given and the ones that are right.
media-types: ${media}
${more}metrics:
  - ${metric}
`,
})

/** What an organization adds to the catalog as a whole. */
export const ownCatalog = (more: string, version = '1.0.0'): ExampleFiles => ({
  'controls/catalog.yaml': `id: acme
title: Controls of Acme
version: ${version}
${more}`,
})

/** A framework of an organization and its mapping. */
export const ownFramework = ({ last = '\n  - { id: "2", kind: clause, title: Keep what was found }', clauses = 2, row = '' } = {}): ExampleFiles => ({
  'frameworks/acme-1/framework.yaml': `id: acme-1
title: House rules
edition: "1"
status: final
kind: catalog
published: 2026-01-01
publisher: Acme
source: { retrieved: 2026-01-02, licence: Internal }
text: own-words
counts: { clause: ${clauses} }
elements:
  - { id: "1", kind: clause, title: Test what you release }${last}
`,
  ...(row !== '' && { 'frameworks/acme-1/mapping.yaml': `framework: acme-1
maps:
  - { controls: [TST-03], element: "1", ${row}, rationale: functional, remarks: Tests are what it asks for., method: automation, by: owner }
` }),
})
