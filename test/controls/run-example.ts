import { assess } from '../../src/assess/assess.js'
import { mergeApplicationFiles, type Artifacts } from '../../src/model/application.js'
import type { Finding } from '../../src/model/assessment.js'
import { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation } from '../../src/model/digest.js'
import type { Doc, Kind } from '../../src/model/doc.js'
import type { Library } from '../../src/model/library.js'
import type { Application, Control, ControlExample, Evidence, EvidenceFile, ExampleEvidence, Implementation, Review, Reviewed } from '../../src/schema/types.js'
import { builtinSource } from '../../src/source/source.js'

const doc = <T>(kind: Kind, file: string, data: T): Doc<T> => ({ kind, file, source: builtinSource(file, data), data, builtin: false })

const STATED = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)

const reviewsOf = (reviewed: Reviewed | undefined, of: string, on: string): readonly Review[] =>
  reviewed === undefined || reviewed === 'none' ? [] : [{ by: 'reviewer', on, decision: reviewed === 'returned' ? 'returned' : 'accepted', of: reviewed === 'changed' ? '0'.repeat(32) : of }]

/** Library with the people that examples need. */
export const forExamples = (library: Library): Library => ({ ...library, people: new Map([['reviewer', { id: 'reviewer', title: 'Reviewer' }], ['owner', { id: 'owner', title: 'Owner' }]]) })

/** The finding of one example of a control. Ids, digests and fingerprints are filled in. */
export function runExample(library: Library, control: Control, example: ControlExample): Finding {
  const asOf = example['as-of']
  const facts: Application = {
    id: 'example', kind: control.scope === 'organization' ? 'organization' : 'application', title: 'Example', purpose: 'Shows one control.', owner: { accountable: 'owner' },
    'in-scope-since': example.application?.['in-scope-since'] ?? '2026-01-01', lifecycle: example.application?.lifecycle ?? 'production',
    ...(example.application?.characteristics && { characteristics: example.application.characteristics }),
    ...(example.application?.['risk-factors'] && { 'risk-factors': example.application['risk-factors'] }),
    ...(example.application?.components && { components: example.application.components }),
  }
  const application: Application = { ...facts, reviews: reviewsOf('accepted', fingerprintOfFacts(facts), asOf) }
  const states = new Map<string, { readonly sha256: string } | { readonly refused: 'absent' }>()
  const evidence = (example.evidence ?? []).map((item, index): Evidence => {
    const path = `artifacts/${index}`
    states.set(path, item.artifact === 'absent' ? { refused: 'absent' } : { sha256: item.artifact === 'changed' ? OTHER : STATED })
    return withReviews(item, path, index)
  })
  const implementation = example.implementation && implementationOf(control, example.implementation, evidence, asOf)
  const file: EvidenceFile = { ...(implementation && { implementations: [implementation] }), evidence }
  const files = mergeApplicationFiles(doc('application', 'applications/example/application.yaml', application), [doc('evidence', 'applications/example/evidence/all.yaml', file)])
  const artifacts: Artifacts = { states, collected: new Map() }
  const assessment = assess({ ...library, controls: new Map([...library.controls].filter(([id]) => id === control.id)) }, files, { artifacts, providers: new Map(), asOf, cutoff: asOf })
  const finding = assessment.findings[0]
  if (finding === undefined) throw new Error(`${control.id} is not asked of this kind of entry`)
  return finding
}

function withReviews(item: ExampleEvidence, path: string, index: number): Evidence {
  const plain: Evidence = {
    id: `${item.type}-${index}`, type: item.type, collected: item.collected, path, sha256: STATED, 'submitted-by': 'owner',
    ...(item.component !== undefined && { component: item.component }),
    ...(item['component-version'] !== undefined && { 'component-version': item['component-version'] }),
    ...(item.expires !== undefined && { expires: item.expires }),
    ...(item.tool !== undefined && { source: { tool: item.tool } }),
    ...(item.metrics && { metrics: item.metrics }),
  }
  return { ...plain, reviews: reviewsOf(item.reviewed, fingerprintOfEvidence(plain), item.collected) }
}

function implementationOf(control: Control, answer: NonNullable<ControlExample['implementation']>, evidence: readonly Evidence[], asOf: string): Implementation {
  const plain: Implementation = { control: control.id, version: answer.version ?? control.version, status: answer.status, evidence: evidence.map((item) => item.id), ...(answer.remarks !== undefined && { remarks: answer.remarks }) }
  return { ...plain, reviews: reviewsOf(answer.reviewed, fingerprintOfImplementation(plain), asOf) }
}
