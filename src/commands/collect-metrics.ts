import type { Host } from '../host/host.js'
import type { Artifacts } from '../model/application.js'
import type { Evidence } from '../schema/types.js'

const NOTHING: Artifacts['collected'] = new Map()

/**
 * Metrics that collectors read in the artifacts of evidence, by evidence id. Only items that state a figure which the collector of their tool can read are
 * looked at, one file at a time; of a file that cannot be read, or is too large to be, the figures stay as stated.
 */
export async function collectMetrics(host: Host, folder: string, evidence: readonly Evidence[]): Promise<Artifacts['collected']> {
  if (!evidence.some(isCandidate)) return NOTHING
  // Loaded here, because most portfolios state figures for few items and a run without any pays nothing.
  const { collectorFor } = await import('../collect/index.js')
  const collected = new Map<string, Readonly<Record<string, number | boolean>>>()
  for (const { id, path, metrics, source } of evidence) {
    if (path === undefined || metrics === undefined || source === undefined) continue
    const collector = collectorFor(source.tool)
    if (collector === undefined || !collector.metrics.some((metric) => Object.hasOwn(metrics, metric))) continue
    const file = (await host.readTexts(folder, [path])).get(path)
    if (file === undefined || 'refused' in file) continue
    const read = collector.collect(file.text)
    if ('metrics' in read) collected.set(id, read.metrics)
  }
  return collected
}

const isCandidate = ({ path, metrics, source }: Evidence): boolean => path !== undefined && metrics !== undefined && source !== undefined
