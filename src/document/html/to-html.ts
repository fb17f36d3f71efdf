import type { DocumentTree } from '../tree.js'

/** Later. */
export const toHtml = async (tree: DocumentTree): Promise<string> => tree.data.document.title
