import type { Doc } from '../model/doc.js'
import type { Library } from '../model/library.js'
import type { Touch } from '../model/touch.js'
import type { EvidenceType } from '../schema/types.js'
import { isNewMajor } from './catalog-step.js'
import type { ChangeContext } from './rule.js'

/** The reader's own evidence types that differ, as long as the catalog did not go a major version on. */
export const changedEvidenceTypes = (context: ChangeContext): readonly { readonly before: Doc<EvidenceType>; readonly after: Doc<EvidenceType> }[] =>
  isNewMajor(context) ? [] : context.changes.evidenceTypes.changed.filter(({ after }) => !after.builtin)

/** What a change of an evidence type touches: the controls that ask for it. */
export const touchOfType = ({ docs }: Library, type: string): Touch =>
  ({ controls: docs.controls.filter(({ data }) => data.objectives.some(({ evidence }) => evidence.some(({ types }) => types.includes(type)))).map(({ data }) => data.id) })
