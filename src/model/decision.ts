import type { ApplicationFiles } from './application.js'
import { whole, type Located } from './doc.js'
import { ownersOf } from './facts.js'
import type { Library } from './library.js'
import { entriesOf } from './tailoring.js'
import type { Path } from '../source/place.js'

/** Somebody who asked for a decision or whose own it is about, and how. */
export type Requester = { readonly id: string; readonly as: string }

/** A decision of a named person, as the files state it. */
export type StatedDecision = {
  /** What it is, with the article: `the review of this evidence`. */
  readonly words: string
  readonly kind: 'review' | 'approval'
  readonly part: Located<unknown>
  /** The key that names who decided. */
  readonly below: Path
  readonly decider: string
  readonly requesters: readonly Requester[]
  /** The key that names who filed the evidence. */
  readonly filed?: Path
  /** What the decision is written in: whoever wrote the newest line of it decided. */
  readonly act: readonly Path[]
  /** Whether the rest of the part may not be changed after the decision by anybody else. The content of a review has a fingerprint. */
  readonly bound: boolean
  /** The keys that say what is approved, where nobody is named who asked for it: then it was who wrote them. */
  readonly content?: readonly string[]
}

const APPROVED = [['approved-by'], ['approved-on']]

/** The decisions in the files of an application: reviews, and approvals of exceptions. */
export function* decisionsIn({ id, application, doc, implementations, evidence, exceptions }: ApplicationFiles): Iterable<StatedDecision> {
  const owns = ownersOf(application).map((owner): Requester => ({ id: owner, as: `owns \`${id}\`` }))
  const reviews = function* (words: string, part: Located<{ readonly reviews?: readonly { readonly by: string }[] }>, requesters: readonly Requester[], filed?: Path): Iterable<StatedDecision> {
    for (const [index, { by }] of (part.data.reviews ?? []).entries()) yield { words, kind: 'review', part, below: ['reviews', index, 'by'], decider: by, requesters, act: [['reviews', index]], bound: false, ...(filed && { filed }) }
  }
  yield* reviews('the review of the facts', whole(doc), owns)
  for (const part of implementations) yield* reviews(`the review of the answer to ${part.data.control}`, part, owns)
  for (const part of evidence) yield* reviews(`the review of \`${part.data.id}\``, part, [{ id: part.data['submitted-by'], as: 'filed this evidence' }, ...owns], ['submitted-by'])
  for (const part of exceptions) yield { words: `the approval of \`${part.data.id}\``, kind: 'approval', part, below: ['approved-by'], decider: part.data['approved-by'], requesters: [{ id: part.data['requested-by'], as: 'asked for this exception' }], act: APPROVED, bound: true }
}

/** The decisions in the shared files of an organization: approvals of what tailoring loosens, and of adoptions. */
export function* sharedDecisions({ tailoringDoc, docs }: Library): Iterable<StatedDecision> {
  const approval = { kind: 'approval', requesters: [] } as const
  const besides = (data: object, keys: readonly string[]): readonly string[] => Object.keys(data).filter((key) => !keys.includes(key))
  for (const { control, part } of tailoringDoc ? entriesOf(tailoringDoc) : []) {
    const decider = part.data['approved-by']
    if (decider !== undefined) yield { ...approval, words: `the approval of what is tailored in ${control}`, part, below: ['approved-by'], decider, act: APPROVED, bound: true, content: besides(part.data, ['approved-by', 'approved-on']) }
  }
  for (const doc of docs.adoptions) if (doc.data.approved) yield { ...approval, words: `the approval of the adoption of \`${doc.data.framework}\``, part: whole(doc), below: ['approved', 'by'], decider: doc.data.approved.by, act: [['approved']], bound: false, content: besides(doc.data, ['approved']) }
}

/** Who brought a line, as far as git says it. People are those of `muster.yaml` who commit under the address; several where they share it. */
export type LineOrigin =
  | { readonly state: 'committed'; readonly commit: string; readonly address: string; readonly people: readonly string[]; readonly signature?: CheckedSignature }
  /** Not committed yet: who would commit it. */
  | { readonly state: 'pending'; readonly address?: string; readonly people: readonly string[] }
  /** It was there before the commit from which on decisions are compared. */
  | { readonly state: 'earlier'; readonly people: readonly string[] }
  /** Git does not say; the reason as the end of a sentence. */
  | { readonly state: 'unknown'; readonly why: string; readonly hint: string }

/** What git makes of the signature of a commit, and whose key it is where that is known. */
export type CheckedSignature = { readonly state: 'none' | 'good' | 'bad' | 'expired' | 'unknown'; readonly address?: string; readonly people: readonly string[] }

/** A decision with what git says of it. */
export type Decision = StatedDecision & {
  readonly origin: LineOrigin
  /** Who brought the line that names who filed the evidence. */
  readonly filedOrigin?: LineOrigin
  /** Who wrote what is approved, where nobody is named who asked for it. */
  readonly writers: readonly string[]
  /** The first line that came after the decision by somebody else. */
  readonly changed?: { readonly line: number; readonly origin: LineOrigin }
  /** What `CODEOWNERS` says of the file; absent where it is not asked. */
  readonly owners?: { readonly among: 'yes' | 'no' | readonly string[]; readonly names: readonly string[] } | { readonly unknown: string; readonly hint: string }
}

/** The people who stand behind a line: who committed it and who signed that. */
export const behind = (origin: LineOrigin): readonly string[] =>
  origin.state === 'unknown' ? [] : [...new Set([...origin.people, ...(origin.state === 'committed' && origin.signature?.state === 'good' ? origin.signature.people : [])])]
