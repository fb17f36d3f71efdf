import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { goldenOf } from './golden-of.js'
import { renderAll, type Rendered } from './render-documents.js'

const DOCUMENTS = fileURLToPath(new URL('./documents', import.meta.url))

// To write them anew: `npm run generate:golden`, then read every line of the difference.
let rendered: readonly Rendered[] = []
let goldens: ReadonlyMap<string, string> = new Map()
beforeAll(async () => {
  rendered = await renderAll()
  goldens = new Map(rendered.map(goldenOf).map(({ file, text }) => [file, text]))
}, 120_000)

const onDisk = (): readonly string[] => readdirSync(DOCUMENTS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(DOCUMENTS.length + 1)).sort()

test('each document has its golden, and no golden is an orphan', () => {
  expect(onDisk()).toEqual([...goldens.keys()].sort())
})

describe('is the same, byte for byte', () => {
  test.each(onDisk())('%s', (file) => {
    expect(goldens.get(file)).toBe(readFileSync(join(DOCUMENTS, file), 'utf8'))
  })
})

test('comes out the same a second time', async () => {
  const again = await renderAll()
  expect(again.map(({ file, bytes }) => [file, Buffer.from(bytes as Uint8Array)])).toEqual(rendered.map(({ file, bytes }) => [file, Buffer.from(bytes as Uint8Array)])) // a text is bytes to Buffer.from as well
}, 120_000)
