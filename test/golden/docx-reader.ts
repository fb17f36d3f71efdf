import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** A table of a Word document as a reader meets it: its caption, whether its first row is a header row, and the lines of each cell joined by a bar. */
export type WordTable = { readonly caption: string; readonly description: string; readonly hasHeader: boolean; readonly rows: readonly (readonly string[])[] }

/** The parts of a Word document by their names, but for its pictures. */
export const partsOf = (bytes: string | Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { filter: ({ name }) => !name.startsWith('word/media/') })).map(([name, content]) => [name, strFromU8(content)]))

/** The pictures of a Word document, by the names of their parts. */
export const picturesOf = (bytes: string | Uint8Array): Readonly<Record<string, Uint8Array>> =>
  unzipSync(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { filter: ({ name }) => name.startsWith('word/media/') })

/** How large a PNG is, in pixels. */
export function pixelsOf(png: Uint8Array): readonly [width: number, height: number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

/** A part as a tree. What is not well-formed throws. */
export function parsePart(xml: string): Element {
  const root = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message) } }).parseFromString(xml, 'text/xml').documentElement
  if (root === null) throw new Error('A part holds no element.')
  return root
}

/** The body of a Word document. */
export const bodyOf = (bytes: string | Uint8Array): Element => parsePart(partsOf(bytes)['word/document.xml'] ?? '')

const children = (node: Node): readonly Element[] => [...node.childNodes].filter((child): child is Element => child.nodeType === 1)

/** Elements of a name anywhere below one. */
export const named = (node: Element, name: string): readonly Element[] => [...node.getElementsByTagName(name)]

/** The text of a part of a document, with a bar for each line break, and what a picture says to those who cannot see it. */
export function wordText(node: Element): string {
  if (node.tagName === 'w:t') return node.textContent ?? ''
  if (node.tagName === 'w:br') return ' | '
  if (node.tagName === 'w:tab') return '\t'
  if (node.tagName === 'w:pPr') return ''
  if (node.tagName === 'w:drawing') return `[${named(node, 'wp:docPr')[0]?.getAttribute('descr') ?? ''}]`
  return children(node).map(wordText).join('')
}

/** The value of the first element of a name below one. */
export const valueOf = (node: Element, name: string): string => named(node, name)[0]?.getAttribute('w:val') ?? ''

/** Every table, in order. */
export const tablesOf = (bytes: string | Uint8Array): readonly WordTable[] => named(bodyOf(bytes), 'w:tbl').map((table) => ({
  caption: valueOf(table, 'w:tblCaption'), description: valueOf(table, 'w:tblDescription'), hasHeader: named(table, 'w:tblHeader').length === 1,
  rows: children(table).filter(({ tagName }) => tagName === 'w:tr').map((row) => children(row).filter(({ tagName }) => tagName === 'w:tc').map(wordText)),
}))

/** The document as lines to read in a difference: paragraphs by their style, rows with bars, page breaks between sections. */
export const linesOf = (bytes: string | Uint8Array): readonly string[] => children(bodyOf(bytes)).flatMap((body) => children(body)).flatMap(linesIn)

function linesIn(node: Element): readonly string[] {
  if (node.tagName === 'w:sdt') return named(node, 'w:p').map(paragraphLine)
  if (node.tagName === 'w:sectPr') return [pageLine(node)]
  if (node.tagName === 'w:tbl') return children(node).filter(({ tagName }) => tagName === 'w:tr').map((row) => `| ${children(row).filter(({ tagName }) => tagName === 'w:tc').map((cell) => wordText(cell).replaceAll(' | ', ' ⏎ ')).join(' | ')} |`)
  const section = named(node, 'w:sectPr')[0]
  return [...(wordText(node) === '' ? [] : [paragraphLine(node)]), ...(section ? [pageLine(section)] : [])]
}

const paragraphLine = (paragraph: Element): string => `${valueOf(paragraph, 'w:pStyle') || 'Normal'}: ${wordText(paragraph).trimEnd()}`
const pageLine = (section: Element): string => `--- ${['w:w', 'w:h'].map((name) => Math.round(Number(named(section, 'w:pgSz')[0]?.getAttribute(name)) / 56.7)).join(' × ')} mm ---`
