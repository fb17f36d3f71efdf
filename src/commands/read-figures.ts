import type { Artifact } from './artifact.js'
import { roundFigure, sameFigure } from '../model/same-figure.js'
import type { Evidence, EvidenceType } from '../schema/types.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { pairsOf } from './pairs.js'
import { UsageError } from './usage-error.js'

/** What is known of the run that wrote a file: by which tool, on which day, and the figures. */
export type Figures = {
  readonly source?: { readonly tool: string; readonly version?: string }
  readonly collected?: string
  readonly metrics: Readonly<Record<string, number | boolean>>
  /** Metrics that muster read in the file itself. */
  readonly read: readonly string[]
  /** Why the collector of the named tool read nothing. */
  readonly problem?: string
}

export type FigureOptions = { readonly tool?: string; readonly toolVersion?: string; readonly metric?: readonly string[] }

/** The figures of a file: those that a collector reads in it, and those that the command line states. */
export async function readFigures(artifact: Artifact, type: EvidenceType, options: FigureOptions): Promise<Figures> {
  const { collectorFor, collectors } = await import('../collect/index.js')
  const known = new Map((type.metrics ?? []).map((metric) => [metric.id, metric]))
  const tools = options.tool === undefined ? (type.tools ?? []).flatMap((tool) => collectorFor(tool) ?? []) : collectors.filter((collector) => collector.tool === options.tool)
  const read = tools.flatMap(({ tool, collect }) => {
    const found = artifact.text === undefined ? { problem: 'The file is larger than one mebibyte, or not text.' } : collect(artifact.text)
    return [{ tool, found }]
  })
  const readable = read.flatMap(({ tool, found }) => ('metrics' in found && Object.keys(found.metrics).some((id) => known.has(id)) ? [{ tool, found }] : []))
  if (readable.length > 1) throw new UsageError(`${listInWords(readable.map(({ tool }) => tool), 'and')} could all have written this file.`, 'Say which with `--tool`.')
  const [one] = readable
  const metrics = Object.fromEntries(Object.entries(one?.found.metrics ?? {}).filter(([id]) => known.has(id)).map(([id, value]) => [id, roundFigure(value)]))
  const tool = options.tool ?? one?.tool
  const version = options.toolVersion ?? one?.found.version
  const problem = options.tool !== undefined && read[0] && 'problem' in read[0].found ? read[0].found.problem : undefined
  return {
    ...(tool !== undefined && { source: { tool, ...(version !== undefined && { version }) } }),
    ...(one?.found.collected !== undefined && { collected: one.found.collected }),
    metrics: { ...metrics, ...stated(options.metric, known, metrics) }, read: Object.keys(metrics), ...(problem !== undefined && { problem }),
  }
}

type Known = ReadonlyMap<string, NonNullable<EvidenceType['metrics']>[number]>

function stated(pairs: readonly string[] | undefined, known: Known, read: NonNullable<Evidence['metrics']>): Readonly<Record<string, number | boolean>> {
  return Object.fromEntries(Object.entries(pairsOf(pairs, '--metric', [...known.keys()])).map(([id, text]) => {
    const value = figureOf(text, known.get(id)?.type)
    if (value === undefined) throw new UsageError(`\`${text}\` is not a value of ${quoted([id])[0]}.`, `Write ${known.get(id)?.type === 'boolean' ? '`true` or `false`' : 'a number'}.`)
    const found = read[id]
    if (found !== undefined && !sameFigure(found, value)) throw new UsageError(`You state ${id} ${text}, and the file says ${String(found)}.`, 'Leave it out: muster reads it in the file.')
    return [id, value]
  }))
}

/** A figure of the type that a metric has; undefined where a text is none. */
export function figureOf(text: string, type: 'number' | 'integer' | 'boolean' | undefined): number | boolean | undefined {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  return /^-?[0-9]+([.][0-9]+)?$/.test(text) && (type !== 'integer' || Number.isSafeInteger(Number(text))) ? Number(text) : undefined
}
