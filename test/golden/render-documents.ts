import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documents } from '../../src/document/documents.js'
import { formats } from '../../src/document/printers.js'
import type { AddedLine } from '../../src/host/repository.js'
import { nodeHost } from '../../src/host/node-host.js'
import { run } from '../../src/commands/run.js'
import { ROOT } from '../run-muster.js'

/** A document as it was written: its file below the output folder, and its bytes. */
export type Rendered = { readonly file: string; readonly bytes: string | Uint8Array }

/** The revision that goldens name: what is checked out when a test runs is none of their business. */
const REVISION = { name: 'HEAD', commit: '5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed', tree: '', date: '2026-09-30', parents: [] }

// Two items that git knows; the others are not committed yet.
const ADDED: readonly AddedLine[] = [{ date: '2026-06-12', path: 'applications/assistant/evidence/testing.yaml', text: '  - id: red-team-2026-06-10' }, { date: '2026-09-11', path: 'applications/assistant/evidence/testing.yaml', text: '  - id: red-team-2026-09-10' }]

const never = async (): Promise<never> => { throw new Error('no document asks for this') }
const NO_REPOSITORY = { isShallow: async () => false, revision: async () => REVISION, hasTree: never, userEmail: never, mergeBase: never, filesAt: () => { throw new Error('no document asks for this') }, changedFiles: async () => [], addedLines: async (_revision: unknown, below: string, _words: string, tell: (line: AddedLine) => void) => ADDED.filter(({ path }) => path.startsWith(below)).forEach(tell) }

/** Runs one `muster report` on a folder and catches what it writes. */
export async function report(argv: readonly string[], folder: string, today = '2026-09-30'): Promise<{ readonly exit: number; readonly err: string; readonly out: string; readonly files: readonly Rendered[] }> {
  const [out, err, files]: [string[], string[], Rendered[]] = [[], [], []]
  const capture = (into: string[]) => ({ write: async (text: string): Promise<void> => void into.push(text), isTerminal: false })
  const host = {
    ...nodeHost(), cwd: folder, env: {}, out: capture(out), err: capture(err), today: () => today, repository: async (top: string) => ({ ...NO_REPOSITORY, top }),
    builtinLibrary: async () => readFileSync(join(ROOT, 'dist/builtin.json'), 'utf8'), font: () => join(ROOT, 'dist/fonts/DejaVuSans.ttf'),
    writeFile: async (file: string, chunks: AsyncIterable<string | Uint8Array>) => {
      for await (const bytes of chunks) files.push({ file: file.slice('/out/'.length), bytes })
    },
  }
  const exit = await run(['report', ...argv], host)
  return { exit, err: err.join(''), out: out.join(''), files }
}

/** The world of the goldens. */
export const WORLD = join(ROOT, 'test/golden/world')

const ALL = formats.map(({ id }) => id).join(',')

/** Every document of the world in every format, and one of them in German. A binder is a folder, and has a test of its own. */
export async function renderAll(): Promise<readonly Rendered[]> {
  const commands = [
    ...documents.filter(({ id }) => id !== 'binder').flatMap(({ id, about }) => [...(about === 'portfolio' ? [] : [[id, 'assistant']]), ...(about === 'application' ? [] : [[id]])].map((words) => [...words, '--output', '/out'])),
    ['gap', 'assistant', '--language', 'de', '--output', '/out/de'],
  ]
  const rendered: Rendered[] = []
  for (const command of commands) rendered.push(...(await report([...command, '--format', ALL], WORLD)).files)
  return rendered
}
