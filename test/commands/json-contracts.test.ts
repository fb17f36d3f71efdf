import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const base = filesBelow(join(ROOT, 'test/rules/base'))
const schemaOf = (name: string): object => JSON.parse(readFileSync(join(ROOT, `src/schema/output/${name}.schema.json`), 'utf8'))

async function json(argv: readonly string[], files: Readonly<Record<string, string>> = base): Promise<Record<string, never>> {
  const host = memoryHost({ files })
  await run([...argv, '--format', 'json'], host)
  return JSON.parse(host.stdout())
}

const wrong = (name: string, value: unknown): string => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  formats.default(ajv)
  const validate = ajv.compile(schemaOf(name))
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

describe('what is written has the shape that the schemas and docs/formats.md promise', () => {
  test.each([
    ['gap', ['gap']],
    ['gap', ['gap', 'assistant', '--as-of', '2027-03-01']],
    ['gap', ['gap', '--framework', 'demo-1']],
    ['coverage', ['coverage', 'demo-1']],
    ['coverage', ['coverage', 'demo-1', '--application', 'assistant']],
    ['coverage', ['coverage', 'demo-1', '--portfolio']],
    ['coverage', ['coverage']],
    ['list', ['list', 'frameworks']], ['list', ['list', 'controls']], ['list', ['list', 'applications']], ['list', ['list', 'evidence-types']], ['list', ['list', 'rules']], ['list', ['list', 'documents']], ['list', ['list', 'sections']], ['list', ['list', 'characteristics']],
    ['list', ['list', 'elements', '--framework', 'demo-1']],
    ['explain', ['explain', 'stale-evidence']], ['explain', ['explain', 'TST-01']], ['explain', ['explain', '1.1']], ['explain', ['explain', 'demo-1']], ['explain', ['explain', 'assistant']], ['explain', ['explain', 'red-team-2026-09-10']], ['explain', ['explain', 'red-team-result']], ['explain', ['explain', 'agentic']],
    ['validate', ['validate']],
  ])('%s: muster %j', async (name, argv) => {
    const value = await json(argv)
    expect(wrong(name, value)).toBe('')
    expect(value['schema-version']).toMatch(/^1\./)
  })
  test('a broken application, in gap', async () => {
    const value = await json(['gap'], { ...base, 'applications/assistant/evidence/x.yaml': 'implementations: [' })
    expect(wrong('gap', value)).toBe('')
    const assistant = (value['applications'] as readonly { readonly id: string; readonly assessed: boolean; readonly diagnostics: readonly { readonly code: string }[] }[]).find((application) => application.id === 'assistant')
    expect(assistant).toMatchObject({ assessed: false, 'risk-tier': null, findings: [], diagnostics: [{ code: 'yaml-syntax' }] })
  })
  test('the check can fail', () => expect(wrong('gap', { 'schema-version': '2.0.0' })).not.toBe(''))
})

test('a list stands under the name of its kind', async () => {
  for (const kind of ['frameworks', 'controls', 'applications', 'evidence-types', 'rules', 'characteristics', 'documents', 'sections']) expect(Array.isArray((await json(['list', kind]))[kind]), kind).toBe(true)
})

test('the totals of coverage are those of its elements', async () => {
  const value = (await json(['coverage', 'demo-1', '--application', 'assistant'])) as unknown as { readonly totals: Readonly<Record<string, number>>; readonly elements: readonly { readonly state: string }[] }
  const counted: Record<string, number> = {}
  for (const element of value.elements) counted[element.state] = (counted[element.state] ?? 0) + 1
  expect(Object.fromEntries(Object.entries(value.totals).filter(([, count]) => count > 0))).toEqual(counted)
})

test('two runs write the same bytes', async () => {
  const once = async (): Promise<string> => {
    const host = memoryHost({ files: base })
    await run(['gap', '--format', 'json'], host)
    return host.stdout()
  }
  expect(await once()).toBe(await once())
})
