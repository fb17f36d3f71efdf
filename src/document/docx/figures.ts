import { AlignmentType, ImageRun, Paragraph, SimpleField, type IParagraphOptions } from 'docx'
import { textsIn } from '../texts/index.js'
import type { Chart, ChartFacts, DocumentTree, PrinterSeams } from '../tree.js'
import type { Bookmarks } from './bookmarks.js'
import { textRun } from './inline-runs.js'
import { textWidth, type Page } from './paper.js'
import { ONE_PAGE } from './styles.js'
import { printable } from './xml-text.js'

/** Charts as PNG, by their ids; a chart without one is not printed, and the table behind it has its figures. */
export type Pictures = ReadonlyMap<string, Uint8Array>

/** Where a figure is printed: its number in the document, and the page that it has to fit on. */
export type FigureSetting = { readonly tree: DocumentTree; readonly bookmarks: Bookmarks; readonly page: Page; readonly number: number }

/** Draws every chart of a document. */
export async function drawPictures({ children }: DocumentTree, { renderChart, renderPicture }: PrinterSeams): Promise<Pictures> {
  const pictures = new Map<string, Uint8Array>()
  if (renderChart === undefined || renderPicture === undefined) return pictures
  for (const { data } of children.filter(isChart)) {
    const picture = await renderPicture(renderChart(data))
    if (picture !== undefined) pictures.set(data.id, picture)
  }
  return pictures
}

const isChart = (node: DocumentTree['children'][number]): node is Chart => node.type === 'chart'

/** A chart with its caption above it, as tables have theirs, and what it shows in words for those who cannot see. It stays on the page of the table of its figures. */
export function figureOf({ id, title, alt }: ChartFacts, picture: Uint8Array, { tree, bookmarks, page, number }: FigureSetting, options: IParagraphOptions): readonly Paragraph[] {
  const { figure } = textsIn(tree.data.document.language).printer
  const caption = [textRun(`${figure} `), new SimpleField(' SEQ Figure \\* ARABIC ', String(number)), textRun(`: ${title}`)]
  const altText = { id: String(number), name: `${figure} ${number}`, title: printable(title), description: printable(alt) }
  return [
    new Paragraph({ ...options, style: 'Caption', keepNext: true, children: bookmarks.around(id, caption) }),
    new Paragraph({ style: 'Figure', alignment: AlignmentType.LEFT, keepNext: true, children: [new ImageRun({ type: 'png', data: picture, transformation: sizeOn(page, tree.data.document.onePage === true, picture), altText })] }),
  ]
}

const DOTS = 288 // of the picture on an inch, or more where the page is narrow
const PIXEL = 15 // twentieths of a point, of which docx counts 96 to an inch
const TALLEST = 0.6 // of a page, so that the table has a beginning on it

// As large as it was drawn, or as the page takes it.
function sizeOn(page: Page, onePage: boolean, picture: Uint8Array): { readonly width: number; readonly height: number } {
  const { width, height } = pixelsOf(picture)
  const inches = Math.min((width / DOTS) * (onePage ? ONE_PAGE : 1), textWidth(page) / PIXEL / 96, (((page.height - page.top - page.bottom) * TALLEST) / PIXEL / 96 / height) * width)
  return { width: inches * 96, height: ((inches * 96) / width) * height }
}

// A PNG says its size behind its signature and the name of its first part.
function pixelsOf({ buffer, byteOffset }: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(buffer, byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
