import { fromHtml } from 'hast-util-from-html'
import type { Element, RootContent as HtmlContent } from 'hast'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/document/cells.js'
import { toHtml } from '../../src/document/html/to-html.js'
import { toMarkdown } from '../../src/document/markdown/to-markdown.js'
import { bullets, code, heading, note, paragraph, strong, table } from '../../src/document/nodes.js'
import type { Block, DocumentTree } from '../../src/document/tree.js'

/** What a remark may hold, and what a reader must see of it: everything, with what cannot be seen replaced by a mark. */
const REMARKS: Readonly<Record<string, readonly [given: string, seen: string]>> = {
  'HTML': ['<script>alert(1)</script><img src=x onerror=alert(2)> &amp; <b>bold</b>', '<script>alert(1)</script><img src=x onerror=alert(2)> &amp; <b>bold</b>'],
  'a Markdown table': ['| a | b |\n| - | - |\n| 1 | 2 |', '| a | b | | - | - | | 1 | 2 |'],
  'Markdown marks': ['# Heading *bold* _it_ `code` ~~gone~~ [link](https://evil.example) ![x](https://evil.example/x.png) [^1] - [ ] task', '# Heading *bold* _it_ `code` ~~gone~~ [link](https://evil.example) ![x](https://evil.example/x.png) [^1] - [ ] task'],
  'links that a forge makes': ['see https://evil.example/a?b=c, www.evil.example, mail@evil.example and javascript:alert(1)', 'see https://evil.example/a?b=c, www.evil.example, mail@evil.example and javascript:alert(1)'],
  'mentions and references': ['@acme/grc please look at #12 and !34', '@acme/grc please look at #12 and !34'],
  'a formula': ['=cmd|\'/C calc\'!A0', '=cmd|\'/C calc\'!A0'],
  'more formulas': ['+1+1 and -2 and @SUM(A1) and =1', '+1+1 and -2 and @SUM(A1) and =1'],
  'a comment that is a slot': ['<!-- slot: gap-list --> <!-- -->', '<!-- slot: gap-list --> <!-- -->'],
  'a word of ten thousand characters': ['x'.repeat(10_000), 'x'.repeat(10_000)],
  'emoji': ['all good 👍🏽 👩‍💻', 'all good 👍🏽 👩‍💻'],
  'right to left': ['\u05e9\u05dc\u05d5\u05dd 123', '\u05e9\u05dc\u05d5\u05dd 123'],
  'bidirectional overrides': ['safe \u202eetirw\u202c end \u2066x\u2069', 'safe \ufffdetirw\ufffd end \ufffdx\ufffd'],
  'control characters': ['bell \u0007 escape \u001b[31m nul', 'bell \ufffd escape \ufffd[31m nul'],
  'what nobody sees': ['in\u200bvisible so\u00adft \u{e0041}tag', 'in\ufffdvisible so\ufffdft \ufffdtag'],
  'entities and backslashes': ['&lt;b&gt; \\| \\` \\\\ &#x41; C:\\temp', '&lt;b&gt; \\| \\` \\\\ &#x41; C:\\temp'],
  'the end of a style and a script': ['</style></script><style>*{display:none}</style>]]>', '</style></script><style>*{display:none}</style>]]>'],
}

// Each remark in every place where the words of a file can stand: a heading, a paragraph, a list, a note, a caption, a cell as text and as code.
const children = Object.values(REMARKS).flatMap(([given], index): Block[] => [
  heading(2, `h-${index}`, given), paragraph(given), bullets([given]), note(run('Before ', strong(given), ' after')),
  table({ id: `t-${index}`, caption: given, columns: [{ key: 'text', kind: 'text', heads: true }, { key: 'code', kind: 'text' }] }, ['Text', given], [[given, code(given)], [run('x', given), run(given, 'x')]]),
])
const tree: DocumentTree = {
  type: 'root', children: [heading(1, 'title', 'Hostile'), ...children] as DocumentTree['children'], // what sections return
  data: { document: { id: 'hostile', title: 'Hostile', subtitle: '', language: 'en', organization: '</title><script>alert(3)</script>', asOf: '2026-09-30', catalog: { id: 'c', version: '1.0.0' }, tool: { name: 'muster', version: '0' }, notice: 'a"; } </style><script>alert(4)</script>' } },
}

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
