import type { Blockquote, Break, Emphasis, InlineCode, Link, List, Paragraph, Strong, TableCell, TableRow, Text } from 'mdast'
import { neutralise } from '../source/control-characters.js'
import type { Block, Chart, ChartFacts, DocumentHeading, DocumentTable, Inline, PageBreak, TableFacts } from './tree.js'

/** A cell, a field or a sentence: text, or inline nodes. */
export type Content = string | Inline | readonly Inline[]

/** Text from anywhere, on one line, with what could steer a terminal, hide or reorder it replaced by a visible mark. The one way for facts into the tree. */
export const text = (value: string): Text => ({ type: 'text', value: plain(value) })

/** The same in a fixed-width face: ids, paths, digests. */
export const code = (value: string): InlineCode => ({ type: 'inlineCode', value: plain(value).trim() })

// Tag characters and variation selectors beyond the first print nothing; half of a surrogate pair is no character.
const INVISIBLE = /[\ud800-\udfff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0e\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu

/** Text from anywhere on one line, for what is no node: a caption, a title. */
export const plain = (value: string): string => neutralise(value.replace(/\s+/g, ' ')).replace(INVISIBLE, '\ufffd')

/** Content as inline nodes. */
export const inlines = (content: Content): Inline[] => (typeof content === 'string' ? [text(content.trim())] : 'type' in content ? [content] : [...content])

export const strong = (content: Content): Strong => ({ type: 'strong', children: inlines(content) })
export const emphasis = (content: Content): Emphasis => ({ type: 'emphasis', children: inlines(content) })
export const lineBreak = (): Break => ({ type: 'break' })
export const pageBreak = (): PageBreak => ({ type: 'pageBreak' })

/** A link to another part of the document, `#id`, or to an `https:` address that the library states. */
export const link = (url: string, content: Content): Inline => (/^(#|https:\/\/)/.test(url) ? ({ type: 'link', url, children: inlines(content) } satisfies Link as Link) : text(`${url}`))

export const paragraph = (content: Content): Paragraph => ({ type: 'paragraph', children: inlines(content) })
export const note = (content: Content): Blockquote => ({ type: 'blockquote', children: [paragraph(content)] })
export const bullets = (items: readonly Content[]): List => ({ type: 'list', ordered: false, spread: false, children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })) })
export const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, id: string, content: Content): DocumentHeading => ({ type: 'heading', depth, data: { id }, children: inlines(content) })
export const chart = ({ title, alt, categories, series, ...data }: ChartFacts): Chart =>
  ({ type: 'chart', data: { ...data, title: plain(title), alt: plain(alt), categories: categories.map(plain), series: series.map((one) => ({ ...one, name: plain(one.name) })) } })

const cell = (content: Content): TableCell => ({ type: 'tableCell', children: inlines(content) as TableCell['children'] }) // phrasing content, which is what a cell holds
const row = (cells: readonly Content[]): TableRow => ({ type: 'tableRow', children: cells.map(cell) })

/** A table: what printers know of it, its header row and its rows. */
export function table(facts: TableFacts, titles: readonly string[], rows: readonly (readonly Content[])[]): DocumentTable {
  const align = facts.columns.map(({ kind }) => (kind === 'count' || kind === 'number' ? 'right' as const : null))
  return { type: 'table', align, data: { facts: { ...facts, caption: plain(facts.caption).trim() } }, children: [row(titles), ...rows.map(row)] }
}

/** Several contents in one cell, one per line. */
export const lines = (contents: readonly Content[]): Inline[] => contents.flatMap((content, index) => (index === 0 ? inlines(content) : [lineBreak(), ...inlines(content)]))

/** All blocks of several sections. */
export const blocks = (...parts: readonly (Block | readonly Block[] | undefined)[]): Block[] => parts.flatMap((part) => (part === undefined ? [] : 'type' in part ? [part] : [...part]))
