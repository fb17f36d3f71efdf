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

/** Whether a template has a slot of one of these names. What stands in a code block counts as well: to read too much does no harm. */
export const hasSlot = ({ text }: Template, names: readonly string[]): boolean => names.some((name) => new RegExp(`<!--\\s*slot:\\s*${name}\\b`).test(text))

/** Parses a template. Markdown has no syntax errors; what it may not hold is told when it is composed. */
export const parseTemplate = (file: string, text: string): Template => ({ file, text, tree: unified().use(remarkParse).use(remarkGfm).parse(text) })
