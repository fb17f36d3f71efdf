import { LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { DocumentControl } from '../tree.js'

const FONT = 'Arial' // there, or with letters of the same widths, wherever Word or LibreOffice run
const INK = '1A1F26'
const QUIET = '4C5562'
const LINE = 'C9D0D8'
const GROUND = 'EEF1F4'
const LINK = '0B57A4'
const NOTICE = '8A1C00'

/** Sizes of the letters in tables, in points: those of many columns are dense. */
export const SIZES = { table: 8.5, dense: 7 }

/** How much smaller a document is set that is meant for one page. */
export const ONE_PAGE = 0.85

/** The styles of a document, by the names that Word knows. One that is meant for one page is set smaller. */
export function stylesOf({ onePage, language }: DocumentControl): IStylesOptions {
  const half = (points: number): number => Math.round(points * 2 * (onePage ? ONE_PAGE : 1))
  const gap = (points: number): number => Math.round(points * 20 * (onePage ? 0.4 : 1))
  const heading = (points: number, before: number): Omit<IParagraphStyleOptions, 'id'> => ({ run: { font: FONT, size: half(points), bold: true, color: INK }, paragraph: { spacing: { before: gap(before), after: gap(4) }, keepNext: true, keepLines: true } })
  const small = (id: string, name: string, points: number, bold = false): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, run: { size: half(points), ...(bold && { bold }) }, paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } } })
  const contents = (level: number): IParagraphStyleOptions => ({ id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', next: 'Normal', paragraph: { indent: { left: (level - 1) * 280 }, spacing: { before: level === 1 ? 60 : 0, after: 20 } } })
  return {
    default: {
      document: { run: { font: FONT, size: half(10), color: INK, language: { value: language === 'de' ? 'de-DE' : 'en-US' } }, paragraph: { spacing: { before: 0, after: gap(6), line: 264, lineRule: LineRuleType.AUTO } } },
      title: { run: { font: FONT, size: half(22), bold: true, color: INK }, paragraph: { spacing: { before: 0, after: gap(12) }, keepNext: true } },
      heading1: heading(15, 22), heading2: heading(12, 16), heading3: heading(10.5, 14), heading4: heading(10, 10), heading5: heading(10, 8), heading6: heading(10, 8),
      hyperlink: { run: { color: LINK, underline: { type: 'none' } } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: half(8.5), bold: true, color: QUIET }, paragraph: { spacing: { before: gap(10), after: gap(3) }, keepNext: true } },
      { id: 'Figure', name: 'Figure', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { before: 0, after: gap(4) }, keepNext: true } },
      { id: 'TOCHeading', name: 'TOC Heading', basedOn: 'Normal', next: 'Normal', run: { size: half(12), bold: true }, paragraph: { spacing: { before: gap(14), after: gap(4) }, keepNext: true } },
      contents(1), contents(2), contents(3),
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, paragraph: { indent: { left: 200 }, border: { left: { style: 'single', size: 18, color: LINE, space: 8 } }, spacing: { before: gap(4), after: gap(8) } } },
      { id: 'CodeBlock', name: 'Code Block', basedOn: 'Normal', quickFormat: true, run: { font: 'Courier New', size: half(8.5) }, paragraph: { indent: { left: 200 }, keepLines: true } },
      small('TableText', 'Table Text', SIZES.table), small('TableHeading', 'Table Heading', SIZES.table, true), small('TableTextDense', 'Table Text Dense', SIZES.dense), small('TableHeadingDense', 'Table Heading Dense', SIZES.dense, true),
      { id: 'TableEnd', name: 'Table End', basedOn: 'Normal', run: { size: 2 }, paragraph: { spacing: { before: 0, after: gap(5), line: 20, lineRule: LineRuleType.EXACT } } },
      { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 16, color: QUIET }, paragraph: { spacing: { before: 0, after: 0 } } },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 16, color: QUIET }, paragraph: { spacing: { before: 0, after: 0 } } },
      { id: 'Notice', name: 'Notice', basedOn: 'Header', run: { size: 16, bold: true, color: NOTICE } },
    ],
    // Ids, paths and digests look like the words around them, since a fixed width would take half a table, but have a style of their own and no spelling.
    characterStyles: [{ id: 'Code', name: 'Code', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { noProof: true } }],
  }
}

const rule = (edge: string): string => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`

/** The style of tables as XML, which docx has no words for. */
export const tableStyle = ({ onePage }: DocumentControl): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="DocumentTable"><w:name w:val="Document Table"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map(rule).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="${onePage ? 20 : 45}" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="${onePage ? 20 : 45}" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${GROUND}"/></w:tcPr></w:tblStylePr></w:style>`
