import type { EvidenceRequest } from '../schema/types.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import type { AssessmentContext } from './rule.js'

/** What an objective of a control asks for, or all its objectives; nothing for a control that the catalog does not have. */
export const requestsOf = ({ library }: Pick<AssessmentContext, 'library'>, control: string, objective?: string): readonly EvidenceRequest[] =>
  (library.controls.get(control)?.control.objectives ?? []).filter((one) => objective === undefined || one.id === objective).flatMap((one) => one.evidence)

/** The evidence types that requests accept, in words. */
export const typesInWords = (requests: readonly EvidenceRequest[]): string =>
  listInWords(quoted([...new Set(requests.flatMap((request) => request.types))]), 'or', 6)
