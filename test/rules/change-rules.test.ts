import { expect, describe, test } from 'vitest'
import { changeRules } from '../../src/rules/change-rules.js'
import { compareTrees } from '../compare-trees.js'

const MUSTER = { 'muster.yaml': 'title: Example organization\ncatalog: [builtin, .]\n' }

test('the rules about changes stand in the order of their codes', () => {
  const codes = changeRules.map((rule) => rule.code)
  expect(codes).toEqual([...new Set(codes)].sort())
})

describe.each(changeRules.map((rule) => [rule.code, rule] as const))('%s', (code, { previous, bad, good }) => {
  const found = async (current: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { comparison, wrong } = await compareTrees({ ...MUSTER, ...previous }, { ...MUSTER, ...current })
    expect({ wrong, uncompared: comparison.uncompared }).toEqual({ wrong: [], uncompared: [] })
    return comparison.diagnostics.map((d) => `${d.place.file}:${d.place.range.start.line}:${d.place.range.start.column} ${d.severity} ${d.code}: ${d.message} | ${d.hint}`)
  }
  test('its bad example gives exactly this diagnostic', async () => {
    const said = await found(bad)
    expect(said.map((line) => line.split(' ')[2]), said.join('\n')).toEqual([`${code}:`])
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`./snapshots/${code}.txt`)
  })
  test('its good example gives nothing', async () => expect(await found(good)).toEqual([]))
  test('what did not change gives nothing', async () => {
    for (const files of [previous, bad, good]) {
      const { comparison } = await compareTrees({ ...MUSTER, ...files }, { ...MUSTER, ...files })
      expect(comparison.diagnostics).toEqual([])
    }
  })
})
