import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../src/commands/run.js'
import { nodeHost } from '../src/host/node-host.js'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs the command line on the real disk, in process, as of a fixed today. */
export async function muster(argv: readonly string[], cwd = ROOT): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const out: string[] = []
  const err: string[] = []
  const capture = (into: string[]) => ({ write: async (text: string): Promise<void> => void into.push(text), isTerminal: false })
  const host = { ...nodeHost(), cwd, env: {}, out: capture(out), err: capture(err), today: () => '2026-09-30', font: () => `${ROOT}/dist/fonts/DejaVuSans.ttf`, builtinLibrary: async () => readFileSync(`${ROOT}/dist/builtin.json`, 'utf8') }
  const exit = await run(argv, host)
  return { exit, out: out.join(''), err: err.join('') }
}
