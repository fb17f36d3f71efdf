import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.js'
import { checkFiles, filesBelow } from '../check-files.js'

const base = filesBelow(fileURLToPath(new URL('./base', import.meta.url)))
const show = (diagnostics: Awaited<ReturnType<typeof checkFiles>>): readonly string[] =>
  diagnostics.map((d) => `${d.place.file}:${d.place.range.start.line}:${d.place.range.start.column} ${d.severity} ${d.code}: ${d.message} | ${d.hint}`)

test('the base has nothing wrong with it', async () => {
  expect(show(await checkFiles(base))).toEqual([])
})

describe.each(rules.filter((rule) => rule.kind !== 'change' && rule.kind !== 'duty').map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const beside = rule.beside === undefined ? [] : [rule.beside]
  test('its bad example gives exactly this diagnostic', async () => {
    const found = await checkFiles({ ...base, ...rule.bad }, rule.asOf)
    expect(found.map((diagnostic) => diagnostic.code).sort(), show(found).join('\n')).toEqual([code, ...beside].sort())
    await expect(show(found).join('\n') + '\n').toMatchFileSnapshot(`./snapshots/${code}.txt`)
  })
  test('its good example gives nothing', async () => {
    const found = await checkFiles({ ...base, ...rule.good }, rule.asOf)
    expect(found.map((diagnostic) => diagnostic.code), show(found).join('\n')).toEqual(beside)
  })
})
