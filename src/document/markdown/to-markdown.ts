import type { Heading, Nodes, Parents, Root, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { plainTextOf } from '../plain-text-of.js'
import { repeatsHeading } from '../repeats-heading.js'
import { textsIn } from '../texts/index.js'
import type { Chart, Contents, DocumentTree, PrinterSeams } from '../tree.js'
import { forgeSlugs } from './forge-slugs.js'
import { printTable } from './markdown-table.js'
import { fenced, isPlain, quietText } from './quiet-text.js'

type Handlers = NonNullable<Options['handlers']>
type Handle = NonNullable<Handlers['text']>

/** Prints a document as Markdown that reads well on a forge and in a diff: one row per line, nothing padded. */
export async function toMarkdown(tree: DocumentTree, { chartFile }: PrinterSeams): Promise<string> {
  const slugs = forgeSlugs(tree)
  const { document } = tree.data
  const { printer } = textsIn(document.language)
  const handlers: Record<string, Handle> = {
    text: (node: Extract<Nodes, { type: 'text' }>, _parent: Parents | undefined, state, info) => (state.stack.includes('tableCell') && isPlain(node.value) ? node.value : quietText(state.safe(node.value, info))),
    // Nothing in a table can stand for a bar behind a backslash in a fixed width.
    inlineCode: (node: Extract<Nodes, { type: 'inlineCode' }>, _parent: Parents | undefined, state, info) => (state.stack.includes('tableCell') && node.value.includes('\\|') ? quietText(state.safe(node.value, info)) : fenced(node.value, state.stack.includes('tableCell'))),
    table: printTable,
    break: (_node, _parent, state) => (state.stack.includes('tableCell') ? '<br>' : '\\\n'),
    link: (node: Extract<Nodes, { type: 'link' }>, _parent: Parents | undefined, state, info) => linkTo(node, slugs, state, info),
    chart: (node: Chart, _parent: Parents | undefined, state, info) => (chartFile ? `![${state.safe(node.data.alt, { ...info, before: '[', after: ']' })}](${chartFile(node.data)})` : ''),
    pageBreak: () => '',
    contents: (node: Contents) => `**${printer.contents}**\n\n${contentsOf(tree, node.data.depth, slugs).join('\n')}`,
  }
  const printed = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true, handlers, join: [] }).stringify(withCaptions(tree) as Root)
  return printed.replace(/\n{3,}/g, '\n\n')
}

function linkTo(node: Extract<Nodes, { type: 'link' }>, slugs: ReadonlyMap<string, string>, state: Parameters<Handle>[2], info: Parameters<Handle>[3]): string {
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  if (plainTextOf(node) === node.url && /^https:[^\s<>|]+$/.test(node.url)) return `<${node.url}>`
  if (!node.url.startsWith('#')) return `[${words}](${encodeURI(decodeURI(node.url)).replace(/[()|<>]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)})`
  const slug = slugs.get(node.url.slice(1))
  return slug === undefined ? words : `[${words}](#${slug})`
}

// A caption is a line of its own above its table, and the notice stands below the title.
function withCaptions(tree: DocumentTree): Nodes {
  const { notice } = tree.data.document
  const children = tree.children.flatMap((node, index): Nodes[] => {
    if (node.type === 'table') return repeatsHeading(tree, index) ? [node] : [...captionOf(node), node]
    if (node.type !== 'heading' || node.depth !== 1 || notice === undefined) return [node]
    return [node, { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: notice }] }] }] }]
  })
  return { ...tree, children: children as Root['children'] } // what stood in a root, and paragraphs
}

const captionOf = ({ data }: Table): Nodes[] =>
  data?.facts === undefined || data.facts.caption === '' ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: data.facts.caption }] }] }]

const contentsOf = (tree: DocumentTree, depth: number, slugs: ReadonlyMap<string, string>): readonly string[] =>
  tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth >= 2 && node.depth <= depth)
    .map((heading) => `${'  '.repeat(heading.depth - 2)}- [${plainTextOf(heading).replace(/[\\[\]<>`*_|]/g, '\\$&')}](#${slugs.get(heading.data?.id ?? '') ?? ''})`)
