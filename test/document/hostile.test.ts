import { fromHtml } from 'hast-util-from-html'
import type { Element, RootContent as HtmlContent } from 'hast'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { beforeAll, describe, expect, test } from 'vitest'
import { toDocx } from '../../src/document/docx/to-docx.js'
import { toHtml } from '../../src/document/html/to-html.js'
import { toMarkdown } from '../../src/document/markdown/to-markdown.js'
import { hostileTree as tree, REMARKS } from './hostile-tree.js'
import { bodyOf, named, parsePart, partsOf, valueOf, wordText } from '../golden/docx-reader.js'

let markdown = ''
let html = ''
let word: Uint8Array = new Uint8Array()
beforeAll(async () => {
  markdown = await toMarkdown(tree, {})
  html = await toHtml(tree, {})
  word = await toDocx(tree)
})

const all = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? (node.children as readonly Nodes[]).flatMap(all) : [])] // children of any node are nodes
const elements = (nodes: readonly HtmlContent[]): readonly Element[] => nodes.flatMap((node) => (node.type === 'element' ? [node, ...elements(node.children)] : []))
const textOf = (nodes: readonly HtmlContent[]): string => nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'element' && node.tagName !== 'style' && node.tagName !== 'script' ? textOf(node.children) : '')).join('')
const cellText = (node: Nodes): string => ('value' in node && node.type !== 'html' ? node.value : 'children' in node ? (node.children as readonly Nodes[]).map(cellText).join('') : '') // as above

describe.each(Object.entries(REMARKS))('%s', (_name, [, seen]) => {
  test('is text in Markdown', () => {
    const nodes = all(unified().use(remarkParse).use(remarkGfm).parse(markdown))
    const texts = (type: Nodes['type']): readonly string[] => nodes.filter((node) => node.type === type).map(cellText)
    for (const type of ['heading', 'paragraph', 'tableCell', 'strong'] as const) expect(texts(type), type).toContain(seen)
    // Its column's title, as text and as code.
    expect(texts('tableCell').filter((text) => text === seen).length).toBe(3)
  })
  test('is text in HTML', () => {
    const nodes = elements(fromHtml(html).children as readonly HtmlContent[])
    const texts = (name: string): readonly string[] => nodes.filter(({ tagName }) => tagName === name).map((node) => textOf(node.children))
    for (const name of ['h2', 'p', 'li', 'strong', 'caption', 'th', 'td', 'code']) expect(texts(name), name).toContain(seen)
  })
  test('is text in Word', () => {
    const body = bodyOf(word)
    const paragraphs = named(body, 'w:p').map((paragraph) => ({ style: valueOf(paragraph, 'w:pStyle'), isItem: named(paragraph, 'w:numPr').length > 0, text: wordText(paragraph) }))
    const texts = (style: string): readonly string[] => paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text)
    for (const style of ['Heading1', '', 'TableText', 'TableHeading']) expect(texts(style), style).toContain(seen)
    expect(texts('Caption').some((text) => text.endsWith(`: ${seen}`))).toBe(true)
    expect(texts('Quote')).toContain(`Before ${seen} after`)
    expect(paragraphs.filter(({ isItem }) => isItem).map(({ text }) => text)).toContain(seen)
    expect(named(body, 'w:tblCaption').map((caption) => caption.getAttribute('w:val'))).toContain(seen)
  })
})

test('Markdown holds no markup but our own', () => {
  const nodes = all(unified().use(remarkParse).use(remarkGfm).parse(markdown))
  expect([...new Set(nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])))]).toEqual(['<!-- -->'])
  expect(nodes.filter(({ type }) => ['image', 'footnoteReference', 'footnoteDefinition', 'delete', 'definition', 'linkReference', 'code'].includes(type))).toEqual([])
  expect(nodes.filter(({ type }) => type === 'link')).toEqual([])
  expect(nodes.filter(({ type }) => type === 'heading').length).toBe(Object.keys(REMARKS).length + 1)
  expect(nodes.filter(({ type }) => type === 'table').length).toBe(Object.keys(REMARKS).length)
})

test('nothing in Markdown pings or refers once a forge has rendered it', () => {
  // A forge looks at text nodes of what was rendered: a comment in between keeps them apart.
  const texts = all(unified().use(remarkParse).use(remarkGfm).parse(markdown)).flatMap((node) => (node.type === 'text' ? [node.value] : []))
  expect(texts.filter((text) => /(?:^|[^\w\\])[@#!]\w|https?:\/\/|www\.\w/.test(text))).toEqual([])
})

test('HTML holds one script and no handler, form, frame or foreign address', () => {
  const nodes = elements(fromHtml(html).children as readonly HtmlContent[])
  expect(nodes.filter(({ tagName }) => tagName === 'script').length).toBe(1)
  expect(nodes.filter(({ tagName }) => ['img', 'iframe', 'object', 'embed', 'form', 'link', 'base', 'b'].includes(tagName))).toEqual([])
  expect(nodes.flatMap(({ properties }) => Object.keys(properties).filter((name) => /^on/i.test(name) || name === 'src'))).toEqual([])
  expect(nodes.filter(({ tagName }) => tagName === 'style').length).toBe(1)
})

test('every part of a Word document is well-formed, and holds no field, link, macro or foreign file', () => {
  const parts = partsOf(word)
  for (const [name, xml] of Object.entries(parts)) expect(() => parsePart(xml), name).not.toThrow()
  const body = bodyOf(word)
  expect(named(body, 'w:fldSimple').map((field) => field.getAttribute('w:instr')).filter((words) => words !== ' SEQ Table \\* ARABIC ')).toEqual([])
  expect(named(body, 'w:instrText').length).toBe(0)
  expect(Object.values(parts).join('')).not.toContain('TargetMode="External"')
  expect(Object.keys(parts).filter((name) => /vba|embed|media|ole/i.test(name))).toEqual([])
})

// What a template of a user may hold: there nothing is neutralised.
test('a character that XML has no place for is replaced in Word, wherever it stands', async () => {
  const odd = 'bell \u0007, half \ud800 a pair, no character \ufffe'
  const words = { type: 'text' as const, value: odd }
  const document = { ...tree.data.document, title: odd, subtitle: odd, organization: odd, notice: odd }
  const printed = await toDocx({ type: 'root', data: { document }, children: [
    { type: 'heading', depth: 1, children: [words], data: { id: 'title' } }, { type: 'contents', data: { depth: 2 } }, { type: 'heading', depth: 2, children: [words], data: { id: odd } }, { type: 'code', value: odd }, { type: 'paragraph', children: [{ type: 'inlineCode', value: odd }, { type: 'link', url: 'https://%zz', children: [words] }] },
    { type: 'table', data: { facts: { id: odd, caption: odd, columns: [{ key: 'a', kind: 'text' }] } }, children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [words] }] }] },
  ] })
  for (const [name, xml] of Object.entries(partsOf(printed))) {
    expect(() => parsePart(xml), name).not.toThrow()
    expect(xml, name).not.toMatch(/[\u0007\ufffe]/)
  }
  expect(wordText(bodyOf(printed))).toContain('bell \ufffd, half \ufffd a pair, no character \ufffd')
})
