import type { PublishedCrosswalk } from '../schema/types.js'
import { deriveCrosswalk, type CrosswalkPair } from './crosswalk.js'
import type { FrameworkEntry } from './library.js'

/** A published pair of elements. */
export type Pair = { readonly from: string; readonly to: string }

/** How far our crosswalk of two frameworks agrees with one that somebody published. */
export type Agreement = {
  /** Published pairs of which no end is outside our catalog. */
  readonly inScope: readonly Pair[]
  /** The others, with the reason. */
  readonly outOfScope: readonly (Pair & { readonly remarks: string })[]
  /** Pairs in scope that ours has, and those that it has with a relationship. */
  readonly contained: number
  readonly containedByType: number
  /** Pairs in scope that ours does not have, with the reason where one is written. */
  readonly disagreements: readonly (Pair & { readonly remarks: string | null })[]
  /** Our pairs, counted at the publisher's level, and those with a relationship. */
  readonly derived: number
  readonly derivedByType: number
  /** Each element of the first framework with its published pairs in scope and our pairs. */
  readonly elements: readonly { readonly id: string; readonly published: number; readonly derived: number }[]
}

/** What is to be reached: the share of the published pairs that ours has, and our pairs for each published one. */
export const AGREEMENT_TARGETS = { contained: 0.85, ratio: 2 } as const

/**
 * Compares our crosswalk with a published one. A pair with a heading is contained when ours has one between elements below it,
 * and for the count our pairs are lifted to the headings that the publisher speaks of.
 */
export function agreementOf(published: PublishedCrosswalk, from: FrameworkEntry, to: FrameworkEntry): Agreement {
  const derived = deriveCrosswalk(from, to)
  const ours = pairIndex(derived)
  const typed = pairIndex(derived.filter((pair) => pair.relationship !== null))
  const leaves = [leavesBelow(from), leavesBelow(to)] as const
  const has = (index: PairIndex, pair: Pair): boolean => leaves[0](pair.from).some((a) => leaves[1](pair.to).some((b) => index.has(keyOf({ from: a, to: b }))))
  const outside = published.pairs.map((pair) => whyOutside(from, leaves[0](pair.from)) ?? whyOutside(to, leaves[1](pair.to)))
  const inScope = published.pairs.filter((_, index) => outside[index] === undefined)
  const reasons = new Map((published.disagreements ?? []).map((disagreement) => [keyOf(disagreement), disagreement.remarks]))
  const lift = [lifter(from, published.pairs.map((pair) => pair.from)), lifter(to, published.pairs.map((pair) => pair.to))] as const
  const lifted = (pairs: readonly Pair[]): readonly Pair[] => [...new Map(pairs.map((pair) => ({ from: lift[0](pair.from), to: lift[1](pair.to) })).map((pair) => [keyOf(pair), pair])).values()]
  const counted = lifted(derived)
  return {
    inScope,
    outOfScope: published.pairs.flatMap((pair, index) => { const remarks = outside[index]; return remarks === undefined ? [] : [{ from: pair.from, to: pair.to, remarks }] }),
    contained: inScope.filter((pair) => has(ours, pair)).length,
    containedByType: inScope.filter((pair) => has(typed, pair)).length,
    disagreements: inScope.filter((pair) => !has(ours, pair)).map((pair) => ({ from: pair.from, to: pair.to, remarks: reasons.get(keyOf(pair)) ?? null })),
    derived: counted.length,
    derivedByType: lifted(derived.filter((pair) => pair.relationship !== null)).length,
    elements: perElement(from, inScope, counted),
  }
}

/** Whether our mappings relate the elements of a pair, or of a heading something below it; asked of few pairs, where the whole crosswalk would be too much. */
export function relates(from: FrameworkEntry, to: FrameworkEntry): (pair: Pair) => boolean {
  const leaves = [leavesBelow(from), leavesBelow(to)] as const
  const controls = [controlsBelow(from, leaves[0]), controlsBelow(to, leaves[1])] as const
  return (pair) => { const ours = controls[0](pair.from); return [...controls[1](pair.to)].some((control) => ours.has(control)) }
}

function controlsBelow({ rows }: FrameworkEntry, leaves: (id: string) => readonly string[]): (id: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (id) => {
    const found = known.get(id) ?? new Set(leaves(id).flatMap((leaf) => (rows.get(leaf) ?? []).filter(({ data }) => data.relationship !== 'no-relationship').flatMap(({ data }) => data.controls)))
    known.set(id, found)
    return found
  }
}

/** A pair as a key. */
export const keyOf = ({ from, to }: Pair): string => `${from} → ${to}`

type PairIndex = ReadonlySet<string>
const pairIndex = (pairs: readonly CrosswalkPair[]): PairIndex => new Set(pairs.map(keyOf))

/** The elements that are mapped at or below an element: itself, unless it only groups others, and all below it. */
function leavesBelow({ elements }: FrameworkEntry): (id: string) => readonly string[] {
  const children = new Map<string, string[]>()
  for (const { id, parent } of elements.values()) if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id])
  const below = (id: string, seen: ReadonlySet<string>): readonly string[] =>
    seen.has(id) ? [] : [...(elements.get(id)?.heading === false ? [id] : []), ...(children.get(id) ?? []).flatMap((child) => below(child, new Set([...seen, id])))]
  const known = new Map<string, readonly string[]>()
  return (id) => {
    const found = known.get(id) ?? below(id, new Set())
    known.set(id, found)
    return found
  }
}

function whyOutside({ outside }: FrameworkEntry, leaves: readonly string[]): string | undefined {
  const [first] = leaves
  return first !== undefined && leaves.every((leaf) => outside.has(leaf)) ? outside.get(first) : undefined
}

/** The level at which a publisher speaks of an element: the nearest one at or above it that occurs, else that is of a kind that occurs, else itself. */
function lifter({ elements }: FrameworkEntry, published: readonly string[]): (id: string) => string {
  const ids = new Set(published)
  const kinds = new Set(published.map((id) => elements.get(id)?.kind))
  return (id) => {
    const above = [id]
    for (let at = elements.get(id)?.parent; at !== undefined && !above.includes(at) && elements.has(at); at = elements.get(at)?.parent) above.push(at)
    return above.find((candidate) => ids.has(candidate)) ?? above.find((candidate) => kinds.has(elements.get(candidate)?.kind)) ?? id
  }
}

function perElement({ elements }: FrameworkEntry, published: readonly Pair[], derived: readonly Pair[]): Agreement['elements'] {
  const count = (pairs: readonly Pair[], id: string): number => pairs.filter((pair) => pair.from === id).length
  const occurring = new Set([...published, ...derived].map((pair) => pair.from))
  return [...elements.keys()].filter((id) => occurring.has(id)).map((id) => ({ id, published: count(published, id), derived: count(derived, id) }))
}
