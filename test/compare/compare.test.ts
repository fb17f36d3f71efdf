// Two small trees for each rule about changes, compared as `muster compare` does; what it writes stands beside them.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { changeRules } from '../../src/rules/change-rules.js'
import { filesBelow } from '../check-files.js'
import { changedHost } from '../compare-trees.js'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const codes = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()

test('every rule about changes has its trees, and no tree is without a rule', () => {
  expect(codes).toEqual(changeRules.map((rule) => rule.code))
  for (const code of codes) for (const tree of ['previous', 'current']) expect(existsSync(join(HERE, code, tree, 'muster.yaml')), `${code}/${tree}`).toBe(true)
})

describe.each(codes)('%s', (code) => {
  const [previous, current] = (['previous', 'current'] as const).map((tree) => filesBelow(join(HERE, code, tree))) as [Record<string, string>, Record<string, string>] // two of two
  const severity = changeRules.find((rule) => rule.code === code)?.severity
  test('is told, with what it touches', async () => {
    const host = changedHost(previous, current)
    expect(await run(['compare', 'then'], host), host.stderr()).toBe(severity === 'error' ? 1 : 0)
    expect(host.stderr()).toBe('')
    expect(host.stdout()).toContain(`${severity} ${code}\n`)
    await expect(host.stdout()).toMatchFileSnapshot(join(HERE, code, 'expected.txt'))
  })
  test('is not told where nothing changed', async () => {
    for (const tree of [previous, current]) {
      const host = changedHost(tree, tree)
      expect(await run(['compare', 'then'], host), host.stderr()).toBe(0)
      expect(host.stdout()).toMatch(/^Nothing of the catalog is otherwise than in then \([0-9a-f]{12} of 2026-09-01\)\.\n$/)
    }
  })
})
