import type { Host } from '../host/host.js'
import type { Artifacts } from '../model/application.js'
import type { Evidence } from '../schema/types.js'

/** The figures that an item of evidence states about a file of a tool. */
export type StatedFigures = { readonly id: string; readonly path: string; readonly tool: string; readonly metrics: readonly string[] }

/** The figures that evidence states about single files of named tools. */
export const statedFigures = (evidence: readonly Evidence[]): readonly StatedFigures[] =>
  evidence.flatMap(({ id, path, metrics, source }) => (path === undefined || metrics === undefined || source === undefined ? [] : [{ id, path, tool: source.tool, metrics: Object.keys(metrics) }]))

const NOTHING: Artifacts['collected'] = new Map()

/**
 * Metrics that collectors read in artifacts, by evidence id. Only files are looked at of which a figure is stated that the collector of their tool can read,
 * one at a time; of a file that cannot be read, or is too large to be, the figures stay as stated.
 */
export async function collectMetrics(host: Host, folder: string, figures: readonly StatedFigures[]): Promise<Artifacts['collected']> {
  if (figures.length === 0) return NOTHING
  // Loaded here, because most portfolios state figures for few items and a run without any pays nothing.
  const { collectorFor } = await import('../collect/index.js')
  const collected = new Map<string, Readonly<Record<string, number | boolean>>>()
  for (const { id, path, tool, metrics } of figures) {
    const collector = collectorFor(tool)
    if (collector === undefined || !collector.metrics.some((metric) => metrics.includes(metric))) continue
    const file = (await host.readTexts(folder, [path])).get(path)
    if (file === undefined || 'refused' in file) continue
    const read = collector.collect(file.text)
    if ('metrics' in read) collected.set(id, read.metrics)
  }
  return collected
}
