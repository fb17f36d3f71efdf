import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx'
import type { DocumentTree } from '../tree.js'
import type { Pictures } from './figures.js'

/** Where links within a document lead. */
export type Bookmarks = {
  /** The name of a bookmark by the id of a heading, table or chart; undefined where the document has no such id. */
  readonly nameOf: (id: string) => string | undefined
  /** Content with the bookmark of an id around it. */
  readonly around: (id: string | undefined, children: readonly ParagraphChild[]) => readonly ParagraphChild[]
}

const LONGEST = 40 // characters that Word takes; letters, digits and underscores

/** The bookmarks of a document, numbered in its order; a chart without a picture has none. */
export function bookmarksOf({ children }: DocumentTree, pictures: Pictures): Bookmarks {
  const ids = children.flatMap((node) => (node.type === 'heading' && node.data?.id !== undefined ? [node.data.id] : node.type === 'table' && node.data?.facts ? [node.data.facts.id] : node.type === 'chart' && pictures.has(node.data.id) ? [node.data.id] : []))
  const bookmarks = new Map([...new Set(ids)].map((id, index) => [id, { name: nameFor(id, index + 1), number: index + 1 }]))
  return {
    nameOf: (id) => bookmarks.get(id)?.name,
    around: (id, inner) => {
      const bookmark = id === undefined ? undefined : bookmarks.get(id)
      return bookmark === undefined ? inner : [new BookmarkStart(bookmark.name, bookmark.number), ...inner, new BookmarkEnd(bookmark.number)] as readonly ParagraphChild[] // both may stand in a paragraph, where docx puts them itself
    },
  }
}

// Behind an underscore, as those that Word makes for itself; the number keeps two that are cut short apart.
const nameFor = (id: string, number: number): string => `_${number}_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, LONGEST)
