import type { Element, ElementContent } from 'hast'
import { toHtml as serialise } from 'hast-util-to-html'
import type { Heading, Nodes, RootContent, Table } from 'mdast'
import { toHast, type Handlers, type State } from 'mdast-util-to-hast'
import { sha256 } from '../../model/digest.js'
import { plainTextOf } from '../plain-text-of.js'
import { repeatsHeading } from '../repeats-heading.js'
import { textsIn } from '../texts/index.js'
import type { Chart, Contents, DocumentTree, PrinterSeams } from '../tree.js'
import { element } from './element.js'
import { htmlTable, VAST, type TableSource } from './html-table.js'
import { filterScript } from './script.js'
import { styleOf } from './style.js'

/** Prints a document as one page that needs nothing else: no other file, no network, and no script to be read. */
export async function toHtml(tree: DocumentTree, { renderChart }: PrinterSeams): Promise<string> {
  const { document } = tree.data
  const texts = textsIn(document.language)
  const quiet = new Set(tree.children.filter((node, index): node is Table => node.type === 'table' && repeatsHeading(tree, index)))
  const handlers: Handlers = {
    heading: (state: State, node: Heading) => element(`h${node.depth}`, { ...(node.data?.id !== undefined && { id: node.data.id }) }, ...contentOf(state, node)),
    table: (state: State, node: Table) => (node.data?.facts ? htmlTable(node.data.facts, sourceOf(state, node), texts, quiet.has(node)) : undefined),
    inlineCode: (_state: State, node: Extract<Nodes, { type: 'inlineCode' }>) => element('code', {}, ...breakable(node.value)),
    link: (state: State, node: Extract<Nodes, { type: 'link' }>) => (/^(#|https:\/\/)/.test(node.url) ? element('a', { href: node.url, ...(node.url.startsWith('#') ? {} : { rel: ['noreferrer'] }) }, ...contentOf(state, node)) : contentOf(state, node)),
    chart: (_state: State, { data }: Chart) => (renderChart ? element('figure', { className: ['chart'], id: data.id }, { type: 'raw', value: renderChart(data) }) : undefined),
    pageBreak: () => element('div', { style: 'break-after: page' }),
    contents: (_state: State, { data }: Contents) => element('nav', { ariaLabel: texts.printer.contents }, listOf(headingsOf(tree, data.depth))),
  }
  const body = sectionsOf(tree).map(({ className, labelledBy, children }) => {
    const content = toHast({ type: 'root', children: [...children] }, { handlers })
    return element(labelledBy === undefined ? 'div' : 'section', { ...(className && { className: [className] }), ...(labelledBy !== undefined && { ariaLabelledBy: [labelledBy] }) }, ...('children' in content ? (content.children as ElementContent[]) : [])) // a root holds no doctype here
  })
  return `<!doctype html>\n${serialise(pageOf(tree, body), { allowDangerousHtml: true })}\n`
}

// What a handler is given are phrasing nodes, so what comes back are elements, texts and comments.
const contentOf = (state: State, node: Parameters<State['all']>[0]): ElementContent[] => state.all(node)

// A path may go on on the next line behind a slash.
const breakable = (path: string): (ElementContent | string)[] => path.split(/(?<=\/)/).flatMap((part, index) => (index === 0 ? [part] : [element('wbr', {}), part]))

function sourceOf(state: State, { children: [titles, ...rows] }: Table): TableSource {
  const htmlOf = (row: Table['children'][number] | undefined): ElementContent[][] => (row?.children ?? []).map((cell) => contentOf(state, cell))
  return { titles: htmlOf(titles), rows: lazily(rows, htmlOf), texts: rows.slice(0, LOOKED_AT).map((row) => row.children.map(plainTextOf)) }
}

// Rows from which the widths of columns are taken.
const LOOKED_AT = 200

function* lazily<T, U>(items: readonly T[], make: (item: T) => U): Generator<U> {
  for (const item of items) yield make(item)
}

type Part = { readonly className?: 'wide' | 'vast'; readonly labelledBy?: string; readonly children: readonly RootContent[] }

// One section for each heading of depth 2, so that a wide table takes its heading along to its landscape page.
function sectionsOf({ children }: DocumentTree): readonly Part[] {
  const parts: { labelledBy?: string; children: RootContent[] }[] = [{ children: [] }]
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 2) parts.push({ ...(node.data?.id !== undefined && { labelledBy: node.data.id }), children: [node] })
    else parts.at(-1)?.children.push(node)
  }
  return parts.map((part) => {
    const wide = part.children.filter((node): node is Table => node.type === 'table' && node.data?.facts?.wide === true)
    const vast = wide.some((node) => (node.data?.facts?.columns.length ?? 0) > VAST)
    return { ...part, ...(wide.length > 0 && { className: vast ? 'vast' as const : 'wide' as const }) }
  })
}

const headingsOf = ({ children }: DocumentTree, depth: number): readonly Heading[] => children.filter((node): node is Heading => node.type === 'heading' && node.depth >= 2 && node.depth <= depth)

function listOf(headings: readonly Heading[]): Element {
  const items: Element[] = []
  for (const [index, heading] of headings.entries()) {
    const [first] = headings
    if (first === undefined || heading.depth > first.depth) continue
    const next = headings.findIndex((other, at) => at > index && other.depth <= heading.depth)
    const below = headings.slice(index + 1, next < 0 ? undefined : next)
    items.push(element('li', {}, element('a', { href: `#${heading.data?.id ?? ''}` }, plainTextOf(heading)), ...(below.length > 0 ? [listOf(below)] : [])))
  }
  return element('ol', {}, ...items)
}

function pageOf({ data: { document } }: DocumentTree, body: readonly Element[]): Element {
  const { title, language, organization, asOf, notice, tool, onePage } = document
  const { printer } = textsIn(language)
  const hash = Buffer.from(sha256(filterScript), 'hex').toString('base64')
  const meta = (name: string, content: string): Element => element('meta', { name, content })
  return element('html', { lang: language },
    element('head', {},
      element('meta', { charSet: 'utf-8' }),
      // Charts and column widths carry styles of their own; nothing else is let in.
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'` }),
      meta('viewport', 'width=device-width, initial-scale=1'), meta('color-scheme', 'light dark'), meta('referrer', 'no-referrer'), meta('generator', `${tool.name} ${tool.version}`),
      element('title', {}, `${title} · ${organization}`),
      element('style', {}, styleOf(document))),
    element('body', { className: onePage ? ['one-page'] : [] },
      element('a', { className: ['skip'], href: '#muster-document' }, printer.skip),
      element('header', { className: ['frame'] }, element('p', {}, `${organization} · ${printer.asOf} ${asOf}`)),
      element('main', { className: ['frame'], id: 'muster-document', tabIndex: -1 }, ...(notice === undefined ? [] : [element('p', { className: ['notice'] }, notice)]), ...body),
      element('footer', { className: ['frame'] }, element('p', {}, `${title} · ${organization} · ${printer.asOf} ${asOf} · ${tool.name} ${tool.version}`)),
      element('script', {}, filterScript)))
}
