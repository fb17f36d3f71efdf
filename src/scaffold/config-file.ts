import type { NewFile } from './new-file.js'
import { peopleOf, type NewRepository } from './new-repository.js'
import { INSTALLED_SCHEMAS, schemaLine } from './schema-line.js'
import { flowYaml } from './write-yaml.js'
import { yamlScalar } from './yaml-scalar.js'

/** `muster.yaml` of a new repository. */
export function configFile(repository: NewRepository): NewFile {
  const people = peopleOf(repository).map(({ id, title, roles }) => {
    const email = repository.emails[id]
    return `  - ${flowYaml({ id, title, ...(email !== undefined && { email }), ...(roles && { roles }) })}`
  })
  const lines = [
    schemaLine('config', 'muster.yaml', INSTALLED_SCHEMAS),
    `title: ${yamlScalar(repository.title)}`,
    '# The catalog that comes with muster, then controls/ and frameworks/ of your own beside this file.',
    'catalog: [builtin, .]',
    '# The frameworks that are reported on; without this line all of them. `muster list frameworks` shows them.',
    '# frameworks: [nist-csf-2.0, iso-42001-2023]',
    '',
    '# Everyone whom the files name. With an e-mail address muster knows a person by the one that git commits with.',
    'people:',
    ...people,
    '  # - { id: grc-team, title: GRC team, group: true }  # a group may own, and never decides',
    '',
    '# Who may accept a gap by an exception, or ask for less by tailoring, up to which severity.',
    'approvers:',
    '  - { role: risk-acceptance, up-to: high }',
    '  - { role: executive, up-to: critical }',
    '',
    '# The highest class of evidence that this repository may hold: public, internal, confidential or restricted.',
    'highest-classification: internal',
    '',
    '# With this git must agree on who decided: each review and approval is committed by the person whom it names.',
    '# separation-of-duties: { committed-by: decider }',
  ]
  return { path: 'muster.yaml', text: `${lines.join('\n')}\n` }
}
