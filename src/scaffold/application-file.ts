import type { Application, Catalog, CivilDate, Lifecycle } from '../schema/types.js'
import { commentLines } from './comment-lines.js'
import type { NewFile } from './new-file.js'
import { schemaLine } from './schema-line.js'
import { blockYaml, keyYaml } from './write-yaml.js'

/** What is known of a new inventory entry. What is not stays to be answered. */
export type NewApplication = {
  readonly id: string
  readonly kind: Application['kind']
  readonly title: string
  readonly purpose?: string | undefined
  readonly accountable: string
  readonly technical?: string | undefined
  readonly lifecycle?: Lifecycle | undefined
  readonly since: CivilDate
  readonly characteristics?: Readonly<Record<string, boolean>>
  readonly factors?: Readonly<Record<string, string>>
  readonly inherits?: readonly string[]
}

/** What a purpose says that nobody described: documents print it as it stands. */
export const NO_PURPOSE = 'Not described yet.'

const LIFECYCLES = 'idea | development | pilot | production | retired'

/** The inventory entry of an application, a platform or the organization, with every question of the catalog that is not answered yet. */
export function applicationFile(entry: NewApplication, catalog: Catalog, schemas: string): NewFile {
  const path = `applications/${entry.id}/application.yaml`
  const { id, kind, title, purpose, accountable, technical, since, lifecycle } = entry
  const head = blockYaml({ id, kind, title, purpose: purpose ?? NO_PURPOSE, owner: { accountable, ...(technical !== undefined && { technical }) } })
  const scope = keyYaml('in-scope-since', since)
  const lines = kind === 'organization'
    ? [...head, ...scope]
    : [...head, lifecycle === undefined ? `# lifecycle:  # ${LIFECYCLES}` : `lifecycle: ${lifecycle}  # ${LIFECYCLES}`, ...scope, '', ...facts(entry, catalog), '', ...factors(entry, catalog), '', ...COMPONENTS, ...inherits(entry)]
  return { path, text: `${[schemaLine('application', path, schemas), ...lines].join('\n')}\n` }
}

const facts = ({ characteristics = {} }: NewApplication, { characteristics: questions = [] }: Catalog): readonly string[] => [
  '# Facts decide which controls apply. What nobody answered counts as true: take the # away and write true or false.',
  'characteristics:',
  ...questions.flatMap(({ id, question }) => [...commentLines(question, { indent: 2 }), `  ${id in characteristics ? `${id}: ${characteristics[id]}` : `# ${id}:  # true | false`}`]),
]

const factors = ({ factors: stated = {} }: NewApplication, { risk }: Catalog): readonly string[] =>
  risk === undefined ? [] : [
    '# The risk tier is computed from these. What nobody stated counts as its highest level.',
    'risk-factors:',
    ...risk.factors.flatMap(({ id, question, levels }) => {
      const choices = levels.map((level) => level.id).join(' | ')
      return [...commentLines(question, { indent: 2 }), `  ${id in stated ? `${id}: ${stated[id]}  # ${choices}` : `# ${id}:  # ${choices}`}`]
    }),
  ]

const COMPONENTS: readonly string[] = [
  '# What it is made of: model, dataset, prompt, agent, tool, index or service. Some controls look at each model.',
  'components:',
  '  # - { id: llm, kind: model, title: Hosted general model, version: "2026-05", since: 2026-05-20, supplier: Example AI }',
]

const inherits = ({ inherits: platforms }: NewApplication): readonly string[] =>
  platforms === undefined || platforms.length === 0 ? ['', '# Platforms that meet objectives on its behalf.', '# inherits: [ml-platform]'] : ['', `inherits: [${platforms.join(', ')}]`]
