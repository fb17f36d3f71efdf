import type { Applicability, Control, Lifecycle } from '../schema/types.js'
import type { Facts } from './facts.js'
import { rankOf } from './risk-tier.js'

/** Whether a control applies, with the sentence that says why. */
export type ApplicabilityDecision = {
  readonly applies: boolean
  readonly because: string
  /** Characteristics that decide and that nobody answered; none where it does not apply. */
  readonly unanswered: readonly string[]
}

type Part = { readonly holds: boolean | 'unknown'; readonly because: string; readonly unanswered?: readonly string[] }

const ALIVE: readonly Lifecycle[] = ['idea', 'development', 'pilot', 'production']

/** Decides applicability: every part must hold, and what nobody answered counts as holding. */
export function decideApplicability(control: Control, facts: Facts): ApplicabilityDecision {
  const parts = [lifecyclePart(control.applicability?.lifecycle ?? ALIVE, facts), ...characteristicParts(control.applicability ?? {}, facts)]
  const tier = control.applicability?.['tier-at-least']
  if (tier !== undefined) parts.push(tierPart(tier, facts))
  const broken = parts.find((part) => part.holds === false)
  if (broken) return { applies: false, because: broken.because, unanswered: [] }
  const stated = parts.filter((part) => part.because !== '')
  return {
    applies: true,
    because: stated.length === 0 ? 'it applies to everything in scope' : stated.map((part) => part.because).join('; '),
    unanswered: parts.flatMap((part) => part.unanswered ?? []),
  }
}

function lifecyclePart(lifecycle: readonly Lifecycle[], facts: Facts): Part {
  if (facts.lifecycle === undefined) return { holds: 'unknown', because: '' }
  const holds = lifecycle.includes(facts.lifecycle)
  return { holds, because: holds && lifecycle === ALIVE ? '' : `lifecycle is ${facts.lifecycle}` }
}

function tierPart(tier: Parameters<typeof rankOf>[0], facts: Facts): Part {
  if (facts.tier === undefined) return { holds: 'unknown', because: '' }
  return { holds: rankOf(facts.tier) >= rankOf(tier), because: `risk tier is ${facts.tier}` }
}

function characteristicParts({ any, all, none }: Applicability, facts: Facts): Part[] {
  const parts: Part[] = []
  if (any) parts.push(anyPart(any, facts))
  for (const id of all ?? []) parts.push(single(id, true, facts))
  for (const id of none ?? []) parts.push(single(id, false, facts))
  return parts
}

function anyPart(any: readonly string[], facts: Facts): Part {
  const holding = any.filter((id) => facts.characteristics.get(id)?.value === true)
  if (holding.length > 0) return { holds: true, because: holding.map((id) => sentence(id, facts)).join(' and ') }
  const unanswered = any.filter((id) => !facts.characteristics.has(id))
  if (unanswered.length > 0) return { holds: 'unknown', because: `${unanswered.join(', ')} is not answered`, unanswered }
  return { holds: false, because: `${any.join(', ')}: ${any.length === 1 ? 'false' : 'none of them'}` }
}

function single(id: string, wanted: boolean, facts: Facts): Part {
  const fact = facts.characteristics.get(id)
  if (fact === undefined) return { holds: 'unknown', because: `${id} is not answered`, unanswered: [id] }
  return { holds: fact.value === wanted, because: sentence(id, facts) }
}

function sentence(id: string, facts: Facts): string {
  const fact = facts.characteristics.get(id)
  return `${id} is ${fact?.value}${fact?.impliedBy ? ` (from ${fact.impliedBy})` : ''}`
}
