import type { Host } from '../host/host.js'
import { filesOf, type Artifacts } from '../model/application.js'
import { staysInside } from '../model/stays-inside.js'
import type { Evidence } from '../schema/types.js'
import { collectMetrics, statedFigures, type StatedFigures } from './collect-metrics.js'

/** What is asked about the artifacts of one inventory entry. Plain and small: it may cross to another thread. */
export type ArtifactsRequest = {
  /** Absolute path of the entry's folder. */
  readonly folder: string
  /** Paths below it. */
  readonly paths: readonly string[]
  /** Figures that may stand in these files. */
  readonly figures: readonly StatedFigures[]
}

/** What to ask about the artifacts of evidence. Paths that lead out of the folder are not asked for. */
export const artifactsRequest = (folder: string, evidence: readonly Evidence[]): ArtifactsRequest =>
  ({ folder, paths: [...new Set(evidence.flatMap((item) => filesOf(item).map(({ path }) => path)))].filter(staysInside), figures: statedFigures(evidence) })

/** What stands at the paths, and the figures in it. */
export async function readArtifacts(host: Host, { folder, paths, figures }: ArtifactsRequest): Promise<Artifacts> {
  return { states: await host.digests(folder, paths), collected: await collectMetrics(host, folder, figures) }
}

/** Reads artifacts, here or in a second thread. */
export type ArtifactsReader = {
  readonly read: (request: ArtifactsRequest) => Promise<Artifacts>
  /** How many entries to read before the first of them is assessed, so that nobody waits: neither two threads for each other, nor an assessment for git. */
  readonly ahead: number
  readonly stop: () => Promise<void>
}

// Below this a second thread takes longer to start than it saves.
const WORTH_A_THREAD = 40

/** A reader for a run over so many entries. Stop it in the end. */
export function artifactsReader(host: Host, entries: number): ArtifactsReader {
  const thread = entries < WORTH_A_THREAD ? undefined : host.startThread?.()
  if (thread === undefined) return { read: (request) => readArtifacts(host, request), ahead: 1, stop: async () => undefined }
  return { read: async (request) => (await thread.ask(request)) as Artifacts, ahead: 3, stop: thread.stop } // what readArtifacts gave there
}
