import type { DocumentContext } from './context.js'
import { note } from './nodes.js'
import type { Block } from './tree.js'

/** What is wrong with the records of closed quarters, where a document speaks of them. */
export const quarterFaults = ({ texts, quarterFaults: faults = [] }: DocumentContext): readonly Block[] => faults.map(({ file, fault }) => note(texts.quarterFaults[fault](file)))
