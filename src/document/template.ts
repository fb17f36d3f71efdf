import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** A template: ordinary Markdown with slots as comments. */
export type Template = {
  /** The file, as diagnostics name it. */
  readonly file: string
  readonly text: string
  readonly tree: Root
}

/** Parses a template. Markdown has no syntax errors; what it may not hold is told when it is composed. */
export const parseTemplate = (file: string, text: string): Template => ({ file, text, tree: unified().use(remarkParse).use(remarkGfm).parse(text) })
