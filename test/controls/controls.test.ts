import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/model/doc.js'
import { kindOfLibraryFile, sortLibraryDocs } from '../../src/read/library-files.js'
import { linkLibrary } from '../../src/read/link-library.js'
import { readFile } from '../../src/read/read-file.js'
import type { ControlExamples } from '../../src/schema/types.js'
import { forExamples, runExample } from './run-example.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const docs: Doc<unknown>[] = []
const examples: ControlExamples[] = []
for (const name of readdirSync(join(ROOT, 'controls'), { recursive: true, encoding: 'utf8' }).sort()) {
  const file = `controls/${name.replaceAll('\\', '/')}`
  const kind = kindOfLibraryFile(file)
  if (kind === undefined) continue
  const { value, diagnostics } = readFile(file, { text: readFileSync(join(ROOT, file), 'utf8') }, kind)
  if (diagnostics.length > 0) throw new Error(`${file}: ${diagnostics.map((d) => `${d.place.range.start.line}: ${d.message}`).join('; ')}`)
  if (value?.kind === 'examples') examples.push(value.data as ControlExamples) // its kind says so
  else if (value) docs.push(value)
}
const library = forExamples(linkLibrary({ title: 'Examples' }, sortLibraryDocs(docs)))

describe.each([...library.controls.values()].map(({ control }) => [control.id, control] as const))('%s', (id, control) => {
  const own = examples.find((candidate) => candidate.control === id)?.examples ?? []
  test.each(own.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const finding = runExample(library, control, example)
    const kinds = [...new Set(finding.reasons.map((reason) => reason.kind))].sort()
    expect({ state: finding.state, reasons: kinds }, JSON.stringify(finding.reasons, null, 1)).toEqual({ state: example.expect.state, reasons: [...(example.expect.reasons ?? [])].sort() })
  })
  test('has a satisfied and a not-satisfied example, or is not asked yet', () => {
    const states = own.map((example) => example.expect.state)
    if (control.status === 'withdrawn' || control.status === 'draft') return expect(states.length).toBeGreaterThanOrEqual(0)
    expect(states).toContain('satisfied')
    expect(states).toContain('not-satisfied')
  })
})
