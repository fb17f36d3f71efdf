import type { CivilDate, Severity } from '../schema/types.js'
import { schemaLine } from './schema-line.js'
import type { NewFile } from './new-file.js'
import { blockYaml } from './write-yaml.js'

/** What is known of a new control. */
export type NewControl = {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly statement: string
  readonly risk: string
  readonly severity: Severity
  readonly scope: 'application' | 'organization'
  /** The evidence type that its first objective asks for. */
  readonly type: string
  readonly today: CivilDate
}

/** A control in draft: asked of nobody until somebody makes it active. */
export function controlFile({ id, group, title, statement, risk, severity, scope, type, today }: NewControl, schemas: string): NewFile {
  const path = `controls/${group}/${id}.yaml`
  const lines = [
    schemaLine('control', path, schemas),
    ...blockYaml({ id, version: '1.0.0', effective: today }),
    'status: draft  # asked of nobody; write active once it is',
    ...blockYaml({ scope, title, statement, risk, severity }),
    '# To what it applies; without this part to everything in scope. `muster list characteristics` shows the words.',
    '# applicability: { any: [uses-llm], lifecycle: [pilot, production], tier-at-least: moderate }',
    '# Markdown: how teams usually meet it, what good looks like, the usual mistake.',
    'guidance: Not written yet.',
    'objectives:',
    `  - id: ${id}.a`,
    '    method: EXAMINE  # EXAMINE, INTERVIEW or TEST',
    ...blockYaml({ text: statement }).map((line) => `    ${line}`),
    '    # inheritable: true  # a platform may meet it',
    '    # for-each: model    # one observation for each component of this kind',
    '    evidence:',
    `      - types: [${type}]`,
    '        valid-for: P1Y',
    '        review: required',
    '        # criteria: [{ metric: …, at-most: 0 }]',
  ]
  return { path, text: `${lines.join('\n')}\n` }
}
