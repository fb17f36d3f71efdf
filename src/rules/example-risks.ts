import type { ExampleFiles } from './rule.js'

/** A framework of one risk, and its mapping with the given acts. */
export const risksExample = (acts: string): ExampleFiles => ({
  'frameworks/risks-1/mapping.yaml': `framework: risks-1
maps:
  - { controls: [TST-01], element: R1, relationship: subset-of, rationale: functional, ${acts}remarks: Finds some of them., method: automation, by: passmuster, on: 2026-02-01 }
`,
  'frameworks/risks-1/framework.yaml': `id: risks-1
title: Demonstration of risks
edition: "1"
status: final
kind: catalog
published: 2026-01-01
publisher: Example publisher
source: { url: https://example.com/risks, retrieved: 2026-01-02, licence: CC0-1.0 }
text: own-words
counts: { risk: 1 }
elements:
  - { id: R1, kind: risk, title: Prompt injection }
`,
})
