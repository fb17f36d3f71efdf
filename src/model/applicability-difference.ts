import type { Applicability, Control, Lifecycle } from '../schema/types.js'
import { differs, type Difference } from './difference.js'
import { rankOf } from './risk-tier.js'

const ALIVE: readonly Lifecycle[] = ['idea', 'development', 'pilot', 'production']

/** Whether a control is asked of others than before. Each part narrows or widens alone; what does not surely narrow counts as widening. */
export function applicabilityDifference(before: Control, after: Control): readonly Difference[] {
  const [then, now] = [before.applicability ?? {}, after.applicability ?? {}]
  const parts = PARTS.map((part) => part(then, now))
  const path = after.applicability === undefined ? ['id'] : ['applicability']
  if (parts.some((part) => part === 'wider')) return [differs('applicability', path, 'major', 'it can apply to more applications than before')]
  return parts.some((part) => part === 'narrower') ? [differs('applicability', path, 'minor', 'it applies to fewer applications than before')] : []
}

type Part = (then: Applicability, now: Applicability) => 'same' | 'narrower' | 'wider'

const isWithin = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id))
const sets = (then: readonly string[], now: readonly string[]): ReturnType<Part> => (!isWithin(now, then) ? 'wider' : isWithin(then, now) ? 'same' : 'narrower')
const turned = (part: ReturnType<Part>): ReturnType<Part> => (part === 'same' ? 'same' : part === 'wider' ? 'narrower' : 'wider')

const PARTS: readonly Part[] = [
  ({ any: then }, { any: now }) => (then === undefined ? (now === undefined ? 'same' : 'narrower') : now === undefined ? 'wider' : sets(then, now)),
  // The more characteristics must or must not hold, the fewer applications there are. Other ones than before are both.
  ...(['all', 'none'] as const).map((key): Part => ({ [key]: then = [] }, { [key]: now = [] }) => (isWithin(then, now) ? turned(sets(then, now)) : 'wider')),
  ({ lifecycle: then = ALIVE }, { lifecycle: now = ALIVE }) => sets(then, now),
  ({ 'tier-at-least': then = 'low' }, { 'tier-at-least': now = 'low' }) => (rankOf(now) < rankOf(then) ? 'wider' : now === then ? 'same' : 'narrower'),
]
