import type { Host, Thread } from '../host/host.js'
import { filesOf, type Artifacts } from '../model/application.js'
import type { Doc } from '../model/doc.js'
import { staysInside } from '../model/stays-inside.js'
import { readFile } from '../read/read-file.js'
import type { Evidence, EvidenceFile } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { createSource, partsOf, type SourceParts } from '../source/source.js'
import { collectMetrics, statedFigures } from './collect-metrics.js'
import { isIgnored } from './is-ignored.js'

/** Which inventory entry to read. Plain and small: it may cross to another thread. */
export type EvidenceRequest = {
  /** Absolute path of the repository. */
  readonly root: string
  /** The entry's folder under `applications/`. */
  readonly folder: string
  readonly ignore: readonly string[]
}

/** The evidence files of one inventory entry, and what stands in its artifacts. Plain: it may come from another thread. */
export type EvidenceRead = {
  /** Files whose shape is right. */
  readonly sources: readonly SourceParts[]
  /** What is wrong with the others. */
  readonly diagnostics: readonly Diagnostic[]
  /** Absent where a file is wrong, since such an entry is not assessed. */
  readonly artifacts?: Artifacts
}

/** Reads the evidence files of one inventory entry. */
export async function readEvidenceFiles(host: Host, { root, folder, ignore }: EvidenceRequest): Promise<{ readonly docs: readonly Doc<EvidenceFile>[]; readonly diagnostics: readonly Diagnostic[] }> {
  const base = `applications/${folder}/evidence`
  const names = ((await host.list(`${root}/${base}`, 0)) ?? []).filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
  const paths = names.map((name) => `${base}/${name}`).filter((path) => !isIgnored({ ignore }, path))
  const texts = await host.readTexts(root, paths)
  const checked = paths.map((path) => readFile(path, texts.get(path) ?? { refused: 'absent' }, 'evidence'))
  return { docs: checked.flatMap(({ value }) => (value ? [value] : [])), diagnostics: checked.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics) }
}

/** Reads the evidence files of one inventory entry and its artifacts. Paths of artifacts that lead out of its folder are not followed. */
export async function readEvidence(host: Host, request: EvidenceRequest): Promise<EvidenceRead> {
  const { docs, diagnostics } = await readEvidenceFiles(host, request)
  const sources = docs.map(({ source }) => partsOf(source))
  if (diagnostics.length > 0) return { sources, diagnostics }
  return { sources, diagnostics, artifacts: await readArtifacts(host, `${request.root}/applications/${request.folder}`, docs.flatMap(({ data }) => data.evidence ?? [])) }
}

async function readArtifacts(host: Host, folder: string, evidence: readonly Evidence[]): Promise<Artifacts> {
  const paths = [...new Set(evidence.flatMap((item) => filesOf(item).map(({ path }) => path)))].filter(staysInside)
  return { states: await host.digests(folder, paths), collected: await collectMetrics(host, folder, statedFigures(evidence)) }
}

/** An evidence file of its parts, whose shape was found right where they were read. */
export const evidenceDoc = (parts: SourceParts): Doc<EvidenceFile> => ({ kind: 'evidence', file: parts.file, source: createSource(parts), data: parts.value as EvidenceFile, builtin: false })

// Below this a second thread takes longer to start than it saves.
const WORTH_A_THREAD = 40

// Entries that the second thread has before it, so that it never waits; and entries that may be read before they are asked for.
const IN_HAND = 3
const AHEAD = 16

/** What stands in the evidence of inventory entries, in their order. Large runs are read in a second thread, and here while its answer is on the way. */
export async function* readEvidenceOf(host: Host, requests: readonly EvidenceRequest[]): AsyncGenerator<EvidenceRead> {
  const thread = requests.length < WORTH_A_THREAD ? undefined : host.startThread?.()
  if (thread === undefined) return yield* readOneAhead(host, requests)
  try {
    yield* readWith(thread, host, requests)
  } finally {
    await thread.stop()
  }
}

// While one entry is assessed the next is on its way: from git that takes a while.
async function* readOneAhead(host: Host, requests: readonly EvidenceRequest[]): AsyncGenerator<EvidenceRead> {
  let next: Promise<EvidenceRead> | undefined
  for (const [index, request] of requests.entries()) {
    const current = next ?? readEvidence(host, request)
    const following = requests[index + 1]
    next = following && readEvidence(host, following)
    next?.catch(() => undefined) // a failure shows when its turn comes, if it does
    yield await current
  }
}

type Begun = { readonly read: Promise<EvidenceRead>; done: boolean }

function begin(read: Promise<EvidenceRead>): Begun {
  const begun = { read, done: false }
  read.then(() => (begun.done = true), () => (begun.done = true))
  return begun
}

async function* readWith(thread: Thread, host: Host, requests: readonly EvidenceRequest[]): AsyncGenerator<EvidenceRead> {
  const waiting = [...requests]
  const begun: Begun[] = []
  let inHand = IN_HAND
  thread.started.then(() => (inHand = 0), () => (inHand = 0)) // where it failed, the next question is told so
  const ask = async (request: EvidenceRequest): Promise<EvidenceRead> => {
    inHand += 1
    const answer = await thread.ask(request)
    inHand -= 1
    return answer as EvidenceRead // what readEvidence gave there
  }
  while (begun.length + waiting.length > 0) {
    for (const request of waiting.splice(0, IN_HAND - inHand)) begun.push(begin(ask(request)))
    const [first] = begun
    if (first?.done || waiting.length === 0 || begun.length >= AHEAD) {
      begun.shift()
      if (first) yield await first.read
    } else {
      for (const request of waiting.splice(0, 1)) begun.push(begin(readEvidence(host, request)))
      await new Promise((heard) => setImmediate(heard)) // answers of the thread come between two turns
    }
  }
}
