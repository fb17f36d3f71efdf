// The corpora under .bench/: written when they are not there, or when what writes them has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'

const BENCH = fileURLToPath(new URL('.', import.meta.url))
export const FOLDER = join(BENCH, '../.bench')

const writers = readdirSync(BENCH).sort().map((name) => readFileSync(join(BENCH, name)))
const version = [...writers, readFileSync(join(BENCH, '../src/model/digest.ts'))].reduce((hash, bytes) => hash.update(bytes), createHash('sha256')).digest('hex')

/** A corpus of so many applications, with a catalog of its own or answering the built-in one: its folder and what it holds. */
export function corpusOf(applications, catalog = 'own') {
  const folder = join(FOLDER, `${catalog === 'own' ? 'portfolio' : catalog}-${applications}`)
  const note = `${folder}.json`
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined
  if (known?.version === version) return known
  mkdirSync(FOLDER, { recursive: true })
  console.error(`Writing a portfolio of ${applications} applications …`)
  const corpus = { folder, version, ...generate(folder, applications, catalog) }
  writeFileSync(note, JSON.stringify(corpus))
  return corpus
}
