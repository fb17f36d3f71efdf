import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Checked } from '../source/checked.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import type { DocumentContext } from './context.js'
import { plainEditionName } from './edition-name.js'
import { headingAnchors } from './heading-anchors.js'
import { plain } from './nodes.js'
import { plainTextOf } from './plain-text-of.js'
import { withUniqueIds } from './unique-ids.js'
import { readSlot, resolveSlot, type SlotFault } from './read-slot.js'
import type { Section, SlotPlace } from './section.js'
import type { Template } from './template.js'
import type { DocumentControl, DocumentTree } from './tree.js'

const DOCS = 'https://github.com/passmuster/passmuster/blob/main/docs/documents.md#templates'

/** Fills the slots of a template. With a diagnostic there is no document: a report with a hole in it would look complete. */
export function composeDocument(template: Template, sections: readonly Section[], context: DocumentContext): Checked<DocumentTree> {
  const diagnostics: Diagnostic[] = []
  const tell = (node: Nodes, fault: Omit<SlotFault, 'code'> & { readonly code: SlotFault['code'] | 'html-in-template' | 'not-printable' }): void => { diagnostics.push(diagnose(template, node, fault)) }
  const anchors = headingAnchors()
  let place: SlotPlace = { depth: 2, anchor: 'document', title: '' }

  const fill = (node: RootContent): readonly RootContent[] => {
    if (node.type === 'html') return fillBlock(node)
    if (node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'html' && isBlockSlot(node.children[0].value)) return fillBlock(node.children[0])
    if (UNPRINTABLE.has(node.type)) {
      tell(node, { code: 'not-printable', message: `A document cannot hold ${WORDS[node.type] ?? `a node of type ${node.type}`}.`, hint: 'Remove it, or say it in a paragraph, a list or a table.' })
      return []
    }
    const filled = fillWithin(node)
    if (filled.type !== 'heading') return [filled]
    const anchor = anchors(plainTextOf(filled))
    place = { depth: deeper(filled.depth), anchor, title: filled.depth === 1 ? plainTextOf(filled) : place.title }
    return [{ ...filled, data: { ...filled.data, id: anchor } }]
  }

  const isBlockSlot = (comment: string): boolean => sections.some(({ name, kind }) => kind === 'block' && name === readSlot(comment)?.name)

  const fillBlock = (node: Nodes & { readonly value: string }): readonly RootContent[] => {
    const slot = readSlot(node.value)
    if (slot === undefined) return comment(node)
    const found = resolveSlot(slot, sections, context.library, false)
    if ('faults' in found) {
      for (const fault of found.faults) tell(node, fault)
      return []
    }
    const { section, values } = found
    const blocks = section.kind === 'block' ? section.render(context, values, place) : [{ type: 'paragraph' as const, children: [...section.render(context)] }]
    for (const block of blocks) if (block.type === 'heading' && block.data?.id !== undefined) anchors.take(block.data.id)
    return blocks as readonly RootContent[] // a block is a child of a root
  }

  // Every other comment is a note to those who edit the template.
  const comment = (node: Nodes & { readonly value: string }): readonly RootContent[] => {
    if (!/^<!--[\s\S]*-->$/.test(node.value.trim())) tell(node, { code: 'html-in-template', message: 'A template holds no HTML: only three of the four formats could print it.', hint: 'Write it in Markdown.' })
    return []
  }

  const fillWithin = <T extends RootContent | PhrasingContent>(node: T): T => {
    if (!('children' in node)) return node
    const children = (node.children as readonly (RootContent | PhrasingContent)[]).flatMap((child): readonly (RootContent | PhrasingContent)[] => { // children of any node are of these
      if (child.type !== 'html') {
        if (!UNPRINTABLE.has(child.type)) return [fillWithin(child)]
        tell(child, { code: 'not-printable', message: `A document cannot hold ${WORDS[child.type] ?? `a node of type ${child.type}`}.`, hint: 'Remove it, or say it in a paragraph, a list or a table.' })
        return []
      }
      const slot = readSlot(child.value)
      if (slot === undefined) return comment(child)
      const found = resolveSlot(slot, sections, context.library, true)
      if ('section' in found) return found.section.kind === 'inline' ? found.section.render(context) : []
      for (const fault of found.faults) tell(child, fault)
      return []
    })
    return { ...node, children }
  }

  const children = template.tree.children.flatMap(fill)
  const control = controlOf(children, context)
  return diagnostics.length > 0 ? { diagnostics } : { value: { type: 'root', data: { document: control }, children: withUniqueIds(withTableFacts(children)) }, diagnostics }
}

const UNPRINTABLE: ReadonlySet<string> = new Set(['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition', 'yaml'])
const WORDS: Readonly<Record<string, string>> = { image: 'an image', imageReference: 'an image', linkReference: 'a link by reference', definition: 'a link definition', footnoteReference: 'a footnote', footnoteDefinition: 'a footnote' }

const deeper = (depth: number): SlotPlace['depth'] => (depth >= 5 ? 6 : depth === 4 ? 5 : depth === 3 ? 4 : depth === 2 ? 3 : 2)

// A table of the template is one like the others; it is about what the heading above it says.
function withTableFacts(children: readonly RootContent[]): RootContent[] {
  let count = 0
  let caption = ''
  return children.map((node) => {
    if (node.type === 'heading' && node.depth > 1) caption = plainTextOf(node)
    if (node.type !== 'table' || node.data?.facts) return node
    count += 1
    const titles = node.children[0]?.children ?? []
    return { ...node, data: { facts: { id: `table-${count}`, caption, columns: titles.map((_, index) => ({ key: `column-${index + 1}`, kind: 'text' as const })) } } }
  })
}

function controlOf(children: readonly RootContent[], context: DocumentContext): DocumentControl {
  const { library, document, subject, texts, language, asOf, revision, tool } = context
  const title = children.find((node) => node.type === 'heading' && node.depth === 1)
  const notice = noticeOf(context)
  return {
    id: subject ? `${document.id}-${subject.id}` : document.id, title: title ? plainTextOf(title) : document.id, subtitle: plain(subject ? subject.application.title : texts.portfolio), language,
    organization: plain(library.config.title), asOf, ...(revision && { revision: revision.changed ? `${revision.commit} (${texts.withChanges})` : revision.commit }),
    catalog: { id: library.catalog.id, version: library.catalog.version }, tool, ...(notice !== '' && { notice: plain(notice) }), ...(document.onePage && { onePage: true as const }),
  }
}

// On every page: that a framework which the document is about is a draft, and that something was not assessed.
function noticeOf({ document, frameworks, unassessed, texts }: DocumentContext): string {
  const drafts = document.frameworks ? frameworks.filter(({ framework }) => framework.status === 'draft').map(plainEditionName) : []
  return [...(drafts.length > 0 ? [texts.draftNotice(drafts)] : []), ...(unassessed.length > 0 ? [texts.incompleteNotice(unassessed.map(({ id }) => id))] : [])].join(' ')
}

function diagnose({ file, text }: Template, { position }: Nodes, { code, message, hint }: { readonly code: string; readonly message: string; readonly hint: string }): Diagnostic {
  const [start, end] = [position?.start ?? { line: 1, column: 1 }, position?.end ?? { line: 1, column: 1 }]
  const place: Place = { file, pointer: '', range: { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } } }
  const line = text.split('\n')[start.line - 1]?.replace(/\r$/, '') ?? ''
  return { code, severity: 'error', message, hint, place, excerpt: { line: start.line, lines: [line.slice(0, 200)], shift: 0 }, docs: DOCS }
}
