import type { Application, Evidence, EvidenceFile, Exception, Implementation, PoamItem } from '../schema/types.js'
import type { ArtifactState } from '../source/file-text.js'
import { locateAll, type Doc, type Located } from './doc.js'

/** An inventory entry with everything that its folder says. The evidence files are merged in the order of their names. */
export type ApplicationFiles = {
  readonly id: string
  readonly application: Application
  readonly doc: Doc<Application>
  readonly docs: readonly Doc<unknown>[]
  readonly implementations: readonly Located<Implementation>[]
  readonly evidence: readonly Located<Evidence>[]
  readonly exceptions: readonly Located<Exception>[]
  readonly poam: readonly Located<PoamItem>[]
}

/** Merges the files of one application. */
export function mergeApplicationFiles(doc: Doc<Application>, unordered: readonly Doc<EvidenceFile>[]): ApplicationFiles {
  const files = [...unordered].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  return {
    id: doc.data.id,
    application: doc.data,
    doc,
    docs: [doc, ...files],
    implementations: files.flatMap((file) => locateAll(file, 'implementations', file.data.implementations)),
    evidence: files.flatMap((file) => locateAll(file, 'evidence', file.data.evidence)),
    exceptions: files.flatMap((file) => locateAll(file, 'exceptions', file.data.exceptions)),
    poam: files.flatMap((file) => locateAll(file, 'poam', file.data.poam)),
  }
}

/** What muster itself saw of an application's artifacts, by path under the application's folder. */
export type Artifacts = {
  readonly states: ReadonlyMap<string, ArtifactState>
  /** Metrics that a collector read in an artifact, by evidence id. */
  readonly collected: ReadonlyMap<string, Readonly<Record<string, number | boolean>>>
}

/** The files that an item of evidence points at under the application's folder, each with its stated digest. */
export function filesOf(evidence: Evidence): readonly { readonly path: string; readonly sha256: string }[] {
  if (evidence.files) return evidence.files
  return evidence.path !== undefined && evidence.sha256 !== undefined ? [{ path: evidence.path, sha256: evidence.sha256 }] : []
}
