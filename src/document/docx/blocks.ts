import { HeadingLevel, ImportedXmlComponent, Paragraph, SimpleField, type FileChild, type IContext, type IParagraphOptions } from 'docx'
import type { List, RootContent, Table } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'
import { repeatsHeading } from '../repeats-heading.js'
import { textsIn } from '../texts/index.js'
import type { DocumentTree } from '../tree.js'
import type { Bookmarks } from './bookmarks.js'
import { contentsXml } from './contents-xml.js'
import { figureOf, type Pictures } from './figures.js'
import { beginsAtRight, inlineRuns, textRun } from './inline-runs.js'
import { textWidth, type Page } from './paper.js'
import { layOut, tableXml } from './table-xml.js'

/** What blocks are printed with. `place` keeps for later what is written as XML, and returns what stands in its place. */
export type BlockSetting = { readonly tree: DocumentTree; readonly bookmarks: Bookmarks; readonly pictures: Pictures; readonly page: Page; readonly place: (xml: () => Iterable<string>) => FileChild; readonly context: () => IContext; readonly countTable: () => number; readonly countFigure: () => number; readonly countList: () => number }

const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const

/** The blocks of a part of a document. */
export function blocksOf(nodes: readonly RootContent[], setting: BlockSetting): FileChild[] {
  const printed: FileChild[] = []
  let breaks = false
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'pageBreak') breaks = printed.length > 0
    const introduces = node.type === 'paragraph' && TABLES.has(nodes[index + 1]?.type ?? '')
    const blocks = blockOf(node, setting, { ...(breaks && { pageBreakBefore: true }), ...(introduces && { keepNext: true }) })
    if (blocks.length > 0) breaks = false
    printed.push(...blocks)
  }
  return printed
}

const TABLES: ReadonlySet<string> = new Set(['table', 'chart'])

function blockOf(node: RootContent, setting: BlockSetting, options: IParagraphOptions): readonly FileChild[] {
  const { tree, bookmarks, pictures, page, place, countFigure } = setting
  switch (node.type) {
    case 'heading': return [new Paragraph({ ...options, heading: HEADINGS[node.depth - 1] ?? HeadingLevel.HEADING_5, ...direction(node), children: bookmarks.around(node.data?.id, inlineRuns(node.children, bookmarks)) })]
    case 'paragraph': return [new Paragraph({ ...options, ...direction(node), children: inlineRuns(node.children, bookmarks) })]
    case 'blockquote': return node.children.flatMap((child) => blockOf(child, setting, { ...options, style: 'Quote' }))
    case 'code': return [new Paragraph({ ...options, style: 'CodeBlock', children: node.value.split('\n').map((line, index) => textRun(line, { noProof: true, ...(index > 0 && { break: 1 }) })) })]
    case 'thematicBreak': return [new Paragraph({ ...options, thematicBreak: true })]
    case 'list': return listOf(node, setting, options, 0)
    case 'table': return tableOf(node, setting, options)
    case 'contents': return [place(() => [contentsXml(tree, { depth: node.data.depth, bookmarks, width: textWidth(page), pageBreak: options.pageBreakBefore === true })])]
    case 'chart': {
      const picture = pictures.get(node.data.id)
      return picture === undefined ? [] : figureOf(node.data, picture, { tree, bookmarks, page, number: countFigure() }, options)
    }
    default: return [] // a page break is what the next block begins with
  }
}

const direction = (node: RootContent): IParagraphOptions => (beginsAtRight(plainTextOf(node)) ? { bidirectional: true } : {})

function listOf(list: List, setting: BlockSetting, options: IParagraphOptions, level: number): readonly FileChild[] {
  const instance = list.ordered ? setting.countList() : 0
  const numbering = { reference: list.ordered ? 'numbers' : 'bullets', level, instance }
  return list.children.flatMap((item) => item.children.flatMap((child, index): readonly FileChild[] => {
    if (child.type === 'list') return listOf(child, setting, options, Math.min(level + 1, LEVELS - 1))
    if (child.type !== 'paragraph' || index > 0) return blockOf(child, setting, { ...options, indent: { left: INDENT * (level + 1) } })
    const box = typeof item.checked === 'boolean' ? [textRun(item.checked ? '☑ ' : '☐ ')] : []
    return [new Paragraph({ ...options, ...direction(child), numbering, spacing: { after: 40 }, children: [...box, ...inlineRuns(child.children, setting.bookmarks)] })]
  }))
}

/** How deep lists can stand in each other, and how far each is set in. */
export const LEVELS = 4
export const INDENT = 360

// Two tables without a paragraph between them would become one.
function tableOf(node: Table, { tree, bookmarks, page, place, context, countTable }: BlockSetting, options: IParagraphOptions): readonly FileChild[] {
  const { printer } = textsIn(tree.data.document.language)
  const layout = layOut(node, textWidth(page), tree.data.document.onePage === true)
  const { facts: { id, caption }, parts } = layout
  const quiet = parts.length === 1 && (caption === '' || repeatsHeading(tree, tree.children.indexOf(node)))
  const above = (words: string, first: boolean): Paragraph => {
    const numbered = quiet ? [] : [textRun(`${printer.table} `), new SimpleField(' SEQ Table \\* ARABIC ', String(countTable())), textRun(words === '' ? '' : `: ${words}`)]
    return new Paragraph({ ...(first && options), style: quiet ? 'TableEnd' : 'Caption', keepNext: true, children: first ? bookmarks.around(id, numbered) : numbered })
  }
  return parts.flatMap((columns, index) => {
    const words = parts.length === 1 ? caption : `${caption} ${printer.part(index + 1, parts.length)}`.trim()
    return [above(words, index === 0), place(() => tableXml(node, layout, columns, { bookmarks, height: page.height - page.top - page.bottom, caption: words, context: context() })), new Paragraph({ style: 'TableEnd' })]
  })
}

/** A place in the document for XML that is put there when docx has written the rest: nothing that is text can look like it. */
export const placeholder = (number: number): FileChild => new ImportedXmlComponent('placeholder', { number: String(number) }) as unknown as FileChild // what docx asks of a child of a section is a mark that it never reads

/** What stands in a place of that number. */
export const placeholderXml = (number: number): string => `<placeholder number="${number}"/>`
