import type { ExampleFiles } from './rule.js'

/** A profile of one entry, taken as profiled, with what its framework says of the entry and over what it is. */
export const profileExample = (says: string, over = 'profiles: demo-1\n'): ExampleFiles => ({
  'frameworks/profile-1/mapping.yaml': `framework: profile-1
as-profiled: [1.1.secure]
`,
  'frameworks/profile-1/framework.yaml': `id: profile-1
title: Demonstration profile
edition: "1"
status: draft
kind: profile
${over}published: 2026-01-01
publisher: Example publisher
source: { url: https://example.com/profile, retrieved: 2026-01-02, licence: CC0-1.0 }
text: own-words
counts: { entry: 1, focus-area: 1 }
focus-areas:
  - { id: secure, title: Secure, summary: Securing it. }
entries:
  - { element: "1.1", focus-area: secure, priority: 1, ${says} }
`,
})
