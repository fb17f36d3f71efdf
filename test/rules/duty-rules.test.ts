import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dutiesFor, dutiesOf } from '../../src/commands/duties.js'
import { assessPortfolio } from '../../src/commands/assess-portfolio.js'
import { openWorkspace } from '../../src/commands/workspace.js'
import { dutyRules } from '../../src/rules/duty-rules.js'
import type { ExampleCommit, ExampleFiles } from '../../src/rules/rule.js'
import { compareDiagnostics, type Diagnostic } from '../../src/source/diagnostic.js'
import { filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'
import { commitOf, type MemoryRevision } from '../memory-repository.js'

const base = filesBelow(fileURLToPath(new URL('./base', import.meta.url)))
const show = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map((d) => `${d.place.file}:${d.place.range.start.line}:${d.place.range.start.column} ${d.severity} ${d.code}: ${d.message} | ${d.hint}`)

/** All diagnostics after two commits over the base, which `since` leaves out. */
async function found(previous: ExampleFiles, before: ExampleCommit, files: ExampleFiles, commit: ExampleCommit): Promise<readonly string[]> {
  const revisions: Record<string, MemoryRevision> = { base: { files: base }, one: { files: { ...base, ...previous }, parent: 'base', ...before }, two: { files: { ...base, ...files }, parent: 'one', ...commit } }
  const host = memoryHost({ files: { ...base, ...files }, git: { revisions, names: { HEAD: 'two' } } })
  const workspace = await openWorkspace(host, { folder: host.cwd })
  const duties = await dutiesFor(host, workspace)
  const diagnostics = [...workspace.diagnostics, ...(duties?.shared ?? [])]
  for await (const outcome of assessPortfolio(host, workspace, { asOf: '2026-09-30', gapSeverity: 'warning' })) diagnostics.push(...outcome.diagnostics, ...outcome.gaps, ...(await dutiesOf(duties, outcome)))
  return show(diagnostics.sort(compareDiagnostics))
}

test('the rules about commits stand in the order of their codes', () => {
  const codes = dutyRules.map((rule) => rule.code)
  expect(codes).toEqual([...new Set(codes)].sort())
})

test('the commit that the examples begin after is that of the base', () => {
  for (const { bad } of dutyRules) expect(bad['muster.yaml']).toContain(`since: ${commitOf('base')}`)
})

describe.each(dutyRules.map((rule) => [rule.code, rule] as const))('%s', (code, { previous, commits, bad, good }) => {
  test('its bad example gives exactly this diagnostic', async () => {
    const said = await found(previous, commits.previous, bad, commits.bad)
    expect(said.map((line) => line.split(' ')[2]), said.join('\n')).toEqual([`${code}:`])
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`./snapshots/${code}.txt`)
  })
  test('its good example gives nothing', async () => expect(await found(previous, commits.previous, good, commits.good)).toEqual([]))
})
