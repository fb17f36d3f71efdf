import { risksExample } from './example-risks.js'
import type { ExampleFiles } from './rule.js'

/** What somebody published on the framework of one risk and that of test/rules/base, with a disagreement. */
export const crosswalkExample = (disagreement: string): ExampleFiles => ({
  'frameworks/risks-1/published-crosswalk-demo-1.yaml': `from: risks-1
to: demo-1
publisher: Example publisher
source: { url: https://example.com/crosswalk, retrieved: 2026-01-02, licence: CC0-1.0 }
trust: By the publisher of the first of the two.
disagreements:
  - ${disagreement}
pairs:
  - { from: R1, to: "1.1" }
  - { from: R1, to: "1.2" }
`,
  ...risksExample('acts: [detects], '),
})
