import { AlignmentType, Document, LevelFormat, Packer, PageOrientation, SectionType, type FileChild, type IContext, type ILevelsOptions, type ISectionOptions } from 'docx'
import { strToU8 } from 'fflate'
import type { DocumentTree, PrinterSeams } from '../tree.js'
import { blocksOf, INDENT, LEVELS, placeholder, placeholderXml } from './blocks.js'
import { bookmarksOf } from './bookmarks.js'
import { drawPictures } from './figures.js'
import { fixedPackage, numberIds, type Pieces } from './fixed-package.js'
import { footerOf, headerOf } from './header-footer.js'
import { pageParts } from './page-parts.js'
import { pageOf, textWidth } from './paper.js'
import { stylesOf, tableStyle } from './styles.js'
import { printable } from './xml-text.js'

/** Prints a document for Word and LibreOffice. */
export async function toDocx(tree: DocumentTree, seams: PrinterSeams = {}): Promise<Uint8Array> {
  const { document } = tree.data
  const pictures = await drawPictures(tree, seams)
  const bookmarks = bookmarksOf(tree, pictures)
  const later: (() => Iterable<string>)[] = []
  const place = (xml: () => Iterable<string>): FileChild => placeholder(later.push(xml))
  const context = (): IContext => ({ file, viewWrapper: file.Document, stack: [] })
  const [countTable, countFigure, countList] = [counter(), counter(), counter()]
  const onePage = document.onePage === true
  const sections = pageParts(tree.children, onePage).map(({ paper, children }, index, all): ISectionOptions => {
    const page = pageOf(paper, onePage)
    return {
      properties: { ...(index > 0 && { type: SectionType.NEXT_PAGE }), page: { size: sizeOf(page), margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side, header: 500, footer: 450 } } },
      // A section without a header or footer has those of the one before it.
      ...(index === 0 && { headers: { default: headerOf(document) } }), ...(all[index - 1]?.paper !== paper && { footers: { default: footerOf(document, textWidth(page)) } }),
      children: blocksOf(children, { tree, bookmarks, pictures, page, place, context, countTable, countFigure, countList }),
    }
  })
  const { title, organization, tool, subtitle } = document
  const file = new Document({
    title: printable(title), subject: printable(subtitle), creator: printable(organization), lastModifiedBy: `${tool.name} ${tool.version}`, revision: 1, compatabilityModeVersion: 15,
    styles: stylesOf(document), numbering: { config: [{ reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '•') }, { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) }] }, sections,
  })
  const number = numberIds()
  // Tables are written row by row, as bytes: docx would hold every cell of all of them, and their text at the end.
  const written = later.map((xml) => Array.from(xml(), (piece) => strToU8(number(piece))))
  return fixedPackage(await Packer.toBuffer(file), document.asOf, {
    'word/document.xml': (xml) => filled(number(xml.replaceAll('<w:p><w:pPr><w:sectPr', '<w:p><w:pPr><w:pStyle w:val="TableEnd"/><w:sectPr')), written),
    'word/_rels/document.xml.rels': (xml) => [number(xml)],
    'word/styles.xml': (xml) => [xml.replace('w:styleId="Normal"', 'w:default="1" w:styleId="Normal"').replace('</w:styles>', `${tableStyle(document)}</w:styles>`)],
  })
}

// What was written is put into its place.
function filled(xml: string, written: readonly Pieces[]): Pieces {
  let rest = 0
  const pieces = written.flatMap((one, index): Pieces => {
    const place = placeholderXml(index + 1)
    const at = xml.indexOf(place, rest)
    const before = xml.slice(rest, at)
    rest = at + place.length
    return [before, ...one]
  })
  return [...pieces, xml.slice(rest)]
}

function counter(): () => number {
  let count = 0
  return () => (count += 1)
}

const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => (width < height ? { width, height } : { width: height, height: width, orientation: PageOrientation.LANDSCAPE })

const levels = (format: 'bullet' | 'decimal', text: (level: number) => string): ILevelsOptions[] =>
  Array.from({ length: LEVELS }, (_, level) => ({ level, format, text: text(level), alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: 260 } } } }))
