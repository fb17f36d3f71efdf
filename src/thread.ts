// The second thread of a long run: says that it has started, then answers one request after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { hostAt, repositoryFor } from './commands/at-revision.js'
import { readEvidence, type EvidenceRequest } from './commands/read-evidence.js'
import type { ThreadRevision } from './host/host.js'
import { nodeHost } from './host/node-host.js'

const disk = nodeHost()
const at = workerData as ThreadRevision | null | undefined // as startThread sends it
const host = at ? hostAt(disk, await repositoryFor(disk, at.repository), at.revision) : disk
let turn: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (request: EvidenceRequest) => {
  turn = turn.then(async () => parentPort?.postMessage(await readEvidence(host, request)))
})
parentPort?.postMessage('started')
