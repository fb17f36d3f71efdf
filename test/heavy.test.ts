import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './run-muster.js'

const DIST = join(ROOT, 'dist')
const text = (file: string): string => readFileSync(join(DIST, file), 'utf8')

/** The chunks that are loaded with a chunk, without those that it asks for later. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, next = ''] of text(file).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) loadedWith(next, seen)
  return seen
}

/** Words that stand in one package alone, and stay in a bundle. */
const MARKS: Readonly<Record<string, string>> = { 'a Markdown parser': 'tableDelimiterRow', 'an HTML writer': 'allowDangerousHtml', 'a Word writer': 'compatabilityModeVersion', 'a drawing library': 'zlevel', 'a workbook writer': 'applyNumberFormat', 'the sections of documents': 'management-response', 'what git says of decisions': '.gitlab/CODEOWNERS' }

const chunkOf = (command: string): string => readdirSync(DIST).find((file) => new RegExp(`^${command}-[A-Z0-9]{8}\\.js$`).test(file)) ?? ''

describe.each(['cli.js', ...['explain', 'validate', 'gap', 'coverage', 'list', 'completion'].map(chunkOf)])('%s loads nothing that it does not use', (file) => {
  test.each(Object.entries(MARKS))('%s', (_name, mark) => {
    expect(file).not.toBe('')
    expect([...loadedWith(file)].filter((chunk) => text(chunk).includes(mark))).toEqual([])
  })
})

test('the marks are those of the packages: the report loads its parser at once, and each printer when it is asked for', () => {
  const loaded = [...loadedWith(chunkOf('report'))].map(text).join('')
  expect(loaded).toContain(MARKS['a Markdown parser'])
  expect(loaded).toContain(MARKS['the sections of documents'])
  expect(loaded).not.toContain(MARKS['an HTML writer'])
  for (const format of ['to-html', 'to-markdown']) expect([...loadedWith(chunkOf(format))].map(text).join('')).not.toContain(MARKS['a drawing library'])
  for (const mark of ['a Word writer', 'a drawing library', 'a workbook writer']) expect(loaded).not.toContain(MARKS[mark])
  expect([...loadedWith(chunkOf('to-xlsx'))].map(text).join('')).toContain(MARKS['a workbook writer'])
  expect([...loadedWith(chunkOf('quarter-trend'))].map(text).join('')).not.toContain(MARKS['a drawing library'])
  expect([...loadedWith(chunkOf('draw-chart'))].map(text).join('')).toContain(MARKS['a drawing library'])
  expect([...loadedWith(chunkOf('to-html'))].map(text).join('')).toContain(MARKS['an HTML writer'])
  expect([...loadedWith(chunkOf('open-duties'))].map(text).join('')).toContain(MARKS['what git says of decisions'])
  expect([...loadedWith(chunkOf('to-docx'))].map(text).join('')).toContain(MARKS['a Word writer'])
})
