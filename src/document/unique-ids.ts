import type { RootContent } from 'mdast'

/** The blocks with ids and names of sheets that no other has, as where a template has one slot twice. */
export function withUniqueIds(children: readonly RootContent[]): RootContent[] {
  const [ids, sheets] = [uniquely(), uniquely(31)]
  return children.map((node): RootContent => {
    if (node.type === 'chart') return { ...node, data: { ...node.data, id: ids(node.data.id) } }
    if (node.type === 'heading' && node.data?.id !== undefined) return { ...node, data: { ...node.data, id: ids(node.data.id) } }
    if (node.type !== 'table' || node.data?.facts === undefined) return node
    const { facts } = node.data
    return { ...node, data: { facts: { ...facts, id: ids(facts.id), ...(facts.sheet !== undefined && { sheet: sheets(sheetName(facts.sheet)) }) } } }
  })
}

// Excel takes 31 characters, none of these, and no apostrophe at either end.
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31)

function uniquely(longest = Number.POSITIVE_INFINITY): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${name.slice(0, longest - String(count).length - 1)}-${count}`
    taken.add(unique.toLowerCase())
    return unique
  }
}
