import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { PhrasingContent } from 'mdast'
import type { Bookmarks } from './bookmarks.js'
import { printable } from './xml-text.js'

/** How a text is set, by the elements that it stands in. */
type Marks = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style'>

/** Inline nodes as runs, links and line breaks. */
export const inlineRuns = (nodes: readonly PhrasingContent[], bookmarks: Bookmarks, marks: Marks = {}): ParagraphChild[] => nodes.flatMap((node) => runsOf(node, bookmarks, marks))

function runsOf(node: PhrasingContent, bookmarks: Bookmarks, marks: Marks): ParagraphChild[] {
  switch (node.type) {
    case 'text': return [textRun(node.value, marks)]
    case 'inlineCode': return [textRun(node.value, { ...marks, style: 'Code', noProof: true })]
    case 'break': return [new TextRun({ break: 1 })]
    case 'strong': return inlineRuns(node.children, bookmarks, { ...marks, bold: true })
    case 'emphasis': return inlineRuns(node.children, bookmarks, { ...marks, italics: true })
    case 'delete': return inlineRuns(node.children, bookmarks, { ...marks, strike: true })
    case 'link': return linkTo(node.url, node.children, bookmarks, marks)
    default: return 'children' in node ? inlineRuns(node.children as PhrasingContent[], bookmarks, marks) : [] // a reference, whose children are phrasing content
  }
}

function linkTo(url: string, nodes: readonly PhrasingContent[], bookmarks: Bookmarks, marks: Marks): ParagraphChild[] {
  const anchor = url.startsWith('#') ? bookmarks.nameOf(url.slice(1)) : undefined
  const address = /^https:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : undefined
  if (anchor === undefined && address === undefined) return inlineRuns(nodes, bookmarks, marks)
  const children = inlineRuns(nodes, bookmarks, { ...marks, style: 'Hyperlink' })
  return [anchor === undefined ? new ExternalHyperlink({ link: address ?? '', children }) : new InternalHyperlink({ anchor, children })]
}

/** Text in one run; one with letters that are written from right to left says so. */
export const textRun = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text: printable(text), ...(RIGHT_TO_LEFT.test(text) && { rightToLeft: true }) })

const RIGHT_TO_LEFT = /^[^\p{Script=Latin}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Whether a paragraph begins at its right side: its first letter is of a script that does. */
export const beginsAtRight = (text: string): boolean => RIGHT_TO_LEFT.test(text)
