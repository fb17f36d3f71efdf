import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assessPortfolio } from '../src/commands/assess-portfolio.js'
import { openWorkspace } from '../src/commands/workspace.js'
import { compareDiagnostics, type Diagnostic } from '../src/source/diagnostic.js'
import { memoryHost } from './memory-host.js'

/** Files below a folder, by relative path. */
export const filesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

/** All diagnostics of a governance repository in memory, as `muster validate` finds them. */
export async function checkFiles(files: Readonly<Record<string, string>>, asOf = '2026-09-30'): Promise<readonly Diagnostic[]> {
  const host = memoryHost({ files })
  const workspace = await openWorkspace(host, { folder: host.cwd })
  const found: Diagnostic[] = [...workspace.diagnostics]
  if (found.some((diagnostic) => diagnostic.severity === 'error')) return found
  for await (const outcome of assessPortfolio(host, workspace, { asOf, gapSeverity: 'warning' })) found.push(...outcome.diagnostics, ...outcome.gaps)
  return found.sort(compareDiagnostics)
}
