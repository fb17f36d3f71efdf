// Runs commands as processes of their own and takes times and memory.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Runs `node` with arguments, its standard output thrown away. Exit codes 0 and 1 are an outcome; another is a broken benchmark. */
function runNode(args, env = {}) {
  const { status, stderr, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NO_COLOR: '1', ...env }, encoding: 'utf8' })
  if (error || (status !== 0 && status !== 1)) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`, { cause: error })
}

/** Wall time of one run in milliseconds. */
function timeOf(args) {
  const start = process.hrtime.bigint()
  runNode(args)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** Times of several commands, by name: each round runs every command once, so that a slow minute of the machine falls on all of them. */
export function interleave(rounds, commands) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of Object.entries(commands)) times[name].push(timeOf(args))
  return times
}

/** Peak resident memory of one run in MiB. */
export function peakMemoryOf(args, noteFile) {
  runNode(['--require', new URL('peak-memory.cjs', import.meta.url).pathname, ...args], { BENCH_PEAK: noteFile })
  return Number(readFileSync(noteFile, 'utf8')) / 1024
}

/** The middle of some figures, with the lowest and the highest. */
export function summarise(figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return { median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, min: sorted[0], max: sorted.at(-1) }
}
