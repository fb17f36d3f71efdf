import type { ExampleFiles } from './rule.js'

type FrameworkChanges = { readonly counts?: string; readonly last?: string }

/** The framework of test/rules/base, with changes. */
export const frameworkExample = ({ counts = '{ chapter: 1, clause: 2 }', last = '{ id: "1.2", kind: clause, title: Write it down, parent: "1" }' }: FrameworkChanges): ExampleFiles => ({
  'frameworks/demo-1/framework.yaml': `id: demo-1
title: Demonstration framework
edition: "1"
status: final
kind: catalog
published: 2026-01-01
publisher: Example publisher
source: { url: https://example.com/demo, retrieved: 2026-01-02, licence: CC0-1.0 }
text: own-words
counts: ${counts}
elements:
  - { id: "1", kind: chapter, title: Testing }
  - { id: "1.1", kind: clause, title: Test it, parent: "1" }
  - ${last}
`,
})

type MappingChanges = { readonly framework?: string; readonly controls?: string; readonly element?: string; readonly relationship?: string; readonly remarks?: string; readonly more?: string }

/** A mapping to the framework of test/rules/base, with changes. */
export const mappingExample = ({ framework = 'demo-1', controls = '[TST-02]', element = '"1.2"', relationship = 'equal-to', remarks = 'remarks: The same thing., ', more = '' }: MappingChanges): ExampleFiles => ({
  'frameworks/demo-1/mapping.yaml': `framework: ${framework}
maps:
  - { controls: ${controls}, element: ${element}, relationship: ${relationship}, rationale: semantic, ${remarks}method: automation, by: passmuster, on: 2026-02-01 }
${more}`,
})
