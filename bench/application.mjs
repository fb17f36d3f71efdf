// One inventory entry of the corpus with its answers, evidence, artifacts, exceptions and plans.
import { artifactText } from './artifacts.mjs'
import { controls as ownControls } from './catalog.mjs'
import { FAMILIES } from './evidence-families.mjs'
import { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation, sha256 } from './fingerprints.mjs'
import { approver, engineers, owners, reviewers } from './people.mjs'
import { dayAfter, randomOf } from './random.mjs'
import { noteOf, remarksOf } from './words.mjs'

/** The day on which the corpus is read. */
export const AS_OF = '2026-09-30'

// What becomes of an answer: the share of each fate among the answers of an application. The rest is well.
const FATES = { 'stale': 0.035, 'missing': 0.02, 'fail': 0.02, 'unreviewed': 0.015, 'changed': 0.008, 'returned': 0.008, 'mismatch': 0.004, 'partial': 0.015, 'planned': 0.012, 'older-major': 0.005, 'not-applicable': 0.02 }

/**
 * The files of one entry by their path in its folder: values of YAML files, texts of artifacts.
 * `platforms` are those that it inherits from; `trouble` scales the shares of what is not well; `controls` and `factors` are those of another catalog.
 */
export function entryFiles({ id, kind, title, purpose, platforms = [], trouble = 1, controls = ownControls, factors = (own) => own }) {
  const random = randomOf(id)
  const entry = inventoryEntry({ id, kind, title, purpose, platforms, random, factors })
  const artifacts = new Map()
  const groups = new Map()
  const gaps = []
  const sound = []
  for (const control of controls.filter(({ scope }) => scope === (kind === 'organization' ? 'organization' : 'application'))) {
    const drawn = random.outcome(FATES, 'well')
    const fate = drawn !== 'well' && random.chance(trouble) ? possibleFate(drawn, control) : 'well'
    const { implementation, evidence } = answer(control, fate, { entry, platforms, random, artifacts })
    const group = groups.get(control.group) ?? { implementations: [], evidence: [] }
    groups.set(control.group, group)
    group.implementations.push(implementation)
    group.evidence.push(...evidence)
    if (fate === 'well') sound.push(control)
    else if (fate !== 'not-applicable') gaps.push(control)
  }
  const plans = plansFor(gaps, sound, entry, random)
  return {
    documents: new Map([
      ['application.yaml', entry],
      ...[...groups].map(([group, { implementations, evidence }]) => [`evidence/${group}.yaml`, { implementations, ...(evidence.length > 0 && { evidence }) }]),
      ...(plans ? [['evidence/plans.yaml', plans]] : []),
    ]),
    artifacts,
  }
}

function inventoryEntry({ id, kind, title, purpose, platforms, random, factors }) {
  const accountable = random.pick(owners)
  const technical = random.pick(engineers)
  const base = { id, kind, title, purpose, users: ['staff'], owner: { accountable, technical } }
  const since = dayAfter('2025-02-01', random.between(0, 480))
  const facts = kind === 'organization' ? { 'in-scope-since': '2025-01-01' } : {
    'lifecycle': random.chance(0.85) ? 'production' : 'pilot',
    'in-scope-since': since,
    'roles': ['ai-customer'],
    'characteristics': { 'uses-llm': true, 'trains-models': random.chance(0.3), 'retrieves-documents': random.chance(0.5), 'agentic': random.chance(0.3), 'processes-personal-data': random.chance(0.5) },
    'risk-factors': factors({ 'exposure': random.pick(['internal', 'internal', 'partners', 'internet']), 'data-sensitivity': random.pick(['internal', 'internal', 'confidential', 'public']), 'autonomy': random.pick(['advises', 'advises', 'acts-with-approval', 'acts-alone']) }),
    'components': components(random),
    'inherits': platforms.length > 0 ? platforms : undefined,
  }
  const entry = { ...base, ...facts }
  const reviewed = random.outcome({ 'unreviewed': 0.03, 'changed': 0.02 }, 'accepted')
  const of = fingerprintOfFacts(reviewed === 'changed' ? { ...entry, lifecycle: 'development' } : entry)
  return { ...entry, ...(reviewed !== 'unreviewed' && { reviews: [{ by: random.pick(reviewers), on: dayAfter('2026-07-01', random.between(0, 80)), decision: 'accepted', of }] }) }
}

const MODELS = [['general-model', 'Hosted general model', 'Example AI'], ['small-model', 'Small model on our own machines', 'Example Research']]

function components(random) {
  const models = MODELS.slice(0, random.chance(0.25) ? 2 : 1).map(([id, title, supplier]) => ({ id, kind: 'model', title, version: `2026-0${random.between(1, 6)}`, since: dayAfter('2026-02-01', random.between(0, 100)), supplier }))
  return [
    ...models,
    { id: 'system-prompt', kind: 'prompt', title: 'System prompt', version: `${random.between(1, 30)}` },
    { id: 'reference-documents', kind: 'index', title: 'Index of reference documents', version: dayAfter('2026-08-01', random.between(0, 50)) },
    { id: 'front-end', kind: 'service', title: 'Web front end', version: `${random.between(1, 9)}.${random.between(0, 20)}.${random.between(0, 9)}` },
  ]
}

// A fate that the control cannot have, for instance a failing figure where there is none, becomes the nearest one that it can.
function possibleFate(fate, { family, file, scope }) {
  const { bad, request, every } = { ...FAMILIES[family], every: FAMILIES[family].request.every }
  if (scope === 'organization') return 'stale'
  if (fate === 'fail' && !bad) return 'returned'
  if (['unreviewed', 'changed'].includes(fate) && request.review === 'none') return bad ? 'fail' : 'stale'
  if (fate === 'older-major' && file.version.startsWith('1.')) return 'partial'
  return fate === 'stale' && every ? 'missing' : fate
}

function answer(control, fate, context) {
  const { entry, platforms, random } = context
  const { file } = control
  const base = { control: control.id, version: fate === 'older-major' ? '1.3.0' : file.version }
  const remarks = remarksOf(random)
  if (fate === 'planned') return { implementation: { ...base, status: 'planned', remarks: 'Planned for the next round, together with the other applications of the department.' }, evidence: [] }
  if (fate === 'not-applicable') {
    const claim = { ...base, status: 'not-applicable', remarks: 'The application has no part that this control speaks about; the architecture record shows it.' }
    return { implementation: { ...claim, reviews: [{ by: random.pick(reviewers), on: '2026-07-15', decision: 'accepted', of: fingerprintOfImplementation(claim), expires: '2027-07-15' }] }, evidence: [] }
  }
  if (fate === 'well' && platforms.length > 0 && FAMILIES[control.family].inheritable && random.chance(0.5))
    return { implementation: { ...base, status: 'implemented', remarks, objectives: { [`${control.id}.a`]: { 'inherited-from': random.pick(platforms), remarks: 'The platform does this for every application that runs on it.' } } }, evidence: [] }
  const evidence = items(control, fate, entry, context)
  return { implementation: { ...base, status: fate === 'partial' ? 'partial' : 'implemented', remarks, evidence: evidence.map(({ id }) => id) }, evidence }
}

// One item for each model or calendar period that the request asks for; what is not well is not well for the last of them.
function items(control, fate, entry, context) {
  const { random } = context
  const { forEach, request, days } = FAMILIES[control.family]
  const own = (entry.components ?? []).filter((component) => component.kind === forEach)
  const wanted = forEach ? own.map((component) => ({ component })) : request.every ? [{ quarter: '2026-04-01' }, { quarter: '2026-07-01' }] : [{}]
  const present = fate === 'missing' ? wanted.slice(0, -1) : wanted
  return present.map(({ component, quarter }, index) => {
    const state = index === wanted.length - 1 ? fate : 'well'
    const age = state === 'stale' ? days + random.between(3, 60) : random.between(2, Math.min(days, 150) - 5)
    return item(control, state, { component, collected: quarter ? dayAfter(quarter, random.between(5, 80)) : dayAfter(AS_OF, -age), entry, ...context })
  })
}

function item(control, state, { component, collected, entry, random, artifacts }) {
  const { tool, ending, sampled, good, bad } = FAMILIES[control.family]
  const id = `${control.type}${component ? `-${component.id}` : ''}-${collected}`
  const metrics = (state === 'fail' ? bad : good)?.(random)
  const path = `artifacts/${id}.${ending}`
  const text = artifactText(control.family, random, { title: control.file.title, metrics, day: collected })
  const elsewhere = state === 'well' && control.family === 'document' && random.chance(0.2)
  if (!elsewhere) artifacts.set(path, state === 'mismatch' ? `${text}\n` : text)
  const size = random.between(20, 60)
  const evidence = {
    id, type: control.type,
    ...(component && { 'component': component.id, 'component-version': component.version }),
    collected,
    ...(tool && { source: { tool: tool[0], version: tool[1] } }),
    ...(elsewhere ? { 'url': `https://documents.example.com/${entry.id}/${id}`, 'held-by': 'Document system of the legal department' } : { path }),
    sha256: sha256(text),
    classification: random.chance(0.3) ? 'internal' : undefined,
    metrics,
    ...(sampled && { sample: { population: { size: size * random.between(3, 20), 'drawn-from': 'System of record', on: collected }, size, method: random.pick(['random', 'systematic']), deviations: state === 'fail' ? 3 : 0 } }),
    'submitted-by': entry.owner.technical,
    remarks: noteOf(random),
  }
  const reviews = reviewsOf(evidence, state, control, random)
  return { ...evidence, ...(reviews && { reviews }) }
}

function reviewsOf(evidence, state, control, random) {
  if (state === 'unreviewed') return undefined
  if (evidence.url === undefined && state !== 'returned' && FAMILIES[control.family].request.review === 'none' && random.chance(0.7)) return undefined
  const on = dayAfter(evidence.collected, random.between(1, 9))
  const of = fingerprintOfEvidence(state === 'changed' ? { ...evidence, collected: dayAfter(evidence.collected, -1) } : evidence)
  return [{ by: random.pick(reviewers), on: on > AS_OF ? AS_OF : on, decision: state === 'returned' ? 'returned' : 'accepted', of, ...(state === 'returned' && { remarks: 'The report is of the test environment; the one of production is asked for.' }) }]
}

// Of the gaps some are covered by an exception, and most of the others have a plan.
function plansFor(gaps, sound, entry, random) {
  const exceptions = []
  const poam = []
  for (const control of gaps) {
    const name = control.id.toLowerCase()
    const approved = dayAfter('2026-07-25', random.between(0, 50))
    if (random.chance(0.2)) exceptions.push({
      'id': `${name}-2026`, 'control': control.id, 'reason': 'The supplier delivers what is missing with the release of the fourth quarter.', 'residual-risk': control.severity,
      ...(random.chance(0.4) && { compensating: [random.pick(sound).id] }),
      'requested-by': entry.owner.technical, 'approved-by': approver, 'approved-on': approved, 'expires': dayAfter(approved, 80),
    })
    else if (random.chance(0.8)) poam.push({
      id: `${name}-renewal`, control: control.id, weakness: `${control.file.title}: what was filed does not hold.`, cause: 'The run was postponed by the migration.', plan: 'Repeat it with the release of the month and file the report.',
      owner: entry.owner.technical, opened: approved, 'scheduled-completion': dayAfter(approved, random.between(50, 160)), milestones: [{ on: dayAfter(approved, 30), text: 'Run scheduled', done: random.chance(0.6) }],
    })
  }
  if (exceptions.length + poam.length === 0) return undefined
  return { ...(exceptions.length > 0 && { exceptions }), ...(poam.length > 0 && { poam }) }
}
