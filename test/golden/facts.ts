import { fromHtml } from 'hast-util-from-html'
import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast'
import type { Root as MarkdownRoot, RootContent, PhrasingContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { textsIn } from '../../src/document/texts/index.js'
import { tablesOf } from './docx-reader.js'
import { readXlsx, shownRows, type ReadSheet } from './read-xlsx.js'

/** One cell of one table: the table by its caption, the row by its number, the column by its title, and what stands there on one line. */
export type Fact = string

/** Reads the facts of a document as a reader of its format would: controls, states, reasons, dates, figures. */
export type Extractor = (bytes: string | Uint8Array) => readonly Fact[]

/** One per format; a format without one fails the test. */
export const extractors: Readonly<Record<string, Extractor>> = {
  md: (bytes) => factsOfMarkdown(unified().use(remarkParse).use(remarkGfm).parse(String(bytes))),
  html: (bytes) => factsOfHtml(fromHtml(String(bytes))),
  docx: (bytes) => factsOfWord(bytes),
  xlsx: (bytes) => factsOfWorkbook(readXlsx(bytes as Uint8Array)), // what a workbook is printed as
}

/** The facts of the tables of a document, in order. Lines of a cell are joined by a bar. */
export const factsOf = (tables: readonly { readonly caption: string; readonly rows: readonly (readonly string[])[] }[]): readonly Fact[] =>
  tables.flatMap(({ caption, rows: [titles = [], ...rows] }) => rows.flatMap((row, number) => row.map((cell, index) => `${caption} › ${number + 1} › ${titles[index] ?? ''}: ${cell}`)))

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function factsOfMarkdown({ children }: MarkdownRoot): readonly Fact[] {
  const tables = children.flatMap((node, index) => (node.type === 'table' ? [{ caption: plain(textOf(children[index - 1])), rows: node.children.map((row) => row.children.map((cell) => plain(textOf(cell)))) }] : []))
  return factsOf(tables)
}

function textOf(node: RootContent | PhrasingContent | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'html') return /^<br>$/.test(node.value) ? ' | ' : ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const elements = (node: HtmlRoot | Element): readonly Element[] => (node.children as readonly HtmlContent[]).flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : [])) // children of a root or an element
const named = (node: Element, name: string): readonly Element[] => elements(node).filter(({ tagName }) => tagName === name)

function htmlText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? ' | ' : node.children.map(htmlText).join('')
}

function factsOfHtml(root: HtmlRoot): readonly Fact[] {
  return factsOf(elements(root).filter(({ tagName }) => tagName === 'table').map((table) => ({
    caption: plain(named(table, 'caption').map(htmlText).join('')),
    rows: named(table, 'tr').map((row) => row.children.flatMap((cell) => (cell.type === 'element' ? [plain(htmlText(cell))] : []))),
  })))
}

// The first sheet says in reading order which table stands where; a row number says that it is one row of a sheet that it shares, from label to label.
function factsOfWorkbook([first, ...sheets]: readonly ReadSheet[]): readonly Fact[] {
  const { columns } = textsIn(first?.name === 'Inhalt' ? 'de' : 'en')
  const cells = (row: readonly string[] | undefined): readonly string[] => (row ?? []).map((cell) => plain(cell.replaceAll('\n', ' | ')))
  return factsOf((first ? shownRows(first) : []).slice(1).flatMap(([caption = '', name = '', row = '']) => {
    const rows = name === '' ? [] : shownRows(sheets.find((sheet) => sheet.name === name) ?? { name, cells: [], paper: '', titles: '', widths: [], header: '', links: new Map() })
    if (name === '') return []
    if (row === '') return [{ caption: plain(caption), rows: rows.map(cells) }]
    const [, ...labels] = cells(rows[0])
    const [, ...values] = cells(rows[Number(row) - 1])
    return [{ caption: plain(caption), rows: [[columns.label, columns.value], ...labels.map((label, index) => [label, values[index] ?? ''])] }]
  }))
}

// A table that no page is wide enough for stands in parts, each of which begins with the column that names the row; one of labels and values says its titles only to those who cannot see.
function factsOfWord(bytes: string | Uint8Array): readonly Fact[] {
  const tables: { caption: string; rows: string[][] }[] = []
  for (const { caption, description, hasHeader, rows: printed } of tablesOf(bytes)) {
    const rows = (hasHeader ? printed : [description.split(', '), ...printed]).map((row) => row.map(plain))
    const [, whole = caption, part = '1'] = /^(.*) \((?:part|Teil) (\d+) (?:of|von) \d+\)$/.exec(caption) ?? []
    const before = tables.at(-1)
    if (part === '1' || before === undefined) tables.push({ caption: plain(whole), rows })
    else before.rows.forEach((row, index) => row.push(...(rows[index] ?? []).slice(1)))
  }
  return factsOf(tables)
}
