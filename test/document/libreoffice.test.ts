import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDocx } from '../../src/document/docx/to-docx.js'
import { renderAll } from '../golden/render-documents.js'
import { hostileTree, REMARKS } from './hostile-tree.js'

const found = (...paths: readonly (string | undefined)[]): string | undefined => paths.find((path) => path !== undefined && existsSync(path))
const SOFFICE = found(process.env['SOFFICE'], '/usr/bin/soffice', '/usr/bin/libreoffice')
const PDFTOTEXT = found('/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext')
const IS_THERE = SOFFICE !== undefined && PDFTOTEXT !== undefined

if (!IS_THERE) {
  test('NOT CHECKED: there is no LibreOffice here (apt-get install libreoffice-writer poppler-utils, or name one in SOFFICE), so no Word document was opened', () => {
    console.warn('There is no LibreOffice with pdftotext here: the Word documents were not opened. Install them (apt-get install libreoffice-writer poppler-utils), or name one in SOFFICE.')
    expect(IS_THERE).toBe(false)
  })
}

describe.runIf(IS_THERE)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-docx-'))
  const files: string[] = []

  beforeAll(async () => {
    for (const { file, bytes } of [...(await renderAll()).filter((one) => one.file.endsWith('.docx')), { file: 'hostile.docx', bytes: await toDocx(hostileTree) }]) {
      const name = file.replaceAll('/', '-')
      writeFileSync(join(folder, name), bytes)
      files.push(name)
    }
    execFileSync(SOFFICE ?? '', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files.map((name) => join(folder, name))], { stdio: 'ignore' })
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The text of each page. */
  const pagesOf = (name: string): readonly string[] => execFileSync(PDFTOTEXT ?? '', [join(folder, name.replace(/\.docx$/, '.pdf')), '-'], { encoding: 'utf8', maxBuffer: 2 ** 27 }).split('\f').slice(0, -1)

  test('every document opens, and has something on each page, with its number and those of all', () => {
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      const pages = pagesOf(file)
      expect(pages.length, file).toBeGreaterThan(0)
      for (const [index, page] of pages.entries()) {
        expect(page, file).toMatch(new RegExp(`(Page ${index + 1} of|Seite ${index + 1} von) ${pages.length}\\b`))
        // Header and footer are three lines: a page with no more is empty.
        expect(page.split('\n').filter((line) => line.trim() !== '').length, `${file}, page ${index + 1}`).toBeGreaterThan(3)
      }
    }
  })
  test('the summary is one page', () => expect([pagesOf('summary.docx').length, pagesOf('summary-assistant.docx').length]).toEqual([1, 1]))
  test('each page of the Cyber AI Profile says that it is a draft', () => {
    for (const page of [...pagesOf('cyber-ai-profile.docx'), ...pagesOf('cyber-ai-profile-assistant.docx')]) expect(page.replace(/\s+/g, ' ')).toMatch(/draft\. What it says may change/)
  })
  test('what is hostile is text', () => {
    // Lines are broken anywhere in a cell, and letters of some scripts come out in another order: what is left without white space is compared.
    const bare = (words: string): string => words.replace(/[\s\ufffd|]+/g, '')
    const all = bare(pagesOf('hostile.docx').join(''))
    for (const [name, [, seen]] of Object.entries(REMARKS)) if (!['emoji', 'right to left'].includes(name)) expect(all, name).toContain(bare(seen).slice(0, 60))
    expect(all).toContain('allgood')
    // A word of ten thousand letters goes on over lines and pages, in a cell as well as anywhere else, and is cut off nowhere.
    expect(all.match(/x{20,}/g)?.join('').length).toBeGreaterThan(95_000)
  })
})
