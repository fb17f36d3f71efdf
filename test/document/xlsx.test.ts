import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heading, paragraph, table, text } from '../../src/document/nodes.js'
import type { Block, ColumnKind, DocumentTree } from '../../src/document/tree.js'
import { columnLetters } from '../../src/document/xlsx/column-letters.js'
import { toXlsx } from '../../src/document/xlsx/to-xlsx.js'
import { readXlsx, shownRows, type ReadSheet } from '../golden/read-xlsx.js'
import { renderAll } from '../golden/render-documents.js'
import { hostileTree, REMARKS } from './hostile-tree.js'

const treeOf = (children: readonly Block[], more: Partial<DocumentTree['data']['document']> = {}): DocumentTree => ({ ...hostileTree, children: [heading(1, 'title', 'Title'), ...children] as DocumentTree['children'], data: { document: { ...hostileTree.data.document, organization: 'Acme', title: 'Title', ...more } } })
const one = (kind: ColumnKind, cells: readonly string[]): Block => table({ id: 'table', caption: 'Table', columns: [{ key: 'a', kind }] }, ['A'], cells.map((cell) => [cell]))
const sheetsOf = async (tree: DocumentTree): Promise<readonly ReadSheet[]> => readXlsx(await toXlsx(tree))
const named = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
  const found = sheets.find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`no sheet ${name} among ${sheets.map((sheet) => sheet.name).join(', ')}`)
  return found
}
const column = (sheet: ReadSheet): readonly string[] => sheet.cells.filter(({ row, shown }) => row > 1 && shown !== '').map(({ kind, shown }) => `${kind} ${shown}`)

// What nobody may put into a cell and hold that it is text, beside what every printer is given.
const ODD = ['constructor', '__proto__', 'toString', '\ue000constructor', '_x0041_', '_x005F_', '=1+1', '@SUM(1)', '+1', '-1', "'quoted", '\tTab', '1e5', '007', '2026-09-30', 'TRUE', '#REF!', '</t></si><si><t>x', '&amp;', '{=1}']

describe('types', () => {
  test('a date is a date, and everything else in its column is text', async () => {
    expect(column(named(await sheetsOf(treeOf([one('date', ['2026-09-30', 'not stated', '2026-02-30', '1899-01-01', '1900-03-01', '=1', ''])])), 'Table'))).toEqual(['date 2026-09-30', 'text not stated', 'text 2026-02-30', 'text 1899-01-01', 'date 1900-03-01', 'text =1'])
  })
  test('a figure is a number as it is written, and text where a spreadsheet would round it', async () => {
    expect(column(named(await sheetsOf(treeOf([one('number', ['0.07', '0.070', '-12', '1234567890123456', '1e5', '007', '=1', 'Infinity'])])), 'Table'))).toEqual(['number 0.07', 'number 0.070', 'number -12', 'text 1234567890123456', 'text 1e5', 'text 007', 'text =1', 'text Infinity'])
    expect(column(named(await sheetsOf(treeOf([one('count', ['0', '42', 'x'])])), 'Table'))).toEqual(['number 0', 'number 42', 'text x'])
  })
  test('what stands in a column of text stays text', async () => {
    expect(column(named(await sheetsOf(treeOf([one('text', ODD)])), 'Table'))).toEqual(ODD.map((odd) => `text ${odd.replace(/\s+/g, ' ').trim()}`))
  })
})

test('a cell holds what a cell can, and says that there was more', async () => {
  for (const long of ['x'.repeat(40_000), '\u{1f600}'.repeat(20_000), '_x0041_'.repeat(6000)]) {
    const [cell = ''] = column(named(await sheetsOf(treeOf([one('text', [long])])), 'Table'))
    expect(cell.length).toBeLessThanOrEqual('text '.length + 32_767)
    expect(cell).toMatch(/… \(cut: a cell holds no more, and this has \d+ characters; the Markdown has all\)$/)
    expect(cell).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  }
})

test('a character that XML has no place for is replaced', async () => {
  const odd = 'no character \ufffe \u{1ffff} \ufdd0'
  const bytes = await toXlsx(treeOf([paragraph({ type: 'text', value: odd }), one('text', [])], { title: odd, organization: odd, notice: odd }))
  for (const [name, part] of Object.entries(unzipSync(bytes))) expect(strFromU8(part), name).not.toMatch(/[\ufffe\ufdd0]|\u{1ffff}/u)
  expect(readXlsx(bytes)[0]?.cells.map(({ shown }) => shown)).toContain('no character \ufffd \ufffd \ufffd')
})

describe('sheets', () => {
  test('have names that a spreadsheet takes, each once', async () => {
    const captions = ['History', 'a/b:c*d?[e]\\f', "'quoted'", 'x'.repeat(50), `${'x'.repeat(40)}y`, '', 'Contents', 'Same', 'same']
    const names = (await sheetsOf(treeOf(captions.map((caption, index) => table({ id: `t-${index}`, caption, columns: [{ key: 'a', kind: 'text' }] }, ['A'], [['1']]))))).map(({ name }) => name)
    expect(names).toHaveLength(captions.length + 1)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
    expect(names).not.toContain('History')
  })
  test('keep the header in sight, and filter below it', async () => {
    const sheet = named(await sheetsOf(treeOf([one('text', ['1', '2', '3'])])), 'Table')
    expect([sheet.frozen, sheet.filter]).toEqual(['A2', 'A1:A4'])
  })
  test('of labels and values that follow one another are one, with a row each', async () => {
    const fields = (id: string, labels: readonly string[]): readonly Block[] => [heading(3, id, `Gap ${id}`), table({ id: `f-${id}`, caption: `Gap ${id}`, fields: true, columns: [{ key: 'label', kind: 'text', heads: true }, { key: 'value', kind: 'text' }] }, ['Item', 'Stated'], labels.map((label) => [label, `${label} of ${id}`]))]
    const sheets = await sheetsOf(treeOf([...fields('a', ['Cause', 'Due']), ...fields('b', ['Cause', 'Due']), ...fields('c', ['Else']), text('x')]))
    expect(sheets.map(({ name }) => name)).toEqual(['Contents', 'Details', 'Gap c'])
    expect(shownRows(named(sheets, 'Details'))).toEqual([['About', 'Cause', 'Due'], ['Gap a', 'Cause of a', 'Due of a'], ['Gap b', 'Cause of b', 'Due of b']])
    expect([...named(sheets, 'Contents').links.values()]).toEqual(["'Details'!A2", "'Details'!A3", "'Gap c'!A1"])
  })
  test('are named by letters as a spreadsheet names them', () => expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))
})

test('what is on paper carries the notice, and nothing in it is a code', async () => {
  const [first] = await sheetsOf(treeOf([one('text', ['1'])], { organization: '3M & P&G', notice: 'A draft. '.repeat(40) }))
  expect(first?.header).toMatch(/^&L&8 3M && P&&G · Title[^\n]*\nA draft\. [^&]*…$/)
  expect(first?.header.length).toBeLessThan(256)
  // In lines that fit an upright page, because at the right side it would stand on what is at the left.
  for (const line of first?.header.split('\n') ?? []) expect(line.length).toBeLessThan(120)
  const [odd] = await sheetsOf(treeOf([one('text', ['1'])], { organization: '&'.repeat(200), notice: '& '.repeat(200) }))
  expect(odd?.header.length).toBeLessThan(256)
  expect(odd?.header.slice(5).replaceAll('&&', '')).not.toContain('&')
})

test('a sheet is printed on paper on which it can be read, with what names the row on every page', async () => {
  const paper = async (columns: number, more: { readonly wide?: true } = {}): Promise<readonly (string | undefined)[]> => {
    const sheet = named(await sheetsOf(treeOf([table({ id: 't', caption: 'Table', columns: Array.from({ length: columns }, (_, index) => ({ key: `k${index}`, kind: 'text' })), ...more }, Array.from({ length: columns }, (_, index) => `Column ${index}`), [Array.from({ length: columns }, () => 'x'.repeat(18))])])), 'Table')
    return [sheet.paper, sheet.titles]
  }
  expect(await paper(3, { wide: true })).toEqual(['A4 portrait', "'Table'!$1:$1"])
  expect(await paper(7)).toEqual(['A4 portrait', "'Table'!$1:$1"])
  expect(await paper(7, { wide: true })).toEqual(['A4 landscape', "'Table'!$1:$1"])
  expect(await paper(15)).toEqual(['A3 landscape', "'Table'!$1:$1"])
  expect(await paper(35)).toEqual(['A3 landscape, 3 pages across', "'Table'!$A:$A,'Table'!$1:$1"])
})

test('columns are as wide as their longest word, and values as wide as sentences', async () => {
  const widths = async (fields: boolean, rows: readonly (readonly [string, string])[]): Promise<readonly number[]> =>
    named(await sheetsOf(treeOf([table({ id: 't', caption: 'Table', columns: [{ key: 'a', kind: 'text', heads: true }, { key: 'b', kind: 'text' }], ...(fields && { fields: true as const }) }, ['A', 'B'], rows)])), 'Table').widths
  expect(await widths(true, [['Frameworks, edition and status', 'x'], ['a', 'b']])).toEqual([35, 60])
  expect(await widths(false, [['high', 'x'], ['3 foundational', 'y']])).toEqual([18, 8])
  expect((await widths(false, Array.from({ length: 100 }, (_, index) => [index === 0 ? 'representativeness' : 'a', 'b'])))[0]).toBe(22)
})

describe('hostile', () => {
  test.each(Object.entries(REMARKS))('%s is text', async (_name, [given, seen]) => {
    const sheets = await sheetsOf(treeOf([heading(2, 'h', given), paragraph(given), table({ id: 't', caption: given, columns: [{ key: 'a', kind: 'text' }, { key: 'b', kind: 'number' }, { key: 'c', kind: 'date' }] }, [given, 'B', 'C'], [[given, given, given]])]))
    const [first, second] = sheets
    expect(first?.cells.filter(({ column: at, shown }) => at === 0 && shown === seen)).toHaveLength(3)
    expect(second?.cells.filter(({ shown }) => shown === seen)).toHaveLength(4)
    expect(sheets.flatMap(({ cells }) => cells).filter(({ kind }) => kind !== 'text')).toEqual([])
  })
  test('a workbook leads nowhere and runs nothing', async () => {
    const parts = unzipSync(await toXlsx(hostileTree))
    expect(Object.keys(parts).filter((name) => /vba|macro|external|embed|ole|connection|query/i.test(name))).toEqual([])
    expect(Object.values(parts).map((part) => strFromU8(part)).join('')).not.toMatch(/<f[ >]|TargetMode="External"|<oleObject|<extLst/)
  })
})

const SOFFICE = [process.env['SOFFICE'], '/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => path !== undefined && existsSync(path))
const CALC = SOFFICE !== undefined && [process.env['SOFFICE_LIBRARIES'], '/usr/lib/libreoffice/program', '/Applications/LibreOffice.app/Contents/Frameworks'].some((folder) => folder !== undefined && existsSync(folder) && readdirSync(folder).some((file) => /^libsclo\./.test(file)))

if (!CALC) {
  test('NOT CHECKED: there is no LibreOffice Calc here (apt-get install libreoffice-calc, or name one in SOFFICE and SOFFICE_LIBRARIES), so no workbook was opened', () => {
    console.warn('There is no LibreOffice Calc here: the workbooks were not opened. Install it (apt-get install libreoffice-calc), or name one in SOFFICE.')
    expect(CALC).toBe(false)
  })
}

describe.runIf(CALC)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-xlsx-'))
  const books = new Map<string, Uint8Array>()
  // Every sheet as it is shown, in a file of its own.
  const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1'

  beforeAll(async () => {
    const odd = treeOf([one('text', ODD), table({ id: 'kinds', caption: 'Kinds', columns: [{ key: 'a', kind: 'date' }, { key: 'b', kind: 'number' }, { key: 'c', kind: 'count' }] }, ['A', 'B', 'C'], [['2026-09-30', '0.070', '42'], ['=1', '=1', '=1']])])
    for (const { file, bytes } of [...(await renderAll()).filter(({ file }) => file.endsWith('.xlsx')), { file: 'hostile.xlsx', bytes: await toXlsx(hostileTree) }, { file: 'odd.xlsx', bytes: await toXlsx(odd) }]) {
      const name = file.replaceAll('/', '-').replace(/\.xlsx$/, '')
      if (typeof bytes === 'string') throw new Error(`${file} is a text`)
      books.set(name, bytes)
      writeFileSync(join(folder, `${name}.xlsx`), bytes)
    }
    execFileSync(SOFFICE ?? '', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', FILTER, '--outdir', join(folder, 'csv'), ...[...books.keys()].map((name) => join(folder, `${name}.xlsx`))], { stdio: 'ignore' })
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every sheet of every document shows what was written, cell by cell', () => {
    expect(books.size).toBeGreaterThan(10)
    for (const [name, bytes] of books) {
      const sheets = readXlsx(bytes)
      expect(sheets.length, name).toBeGreaterThan(1)
      for (const sheet of sheets) {
        const file = join(folder, 'csv', `${name}-${sheet.name}.csv`)
        expect(existsSync(file), `${name}: ${sheet.name}`).toBe(true)
        const shown: string[][] = parse(readFileSync(file, 'utf8'), { relax_column_count: true, skip_empty_lines: false })
        const width = Math.max(...shown.map((row) => row.length))
        expect(shown, `${name}: ${sheet.name}`).toEqual(shownRows(sheet).map((row) => Array.from({ length: width }, (_each, index) => row[index] ?? '')))
      }
    }
  })
})
