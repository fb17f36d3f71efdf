// What a review is bound to. The one file that hashes.
import { createHash, hash } from 'node:crypto'
import type { Application, Control, Evidence, Fingerprint, Implementation, MappingRow, Sha256 } from '../schema/types.js'

/** SHA-256 of a text or bytes, in hexadecimal. */
export const sha256 = (data: string | Uint8Array): Sha256 => hash('sha256', data)

/** A SHA-256 that is taken piece by piece. */
export type Digester = { readonly add: (data: string | Uint8Array) => void; readonly hex: () => Sha256 }

/** A digester of no data yet. */
export function digester(): Digester {
  const hash = createHash('sha256')
  return { add: (data) => void hash.update(data), hex: () => hash.copy().digest('hex') }
}

/** JSON with sorted keys and no white space: the same value gives the same text (after RFC 8785). Undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key] // a key of it
    if (member !== undefined) members += `${members === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}

// The keys of our formats need no escapes, and are quoted more often than anything else.
const quoted = (key: string): string => (/^[a-z0-9-]+$/.test(key) ? `"${key}"` : JSON.stringify(key))

const fingerprint = (value: unknown): Fingerprint => sha256(canonicalJson(value)).slice(0, 32)

/** Fingerprint of what a review of evidence is about: type, component, dates, source tool, where it is held, artifact digests, metrics, sample. */
export const fingerprintOfEvidence = (evidence: Evidence): Fingerprint =>
  fingerprint({
    type: evidence.type,
    component: evidence.component,
    'component-version': evidence['component-version'],
    collected: evidence.collected,
    expires: evidence.expires,
    period: evidence.period,
    tool: evidence.source?.tool,
    url: evidence.url,
    sha256: evidence.sha256,
    files: evidence.files?.map((file) => file.sha256),
    metrics: evidence.metrics,
    sample: evidence.sample,
  })

/** Fingerprint of the facts of an application: what decides applicability and tier, and of which components it is made. Their versions change without a new review. */
export const fingerprintOfFacts = (application: Application): Fingerprint =>
  fingerprint({
    kind: application.kind,
    lifecycle: application.lifecycle,
    'in-scope-since': application['in-scope-since'],
    characteristics: application.characteristics ?? undefined, // a key without value says what a missing key says
    'risk-factors': application['risk-factors'] ?? undefined,
    'tier-floor': application['tier-floor'],
    components: application.components?.map(({ id, kind }) => ({ id, kind })),
    inherits: application.inherits,
  })

/** Fingerprint of an answer: control, major version, status, remarks, evidence, objectives. */
export const fingerprintOfImplementation = (implementation: Implementation): Fingerprint =>
  fingerprint({
    control: implementation.control,
    major: majorOf(implementation.version),
    status: implementation.status,
    remarks: implementation.remarks,
    evidence: implementation.evidence,
    objectives: implementation.objectives,
  })

/** Fingerprint of what a control asks: of whom, and which evidence. First day, wording, severity and mappings may change without it. */
export const fingerprintOfAsk = ({ scope, applicability, parameters, objectives }: Control): Fingerprint =>
  fingerprint({
    scope, applicability,
    parameters: parameters?.map(({ id, value, 'by-tier': byTier }) => ({ id, value, 'by-tier': byTier })),
    objectives: objectives.map(({ text: _text, ...rest }) => rest),
  })

/** What a statement of a mapping is: a row, that nothing of ours relates to an element, or that an entry is taken as profiled. */
export type MappingStatement =
  | { readonly framework: string; readonly row: MappingRow; readonly majors: readonly (number | undefined)[] }
  | { readonly framework: string; readonly element: string; readonly outside: string }
  | { readonly framework: string; readonly element: string; readonly asProfiled: true }

/** Fingerprint of what a reading of a mapping is about: of a row the framework, element, controls with their major versions, relationship, rationale, acts and remarks. */
export function fingerprintOfStatement(statement: MappingStatement): Fingerprint {
  if ('outside' in statement) return fingerprint({ framework: statement.framework, element: statement.element, 'outside-catalog': statement.outside })
  if ('asProfiled' in statement) return fingerprint({ framework: statement.framework, element: statement.element, 'as-profiled': true })
  const { framework, row, majors } = statement
  const controls = row.controls.map((control, index) => `${control} ${majors[index] ?? ''}`).sort()
  return fingerprint({ framework, element: row.element, controls, relationship: row.relationship, rationale: row.rationale, acts: row.acts && [...row.acts].sort(), remarks: row.remarks })
}

/** The major number of a semantic version. */
export const majorOf = (version: string): number => Number(version.split('.')[0])
