import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { documents } from '../../src/document/documents.js'
import { formats } from '../../src/document/printers.js'
import { extractors } from './facts.js'
import { ROOT } from '../run-muster.js'
import { renderAll, report, type Rendered } from './render-documents.js'

let rendered: readonly Rendered[] = []
beforeAll(async () => { rendered = await renderAll() }, 120_000)

const bytesOf = (file: string): string | Uint8Array => rendered.find((candidate) => candidate.file === file)?.bytes ?? ''
const extension = (file: string): string => file.slice(file.lastIndexOf('.') + 1)

test('every format has an extractor', () => expect(Object.keys(extractors).sort()).toEqual(formats.map(({ id }) => id).sort()))

test('every document is there in every format', () => {
  const stems = [...new Set(rendered.filter(({ file }) => extension(file) !== 'svg').map(({ file }) => file.slice(0, file.lastIndexOf('.'))))]
  expect(stems.length).toBeGreaterThan(documents.length)
  for (const stem of stems) for (const { id } of formats) expect(rendered.map(({ file }) => file)).toContain(`${stem}.${id}`)
})

test('every chart has its file beside the Markdown, and no file is without one', () => {
  const shown = rendered.filter(({ file }) => extension(file) === 'md').flatMap(({ file, bytes }) => [...String(bytes).matchAll(/^!\[[^\n]+\]\(([^)]+)\)$/gm)].map(([, name = '']) => `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`))
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.sort()).toEqual(rendered.map(({ file }) => file).filter((file) => extension(file) === 'svg').sort())
})

describe('the facts are the same in every format', () => {
  test.each(formats.filter(({ id }) => id !== 'md').map(({ id }) => id))('md and %s', (id) => {
    const stems = rendered.filter(({ file }) => extension(file) === id).map(({ file }) => file.slice(0, -id.length - 1))
    expect(stems.length).toBeGreaterThan(0)
    for (const stem of stems) {
      const [markdown, other] = [extractors['md']?.(bytesOf(`${stem}.md`)) ?? [], extractors[id]?.(bytesOf(`${stem}.${id}`)) ?? []]
      expect(other, stem).toEqual(markdown)
      expect(markdown.length, stem).toBeGreaterThan(20)
    }
  })
})

// The world is small; the worked example has what is told once for many: unanswered controls, and changes since a closed quarter.
test('the gap report of the worked example has the same facts in every format', async () => {
  const { files } = await report(['gap', '--format', formats.map(({ id }) => id).join(','), '--output', '/out'], join(ROOT, 'examples/portfolio'), '2026-11-21')
  const factsIn = (id: string): readonly string[] => extractors[id]?.(files.find(({ file }) => file === `gap.${id}`)?.bytes ?? '') ?? []
  const markdown = factsIn('md')
  for (const caption of ['Mended, broken, expired or accepted', 'Changed by the catalog, the day or the facts, by control', 'Not answered: why and where', 'Controls that are not answered']) expect(markdown.filter((fact) => fact.startsWith(`${caption} › `)).length, caption).toBeGreaterThan(10)
  for (const { id } of formats) expect(factsIn(id), id).toEqual(markdown)
}, 120_000)

// What a reader must find: said here apart from the sections, so that a table that loses its rows everywhere is missed.
test('the gap report holds what the world says', () => {
  const facts = (extractors['md']?.(bytesOf('gap-assistant.md')) ?? []).join('\n')
  for (const fact of [
    'Gaps › 2 › Control: TST-01 Red teaming', 'Gaps › 2 › Objective: TST-01.a', 'Gaps › 2 › Evidence: red-team-2026-09-10', 'Gaps › 2 › Where: applications/assistant/evidence/testing.yaml:46', 'Gaps › 2 › Due: 2026-09-29',
    'Gaps › 2 › Reason: red-team-2026-09-10 has attack-success-rate 0.07, and at most 0.05 is asked for', 'TST-01 Red teaming › 3 › Stated: It came in with a release and was not seen as a model.',
    'Exceptions › 1 › State: in force', 'Exceptions › 2 › State: expired', 'Evidence register › 2 › State: fail', 'Controls by state › 1 › Open gaps: 2',
  ]) expect(facts).toContain(fact)
})
