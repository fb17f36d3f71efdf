import type { Control, Criterion, EvidenceRequest } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import type { Path } from '../source/place.js'
import { durationInWords } from './dates.js'
import { differs, type Difference } from './difference.js'
import { isLonger, type Direction } from './looser.js'
import { inWords, valueChange, valuesOf } from './value-change.js'

/** One request of an objective then and now, with where it stands now. */
type Requests = { readonly name: string; readonly before: Control; readonly after: Control; readonly path: Path }

const HIGHER: ReadonlySet<Direction> = new Set(['higher'])
const LOWER: ReadonlySet<Direction> = new Set(['lower'])

/** In what the evidence that an objective asks for differs. */
export function requestDifferences(at: Requests, then: readonly EvidenceRequest[], now: readonly EvidenceRequest[]): readonly Difference[] {
  const pairs = pairRequests(then, now)
  const kept = new Set(pairs.map(([request]) => request))
  return [
    ...then.filter((request) => !kept.has(request)).map((request) => differs('evidence', at.path, 'minor', `${at.name} asks for no ${listInWords(request.types, 'or')} any more`)),
    ...now.flatMap((request, index) => {
      const path = [...at.path, index]
      const [earlier] = pairs.find(([, later]) => later === request) ?? []
      return earlier === undefined ? [differs('evidence', path, 'major', `${at.name} asks for ${listInWords(request.types, 'or')} too`)] : oneRequest({ ...at, path }, earlier, request)
    }),
  ]
}

// Requests have no id: first those of the same types, in their order, then those that share a type.
function pairRequests(then: readonly EvidenceRequest[], now: readonly EvidenceRequest[]): readonly (readonly [EvidenceRequest, EvidenceRequest])[] {
  const pairs: (readonly [EvidenceRequest, EvidenceRequest])[] = []
  const isSame = (a: EvidenceRequest, b: EvidenceRequest): boolean => a.types.length === b.types.length && a.types.every((type) => b.types.includes(type))
  const sharesType = (a: EvidenceRequest, b: EvidenceRequest): boolean => a.types.some((type) => b.types.includes(type))
  for (const fits of [isSame, sharesType])
    for (const request of now) {
      const earlier = pairs.some(([, later]) => later === request) ? undefined : then.find((candidate) => fits(candidate, request) && !pairs.some(([taken]) => taken === candidate))
      if (earlier) pairs.push([earlier, request])
    }
  return pairs
}

function oneRequest(at: Requests, then: EvidenceRequest, now: EvidenceRequest): readonly Difference[] {
  const { name, path } = at
  const gone = then.types.filter((type) => !now.types.includes(type))
  const come = now.types.filter((type) => !then.types.includes(type))
  return [
    ...(gone.length > 0 ? [differs('evidence', [...path, 'types'], 'major', `${name} takes no ${listInWords(gone, 'or')} any more`)] : []),
    ...(come.length > 0 ? [differs('evidence', [...path, 'types'], 'minor', `${name} takes ${listInWords(come, 'or')} too`)] : []),
    ...validity(at, then, now),
    ...(then.review === now.review ? [] : [differs('evidence', [...path, 'review'], now.review === 'required' ? 'major' : 'minor', `${name} asks for ${now.review === 'required' ? 'a' : 'no'} review of its evidence${now.review === 'required' ? '' : ' any more'}`)]),
    ...criteria(at, then, now),
  ]
}

function validity({ name, before, after, path }: Requests, then: EvidenceRequest, now: EvidenceRequest): readonly Difference[] {
  const [old, current] = [then['valid-for'], now['valid-for']]
  if (old !== undefined && current !== undefined) {
    // Of a parameter that is used then and now the difference is told where it stands.
    if (old === current) return []
    const [a, b] = [valuesOf(before, old), valuesOf(after, current)]
    const change = a && b ? valueChange(a, b, HIGHER) : 'other'
    return change === 'same' ? [] : [differs('validity', [...path, 'valid-for'], change === 'looser' ? 'minor' : 'major', `evidence of ${name} counts for ${inWords(b, current)} instead of ${inWords(a, old)}`)]
  }
  if (then.every === now.every && then.over === now.over) return []
  const less = then.every !== undefined && now.every !== undefined && !isLonger(then.every, now.every) && then.over !== undefined && now.over !== undefined && !isLonger(now.over, then.over)
  return [differs('validity', [...path, now.every === undefined ? 'valid-for' : 'every'], less ? 'minor' : 'major', `evidence of ${name} is asked for ${timing(after, now)} instead of ${timing(before, then)}`)]
}

const timing = (control: Control, { 'valid-for': validFor, every, over }: EvidenceRequest): string =>
  validFor !== undefined ? `within ${inWords(valuesOf(control, validFor), validFor)}` : `every ${durationInWords(every ?? 'P1Y').replace(/^1 /, '')} over ${durationInWords(over ?? 'P1Y')}`

type Bound = { readonly metric: string; readonly op: 'at-most' | 'at-least' | 'equals'; readonly value: number | string | boolean; readonly path: Path }

const boundsOf = (criteria: readonly Criterion[] = []): readonly Bound[] =>
  criteria.flatMap((criterion, index) => (['at-most', 'at-least', 'equals'] as const).flatMap((op) => { const value = criterion[op]; return value === undefined ? [] : [{ metric: criterion.metric, op, value, path: ['criteria', index, op] }] }))

function criteria({ name, before, after, path }: Requests, then: EvidenceRequest, now: EvidenceRequest): readonly Difference[] {
  const [old, current] = [boundsOf(then.criteria), boundsOf(now.criteria)]
  const isOf = (a: Bound) => (b: Bound): boolean => a.metric === b.metric && a.op === b.op
  const words = (control: Control, { op, value }: Bound): string => `${op === 'equals' ? '' : `${op.replace('-', ' ')} `}${typeof value === 'boolean' ? value : inWords(valuesOf(control, value), value)}`
  return [
    ...old.filter((bound) => !current.some(isOf(bound))).map((bound) => differs('criterion', path, 'minor', `${bound.metric} of ${name} need not be ${words(before, bound)} any more`)),
    ...current.flatMap((bound): readonly Difference[] => {
      const at = [...path, ...bound.path]
      const earlier = old.find(isOf(bound))
      if (earlier === undefined) return [differs('criterion', at, 'major', `${bound.metric} of ${name} must be ${words(after, bound)}`)]
      if (earlier.value === bound.value) return []
      const [a, b] = [earlier, bound].map(({ value }, index) => (typeof value === 'boolean' ? undefined : valuesOf(index === 0 ? before : after, value)))
      const change = a && b ? valueChange(a, b, bound.op === 'at-most' ? HIGHER : LOWER) : 'other'
      return change === 'same' ? [] : [differs('criterion', at, change === 'looser' ? 'minor' : 'major', `${bound.metric} of ${name} must be ${words(after, bound)} instead of ${words(before, earlier).replace(/^at (most|least) /, '')}`)]
    }),
  ]
}
