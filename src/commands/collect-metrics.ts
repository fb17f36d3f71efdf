import type { Host } from '../host/host.js'
import type { Artifacts } from '../model/application.js'
import type { Evidence } from '../schema/types.js'

/** Metrics that collectors read in the artifacts of evidence, by evidence id. */
export async function collectMetrics(_host: Host, _folder: string, _evidence: readonly Evidence[]): Promise<Artifacts['collected']> {
  return new Map()
}
