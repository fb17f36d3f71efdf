import type { Host } from '../host/host.js'

/** How far a long run is, on a terminal; nothing in a pipe. */
export type Progress = { readonly step: () => Promise<void>; readonly end: () => Promise<void> }

/** Counts steps on one line of the standard error, which is gone at the end. Runs of few steps say nothing. */
export function showProgress({ err }: Host, all: number, noun: string): Progress {
  const shown = err.isTerminal && all > 20
  let count = 0
  return {
    step: async () => {
      count += 1
      if (shown && (count % 10 === 0 || count === all)) await err.write(`\r${count} of ${all} ${noun}`)
    },
    end: async () => { if (shown) await err.write('\r\u001b[K') },
  }
}
