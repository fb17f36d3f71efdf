import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Imported } from '../../src/collect/imported.js'
import { readOscalCatalog } from '../../src/collect/read-oscal-catalog.js'

// In the shape of the OSCAL 1.2.3 catalog schema, against which it was checked when it was written.
const catalog = readFileSync(new URL('./import/catalog.json', import.meta.url), 'utf8')
const entries = (read: Imported): Extract<Imported, { readonly entries: unknown }> => ('entries' in read ? read : expect.fail(read.problems.map((problem) => problem.message).join('\n')))
const problems = (text: string): readonly string[] => { const read = readOscalCatalog(text); return 'problems' in read ? read.problems.map((problem) => `${problem.at} ${problem.message}`) : [] }

test('groups and controls, by their plain label, with the group above', () => {
  const { entries: found, title, version, published } = entries(readOscalCatalog(catalog))
  expect([title, version, published]).toEqual(['Demonstration catalog', '1.0.0', '2026-01-05'])
  expect(found.map(({ id, kind, parent, title: name, withdrawn }) => [id, kind, parent, name, withdrawn])).toEqual([
    ['1', 'chapter', undefined, 'Testing', undefined], ['1.1', 'clause', '1', 'Test it', undefined], ['1.2', 'clause', '1', 'Write it down', undefined],
    ['1.3', 'clause', '1', 'Print it', undefined], ['1.4', 'clause', '1', 'Sign it', undefined], ['1.5', 'clause', '1', 'File it', true],
  ])
  expect(found.map((entry) => entry.at).slice(0, 2)).toEqual(['/catalog/groups/0', '/catalog/groups/0/controls/0'])
})

test('a statement with its items, and nothing that is no part of it', () => {
  const { entries: found } = entries(readOscalCatalog(catalog))
  expect(found.map((entry) => entry.text)).toEqual(['About testing.', 'The application is tested.\na. Before each release.\nb. After each change of {{ insert: param, p-1 }}.', 'What was tested is written down.', 'The result is printed.', undefined, 'The print is filed.'])
})

test('without a label the id is the identifier', () => {
  const { entries: found } = entries(readOscalCatalog(JSON.stringify({ catalog: { controls: [{ id: 'ac-1', title: 'T', controls: [{ id: 'ac-1.1', title: 'U' }] }] } })))
  expect(found).toEqual([{ id: 'ac-1', kind: 'control', title: 'T', at: '/catalog/controls/0' }, { id: 'ac-1.1', kind: 'control', title: 'U', parent: 'ac-1', at: '/catalog/controls/0/controls/0' }])
})

test('what is no catalog in JSON', () => {
  expect(problems('<catalog/>')).toEqual(['1 The file is XML, and an OSCAL catalog in JSON is wanted.'])
  expect(problems('{ "catalog": ')).toEqual(['1 The file is not valid JSON.'])
  expect(problems('{ "profile": {} }')).toEqual(['/ The file has no `catalog`, but `profile`.'])
  expect(problems('[]')).toEqual(['/ The file has no `catalog`.'])
  expect(problems('{ "catalog": { "groups": {} } }')).toEqual(['/catalog The catalog has neither groups nor controls.'])
})

test('hostile shapes come to an end', () => {
  let deep: unknown = { id: 'x', title: 'X' }
  for (let level = 0; level < 2000; level++) deep = { id: `g${level}`, controls: [deep], parts: [{ name: 'statement', prose: 'p', parts: [{ name: 'item', parts: 7 }] }] }
  expect(entries(readOscalCatalog(JSON.stringify({ catalog: { controls: [deep, null, 3, { id: 7 }] } }))).entries.length).toBeLessThan(30)
})
