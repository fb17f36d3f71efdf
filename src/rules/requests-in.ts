import type { Control, EvidenceRequest } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** The evidence requests of a control, and where each stands in it. */
export const requestsIn = (control: Control): readonly { readonly request: EvidenceRequest; readonly below: Path }[] =>
  control.objectives.flatMap((objective, at) => objective.evidence.map((request, index) => ({ request, below: ['objectives', at, 'evidence', index] })))
