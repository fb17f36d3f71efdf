// Not a test: run by `npm run generate:golden`, which a person starts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { goldenOf } from './golden-of.js'
import { renderAll } from './render-documents.js'

const DOCUMENTS = fileURLToPath(new URL('./documents', import.meta.url))

test('writes the goldens', async () => {
  const rendered = await renderAll()
  rmSync(DOCUMENTS, { recursive: true, force: true })
  for (const { file, text } of rendered.map(goldenOf)) {
    mkdirSync(dirname(join(DOCUMENTS, file)), { recursive: true })
    writeFileSync(join(DOCUMENTS, file), text)
    console.log(`wrote test/golden/documents/${file}`)
  }
  expect(rendered.length).toBeGreaterThan(0)
}, 120_000)
