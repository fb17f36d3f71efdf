import type { ExampleFiles } from './rule.js'

type ReviewChanges = { readonly by?: string; readonly of?: string; readonly decision?: string; readonly remarks?: string }

/** A reading of the mapping of test/rules/base, with changes. */
export const reviewsExample = ({ by = 'reviewer', of = 'ec068523d93cf0da3f3382e220ff95bc', decision = 'confirmed', remarks = '' }: ReviewChanges): ExampleFiles => ({
  'frameworks/demo-1/mapping-reviews.yaml': `framework: demo-1
reviews:
  - { element: "1.2", controls: [TST-02], by: ${by}, on: 2026-02-10, decision: ${decision}, of: ${of}${remarks} }
`,
})
