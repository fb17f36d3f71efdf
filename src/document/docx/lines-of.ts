import type { TableCell } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'

/** The text of a cell by its lines; one at least. */
export const linesOf = ({ children }: TableCell): readonly string[] => children.map((node) => (node.type === 'break' ? '\n' : plainTextOf(node))).join('').split('\n')
