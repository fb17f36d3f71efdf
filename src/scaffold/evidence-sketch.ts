import { requestInWords } from '../model/request-in-words.js'
import type { Control, EvidenceType, Objective, Tier } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { commentLines } from './comment-lines.js'
import type { NewFile } from './new-file.js'
import { schemaLine } from './schema-line.js'
import { yamlScalar } from './yaml-scalar.js'

/** A control that an application is asked for, and what is known about that. */
export type AskedControl = {
  readonly control: Control
  /** Why it applies. */
  readonly because: string
  /** The day from which it is asked, where that is still to come. */
  readonly from?: string
  /** Components of each kind that objectives look at one by one. */
  readonly components: Readonly<Record<string, readonly string[]>>
  /** Platforms on which the application relies. */
  readonly platforms: readonly string[]
  /** The severity of a gap in it. */
  readonly severity: string
}

/** A group of controls to be answered by one application. */
export type EvidenceSketch = {
  readonly application: string
  readonly group: string
  readonly title: string
  readonly asOf: string
  readonly tier: Tier | undefined
  readonly controls: readonly AskedControl[]
  readonly types: ReadonlyMap<string, EvidenceType>
}

/** The first line of the comment that stands for the answer to a control. */
export const stubOf = (control: string): string => `- control: ${control}`

/** An evidence file that asks everything and claims nothing: each control as a comment, with an answer to take the # from. */
export function evidenceSketch(sketch: EvidenceSketch, schemas: string): NewFile {
  const { application, group, title, asOf, controls } = sketch
  const path = `applications/${application}/evidence/${group}.yaml`
  const [first] = controls
  const lines = [
    schemaLine('evidence', path, schemas),
    ...commentLines(`${title}: the controls of this group that ${application} is asked for, by its facts of ${asOf}. Nothing is claimed yet: take the # from the lines of an answer once it is true, or let muster write it with its evidence:`),
    `#   muster evidence add ${application} ${first?.control.id ?? '<control>'} --file <report>`,
    ...commentLines('Say in `remarks` how it is done, or why not. `status` is implemented, partial, planned, alternative or not-applicable; the last two count once a reviewer accepted them.'),
    '',
    'implementations:',
    ...controls.flatMap((asked, index) => [...(index > 0 ? [''] : []), ...controlLines(asked, sketch)]),
    '',
    '# Dated files that support the answers.',
    'evidence:',
  ]
  return { path, text: `${lines.join('\n')}\n` }
}

function controlLines({ control, because, from, severity, components, platforms }: AskedControl, { types, tier }: EvidenceSketch): readonly string[] {
  const asked = from === undefined ? '' : `, asked from ${from}`
  return [
    ...commentLines(`${control.id}  ${control.title} (a gap is ${severity}${asked})`, { indent: 2 }),
    ...commentLines(control.statement, { indent: 2 }),
    ...commentLines(`Asked because ${because}.`, { indent: 2 }),
    ...control.objectives.flatMap((objective) => ['  #', ...objectiveLines(objective, { control, types, tier, components, platforms })]),
    '',
    ...[stubOf(control.id), `  version: ${yamlScalar(control.version)}`, '  status: planned'].map((line) => `  # ${line}`),
  ]
}

type About = Pick<EvidenceSketch, 'types' | 'tier'> & Pick<AskedControl, 'control' | 'components' | 'platforms'>

function objectiveLines(objective: Objective, { control, types, tier, components, platforms }: About): readonly string[] {
  const kind = objective['for-each']
  const each = kind === undefined ? '' : `, for each ${kind}${components[kind]?.length ? ` (${listInWords(components[kind], 'and')})` : `, of which none is listed in application.yaml`}`
  const inherited = objective.inheritable === true && platforms.length > 0 ? ` Can be inherited from ${listInWords(platforms, 'or')}: \`objectives: { ${objective.id}: { inherited-from: ${platforms[0]} } }\`.` : ''
  return [
    ...commentLines(`${objective.id}  ${objective.method}${each}: ${objective.text}${inherited}`, { indent: 2, hang: '  ' }),
    ...objective.evidence.flatMap((request) => commentLines(`Wants ${requestInWords(control, request, tier)}${toolsInWords(request.types, types)}.`, { indent: 2, lead: '  ' })),
  ]
}

function toolsInWords(types: readonly string[], known: ReadonlyMap<string, EvidenceType>): string {
  const tools = [...new Set(types.flatMap((type) => known.get(type)?.tools ?? []))]
  return tools.length === 0 ? '' : ` (${listInWords(tools, 'or')} ${tools.length === 1 ? 'writes' : 'write'} such files)`
}
