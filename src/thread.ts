// The second thread of a long run: says that it has started, then answers one request after the other.
import { parentPort } from 'node:worker_threads'
import { readEvidence, type EvidenceRequest } from './commands/read-evidence.js'
import { nodeHost } from './host/node-host.js'

const host = nodeHost()
let turn: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (request: EvidenceRequest) => {
  turn = turn.then(async () => parentPort?.postMessage(await readEvidence(host, request)))
})
parentPort?.postMessage('started')
