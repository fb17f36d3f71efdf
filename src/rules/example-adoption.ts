import type { ExampleFiles } from './rule.js'

/** An adoption of the framework of test/rules/base: which entries it is for and who approved it. */
export const adoptionExample = ({ only = 'assistant', by = 'ciso' }: { readonly only?: string; readonly by?: string }): ExampleFiles => ({
  'adoption/demo-1.yaml': `framework: demo-1
from: 2026-01-01
entries: { only: [${only}] }
approved: { by: ${by}, on: 2026-01-15 }
`,
})
