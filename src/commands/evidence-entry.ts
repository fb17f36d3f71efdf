import type { Host } from '../host/host.js'
import type { Component, Control, EvidenceType } from '../schema/types.js'
import type { YamlMapping } from '../scaffold/write-yaml.js'
import { listInWords } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { answersTo, maybeAnswer, type Wanted } from './answers.js'
import { placeArtifact, seeArtifact, type Artifact, type ArtifactOptions } from './artifact.js'
import { freeId } from './new-exception.js'
import type { OpenApplication } from './open-application.js'
import { asOfFor } from './options.js'
import { figureOf, readFigures, type FigureOptions, type Figures } from './read-figures.js'
import { UsageError } from './usage-error.js'
import { whoActs } from './who.js'

export type EvidenceOptions = ArtifactOptions & FigureOptions & {
  readonly type?: string
  readonly id?: string
  readonly title?: string
  readonly component?: string
  readonly componentVersion?: string
  readonly collected?: string
  readonly expires?: string
  readonly from?: string
  readonly to?: string
  readonly heldBy?: string
  readonly classification?: string
  readonly population?: string
  readonly drawnFrom?: string
  readonly drawnOn?: string
  readonly sample?: string
  readonly sampling?: string
  readonly deviations?: string
  readonly submittedBy?: string
  readonly remarks?: string
  readonly status?: string
}

/** An entry for the list `evidence`, the file that it is about, and what muster read in it. */
export type NewEvidence = { readonly id: string; readonly entry: YamlMapping; readonly artifact: Artifact; readonly figures: Figures }

/** Makes the entry for a file: from the command line, from what a collector reads in the file, from what the catalog asks for; the rest is asked on a terminal. */
export async function evidenceEntry(host: Host, opened: OpenApplication, control: Control, options: EvidenceOptions, anyType: boolean): Promise<NewEvidence> {
  const { file } = await answersTo(host, { file: { option: '--file <file>', question: 'Which file is it?', given: options.file } })
  const seen = await seeArtifact(host, options, file)
  const { type: typeId } = await answersTo(host, { type: typeWanted(opened, control, options.type ?? (await typeThatReads(opened, control, seen)), anyType) })
  const type = opened.workspace.library.evidenceTypes.get(typeId)
  if (type === undefined) throw new UsageError(`There is no evidence type \`${typeId}\`.`, suggestHint(typeId, opened.workspace.library.evidenceTypes.keys(), 'Run `muster list evidence-types` to see all.'))
  const figures = await readFigures(seen, type, options)
  const { collected } = await answersTo(host, { collected: { option: '--collected <date>', question: 'Which day does it stand for? (year-month-day)', given: options.collected ?? figures.collected, check: (answer) => (isDay(host, answer) ? undefined : `\`${answer}\` is not a day of the calendar.`) } })
  const artifact = await placeArtifact(host, opened, options, seen, collected)
  const component = await componentOf(host, opened, control, type, options)
  const version = options.componentVersion ?? (component?.version !== undefined && (component.since ?? collected) <= collected ? component.version : undefined)
  const metrics = { ...figures.metrics, ...(await moreFigures(host, control, type, figures)) }
  const taken = opened.files.evidence.map(({ data }) => data.id)
  const plain = `${type.id}-${collected}`
  const id = freeId(options.id ?? (component && taken.includes(plain) ? `${type.id}-${component.id}-${collected}` : plain), taken)
  if (options.id !== undefined && id !== options.id) throw new UsageError(`There is evidence \`${options.id}\` already.`, 'Choose another id, or leave `--id` out.')
  const entry: YamlMapping = {
    id, type: type.id, title: options.title, component: component?.id, 'component-version': version, collected, expires: options.expires,
    period: options.from === undefined && options.to === undefined ? undefined : { from: options.from, to: options.to },
    source: figures.source, path: artifact.path, url: options.url, 'held-by': options.heldBy, sha256: artifact.sha256, classification: options.classification,
    metrics: Object.keys(metrics).length === 0 ? undefined : metrics,
    sample: type.sampled === true ? await sampleOf(host, options, collected) : undefined,
    'submitted-by': await whoActs(host, opened.workspace, options.submittedBy, '--submitted-by'), remarks: options.remarks,
  }
  return { id, entry, artifact, figures }
}

function isDay(host: Host, answer: string): boolean {
  try {
    return asOfFor(host, { asOf: answer }) === answer
  } catch {
    return false
  }
}

/** The evidence types that a control asks for. */
const typesOf = (control: Control): readonly string[] => [...new Set(control.objectives.flatMap((objective) => objective.evidence.flatMap((request) => request.types)))]

// The one type among those asked for whose tool wrote the file, as far as a collector can tell.
async function typeThatReads({ workspace: { library } }: OpenApplication, control: Control, { text }: Artifact): Promise<string | undefined> {
  if (text === undefined) return undefined
  const { collectorFor } = await import('../collect/index.js')
  const reads = (type: string): boolean => (library.evidenceTypes.get(type)?.tools ?? []).some((tool) => 'metrics' in (collectorFor(tool)?.collect(text) ?? {}))
  const found = typesOf(control).filter(reads)
  return found.length === 1 ? found[0] : undefined
}

function typeWanted({ workspace: { library } }: OpenApplication, control: Control, given: string | undefined, anyType: boolean): Wanted {
  const asked = typesOf(control)
  const [only, ...others] = asked
  const check = (answer: string): string | undefined =>
    !library.evidenceTypes.has(answer) ? `There is no evidence type \`${answer}\`. ${suggestHint(answer, [...asked, ...library.evidenceTypes.keys()], 'Run `muster list evidence-types` to see all.')}`
      : asked.includes(answer) || anyType ? undefined : `${control.id} does not ask for \`${answer}\` but for ${listInWords(asked, 'or')}.`
  return {
    option: '--type <type>', question: `What is it? ${control.id} asks for`, given: given ?? (others.length === 0 ? only : undefined), check,
    ...(given === undefined && { choices: asked.map((type) => ({ value: type, label: type, hint: library.evidenceTypes.get(type)?.title ?? '' })) }),
  }
}

// Objectives that look at each model want to know which model it is about.
async function componentOf(host: Host, { files: { application }, id }: OpenApplication, control: Control, type: EvidenceType, options: EvidenceOptions): Promise<Component | undefined> {
  const all = application.components ?? []
  if (options.component !== undefined) {
    const known = all.find((component) => component.id === options.component)
    if (known === undefined) throw new UsageError(`\`${id}\` has no component \`${options.component}\`.`, suggestHint(options.component, all.map((component) => component.id), 'List it under `components` in application.yaml.'))
    return known
  }
  const kinds = new Set(control.objectives.flatMap((objective) => (objective.evidence.some((request) => request.types.includes(type.id)) ? (objective['for-each'] ?? []) : [])))
  const candidates = all.filter((component) => kinds.has(component.kind))
  if (candidates.length < 2) return candidates[0]
  const { component } = await answersTo(host, { component: { option: '--component <id>', question: 'Which component is it about?', given: undefined, choices: candidates.map((one) => ({ value: one.id, label: one.id, hint: one.title })) } })
  return candidates.find((one) => one.id === component)
}

/** Metrics that criteria compare and that nobody stated yet; asked for on a terminal, where Enter leaves them out. */
async function moreFigures(host: Host, control: Control, type: EvidenceType, { metrics }: Figures): Promise<Readonly<Record<string, number | boolean>>> {
  const more: Record<string, number | boolean> = {}
  for (const id of host.ask ? missingMetrics(control, type, metrics) : []) {
    const metric = type.metrics?.find((one) => one.id === id)
    const answer = await maybeAnswer(host, { question: `${metric?.title ?? id}? (${metric?.type === 'boolean' ? 'true or false' : (metric?.unit ?? 'a number')}; Enter leaves it out)`, given: undefined, check: (text) => (figureOf(text, metric?.type) === undefined ? `\`${text}\` is not a value of ${id}.` : undefined) })
    const value = answer === undefined ? undefined : figureOf(answer, metric?.type)
    if (value !== undefined) more[id] = value
  }
  return more
}

/** The metrics that criteria of a control compare in evidence of a type, without those that are stated. */
export const missingMetrics = (control: Control, type: EvidenceType, stated: Readonly<Record<string, unknown>>): readonly string[] =>
  [...new Set(control.objectives.flatMap((objective) => objective.evidence.filter((request) => request.types.includes(type.id)).flatMap((request) => (request.criteria ?? []).map((criterion) => criterion.metric))))].filter((metric) => !(metric in stated))

const COUNT = (answer: string): string | undefined => (/^[0-9]{1,9}$/.test(answer) ? undefined : `\`${answer}\` is not a whole number.`)

async function sampleOf(host: Host, options: EvidenceOptions, collected: string): Promise<YamlMapping> {
  const given = await answersTo(host, {
    population: { option: '--population <number>', question: 'How many entries was the sample drawn from?', given: options.population, check: COUNT },
    from: { option: '--drawn-from <text>', question: 'From which system or list?', given: options.drawnFrom },
    size: { option: '--sample <number>', question: 'How many were looked at?', given: options.sample, check: COUNT },
    method: { option: '--sampling <method>', question: 'How were they chosen?', given: options.sampling, choices: ['random', 'systematic', 'judgemental', 'all'].map((method) => ({ value: method, label: method })) },
    deviations: { option: '--deviations <number>', question: 'How many were not as they should be?', given: options.deviations, check: COUNT },
  })
  return { population: { size: Number(given.population), 'drawn-from': given.from, on: options.drawnOn ?? collected }, size: Number(given.size), method: given.method, deviations: Number(given.deviations) }
}
