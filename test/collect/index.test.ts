import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { collectorFor, collectors } from '../../src/collect/index.js'

test('collectors stand sorted by tool, each once', () => {
  const tools = collectors.map((collector) => collector.tool)
  expect(tools).toEqual([...new Set(tools)].sort())
  for (const collector of collectors) {
    expect(collector.metrics).toEqual([...new Set(collector.metrics)].sort())
    expect(collector.summary).toMatch(/^[A-Z].*\.$/)
  }
})

test('a collector is found by its tool alone', () => {
  expect(collectorFor('garak')?.tool).toBe('garak')
  expect([collectorFor('Garak'), collectorFor(''), collectorFor('constructor'), collectorFor('__proto__')]).toEqual([undefined, undefined, undefined, undefined])
})

// A figure that no evidence type defines could be stated by nobody, and nobody could say what it counts.
test('each metric is defined by an evidence type', () => {
  const folder = new URL('../../controls/evidence-types/', import.meta.url)
  const types: readonly { metrics?: readonly { id: string }[] }[] = readdirSync(folder).map((name) => parse(readFileSync(new URL(name, folder), 'utf8')))
  const defined = new Set(types.flatMap((type) => (type.metrics ?? []).map((metric) => metric.id)))
  expect(collectors.flatMap((collector) => collector.metrics).filter((metric) => !defined.has(metric))).toEqual([])
})
