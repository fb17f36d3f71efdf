import type { RootContent, Table } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'
import { isToFillIn } from './column-widths.js'
import { linesOf } from './lines-of.js'
import { pageOf, textWidth, type Paper } from './paper.js'
import { layOut } from './table-xml.js'

/** What stands on pages that lie alike. */
export type PagePart = { readonly paper: Paper; readonly children: readonly RootContent[] }

const SMALL = 4
const FEW = 7
const MANY = 9
const MANY_WORDS = 150
const FEW_WORDS = 1500
const LOOKED_AT = 100
const FEW_ROWS = 10
const COLUMNS_OF_FORM = 3

/** A document by how its pages lie: a wide table takes its headings and what stands below the same heading along to a landscape page. */
export function pageParts(children: readonly RootContent[], onePage: boolean): readonly PagePart[] {
  const passages = passagesOf(children).map((passage): PagePart => ({ paper: paperOf(passage, onePage), children: passage }))
  // A short text between two landscape tables would have a page for itself.
  const settled = passages.map((part, index): PagePart => {
    const [before, after] = [passages[index - 1]?.paper, passages[index + 1]?.paper]
    return before !== undefined && before !== 'portrait' && before === after && isSmall(part) ? { ...part, paper: before } : part
  })
  const parts: PagePart[] = []
  for (const { paper, children } of settled) {
    const last = parts.at(-1)
    if (last?.paper === paper) parts[parts.length - 1] = { paper, children: [...last.children, ...children] }
    else parts.push({ paper, children })
  }
  return parts
}

// A passage begins with a heading, or with several that follow each other.
function passagesOf(children: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const passages: RootContent[][] = [[]]
  for (const node of children) {
    const last = passages.at(-1)
    if (last === undefined || (node.type === 'heading' && last.length > 0 && last.at(-1)?.type !== 'heading')) passages.push([node])
    else last.push(node)
  }
  return passages
}

const PAPERS: readonly Paper[] = ['portrait', 'landscape', 'large']

const paperOf = (passage: readonly RootContent[], onePage: boolean): Paper => PAPERS[Math.max(0, ...passage.flatMap((node) => (node.type === 'table' ? [needed(node, onePage)] : [])))] ?? 'large'

// The smallest page on which all columns stand side by side; where none is, the largest.
function needed(table: Table, onePage: boolean): number {
  const from = (table.data?.facts?.wide && needsRoom(table)) || isForm(table) ? 1 : 0
  const fitting = PAPERS.findIndex((paper, index) => index >= from && layOut(table, textWidth(pageOf(paper, onePage)), onePage).parts.length === 1)
  return fitting < 0 ? PAPERS.length - 1 : fitting
}

// One of few words, or of few columns and few words in each row, is easier to read on a page that stands upright, where it leaves no page half empty.
function needsRoom({ data, children: [, ...rows] }: Table): boolean {
  const lengths = rows.slice(0, LOOKED_AT).map((row) => row.children.reduce((length, cell) => length + Math.max(...linesOf(cell).map((line) => line.length)), 0))
  const all = lengths.reduce((sum, one) => sum + one, 0)
  const columns = data?.facts?.columns.length ?? 0
  return columns > MANY || (all > FEW_WORDS && (columns > FEW || all / lengths.length > MANY_WORDS))
}

// Where somebody will write in several columns of many rows.
function isForm({ data, children: [, ...rows] }: Table): boolean {
  if (rows.length <= FEW_ROWS) return false
  return (data?.facts?.columns ?? []).filter(({ kind }, index) => isToFillIn(rows.map(({ children }) => plainTextOf(children[index] ?? { type: 'text', value: '' })), kind)).length >= COLUMNS_OF_FORM
}

const isSmall = ({ children }: PagePart): boolean => children.length <= SMALL && children.every((node) => node.type !== 'table' || node.children.length <= SMALL)
