import { judgeFiles } from '../assess/judge-item.js'
import type { Host } from '../host/host.js'
import { filesOf } from '../model/application.js'
import { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation } from '../model/digest.js'
import type { Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import { staysInside } from '../model/stays-inside.js'
import type { Evidence, Implementation } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { collectMetrics, statedFigures } from './collect-metrics.js'
import type { OpenApplication } from './open-application.js'
import type { ReviewSubject } from './review.js'
import { UsageError } from './usage-error.js'

/** What a reviewer names: the facts, an answered control, or an item of evidence. */
export async function reviewSubject(host: Host, opened: OpenApplication, wanted: string): Promise<ReviewSubject> {
  const { files, id } = opened
  if (wanted === 'facts') return factsSubject(opened)
  const answer = files.implementations.find(({ data }) => data.control.toLowerCase() === wanted.toLowerCase())
  if (answer) return answerSubject(answer, opened)
  const item = files.evidence.find(({ data }) => data.id === wanted)
  if (item) return evidenceSubject(host, item, opened)
  const known = ['facts', ...files.evidence.map(({ data }) => data.id), ...files.implementations.map(({ data }) => data.control)]
  throw new UsageError(`\`${id}\` has no evidence and no answer \`${wanted}\`.`, suggestHint(wanted, known, 'Name an item of evidence, an answered control, or `facts`.'))
}

const owners = ({ files: { application }, id }: OpenApplication): readonly (readonly [string, string])[] => ownersOf(application).map((person) => [person, `owns \`${id}\``])

function factsSubject(opened: OpenApplication): ReviewSubject {
  const { files: { application, doc }, facts, id, workspace: { library } } = opened
  const answered = Object.entries(application.characteristics ?? {})
  const open = [...library.characteristics.keys()].filter((fact) => !facts.characteristics.has(fact))
  return {
    name: `the facts of \`${id}\``, source: doc.source, path: ['reviews'], reviews: application.reviews ?? [], of: fingerprintOfFacts(application), own: new Map(owners(opened)), controls: [],
    shown: [
      `${application.kind}, lifecycle ${application.lifecycle ?? 'not stated'}, in scope since ${application['in-scope-since']}`,
      ...(answered.length === 0 ? [] : [answered.map(([fact, value]) => `${fact}: ${value}`).join(', ')]),
      ...(application.kind === 'organization' || open.length === 0 ? [] : [`not answered, so counted as true: ${open.join(', ')}`]),
      ...(facts.riskTier ? [`risk tier ${facts.riskTier.tier}: ${facts.riskTier.factors.map(({ factor, level, stated }) => `${factor} ${level}${stated ? '' : ' (not stated)'}`).join(', ')}`] : []),
      ...(application.components?.length ? [`${counted(application.components.length, 'component')}: ${application.components.map((component) => component.id).join(', ')}`] : []),
    ],
  }
}

function answerSubject({ data, doc, path }: Located<Implementation>, opened: OpenApplication): ReviewSubject {
  const counts = data.status === 'not-applicable' || data.status === 'alternative'
  return {
    name: `the answer to ${data.control}`, source: doc.source, path: [...path, 'reviews'], reviews: data.reviews ?? [], of: fingerprintOfImplementation(data), own: new Map(owners(opened)), controls: [data.control],
    shown: [`${data.status}${data.remarks === undefined ? '' : `: ${neutralise(data.remarks).split('\n').join(' ')}`}`, ...(data.evidence?.length ? [`evidence: ${data.evidence.join(', ')}`] : [])],
    ...(counts ? { claim: true as const } : {
      unreturnable: `An answer that is \`${data.status}\` rests on its evidence`,
      note: `a review of an answer is asked for \`alternative\` and \`not-applicable\`; one that is \`${data.status}\` rests on its evidence`,
    }),
  }
}

async function evidenceSubject(host: Host, item: Located<Evidence>, opened: OpenApplication): Promise<ReviewSubject> {
  const { workspace: { root, library }, id, files } = opened
  const { data, doc, path } = item
  const home = `${root}/applications/${id}`
  const artifacts = { states: await host.digests(home, filesOf(data).map((file) => file.path).filter(staysInside)), collected: await collectMetrics(host, home, statedFigures([data])) }
  const [fault] = judgeFiles(item, artifacts)
  const answered = new Set(files.implementations.map((answer) => answer.data.control))
  const controls = [...library.controls.values()].filter(({ control }) => answered.has(control.id) && control.objectives.some((objective) => objective.evidence.some((request) => request.types.includes(data.type)))).map(({ control }) => control.id)
  return {
    name: `\`${data.id}\``, source: doc.source, path: [...path, 'reviews'], reviews: data.reviews ?? [], of: fingerprintOfEvidence(data), controls,
    own: new Map([...owners(opened), [data['submitted-by'], 'submitted it']]),
    shown: [
      `${data.type} of ${data.collected}${data.component === undefined ? '' : ` about ${data.component}${data['component-version'] === undefined ? '' : ` ${data['component-version']}`}`}, submitted by ${data['submitted-by']}`,
      ...filesOf(data).map((file) => `${neutralise(file.path)} (sha256 ${file.sha256.slice(0, 12)}…)`), ...(data.url === undefined ? [] : [`${neutralise(data.url)}, not re-checked`]),
      ...(data.metrics === undefined ? [] : [Object.entries(data.metrics).map(([metric, value]) => `${metric} ${value}`).join(', ')]),
    ],
    ...([...artifacts.states.values()].some((state) => 'refused' in state && state.refused === 'lfs-pointer') && { remedy: 'Run `git lfs pull`, read the file, and then run the command again.' }),
    ...(data.withdrawn ? { fault: `It was withdrawn on ${data.withdrawn.on}` } : fault ? { fault: `${fault.text.charAt(0).toUpperCase()}${fault.text.slice(1)}` } : {}),
  }
}
