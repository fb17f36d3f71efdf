import { expect, test } from 'vitest'
import { collectMetrics, statedFigures } from '../../src/commands/collect-metrics.js'
import type { Host } from '../../src/host/host.js'
import type { Evidence } from '../../src/schema/types.js'
import { memoryHost } from '../memory-host.js'
import { fixture } from './fixture.js'

const FOLDER = '/work/applications/assistant'
const base: Evidence = { id: 'run', type: 'red-team-result', collected: '2026-09-10', 'submitted-by': 'dana', path: 'artifacts/run.jsonl', sha256: '0'.repeat(64), source: { tool: 'garak' }, metrics: { attempts: 25 } }

function watched(files: Readonly<Record<string, string>>): { readonly host: Host; readonly reads: string[] } {
  const host = memoryHost({ files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text])) })
  const reads: string[] = []
  return { reads, host: { ...host, readTexts: (folder, paths) => (reads.push(...paths), host.readTexts(folder, paths)) } }
}

const without = (...keys: readonly (keyof Evidence)[]): Evidence => {
  const copy = { ...base }
  for (const key of keys) delete copy[key]
  return copy
}

test('reads what the artifact says, by evidence id', async () => {
  const { host, reads } = watched({ 'artifacts/run.jsonl': fixture('garak.report.jsonl'), 'artifacts/scan.json': fixture('trivy.json') })
  const scan: Evidence = { ...base, id: 'scan', type: 'vulnerability-scan', path: 'artifacts/scan.json', source: { tool: 'trivy' }, metrics: { 'open-critical': 0 } }
  expect(await collectMetrics(host, FOLDER, statedFigures([base, scan]))).toEqual(new Map([
    ['run', { 'attack-success-rate': 0.2, attempts: 25 }],
    ['scan', { 'open-critical': 3, 'open-high': 2 }],
  ]))
  expect(reads).toEqual(['artifacts/run.jsonl', 'artifacts/scan.json'])
})

test.each([
  ['has no path', without('path', 'sha256')],
  ['states no metrics', without('metrics')],
  ['names no tool', without('source')],
  ['names a tool without a collector', { ...base, source: { tool: 'people' } }],
  ['states no metric that its collector reads', { ...base, metrics: { 'serious-open': 0, constructor: 1 } }],
])('opens nothing for evidence that %s', async (_, evidence: Evidence) => {
  const { host, reads } = watched({ 'artifacts/run.jsonl': fixture('garak.report.jsonl') })
  expect(await collectMetrics(host, FOLDER, statedFigures([evidence]))).toEqual(new Map())
  expect(reads).toEqual([])
})

test.each([
  ['is not there', undefined],
  ['is too large', '\n'.repeat(1024 * 1024 + 1)],
  ['is not what the tool writes', 'Nothing was found.'],
])('leaves the figures as stated when the file %s', async (_, text) => {
  const { host } = watched(text === undefined ? {} : { 'artifacts/run.jsonl': text })
  expect(await collectMetrics(host, FOLDER, statedFigures([base]))).toEqual(new Map())
})
