// A small world of plain objects, and what is found in it as one line of text. Every function gives a whole that passes; a test changes the one thing it is about.
import { assess, toProvider } from '../../src/assess/assess.js'
import { mergeApplicationFiles, type ApplicationFiles } from '../../src/model/application.js'
import type { Assessment, Finding, Observation, Provider, Reason } from '../../src/model/assessment.js'
import { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation } from '../../src/model/digest.js'
import type { Doc, Kind } from '../../src/model/doc.js'
import { controlsInForce, type Library } from '../../src/model/library.js'
import { linkLibrary } from '../../src/read/link-library.js'
import type { Application, Catalog, Control, EditionFrom, Evidence, EvidenceFile, EvidenceRequest, Exception, Framework, Implementation, KnownPerson, Mapping, Objective, Review } from '../../src/schema/types.js'
import type { ArtifactState } from '../../src/source/file-text.js'
import { builtinSource } from '../../src/source/source.js'

/** The day of every assessment here that does not say another. */
export const TODAY = '2026-09-30'
/** The digest that every file has which a test does not change. */
export const SHA = 'a'.repeat(64)

const people: readonly KnownPerson[] = [{ id: 'owner', title: 'O' }, { id: 'engineer', title: 'E' }, { id: 'reviewer', title: 'R' }, { id: 'team', title: 'T', group: true }]

const level = (id: string, points: number, implies: readonly string[] = []) => ({ id, points, description: 'D', ...(implies.length > 0 && { implies }) })
const row = { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' } as const
/** A catalog whose only factor makes the tier: exposure internal is low, internet is high. */
export const catalog: Catalog = {
  id: 'example', title: 'Example', version: '1.0.0',
  risk: { factors: [{ id: 'exposure', title: 'E', question: 'Q', levels: [level('internal', 0), level('internet', 4, ['internet-facing'])] }], tiers: [{ tier: 'low', 'from-points': 0 }, { tier: 'moderate', 'from-points': 2 }, { tier: 'high', 'from-points': 4 }, { tier: 'critical', 'from-points': 8 }] },
  gaps: { 'severity-by-tier': { low: row, moderate: row, high: { ...row, moderate: 'high' }, critical: { low: 'moderate', moderate: 'high', high: 'critical', critical: 'critical' } }, 'due-days': { critical: 30, high: 90, moderate: 180, low: 365 } },
}

/** A request for a `report` that is valid for 90 days and needs no review. */
export const request = (change: Partial<EvidenceRequest> = {}): EvidenceRequest => ({ 'types': ['report'], 'review': 'none', ...(change.every === undefined && { 'valid-for': 'P90D' }), ...change })

/** An objective with one request. */
export const objective = (id: string, change: Partial<Objective> = {}, ...requests: readonly Partial<EvidenceRequest>[]): Objective => ({ id, method: 'TEST', text: 'T', evidence: (requests.length > 0 ? requests : [{}]).map(request), ...change })

/** TST-01 of moderate severity, in force since 2026-01-01, with one objective. */
export const control = (change: Partial<Control> = {}): Control => ({
  id: 'TST-01', version: '1.0.0', effective: '2026-01-01', status: 'active', scope: 'application', title: 'T', statement: 'S', risk: 'R', guidance: 'G', severity: 'moderate',
  objectives: [objective(`${change.id ?? 'TST-01'}.a`)], ...change,
})

/** A `report` of 2026-09-10 at a path of its own. */
export const item = (change: Partial<Evidence> = {}): Evidence => ({
  'id': 'run', 'type': 'report', 'collected': '2026-09-10', 'sha256': SHA, 'submitted-by': 'engineer', ...(change.url === undefined && change.files === undefined && { path: `${change.id ?? 'run'}.json` }), ...change,
})

/** A review of 2026-09-14 by somebody who may decide. */
export const review = (of: string, change: Partial<Review> = {}): Review => ({ by: 'reviewer', on: '2026-09-14', decision: 'accepted', of, ...change })

/** The same item, reviewed as it stands. */
export const reviewed = (evidence: Evidence, change: Partial<Review> = {}): Evidence => ({ ...evidence, reviews: [...(evidence.reviews ?? []), review(fingerprintOfEvidence(evidence), change)] })

/** An answer to TST-01 that lists no evidence, since that must not matter. */
export const answer = (change: Partial<Implementation> = {}): Implementation => ({ control: 'TST-01', version: '1.0.0', status: 'implemented', ...change })

/** The same answer, reviewed as it stands. */
export const reviewedAnswer = (implementation: Implementation, change: Partial<Review> = {}): Implementation => ({ ...implementation, reviews: [review(fingerprintOfImplementation(implementation), change)] })

/** An application of low tier, in scope since 2026-07-01, whose facts are reviewed. */
export function application(change: Partial<Application> = {}): Application {
  const facts: Application = {
    'id': 'assistant', 'kind': 'application', 'title': 'T', 'purpose': 'P', 'owner': { accountable: 'owner' }, 'in-scope-since': '2026-07-01',
    ...(change.kind !== 'organization' && { 'lifecycle': 'production', 'risk-factors': { exposure: 'internal' } }), ...change,
  }
  return { reviews: [review(fingerprintOfFacts(facts), { on: '2026-01-15' })], ...facts }
}

/** An exception for TST-01 from 2026-08-01 to 2026-12-31. */
export const exception = (change: Partial<Exception> = {}): Exception => ({
  'id': 'accepted', 'control': 'TST-01', 'reason': 'R', 'residual-risk': 'low', 'requested-by': 'engineer', 'approved-by': 'reviewer', 'approved-on': '2026-08-01', 'expires': '2026-12-31', ...change,
})

const doc = <T>(kind: Kind, file: string, data: T): Doc<T> => ({ kind, file, source: builtinSource(file, data), data, builtin: false })

/** A library of these controls, and of frameworks with their mappings. */
export function library(controls: readonly Control[], frameworks: readonly Framework[] = [], mappings: readonly Mapping[] = [], editions: readonly EditionFrom[] = []): Library {
  const linked = linkLibrary({ title: 'Example', people }, {
    catalogs: [doc('catalog', 'controls/catalog.yaml', catalog)],
    controls: controls.map((data) => doc('control', `controls/testing/${data.id}.yaml`, data)),
    evidenceTypes: [], adoptions: [],
    frameworks: frameworks.map((data) => doc('framework', `frameworks/${data.id}/framework.yaml`, data)),
    publishedCrosswalks: [], mappingReviews: [], officialTexts: [],
    editions: editions.map((data) => doc('edition-from', `frameworks/${data.framework}/edition-from-${data.from}.yaml`, data)),
    mappings: mappings.map((data) => doc('mapping', `frameworks/${data.framework}/mapping.yaml`, data)),
  })
  return { ...linked, frameworks: new Map([...linked.frameworks].map(([id, entry]) => [id, { ...entry, inForce: controlsInForce(linked.controls) }])) }
}

/** Files of one application. `files` gives whole evidence files by name; the lists stand in one file more. */
export type World = {
  readonly controls?: readonly Control[]
  readonly application?: Application
  readonly implementations?: readonly Implementation[]
  readonly evidence?: readonly Evidence[]
  readonly exceptions?: readonly Exception[]
  readonly files?: Readonly<Record<string, EvidenceFile>>
  /** States of artifacts other than that they are there with their digest. */
  readonly artifacts?: Readonly<Record<string, ArtifactState>>
  /** Paths that nobody looked at. */
  readonly unseen?: readonly string[]
  /** Figures that a collector read, by evidence id. */
  readonly collected?: Readonly<Record<string, Readonly<Record<string, number | boolean>>>>
  readonly providers?: readonly Provider[]
  readonly asOf?: string
  readonly cutoff?: string
}

/** The files of an application, in the order in which they are given. */
export function filesOf({ application: entry = application(), implementations = [answer()], evidence = [item()], exceptions = [], files = {} }: World): ApplicationFiles {
  const one = { implementations, evidence, exceptions }
  return mergeApplicationFiles(doc('application', 'applications/a/application.yaml', entry), Object.entries({ 'answers.yaml': one, ...files }).map(([name, data]) => doc<EvidenceFile>('evidence', `applications/a/evidence/${name}`, data)))
}

/** Assesses a world: without any change one control, implemented, with a passing report. */
export function assessed(world: World = {}): Assessment {
  const files = filesOf(world)
  const paths = files.evidence.flatMap(({ data: { path, files: several = [] } }) => [...(path === undefined ? [] : [path]), ...several.map((file) => file.path)])
  const { asOf = TODAY, cutoff = asOf, controls = [control()], providers = [], artifacts = {}, unseen = [], collected = {} } = world
  return assess(library(controls), files, {
    artifacts: { states: new Map<string, ArtifactState>([...paths.filter((path) => !unseen.includes(path)).map((path): [string, ArtifactState] => [path, { sha256: SHA }]), ...Object.entries(artifacts)]), collected: new Map(Object.entries(collected)) },
    providers: new Map(providers.map((provider) => [provider.id, provider])), asOf, cutoff,
  })
}

/** What others may take from a world. */
export const provided = (world: World): Provider => toProvider(assessed(world))

/** The finding about one control. Throws when there is none. */
export function findingOf(world: World = {}, id = 'TST-01'): Finding {
  const finding = assessed(world).findings.find((candidate) => candidate.control === id)
  if (finding === undefined) throw new Error(`There is no finding about ${id}.`)
  return finding
}

/** A reason as `stale (expired) since 2026-12-10`, with the objective's letter, the component and the evidence where there are any: `a/llm/run: fail …`. */
export function tellReason({ kind, cause, since, objective: of, component, evidence }: Reason): string {
  const about = [of?.split('.').at(-1), component, evidence].filter((part) => part !== undefined).join('/')
  return `${about ? `${about}: ` : ''}${kind === cause ? kind : `${kind} (${cause})`} since ${since}`
}

/** A finding as its state and its reasons. */
export const tell = ({ state, reasons, accepted }: Pick<Finding, 'state' | 'reasons' | 'accepted'>): readonly string[] => [`${state}${accepted ? `, accepted until ${accepted.until}` : ''}`, ...reasons.map(tellReason)]

/** What is found about TST-01 in a world. */
export const found = (world: World = {}, id = 'TST-01'): readonly string[] => tell(findingOf(world, id))

/** An observation as `a/llm pass [run]`. */
export const tellObservation = ({ objective: of, component, state, evidence, 'inherited-from': from, 'held-elsewhere': elsewhere }: Observation): string =>
  `${[of.split('.').at(-1), component].filter((part) => part !== undefined).join('/')} ${state} [${evidence.join(', ')}]${from ? ` from ${from}` : ''}${elsewhere ? `, elsewhere ${elsewhere.join(', ')}` : ''}`
