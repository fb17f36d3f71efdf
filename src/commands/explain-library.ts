import { rollUp } from '../assess/roll-up.js'
import type { Host } from '../host/host.js'
import { fingerprintOfFacts } from '../model/digest.js'
import { factsOf } from '../model/facts.js'
import { nameOfEdition, type ControlEntry, type FrameworkElement, type FrameworkEntry } from '../model/library.js'
import type { TailoredChange } from '../model/tailoring.js'
import type { Paint } from '../reporters/reporter.js'
import type { Application, CivilDate, EvidenceRequest, EvidenceType } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { explainElement } from './explain-element.js'
import { evidenceCalled } from './explain-evidence.js'
import type { Explanation } from './explain.js'
import { servesText, whatTheyServe } from './explain-serves.js'
import { changeJson, changeText } from './tailoring-text.js'
import { paragraph } from './paragraph.js'
import type { Workspace } from './workspace.js'

type Found = { readonly found: readonly Explanation[]; readonly known: () => Iterable<string> }

/** Everything of the library and the inventory that an identifier stands for. `framework:element` names one element of one framework. */
export async function explainFromLibrary(host: Host, workspace: Workspace, identifier: string, asOf: CivilDate): Promise<Found> {
  const { library, inventory } = workspace
  const wanted = identifier.toLowerCase()
  const same = (id: string): boolean => id.toLowerCase() === wanted
  const found: Explanation[] = [
    ...[...library.controls.values()].filter(({ control }) => same(control.id) || control.objectives.some((objective) => same(objective.id))).map((entry) => explainControl(entry, workspace)),
    ...[...library.frameworks.values()].filter(({ id }) => same(id)).map((entry) => explainFramework(entry)),
    ...elementsCalled(workspace, wanted).map(([framework, element]) => explainElement(framework, element, workspace)),
    ...[...library.evidenceTypes.values()].filter(({ id }) => same(id)).map((type) => explainEvidenceType(type, workspace)),
    ...[...library.characteristics].filter(([id]) => same(id)).map(([id, { title, question }]): Explanation => ({ kind: 'characteristic', id, data: { title, question }, text: (paint) => `${paint.bold(id)}  characteristic: ${title}\n\n${question}` })),
    ...[...inventory.values()].filter(({ id }) => same(id)).map(({ read }) => explainApplication(read().data, workspace, asOf)),
  ]
  const evidence = found.length > 0 ? [] : await evidenceCalled(host, workspace, identifier)
  const known = (): Iterable<string> => [...library.controls.keys(), ...library.frameworks.keys(), ...[...library.frameworks.values()].flatMap(({ elements }) => [...elements.keys()]), ...library.evidenceTypes.keys(), ...library.characteristics.keys(), ...inventory.keys()]
  return { found: [...found, ...evidence], known }
}

function elementsCalled({ library }: Workspace, wanted: string): readonly (readonly [FrameworkEntry, FrameworkElement])[] {
  const plain = (id: string): string => id.toLowerCase().replaceAll(' ', '-')
  const [framework, ...rest] = wanted.split(':')
  const [only, id] = rest.length > 0 ? [framework, rest.join(':')] : [undefined, wanted]
  return [...library.frameworks.values()]
    .filter((entry) => only === undefined || entry.id === only)
    .flatMap((entry) => [...entry.elements.values()].filter((element) => plain(element.id) === plain(id)).map((element) => [entry, element] as const))
}

function explainControl({ control, doc, group, changes = [], leftOut }: ControlEntry, workspace: Workspace): Explanation {
  const tailoring = workspace.library.tailoring.filter((change) => change.control === control.id)
  const serves = whatTheyServe(workspace, [control.id])
  return {
    kind: 'control', id: control.id,
    data: { ...control, group, file: doc.file, serves, tailoring: tailoring.map(changeJson), 'left-out': leftOut === true },
    text: (paint) => [
      `${paint.bold(control.id)} ${control.version}  ${control.title}\n${group}, ${control.status}, severity ${control.severity}, ${control.scope === 'organization' ? 'answered once by the organization' : 'answered by each application and platform'}, in effect from ${control.effective}`,
      ...(tailoring.length > 0 ? [tailoringText(tailoring, leftOut === true, changes.some((change) => change.loosens), paint)] : []),
      paragraph(control.statement), paragraph(`Without it: ${control.risk}`),
      ...(control.applicability ? [`Applies when: ${applicabilityText(control.applicability)}`] : []),
      ...control.objectives.map((objective) => [
        `${paint.bold(objective.id)}  ${objective.method}${objective['for-each'] ? `, for each ${objective['for-each']}` : ''}${objective.inheritable ? ', inheritable' : ''}`,
        paragraph(objective.text, '  '), ...objective.evidence.map((request) => `  - ${requestText(request)}`),
      ].join('\n')),
      ...(control.parameters?.length ? [`Parameters:\n${control.parameters.map((parameter) => `  ${parameter.id} = ${String(parameter.value)}${parameter['by-tier'] ? ` (${Object.entries(parameter['by-tier']).map(([tier, value]) => `${tier}: ${String(value)}`).join(', ')})` : ''}: ${parameter.description}`).join('\n')}`] : []),
      control.guidance.trim(),
      leftOut ? '' : servesText(workspace, serves, [control.id], paint),
      `file: ${doc.file}`,
    ].filter((part) => part !== '').join('\n\n'),
  }
}

const tailoringText = (tailoring: readonly TailoredChange[], leftOut: boolean, loosened: boolean, paint: Paint): string =>
  [
    `${paint.bold('Tailored here')}${leftOut ? ': it is asked of nobody' : '; what stands below is what holds'}`,
    ...tailoring.map((change) => changeText(change, paint)),
    ...(loosened ? ['  A set of controls that holds it reaches an element only partially.'] : []),
  ].join('\n')

const applicabilityText = (applicability: NonNullable<ControlEntry['control']['applicability']>): string =>
  [
    applicability.any && `any of ${applicability.any.join(', ')}`,
    applicability.all && `all of ${applicability.all.join(', ')}`,
    applicability.none && `none of ${applicability.none.join(', ')}`,
    applicability.lifecycle && `lifecycle is ${applicability.lifecycle.join(' or ')}`,
    applicability['tier-at-least'] && `risk tier is ${applicability['tier-at-least']} or higher`,
  ].filter(Boolean).join('; ')

function requestText(request: EvidenceRequest): string {
  const time = request['valid-for'] ? `valid for ${request['valid-for']}` : `one in each ${request.every} over ${request.over}`
  const criteria = (request.criteria ?? []).map((criterion) => `${criterion.metric} ${criterion['at-most'] !== undefined ? `≤ ${criterion['at-most']}` : ''}${criterion['at-least'] !== undefined ? `≥ ${criterion['at-least']}` : ''}${criterion.equals !== undefined ? `= ${criterion.equals}` : ''}`)
  return [request.types.join(' or '), time, request.review === 'required' ? 'reviewed' : '', ...criteria].filter((part) => part !== '').join(', ')
}

function explainFramework(entry: FrameworkEntry): Explanation {
  const { framework } = entry
  const reach = rollUp(entry)
  const count = (word: string): number => reach.filter((element) => element.reach === word).length
  return {
    kind: 'framework', id: framework.id,
    data: { title: framework.title, edition: framework.edition, status: framework.status, 'framework-kind': framework.kind, published: framework.published, publisher: framework.publisher, source: framework.source, counts: framework.counts, supersedes: framework.supersedes ?? null, 'superseded-by': entry.successor?.framework.id ?? null },
    text: (paint) => [
      `${paint.bold(framework.id)}  ${nameOfEdition(framework)}`,
      `${framework.publisher}, ${framework.published}; ${Object.entries(framework.counts).map(([kind, number]) => `${number} ${kind}`).join(', ')}`,
      `Our mapping: ${count('full')} full, ${count('partial')} partial, ${count('outside-catalog')} outside the catalog, ${count('unmapped')} unmapped.`,
      `source: ${framework.source.url ?? 'no address is known'} (${framework.source.licence}; retrieved ${framework.source.retrieved})`,
      ...(framework.source.remarks ? [paragraph(framework.source.remarks)] : []),
      ...(framework.supersedes ? [`Supersedes ${framework.supersedes}.`] : []),
      ...(entry.successor ? [`Superseded by ${entry.successor.framework.id}, from which the mapping of ${entry.derived.size} elements is derived.`] : []),
    ].join('\n\n'),
  }
}

function explainEvidenceType(type: EvidenceType, { library }: Workspace): Explanation {
  const asked = [...library.controls.values()].flatMap(({ control }) => control.objectives.filter((objective) => objective.evidence.some((request) => request.types.includes(type.id))).map((objective) => objective.id))
  return {
    kind: 'evidence-type', id: type.id,
    data: { ...type, 'asked-for-by': asked },
    text: (paint) => [
      `${paint.bold(type.id)}  evidence type: ${type.title}`,
      paragraph(type.description),
      `Media types: ${type['media-types'].join(', ')}${type.tools?.length ? `; written by ${type.tools.join(', ')}` : ''}${type.sampled ? '; sampled' : ''}`,
      ...(type.metrics?.length ? [`${paint.bold('Metrics')}\n${type.metrics.map((metric) => `  ${metric.id}  ${metric.type}, ${metric.unit}, ${metric.better} is better: ${metric.description}`).join('\n')}`] : []),
      `Asked for by: ${asked.join(', ') || 'no objective'}`,
    ].join('\n\n'),
  }
}

function explainApplication(application: Application, { library }: Workspace, asOf: CivilDate): Explanation {
  const facts = factsOf(library.catalog, application, library.people, asOf)
  const fingerprint = fingerprintOfFacts(application)
  return {
    kind: application.kind, id: application.id,
    data: { ...application, 'risk-tier': facts.tier ?? null, 'risk-tier-factors': facts.riskTier?.factors ?? [], 'facts-review': facts.review.state, 'facts-fingerprint': fingerprint },
    text: (paint) => [
      `${paint.bold(application.id)}  ${application.kind}: ${neutralise(application.title)}`,
      paragraph(neutralise(application.purpose)),
      `Owner: ${application.owner.accountable}${application.owner.technical ? `, technical ${application.owner.technical}` : ''}; lifecycle ${application.lifecycle ?? 'not stated'}; in scope since ${application['in-scope-since']}`,
      ...(facts.riskTier ? [`Risk tier ${facts.riskTier.tier}: ${facts.riskTier.points} points\n${facts.riskTier.factors.map((factor) => `  ${factor.factor}: ${factor.level}${factor.stated ? '' : ' (not stated, so the highest)'}, ${factor.points}`).join('\n')}${facts.riskTier.raisedBy ? `\n  raised to ${facts.riskTier.raisedBy.tier} by ${facts.riskTier.raisedBy.by}: ${neutralise(facts.riskTier.raisedBy.reason)}` : ''}`] : []),
      `Facts: ${facts.review.state === 'accepted' ? 'reviewed' : `not reviewed as they stand (${facts.review.state})`}; their fingerprint is ${fingerprint}`,
    ].join('\n\n'),
  }
}
