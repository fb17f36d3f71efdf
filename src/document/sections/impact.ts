import type { Component } from '../../schema/types.js'
import { controlName, person, run, stated } from '../cells.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { fieldTable } from '../data-table.js'
import { evidenceNames } from '../evidence-names.js'
import { lines, strong, type Content } from '../nodes.js'
import { paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'
import { IMPACT_TOPICS, type ImpactTopic } from '../texts/texts.js'

/** One topic of an impact assessment: what the inventory knows, and what somebody must still answer. */
export const impact: BlockSection = {
  name: 'impact', kind: 'block', summary: 'one topic of an AI system impact assessment: what the inventory and the evidence already say, and the questions that are open',
  options: { topic: { summary: 'the topic', values: IMPACT_TOPICS, default: 'scope' } },
  render: (context, { topic }) => {
    const known = IMPACT_TOPICS.find((candidate) => candidate === topic) ?? 'scope'
    const { subject, texts } = context
    if (subject === undefined) return [paragraph(texts.perApplication)]
    const open = texts.impactQuestions[known].map((question): readonly [string, Content] => [question, strong(texts.openQuestion)])
    return [fieldTable(context, { id: `impact-${known}`, caption: texts.impactTopics[known] }, [...FACTS[known](context, subject), ...open])]
  },
}

type Fields = (context: DocumentContext, entry: AssessedApplication) => readonly (readonly [string, Content])[]

const componentsOf = (context: DocumentContext, { application }: AssessedApplication, kinds: readonly Component['kind'][]): Content => {
  const found = (application.components ?? []).filter(({ kind }) => kinds.includes(kind))
  return found.length === 0 ? stated(context, undefined) : lines(found.map(({ title, kind, version, supplier, 'based-on': basedOn }) => [`${title} (${kind})`, version, supplier, basedOn].filter((part) => part !== undefined).join(', ')))
}

const characteristic = (id: string, label: (context: DocumentContext) => string): Fields => (context, { facts }) => {
  const fact = facts.characteristics.get(id)
  return [[label(context), fact === undefined ? strong(context.texts.openQuestion) : fact.value ? context.texts.yes : context.texts.no]]
}

const titleOf = (id: string) => ({ library }: DocumentContext): string => library.characteristics.get(id)?.title ?? id
const answers = (...ids: readonly string[]): Fields => (context, entry) => ids.filter((id) => context.library.characteristics.has(id)).flatMap((id) => characteristic(id, titleOf(id))(context, entry))

const FACTS: Readonly<Record<ImpactTopic, Fields>> = {
  'scope': (context, { application, facts }) => [
    [context.texts.fields.system, `${application.title} (${application.id})`], [context.texts.fields.lifecycle, application.lifecycle ? context.texts.lifecycles[application.lifecycle] : stated(context, undefined)],
    [context.texts.fields.riskTier, facts.tier ? context.texts.levels[facts.tier] : stated(context, undefined)], [context.texts.fields.roles, stated(context, (application.roles ?? []).join(', '))],
    [context.texts.fields.owner, lines([person(context, application.owner.accountable), person(context, application.owner.technical)])],
  ],
  'description': (context, entry) => [[context.texts.fields.components, componentsOf(context, entry, ['model', 'dataset', 'prompt', 'agent', 'tool', 'index', 'service'])], [context.texts.fields.inherits, stated(context, (entry.application.inherits ?? []).join(', '))]],
  'functionalities': answers('uses-llm', 'agentic', 'retrieves-documents', 'generates-code', 'executes-code', 'keeps-memory'),
  'purpose': (context, { application }) => [[context.texts.fields.purpose, application.purpose]],
  'intended-uses': (context, entry) => [[context.texts.fields.users, stated(context, (entry.application.users ?? []).join(', '))], ...answers('makes-decisions-about-people')(context, entry)],
  'unintended-uses': () => [],
  'data': (context, entry) => [
    [context.texts.fields.datasets, componentsOf(context, entry, ['dataset', 'index'])], ...answers('processes-personal-data', 'trains-models', 'fine-tunes-models')(context, entry),
    [context.texts.fields.sensitivity, factor(context, entry, 'data-sensitivity')],
  ],
  'data-quality': (context, entry) => evidenceRows(context, entry, 'data'),
  'algorithms': (context, entry) => [[context.texts.fields.complexity, factor(context, entry, 'model-complexity')]],
  'models': (context, entry) => [[context.texts.fields.models, componentsOf(context, entry, ['model'])], ...evidenceRows(context, entry, 'model')],
  'environment': (context, entry) => [[context.texts.fields.exposure, factor(context, entry, 'exposure')], [context.texts.fields.autonomy, factor(context, entry, 'autonomy')], ...answers('internet-facing', 'multi-tenant', 'operational-technology')(context, entry)],
  'parties': (context, { application }) => [[context.texts.fields.users, stated(context, (application.users ?? []).join(', '))], [context.texts.fields.owner, person(context, application.owner.accountable)]],
  'impacts': (context, entry) => [[context.texts.fields.worstImpact, factor(context, entry, 'impact')], ...evidenceRows(context, entry, 'risk')],
  'failures': (context, entry) => evidenceRows(context, entry, 'testing', 'resilience'),
  'measures': (context, entry) => controlRows(context, entry),
}

function factor({ library, texts }: DocumentContext, { facts }: AssessedApplication, id: string): Content {
  const score = facts.riskTier?.factors.find((candidate) => candidate.factor === id)
  if (score === undefined || !score.stated) return strong(texts.openQuestion)
  const level = library.catalog.risk?.factors.find((candidate) => candidate.id === id)?.levels.find((candidate) => candidate.id === score.level)
  return level ? `${level.id}: ${level.description}` : score.level
}

// Evidence that already speaks of the topic: what the controls of these groups looked at.
function evidenceRows(context: DocumentContext, { findings }: AssessedApplication, ...groups: readonly string[]): readonly (readonly [string, Content])[] {
  return findings.filter(({ control, state }) => groups.includes(context.library.controls.get(control)?.group ?? '') && (state === 'satisfied' || state === 'not-satisfied')).map((finding) => {
    const evidence = evidenceNames(finding.observations)
    return [controlName(context, finding.control), run(context.texts.findingStates[finding.accepted ? 'accepted' : finding.state], ...(evidence.length === 0 ? [] : [`: ${evidence.join(', ')}`]))] as const
  })
}

const controlRows: Fields = (context, { findings }) => (['satisfied', 'not-satisfied'] as const).map((state) => [
  context.texts.fields[state === 'satisfied' ? 'measuresInPlace' : 'measuresMissing'], lines(findings.filter((finding) => finding.state === state).map(({ control }) => controlName(context, control))),
])
