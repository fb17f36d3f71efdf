import { fromHtml } from 'hast-util-from-html'
import type { Element, RootContent as HtmlContent } from 'hast'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/document/html/to-html.js'
import { toMarkdown } from '../../src/document/markdown/to-markdown.js'
import { hostileTree as tree, REMARKS } from './hostile-tree.js'

let markdown = ''
let html = ''
beforeAll(async () => {
  markdown = await toMarkdown(tree, {})
  html = await toHtml(tree, {})
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
