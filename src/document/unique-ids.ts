import type { RootContent } from 'mdast'
import { sheetName, uniquely, uniqueSheetNames } from './sheet-names.js'

/** The blocks with ids and names of sheets that no other has, as where a template has one slot twice. */
export function withUniqueIds(children: readonly RootContent[]): RootContent[] {
  const [ids, sheets] = [uniquely(), uniqueSheetNames()]
  return children.map((node): RootContent => {
    if (node.type === 'chart') return { ...node, data: { ...node.data, id: ids(node.data.id) } }
    if (node.type === 'heading' && node.data?.id !== undefined) return { ...node, data: { ...node.data, id: ids(node.data.id) } }
    if (node.type !== 'table' || node.data?.facts === undefined) return node
    const { facts } = node.data
    return { ...node, data: { facts: { ...facts, id: ids(facts.id), ...(facts.sheet !== undefined && { sheet: sheets(sheetName(facts.sheet)) }) } } }
  })
}
