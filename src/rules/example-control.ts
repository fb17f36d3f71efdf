import type { ExampleFiles } from './rule.js'

type Changes = {
  /** Name of the file, below `controls/`. */
  readonly file?: string
  readonly version?: string
  readonly status?: string
  readonly objective?: string
  /** What the objective asks for. */
  readonly request?: string
  /** What else the control says. */
  readonly more?: string
}

/** A control in draft, with changes. */
export const controlExample = ({ file = 'testing/TST-05', version = '1.0.0', status = 'draft', objective = 'TST-05.a', request = 'types: [evaluation-result], valid-for: P90D', more = '' }: Changes): ExampleFiles => ({
  [`controls/${file}.yaml`]: `id: TST-05
version: ${version}
effective: 2026-01-01
status: ${status}
scope: application
title: Evaluation by slice
statement: Each model is evaluated for each group of its users.
risk: Nobody knows for whom it is wrong.
guidance: Evaluate it.
severity: low
${more}objectives:
  - id: ${objective}
    method: TEST
    text: An evaluation ran for each group.
    evidence:
      - { ${request}, review: none }
`,
})
