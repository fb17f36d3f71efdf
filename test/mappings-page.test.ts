import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { muster, ROOT } from './run-muster.js'

const page = readFileSync(`${ROOT}/docs/mappings.md`, 'utf8')

test('docs/mappings.md argues the ten largest controls that there are', async () => {
  const { out } = await muster(['list', 'mappings', '--largest', '10', '--format', 'json', '-C', 'examples/portfolio'])
  const { largest }: { readonly largest: readonly { readonly control: string; readonly elements: number }[] } = JSON.parse(out)
  const argued = [...page.matchAll(/^\| ([A-Z]{3}-\d{2}) \| (\d+) \| \S/gm)].map(([, control, elements]) => ({ control, elements: Number(elements) }))
  expect(argued).toEqual(largest.map(({ control, elements }) => ({ control, elements })))
})

test('nothing is unmapped, and every full relationship and element outside the catalog has a second reading', async () => {
  const { out } = await muster(['list', 'mappings', '--format', 'json', '-C', 'examples/portfolio'])
  const { mappings }: { readonly mappings: readonly { readonly id: string; readonly unmapped: number; readonly 'second-reading': { readonly wanted: number; readonly done: number } }[] } = JSON.parse(out)
  expect(mappings).toHaveLength(18)
  for (const { id, unmapped, 'second-reading': reading } of mappings) expect({ id, unmapped, unread: reading.wanted - reading.done }).toEqual({ id, unmapped: 0, unread: 0 })
})

test('each published pair that ours does not have has its reason, and each excess is argued', async () => {
  const { out } = await muster(['crosswalk', '--published', '--format', 'json', '-C', 'examples/portfolio'])
  const { crosswalks }: { readonly crosswalks: readonly { readonly targets: Readonly<Record<string, { readonly reached: boolean; readonly argued?: boolean }>>; readonly disagreements: readonly { readonly remarks?: string }[] }[] } = JSON.parse(out)
  expect(crosswalks).toHaveLength(6)
  for (const { targets, disagreements } of crosswalks) {
    expect(disagreements.filter(({ remarks }) => remarks === undefined)).toEqual([])
    for (const target of Object.values(targets)) if ('argued' in target) expect(target.reached || target.argued).toBe(true)
  }
})
