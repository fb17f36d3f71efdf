import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { json } from '../../src/reporters/json.js'
import { builtinDiagnostic, context, diagnosticAt, manyDiagnostics } from './make-diagnostic.js'

type Schema = { readonly description?: string; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema }

// What JSON.parse gives is checked by the tests that use it.
const schema = JSON.parse(readFileSync(new URL('../../src/schema/output/validate.schema.json', import.meta.url), 'utf8')) as Schema
const ajv = new Ajv.default({ strict: true, allErrors: true })
addFormats.default(ajv, ['date', 'uri'])
const validate = ajv.compile(schema)

const { place } = diagnosticAt('TST-03')
const full = diagnosticAt('2026-01-10', {
  related: [{ message: 'The control asks for it.', place }],
  about: { application: 'support-assistant', control: 'TST-03', objective: 'TST-03.a', evidence: 'red-team-2026-01-10', component: 'llm', severity: 'high', 'accepted-until': '2026-12-31' },
})

test('the whole text', async () => {
  await expect(json.render([full, builtinDiagnostic], context)).toMatchFileSnapshot('./json.snap.txt')
})

test('none', () => {
  expect(json.render([], context)).toBe(
    '{\n  "schema-version": "1.0.0",\n  "tool": {\n    "name": "muster",\n    "version": "0.1.0"\n  },\n  "command": "validate",\n  "diagnostics": [],\n  "totals": {\n    "error": 0,\n    "warning": 0,\n    "note": 0\n  }\n}\n',
  )
})

describe('the contract', () => {
  test.each(Object.entries({ none: [], full: [full], builtin: [builtinDiagnostic], many: manyDiagnostics(6000, { severity: 'note' }) }))('holds for %s', (_name, diagnostics) => {
    validate(JSON.parse(json.render(diagnostics, context)))
    expect(validate.errors ?? []).toEqual([])
  })

  test('allows keys that are not in it yet', () => {
    const output = JSON.parse(json.render([full], context))
    expect(validate({ ...output, later: 1, diagnostics: [{ ...output.diagnostics[0], later: 1 }] })).toBe(true)
  })

  test.each(['schema-version', 'tool', 'command', 'diagnostics', 'totals'])('wants %s', (key) => {
    const { [key]: _left, ...output } = JSON.parse(json.render([full], context))
    expect(validate(output)).toBe(false)
  })

  test('describes every key, and the reporter writes no other', () => {
    const output = JSON.parse(json.render([full], context))
    expect(undescribed(schema, '')).toEqual([])
    expect(unknownKeys(schema, output, '')).toEqual([])
  })
})

test('prose is made plain', () => {
  const escape = '\u001b[31m'
  const related = [{ message: escape, place }]
  const [diagnostic] = JSON.parse(json.render([{ ...full, message: escape, hint: escape, related, excerpt: { line: 1, lines: [escape], shift: 0 } }], context)).diagnostics
  const made = '\ufffd[31m'
  expect(diagnostic).toMatchObject({ message: made, hint: made, related: [{ message: made }], excerpt: { lines: [made] } })
})

test('nothing but the contract leaves: what a diagnostic carries beside it stays', () => {
  const carried = { ...full, place: { ...full.place, secret: 1 }, secret: 1 }
  expect(json.render([carried], context)).not.toContain('secret')
})

function undescribed(part: Schema, path: string): readonly string[] {
  const children = [...Object.entries(part.properties ?? {}), ...(part.items ? [['[]', part.items] as const] : [])]
  return [...(part.description ? [] : [path]), ...children.flatMap(([key, child]) => undescribed(child, `${path}/${key}`))]
}

function unknownKeys(part: Schema, value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (part.items ? unknownKeys(part.items, item, `${path}[]`) : []))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => {
    const known = part.properties?.[key]
    return known ? unknownKeys(known, child, `${path}/${key}`) : [`${path}/${key}`]
  })
}
