import { Worker } from 'node:worker_threads'
import type { Thread, ThreadRevision } from './host.js'

type Answer = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }

/** Starts `src/thread.ts` in a second thread. */
export function startThread(at?: ThreadRevision): Thread {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: at })
  const open: Answer[] = []
  let broken: Error | undefined
  const fail = (error: Error): void => {
    broken = error
    for (const { reject } of open.splice(0)) reject(error)
  }
  worker.on('message', (answer: unknown) => open.shift()?.resolve(answer))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The second thread ended too early.')))
  const answer = (): Promise<unknown> => new Promise((resolve, reject) => (broken ? reject(broken) : open.push({ resolve, reject })))
  const started = answer()
  started.catch(() => undefined) // whoever asks is told
  return {
    started,
    ask: (request) => {
      worker.postMessage(request)
      return answer()
    },
    stop: async () => void (await worker.terminate()),
  }
}
