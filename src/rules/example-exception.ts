import type { ExampleFiles } from './rule.js'

type Changes = { readonly control?: string; readonly approvedBy?: string; readonly expires?: string; readonly more?: string }

/** An exception of the assistant, with changes. */
export const exceptionExample = ({ control = 'TST-04', approvedBy = 'reviewer', expires = '2026-12-31', more = '' }: Changes): ExampleFiles => ({
  'applications/assistant/evidence/exceptions.yaml': `exceptions:
  - id: exception-2026-08
    control: ${control}
    reason: The test set is being made anew.
    residual-risk: low
    requested-by: engineer
    approved-by: ${approvedBy}
    approved-on: 2026-08-01
    expires: ${expires}
${more}`,
})
