import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { muster, ROOT } from './run-muster.js'

const page = readFileSync(`${ROOT}/docs/catalog.md`, 'utf8')

test('docs/catalog.md names the controls and groups that there are', async () => {
  const { out } = await muster(['list', 'controls', '--format', 'json', '-C', 'examples/portfolio'])
  const controls: readonly { readonly id: string; readonly group: string }[] = JSON.parse(out).controls
  const ids = new Set(controls.map(({ id }) => id))
  expect([...page.matchAll(/\b[A-Z]{3}-\d{2}\b/g)].map(([id]) => id).filter((id) => !ids.has(id))).toEqual([])
  expect(page).toContain(`${controls.length} controls in ${new Set(controls.map(({ group }) => group)).size} groups.`)
  const rows = [...page.matchAll(/^\| (?!Topic|---)([^|]+) \| ([^|]+) \|$/gm)]
  expect(rows).toHaveLength(29)
  for (const [, topic, answered] of rows) expect(answered, topic).toMatch(/^[A-Z]{3}-\d{2}(, [A-Z]{3}-\d{2})*$/)
})
