import type { Heading } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'
import { textsIn } from '../texts/index.js'
import type { DocumentTree } from '../tree.js'
import type { Bookmarks } from './bookmarks.js'
import { escaped } from './xml-text.js'

/** What the table of contents is printed with: the deepest headings that it lists, and whether it begins a page. */
export type ContentsSetting = { readonly depth: 2 | 3 | 4; readonly bookmarks: Bookmarks; readonly width: number; readonly pageBreak: boolean }

/**
 * The table of contents as XML: the field of Word, with its entries as links. Which page a heading is on only a program that lays out pages can know, and both Word and
 * LibreOffice say so when the field is updated. Nothing asks for that when the document is opened, because Word would warn of other files first.
 */
export function contentsXml({ children, data: { document } }: DocumentTree, { depth, bookmarks, width, pageBreak }: ContentsSetting): string {
  const headings = children.filter((node): node is Heading => node.type === 'heading' && node.depth >= 2 && node.depth <= depth)
  const begin = `${field('begin')}${instruction(`TOC \\o "1-${depth - 1}" \\h \\z \\u`)}${field('separate')}`
  const entries = headings.map((heading, index) => {
    const anchor = bookmarks.nameOf(heading.data?.id ?? '') ?? ''
    const page = `${field('begin')}${instruction(`PAGEREF ${anchor} \\h`)}${field('separate')}<w:r><w:t/></w:r>${field('end')}`
    return `<w:p><w:pPr><w:pStyle w:val="TOC${heading.depth - 1}"/><w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs></w:pPr>${index === 0 ? begin : ''}<w:hyperlink w:anchor="${anchor}" w:history="1"><w:r><w:t xml:space="preserve">${escaped(plainTextOf(heading))}</w:t></w:r><w:r><w:tab/></w:r>${page}</w:hyperlink>${index === headings.length - 1 ? field('end') : ''}</w:p>`
  })
  const title = `<w:p><w:pPr><w:pStyle w:val="TOCHeading"/>${pageBreak ? '<w:pageBreakBefore/>' : ''}</w:pPr><w:r><w:t>${escaped(textsIn(document.language).printer.contents)}</w:t></w:r></w:p>`
  return entries.length === 0 ? '' : `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${title}${entries.join('')}</w:sdtContent></w:sdt>`
}

const field = (type: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (words: string): string => `<w:r><w:instrText xml:space="preserve"> ${escaped(words)} </w:instrText></w:r>`
