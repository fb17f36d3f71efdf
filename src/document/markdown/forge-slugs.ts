import { plainTextOf } from '../plain-text-of.js'
import type { DocumentTree } from '../tree.js'

/** The anchors that GitHub and GitLab give the headings of a document, by the anchors of the tree. */
export function forgeSlugs(tree: DocumentTree): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  const slugs = new Map<string, string>()
  for (const node of tree.children) {
    if (node.type !== 'heading') continue
    const slug = plainTextOf(node).toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    if (node.data?.id !== undefined) slugs.set(node.data.id, count === 0 ? slug : `${slug}-${count}`)
  }
  return slugs
}
