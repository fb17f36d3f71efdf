import { beforeAll, describe, expect, test } from 'vitest'
import { textWidthOf } from '../../src/document/docx/text-width.js'
import { toDocx } from '../../src/document/docx/to-docx.js'
import { bullets, chart, code, heading, lines, link, pageBreak, paragraph, table } from '../../src/document/nodes.js'
import type { Block, DocumentControl, DocumentTree, TableFacts } from '../../src/document/tree.js'
import { bodyOf, linesOf, named, parsePart, partsOf, picturesOf, pixelsOf, tablesOf, valueOf, wordText } from '../golden/docx-reader.js'
import { renderAll, type Rendered } from '../golden/render-documents.js'

const control: DocumentControl = { id: 'gap', title: 'Report', subtitle: 'the portfolio', language: 'en', organization: 'Acme', asOf: '2026-09-30', catalog: { id: 'c', version: '1.0.0' }, tool: { name: 'muster', version: '1.2.3' } }
const treeOf = (children: readonly Block[], document: Partial<DocumentControl> = {}): DocumentTree => ({ type: 'root', data: { document: { ...control, ...document } }, children: [heading(1, 'title', 'Report'), ...children] as DocumentTree['children'] }) // what sections return
const facts = (id: string, columns: number, more: Partial<TableFacts> = {}): TableFacts => ({ id, caption: `Caption of ${id}`, columns: Array.from({ length: columns }, (_, index) => ({ key: `k${index}`, kind: 'text' as const, ...(index === 0 && { heads: true as const }) })), ...more })
const simple = (id: string, columns: number, rows: number, more: Partial<TableFacts> = {}): Block => table(facts(id, columns, more), Array.from({ length: columns }, (_, index) => `Title ${index}`), Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, index) => `cell ${row} ${index}`)))
const print = async (children: readonly Block[], document: Partial<DocumentControl> = {}): Promise<Uint8Array> => toDocx(treeOf(children, document))
const text = (part: string | undefined): string => wordText(parsePart(part ?? ''))

describe('a document', () => {
  test('has the styles that Word knows for its headings, and a contents field with an entry for each', async () => {
    const printed = await print([{ type: 'contents', data: { depth: 3 } }, heading(2, 'a', 'First'), paragraph('Words.'), heading(3, 'b', 'Below'), heading(4, 'c', 'Deep')])
    expect(linesOf(printed)).toEqual(['Title: Report', 'TOCHeading: Contents', 'TOC1: First', 'TOC2: Below', 'Heading1: First', 'Normal: Words.', 'Heading2: Below', 'Heading3: Deep', '--- 210 × 297 mm ---'])
    const body = bodyOf(printed)
    expect(named(body, 'w:instrText').map((field) => field.textContent?.trim())).toEqual(['TOC \\o "1-2" \\h \\z \\u', 'PAGEREF _2_a \\h', 'PAGEREF _3_b \\h'])
    const types = named(body, 'w:fldChar').map((field) => field.getAttribute('w:fldCharType'))
    for (const type of ['begin', 'separate', 'end']) expect(types.filter((one) => one === type).length).toBe(3)
    // A field that asks to be updated makes Word warn of other files before it opens the document.
    expect(partsOf(printed)['word/document.xml']).not.toContain('w:dirty')
    expect(partsOf(printed)['word/settings.xml']).not.toContain('updateFields')
    const styles = named(parsePart(partsOf(printed)['word/styles.xml'] ?? ''), 'w:style').map((style) => style.getAttribute('w:styleId'))
    expect(styles).toEqual(expect.arrayContaining(['Normal', 'Title', 'Heading1', 'Heading2', 'Heading3', 'TOC1', 'TOC2', 'Caption', 'TableText', 'DocumentTable', 'Hyperlink']))
    expect(new Set(styles).size).toBe(styles.length)
  })

  test('has links within it, and none that leads nowhere or to what is no address', async () => {
    const printed = await print([paragraph([link('#there', 'within'), link('#nowhere', 'lost'), link('https://example.com/a b?c=1', 'outside'), { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', value: 'bad' }] }]), heading(2, 'there', 'There'), simple('t', 2, 1)])
    const body = bodyOf(printed)
    const bookmarks = named(body, 'w:bookmarkStart').map((bookmark) => bookmark.getAttribute('w:name'))
    expect(bookmarks).toEqual(['_1_title', '_2_there', '_3_t'])
    expect(named(body, 'w:hyperlink').map((one) => one.getAttribute('w:anchor') ?? one.getAttribute('r:id'))).toEqual(['_2_there', 'rIdLink1'])
    const external = named(parsePart(partsOf(printed)['word/_rels/document.xml.rels'] ?? ''), 'Relationship').filter((one) => one.getAttribute('TargetMode') === 'External')
    expect(external.map((one) => [one.getAttribute('Id'), one.getAttribute('Target')])).toEqual([['rIdLink1', 'https://example.com/a%20b?c=1']])
    expect(linesOf(printed)).toContain('Normal: withinlostoutsidebad')
  })

  test('has a header and a footer, with the notice where there is one', async () => {
    const parts = partsOf(await print([simple('t', 14, 3, { wide: true })], { notice: 'A draft.' }))
    expect(text(parts['word/header1.xml'])).toBe('Acme · Report: the portfolioA draft.')
    expect(text(parts['word/footer1.xml'])).toBe('as of 2026-09-30 · muster 1.2.3\tPage  of ')
    expect(parts['word/footer1.xml']).toMatch(/PAGE<.*NUMPAGES</)
    expect(Object.keys(parts).filter((name) => name.startsWith('word/header'))).toEqual(['word/header1.xml'])
  })

  test('says in its properties whose it is and as of when, and nothing of the clock', async () => {
    const core = partsOf(await print([]))['docProps/core.xml'] ?? ''
    expect(core).toContain('<dc:title>Report</dc:title>')
    expect(core.match(/2026-09-30T12:00:00Z/g)?.length).toBe(2)
    expect(core).toContain('muster 1.2.3')
  })
})

describe('a table', () => {
  test('has a header row on every page, a numbered caption, and says what it holds to those who cannot see', async () => {
    const printed = await print([simple('one', 3, 2), simple('two', 3, 2), heading(2, 'h', 'Caption of three'), simple('three', 3, 2)])
    expect(tablesOf(printed).map(({ caption, description, hasHeader }) => [caption, description, hasHeader])).toEqual(['one', 'two', 'three'].map((id) => [`Caption of ${id}`, 'Title 0, Title 1, Title 2', true]))
    // A heading that says the same is not followed by a caption.
    expect(linesOf(printed).filter((line) => line.startsWith('Caption'))).toEqual(['Caption: Table 1: Caption of one', 'Caption: Table 2: Caption of two'])
  })

  test('of labels and values has no header row to be seen', async () => {
    const printed = await print([table({ ...facts('t', 2), fields: true }, ['Item', 'Stated'], [['Title', 'Report']])])
    expect(tablesOf(printed)[0]).toMatchObject({ description: 'Item, Stated', hasHeader: false, rows: [['Title', 'Report']] })
  })

  test('is followed by a paragraph, since two in a row would become one', async () => {
    const printed = await print([simple('one', 2, 1), simple('two', 2, 1)])
    for (const one of named(bodyOf(printed), 'w:tbl')) expect(one.nextSibling?.nodeName).toBe('w:p')
  })

  test('lies across a landscape page with its heading, or on a large one, where its columns need that, and stands upright where they do not', async () => {
    const pages = async (columns: number, more: Partial<TableFacts> = {}, rows = 2): Promise<readonly string[]> =>
      linesOf(await print([paragraph('Before.'), heading(2, 'h', 'Wide'), simple('t', columns, rows, more), heading(2, 'i', 'After'), ...Array.from({ length: 6 }, () => paragraph('After.'))])).filter((line) => /^---|^Heading/.test(line))
    expect(await pages(18)).toEqual(['--- 210 × 297 mm ---', 'Heading1: Wide', '--- 297 × 210 mm ---', 'Heading1: After', '--- 210 × 297 mm ---'])
    expect(await pages(30)).toEqual(['--- 210 × 297 mm ---', 'Heading1: Wide', '--- 420 × 297 mm ---', 'Heading1: After', '--- 210 × 297 mm ---'])
    expect(await pages(8, { wide: true }, 40)).toEqual(['--- 210 × 297 mm ---', 'Heading1: Wide', '--- 297 × 210 mm ---', 'Heading1: After', '--- 210 × 297 mm ---'])
    expect(await pages(4, { wide: true }, 40)).toEqual(['Heading1: Wide', 'Heading1: After', '--- 210 × 297 mm ---'])
    // A few words would leave the page half empty, unless they are of many columns.
    expect(await pages(8, { wide: true })).toEqual(['Heading1: Wide', 'Heading1: After', '--- 210 × 297 mm ---'])
    expect(await pages(10, { wide: true })).toContain('--- 297 × 210 mm ---')
  })

  test('that no page is wide enough for stands in parts, each with the column that names the row', async () => {
    const printed = await print([table(facts('t', 40, { wide: true }), Array.from({ length: 40 }, (_, index) => `Responsibilities${index}`), [Array.from({ length: 40 }, (_, index) => `c${index}`)])])
    const parts = tablesOf(printed)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ caption }) => caption)).toEqual(parts.map((_, index) => `Caption of t (part ${index + 1} of ${parts.length})`))
    expect(parts.flatMap(({ rows }, index) => (rows[1] ?? []).slice(index === 0 ? 0 : 1))).toEqual(Array.from({ length: 40 }, (_, index) => `c${index}`))
    for (const { rows } of parts) expect(rows[1]?.[0]).toBe('c0')
  })

  test('is no wider than its page, whatever it holds', async () => {
    for (const columns of [1, 2, 7, 12, 20, 60]) {
      const body = bodyOf(await print([table(facts('t', columns, { wide: true }), Array.from({ length: columns }, () => 'x'.repeat(300)), [Array.from({ length: columns }, () => 'y'.repeat(10_000))])]))
      const last = named(body, 'w:sectPr').at(-1)
      const room = Number(named(last ?? body, 'w:pgSz')[0]?.getAttribute('w:w')) - 2 * Number(named(last ?? body, 'w:pgMar')[0]?.getAttribute('w:left'))
      for (const grid of named(body, 'w:tblGrid')) expect(named(grid, 'w:gridCol').reduce((sum, column) => sum + Number(column.getAttribute('w:w')), 0)).toBeLessThanOrEqual(room)
    }
  })

  test('has room for each word, for the name of each row, and for most where that makes it shortest', async () => {
    const grid = async (rows: readonly (readonly string[])[]): Promise<readonly number[]> =>
      named(bodyOf(await print([table(facts('t', rows[0]?.length ?? 0), (rows[0] ?? []).map((_, index) => `T${index}`), rows)])), 'w:gridCol').map((column) => Number(column.getAttribute('w:w')))
    const sentence = 'Each word of it is short, and together they are many. '
    const least = (words: string, bold: boolean): number => textWidthOf(words, 8.5, bold)
    const words = await grid([['SAIL 2.5', 'representativeness', sentence.repeat(4)], ...Array.from({ length: 30 }, () => ['A', 'model', sentence.repeat(4)])])
    expect(words[0]).toBeGreaterThan(least('SAIL 2.5', true))
    expect(words[1]).toBeGreaterThan(least('representativeness', false))
    // One long text does not take the room of many.
    const [, once = 0, often = 0] = await grid([['A', sentence.repeat(12), sentence], ...Array.from({ length: 60 }, () => ['A', 'none', sentence.repeat(3)])])
    expect(often).toBeGreaterThan(once)
  })

  test('in which somebody will write lies across where it is long', async () => {
    const pages = async (rows: number): Promise<readonly string[]> => linesOf(await print([table(facts('t', 5), ['Control', 'Agreed', 'Response', 'By', 'Due'], Array.from({ length: rows }, () => ['A control', '', '', '', '']))])).filter((line) => line.startsWith('---'))
    expect(await pages(3)).toEqual(['--- 210 × 297 mm ---'])
    expect(await pages(20)).toEqual(['--- 297 × 210 mm ---'])
  })

  test('keeps a row on one page, but one that is longer than most of a page', async () => {
    const body = bodyOf(await print([table(facts('t', 2), ['A', 'B'], [['short', 'short'], ['long', lines(Array.from({ length: 80 }, (_, index) => `line ${index}`))]])]))
    expect(named(body, 'w:tr').map((row) => named(row, 'w:cantSplit').length)).toEqual([1, 1, 0])
  })
})

describe('a chart', () => {
  // A PNG as far as anybody reads it here: its signature, and how large it is.
  const png = (width: number, height: number): Uint8Array => {
    const bytes = new Uint8Array(33)
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    new DataView(bytes.buffer).setUint32(16, width)
    new DataView(bytes.buffer).setUint32(20, height)
    return bytes
  }
  const odd = 'A "title" & <more>'
  const picture = (id: string): Block => chart({ id, kind: 'bar', title: `${odd} ${id}`, alt: `${odd} in words ${id}`, categories: ['a'], series: [{ name: 'n', values: [7] }] })
  const draw = async (children: readonly Block[], [width, height]: readonly [number, number] = [2160, 600], document: Partial<DocumentControl> = {}): Promise<Uint8Array> =>
    toDocx(treeOf(children, document), { renderChart: ({ id }) => id, renderPicture: async (svg) => (svg === 'unseen' ? undefined : png(width, height)) })
  /** How wide and high each picture is printed, and the page that it stands on, in twentieths of a point. */
  const sizes = (printed: Uint8Array): readonly (readonly number[])[] => named(bodyOf(printed), 'wp:extent').map((extent) => ['cx', 'cy'].map((name) => Number(extent.getAttribute(name)) / 635))
  const room = (printed: Uint8Array, at: number): readonly number[] => {
    const section = named(bodyOf(printed), 'w:sectPr')[at] ?? bodyOf(printed)
    const of = (element: string, name: string): number => Number(named(section, element)[0]?.getAttribute(`w:${name}`))
    return [of('w:pgSz', 'w') - 2 * of('w:pgMar', 'left'), of('w:pgSz', 'h') - of('w:pgMar', 'top') - of('w:pgMar', 'bottom')]
  }

  test('is a picture with a numbered caption and words for those who cannot see it, on the page of its table', async () => {
    const printed = await draw([paragraph('Before.'), picture('one'), simple('t', 2, 1), picture('two'), simple('u', 2, 1)])
    expect(linesOf(printed).filter((line) => /^(Normal|Caption|Figure)/.test(line))).toEqual(['Normal: Before.', `Caption: Figure 1: ${odd} one`, `Figure: [${odd} in words one]`, 'Caption: Table 1: Caption of t', `Caption: Figure 2: ${odd} two`, `Figure: [${odd} in words two]`, 'Caption: Table 2: Caption of u'])
    const body = bodyOf(printed)
    expect(named(body, 'wp:docPr').map((one) => ['id', 'name', 'title', 'descr'].map((name) => one.getAttribute(name)))).toEqual(['one', 'two'].map((id, index) => [String(index + 1), `Figure ${index + 1}`, `${odd} ${id}`, `${odd} in words ${id}`]))
    expect(named(body, 'w:fldSimple').map((field) => field.getAttribute('w:instr')?.trim()).filter((words) => words?.startsWith('SEQ Figure'))).toEqual(Array(2).fill('SEQ Figure \\* ARABIC'))
    for (const one of named(body, 'w:p').filter((paragraph) => /Figure|Before|^Caption/.test(`${valueOf(paragraph, 'w:pStyle')}${wordText(paragraph)}`))) expect(named(one, 'w:keepNext').length, wordText(one)).toBe(1)
    const embedded = named(body, 'a:blip').map((one) => one.getAttribute('r:embed'))
    const targets = new Map(named(parsePart(partsOf(printed)['word/_rels/document.xml.rels'] ?? ''), 'Relationship').map((one) => [one.getAttribute('Id'), one.getAttribute('Target')]))
    expect(embedded.length).toBe(2)
    for (const id of embedded) expect(Object.keys(picturesOf(printed))).toContain(`word/${targets.get(id) ?? ''}`)
  })

  test('is as large as it was drawn, and no larger than its page, upright and across', async () => {
    const across = [picture('one'), simple('t', 18, 1)]
    const [upright, lying] = [await draw([picture('one'), simple('t', 2, 1)]), await draw(across)]
    expect(sizes(upright)[0]?.[0]).toBeCloseTo(room(upright, 0)[0] ?? 0, -2)
    expect(sizes(lying)[0]?.[0]).toBe(10_800) // 7.5 inches, of 288 pixels each
    expect(room(lying, 0)[0]).toBeGreaterThan(10_800)
    for (const printed of [upright, lying, await draw(across, [400, 9_000]), await draw(across, [9_000, 400]), await draw(across, [2160, 600], { onePage: true })]) {
      const [[width = 0, height = 0] = [], [widest = 0, highest = 0]] = [sizes(printed)[0], room(printed, 0)]
      expect(width).toBeLessThanOrEqual(widest)
      expect(height).toBeLessThanOrEqual(highest * 0.61)
    }
    const [width = 0, height = 0] = sizes(await draw(across, [400, 9_000]))[0] ?? []
    expect(height / width).toBeCloseTo(9_000 / 400, 0)
  })

  test('that nothing can draw is not there, and no link leads to it', async () => {
    const children = [paragraph([link('#unseen', 'there'), link('#t', 'here')]), picture('unseen'), simple('t', 2, 1)]
    for (const printed of [await draw(children), await print(children)]) {
      expect(linesOf(printed).filter((line) => /Figure|\[/.test(line))).toEqual([])
      expect(named(bodyOf(printed), 'w:hyperlink').map((one) => wordText(one))).toEqual(['here'])
      expect(Object.keys(picturesOf(printed))).toEqual([])
      expect(tablesOf(printed).length).toBe(1)
    }
  })
})

test('a page break is what the next block begins with, and none stands at the beginning of a section', async () => {
  const breaks = async (children: readonly Block[]): Promise<readonly string[]> => named(bodyOf(await print(children)), 'w:p').filter((one) => named(one, 'w:pageBreakBefore').length > 0).map((one) => `${valueOf(one, 'w:pStyle')}: ${wordText(one)}`)
  expect(await breaks([paragraph('a'), pageBreak(), paragraph('b')])).toEqual([': b'])
  expect(await breaks([paragraph('a'), pageBreak(), { type: 'contents', data: { depth: 2 } }, heading(2, 'h', 'H')])).toEqual(['TOCHeading: Contents'])
  expect(await breaks([paragraph('a'), pageBreak(), simple('t', 2, 1)])).toEqual(['Caption: Table 1: Caption of t'])
  expect(await breaks([paragraph('a'), pageBreak(), heading(2, 'h', 'H'), simple('t', 14, 1, { wide: true })])).toEqual([])
})

test('lists are lists, and one that is numbered begins at one', async () => {
  const ordered = (...items: readonly string[]): Block => ({ type: 'list', ordered: true, children: items.map((item) => ({ type: 'listItem', children: [paragraph(item)] })) }) as Block // a list of list items is a block
  const printed = await print([bullets(['a', code('b')]), ordered('c', 'd'), paragraph('x'), ordered('e')])
  const items = named(bodyOf(printed), 'w:p').filter((one) => named(one, 'w:numPr').length > 0).map((one) => [wordText(one), valueOf(one, 'w:numId')])
  expect(items.map(([words]) => words)).toEqual(['a', 'b', 'c', 'd', 'e'])
  const [bullet, , first, second, other] = items.map(([, list]) => list)
  expect(first).toBe(second)
  expect(new Set([bullet, first, other]).size).toBe(3)
})

test('words of a script that begins at the right begin there', async () => {
  const body = bodyOf(await print([paragraph('\u05e9\u05dc\u05d5\u05dd 123'), paragraph('latin \u05e9\u05dc\u05d5\u05dd')]))
  expect(named(body, 'w:p').map((one) => named(one, 'w:bidi').length).slice(1)).toEqual([1, 0])
})

test('a document of five thousand rows is written without holding every cell as docx would', async () => {
  const printed = await print([simple('t', 12, 5_000, { wide: true })])
  expect(tablesOf(printed)[0]?.rows.length).toBe(5_001)
}, 60_000)

describe('the documents of the world', () => {
  let all: readonly Rendered[] = []
  let rendered: readonly Rendered[] = []
  beforeAll(async () => {
    all = await renderAll()
    rendered = all.filter(({ file }) => file.endsWith('.docx'))
  }, 120_000)

  test('have parts that are well-formed, bookmarks for all links, and ids that none has twice', () => {
    expect(rendered.length).toBeGreaterThan(10)
    for (const { file, bytes } of rendered) {
      const parts = partsOf(bytes)
      for (const [name, xml] of Object.entries(parts)) expect(() => parsePart(xml), `${file}: ${name}`).not.toThrow()
      const body = bodyOf(bytes)
      const bookmarks = named(body, 'w:bookmarkStart')
      const names = new Set(bookmarks.map((one) => one.getAttribute('w:name')))
      expect(names.size, file).toBe(bookmarks.length)
      for (const one of names) expect(one, file).toMatch(/^_[A-Za-z0-9_]{1,39}$/)
      expect(new Set(bookmarks.map((one) => one.getAttribute('w:id'))).size, file).toBe(bookmarks.length)
      for (const one of named(body, 'w:hyperlink')) if (one.getAttribute('w:anchor') !== null) expect(names, file).toContain(one.getAttribute('w:anchor'))
      const styles = new Set(named(parsePart(parts['word/styles.xml'] ?? ''), 'w:style').map((style) => style.getAttribute('w:styleId')))
      for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) for (const used of named(body, name)) expect(styles, file).toContain(used.getAttribute('w:val'))
      const related = new Set(named(parsePart(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship').map((one) => one.getAttribute('Id')))
      for (const one of named(body, 'w:hyperlink')) if (one.hasAttribute('r:id')) expect(related, file).toContain(one.getAttribute('r:id'))
    }
  })
  test('have every chart as a picture, with the figures that it shows in the table below it', () => {
    const charts = all.filter(({ file }) => file.endsWith('.md')).flatMap(({ file, bytes }) => [...String(bytes).matchAll(/^!\[([^\n]+)\]\(([^)]+)\)$/gm)].map(([, alt = '', name = '']) => ({ word: file.replace(/md$/, 'docx'), alt: alt.replace(/\\(.)/g, '$1'), svg: `${file.slice(0, file.lastIndexOf('/') + 1)}${name}` })))
    expect(charts.length).toBeGreaterThan(10)
    for (const { file, bytes } of rendered) {
      const body = bodyOf(bytes)
      const expected = charts.filter(({ word }) => word === file)
      expect(named(body, 'wp:docPr').map((one) => one.getAttribute('descr')), file).toEqual(expected.map(({ alt }) => alt))
      for (const picture of Object.values(picturesOf(bytes))) expect(pixelsOf(picture)[0], file).toBe(2160)
      for (const [index, drawing] of named(body, 'w:drawing').entries()) {
        let behind = drawing.parentNode?.parentNode?.nextSibling
        while (behind && behind.nodeName !== 'w:tbl') behind = behind.nextSibling
        const figures = named(behind as typeof body, 'w:tc').map(wordText) // the loop ends at a table, or at nothing, which throws
        const shown = [...String(all.find((one) => one.file === expected[index]?.svg)?.bytes).matchAll(/<text [^>]*>(\d+)<\/text>/g)].map(([, figure = '']) => figure)
        expect(shown.length, file).toBeGreaterThan(0)
        for (const figure of shown) expect(figures, `${file}: ${expected[index]?.svg ?? ''}`).toContain(figure)
      }
    }
  })
  test('say on every page of the Cyber AI Profile that it is a draft', () => {
    const profiles = rendered.filter(({ file }) => file.startsWith('cyber-ai-profile'))
    expect(profiles.length).toBe(2)
    for (const { bytes } of profiles) {
      const parts = partsOf(bytes)
      const headers = named(bodyOf(bytes), 'w:headerReference')
      expect(headers.map((one) => one.getAttribute('w:type'))).toEqual(['default'])
      expect(text(parts['word/header1.xml'])).toContain('draft')
      expect(parts['word/document.xml']).not.toContain('<w:titlePg/>')
    }
  })
})
