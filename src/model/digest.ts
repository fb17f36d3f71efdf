// What a review is bound to. The one file that hashes.
import { createHash } from 'node:crypto'
import type { Application, Evidence, Fingerprint, Implementation, Sha256 } from '../schema/types.js'

/** SHA-256 of a text or bytes, in hexadecimal. */
export const sha256 = (data: string | Uint8Array): Sha256 => createHash('sha256').update(data).digest('hex')

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
    if (member !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}

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
    characteristics: application.characteristics,
    'risk-factors': application['risk-factors'],
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

/** The major number of a semantic version. */
export const majorOf = (version: string): number => Number(version.split('.')[0])
