import type { Doc } from '../model/doc.js'
import type { Library } from '../model/library.js'
import { calledOf } from './file-names.js'

// A file whose name is not its id is told once, and not again by everyone who refers to it: both names count as defined.

/** Ids of the controls of a library. */
export const controlIds = ({ docs }: Library): ReadonlySet<string> => names(docs.controls)

/** Ids of the evidence types of a library. */
export const evidenceTypeIds = ({ docs }: Library): ReadonlySet<string> => names(docs.evidenceTypes)

/** Ids of the frameworks of a library. */
export const frameworkIds = ({ docs }: Library): ReadonlySet<string> => names(docs.frameworks)

const names = (docs: readonly Doc<{ readonly id: string }>[]): ReadonlySet<string> => new Set(docs.flatMap((doc) => [doc.data.id, calledOf(doc)]))
