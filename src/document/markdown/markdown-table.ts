import type { PhrasingContent, Table, TableCell } from 'mdast'
import type { Options } from 'remark-stringify'
import { fenced, isPlain } from './quiet-text.js'

type Handle = NonNullable<NonNullable<Options['handlers']>['table']>
type State = Parameters<Handle>[2]
type Info = Parameters<Handle>[3]

/** Prints a table with one row a line, nothing padded. Most cells need no escaping, and there are very many of them. */
export const printTable: Handle = (node: Table, _parent, state, info) => {
  const leave = state.enter('table')
  const [head = [], ...rows] = node.children.map(({ children }) => children.map((cell) => plainCell(cell) ?? escapedCell(cell, state, info)))
  leave()
  const columns = head.map((_, index) => (node.align?.[index] === 'right' ? '-:' : '-'))
  return [head, columns, ...rows].map(line).join('\n')
}

const line = (cells: readonly string[]): string => `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`

function escapedCell(cell: TableCell, state: State, info: Info): string {
  const [leaveCell, leavePhrasing] = [state.enter('tableCell'), state.enter('phrasing')]
  const text = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' })
  leavePhrasing()
  leaveCell()
  return text
}

// What is neither plain text nor fixed width, one *emphasis* alone, or two of fixed width side by side, is left to the library.
function plainCell({ children }: TableCell): string | undefined {
  let printed = ''
  for (const [index, node] of children.entries()) {
    const part = node.type === 'inlineCode' && children[index - 1]?.type === 'inlineCode' ? undefined : plainPart(node, children.length === 1)
    if (part === undefined) return undefined
    printed += part
  }
  return printed
}

function plainPart(node: PhrasingContent, alone: boolean): string | undefined {
  if (node.type === 'break') return '<br>'
  if (node.type === 'inlineCode') return node.value.includes('\\|') ? undefined : fenced(node.value, true)
  if (node.type === 'text') return isPlain(node.value) ? node.value : undefined
  const [only, ...more] = alone && node.type === 'emphasis' ? node.children : []
  return only?.type === 'text' && more.length === 0 && only.value !== '' && isPlain(only.value) ? `*${only.value}*` : undefined
}
