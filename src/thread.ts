// The second thread of a long run: answers one request after the other.
import { parentPort } from 'node:worker_threads'
import { readArtifacts, type ArtifactsRequest } from './commands/read-artifacts.js'
import { nodeHost } from './host/node-host.js'

const host = nodeHost()
let turn: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (request: ArtifactsRequest) => {
  turn = turn.then(async () => parentPort?.postMessage(await readArtifacts(host, request)))
})
