import type { Assessment, Finding } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import { groupBy } from '../model/group-by.js'
import type { Evidence, Exception, Implementation, PoamItem } from '../schema/types.js'

/** What rules look up in a finished assessment: by id, exceptions and plans by control. */
export type AssessmentIndex = {
  readonly findings: ReadonlyMap<string, Finding>
  readonly implementations: ReadonlyMap<string, Located<Implementation>>
  readonly evidence: ReadonlyMap<string, Located<Evidence>>
  readonly exceptions: ReadonlyMap<string, readonly Located<Exception>[]>
  readonly plans: ReadonlyMap<string, readonly Located<PoamItem>[]>
}

// Every gap rule asks for the same index of the same assessment, and it must not be made for each of them.
const known = new WeakMap<Assessment, AssessmentIndex>()

/** The index of an assessment. */
export function indexOf(assessment: Assessment): AssessmentIndex {
  const found = known.get(assessment)
  if (found) return found
  const { files, findings } = assessment
  const index: AssessmentIndex = {
    findings: new Map(findings.map((finding) => [finding.control, finding])),
    implementations: new Map(files.implementations.map((part) => [part.data.control, part])),
    evidence: new Map(files.evidence.map((part) => [part.data.id, part])),
    exceptions: groupBy(files.exceptions, (part) => part.data.control),
    plans: groupBy(files.poam, (part) => part.data.control),
  }
  known.set(assessment, index)
  return index
}
