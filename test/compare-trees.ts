import { openComparison, type Comparison } from '../src/commands/open-comparison.js'
import { openWorkspace } from '../src/commands/workspace.js'
import { memoryHost, type MemoryHost } from './memory-host.js'

type Files = Readonly<Record<string, string>>

/** A repository in memory with one revision, `then`, and other files in its working tree. */
export const changedHost = (previous: Files, current: Files): MemoryHost =>
  memoryHost({ files: current, git: { revisions: { then: { files: previous, date: '2026-09-01' } }, names: { HEAD: 'then' } } })

/** Compares two trees of files as `muster compare then` does, and what is wrong with the second by itself. */
export async function compareTrees(previous: Files, current: Files): Promise<{ readonly comparison: Comparison; readonly wrong: readonly string[] }> {
  const host = changedHost(previous, current)
  const workspace = await openWorkspace(host, { folder: host.cwd })
  return { comparison: await openComparison(host, {}, workspace, 'then'), wrong: workspace.diagnostics.map(({ code, message }) => `${code}: ${message}`) }
}
