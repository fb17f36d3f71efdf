import type { Feature, Image } from 'write-excel-file/node'
import type { DocumentControl } from '../tree.js'
import { textsIn } from '../texts/index.js'
import { columnLetters } from './column-letters.js'
import { paperFor, PAPER_SIZES } from './paper.js'
import { NO_CHARACTER } from './safe-string.js'

/** What a sheet has around its cells. */
export type SheetFrame = {
  readonly name: string
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Rows with the header. */
  readonly rows: number
  readonly filter: boolean
  readonly wide: boolean
  /** Cells that lead to another sheet. */
  readonly links: readonly { readonly cell: string; readonly sheet: string; readonly row: number }[]
}

/** Filters, links between sheets, and what stands on paper: the header row and the notice on every page, and the columns on as few as can be read. The writer knows none of them. */
export function sheetFrames(frames: readonly SheetFrame[], document: DocumentControl): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (xml, _options, { sheetIndex }) => (frames[sheetIndex] ? framed(xml, frames[sheetIndex], document) : xml) },
        'xl/workbook.xml': { transform: (xml) => xml.replace(/<definedNames\s*\/>/, `<definedNames>${definedNames(frames)}</definedNames>`) },
        '[Content_Types].xml': { insert: () => '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' },
        '_rels/.rels': { insert: () => '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' },
      },
      write: { files: () => ({ 'docProps/core.xml': core(document) }) },
    },
  }
}

// The order of the elements is that of the schema; a reader refuses any other.
function framed(xml: string, { widths, rows, filter, wide, links }: SheetFrame, document: DocumentControl): string {
  const area = `A1:${columnLetters(widths.length - 1)}${rows}`
  const { size, across, pages } = paperFor(widths, wide)
  const behind = [
    filter ? `<autoFilter ref="${area}"/>` : '',
    links.length > 0 ? `<hyperlinks>${links.map(({ cell, sheet, row }) => `<hyperlink ref="${cell}" location="${escape(`${quoted(sheet)}!A${row}`)}" display="${escape(sheet)}"/>`).join('')}</hyperlinks>` : '',
    `<pageMargins left="0.5" right="0.5" top="${document.notice === undefined ? '0.8' : '1.1'}" bottom="0.7" header="0.35" footer="0.35"/>`,
    `<pageSetup paperSize="${PAPER_SIZES[size]}" orientation="${across ? 'landscape' : 'portrait'}" fitToWidth="${pages}" fitToHeight="0"/>`,
    headerFooter(document),
  ].join('')
  return xml
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/xSplit="0"/, '').replace(/(<pane (?![^>]*xSplit)[^>]*activePane=)"bottomRight"/, '$1"bottomLeft"') // one pane is frozen where only the header is
    .replace('</sheetData>', () => `</sheetData>${behind}`)
}

function headerFooter({ title, subtitle, organization, notice, asOf, tool, language }: DocumentControl): string {
  const { printer } = textsIn(language)
  // The field takes 255 characters, and `&` begins a code.
  const whose = `&L&8 ${plain(`${organization} · ${title.includes(subtitle) ? title : `${title}: ${subtitle}`}`, 90)}`
  // Below it and not at the right side, where the two would meet.
  const header = notice === undefined ? whose : `${whose}\n${inLines(plain(notice, HEADER - whose.length))}`
  const footer = `&L&8 ${plain(`${printer.asOf} ${asOf} · ${tool.name} ${tool.version}`, 90)}&R&8${printer.page} &P ${printer.of} &N`
  return `<headerFooter scaleWithDoc="0"><oddHeader>${escape(header)}</oddHeader><oddFooter>${escape(footer)}</oddFooter></headerFooter>`
}

// Half of a pair is neither a character nor a sign.
function plain(text: string, longest: number): string {
  const doubled = text.replaceAll('&', '&&')
  return doubled.length <= longest ? doubled : `${doubled.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '').replace(/(^|[^&])((?:&&)*)&$/, '$1$2')}…`
}

const HEADER = 250
const LINE = 110

// As long as a page is wide; no reader does it itself.
const inLines = (text: string): string => text.split(' ').reduce((lines, word) => (lines.length - lines.lastIndexOf('\n') + word.length > LINE ? `${lines}\n${word}` : `${lines} ${word}`))

const definedNames = (frames: readonly SheetFrame[]): string => frames.flatMap(({ name, widths, rows, filter, wide }, index) => {
  const sheet = quoted(name)
  // Where columns go on on another page, the first one says there which row it is.
  const titles = `${paperFor(widths, wide).pages > 1 ? `${sheet}!$A:$A,` : ''}${sheet}!$1:$1`
  return [
    ...(filter ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escape(`${sheet}!$A$1:$${columnLetters(widths.length - 1)}$${rows}`)}</definedName>`] : []),
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escape(titles)}</definedName>`,
  ]
}).join('')

const core = ({ title, organization, asOf, tool }: DocumentControl): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:creator>${escape(`${organization}, ${tool.name} ${tool.version}`)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${asOf}T12:00:00Z</dcterms:created></cp:coreProperties>`

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

const escape = (text: string): string => text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
