import type { Control, ParameterValue, Tier } from '../schema/types.js'
import { durationInWords } from './dates.js'
import { isLooser, type Direction } from './looser.js'
import { LEVELS } from './risk-tier.js'
import { valuesInWords } from './tailored-control.js'

/** A value with what it is in single tiers. */
export type Values = { readonly value: ParameterValue; readonly 'by-tier'?: Readonly<Partial<Record<Tier, ParameterValue>>> }

/** Whether values ask for more in any tier, otherwise for less in any, or for the same; `other` where they cannot be compared. */
export function valueChange(before: Values, after: Values, directions: ReadonlySet<Direction>): 'tighter' | 'looser' | 'same' | 'other' {
  const pairs = [...LEVELS, undefined].map((tier) => [valueIn(before, tier), valueIn(after, tier)] as const).filter(([then, now]) => then !== now)
  if (pairs.length === 0) return 'same'
  if (pairs.some(([then, now]) => typeof then !== typeof now)) return 'other'
  if (pairs.some(([then, now]) => isLooser(now, then, directions))) return 'tighter'
  return pairs.some(([then, now]) => isLooser(then, now, directions)) ? 'looser' : 'other'
}

const valueIn = ({ value, 'by-tier': byTier }: Values, tier: Tier | undefined): ParameterValue => (tier && byTier?.[tier]) ?? value

/** The values behind a number, a duration or the name of a parameter; undefined where the control has no such parameter. */
export function valuesOf(control: Control, stated: number | string): Values | undefined {
  if (typeof stated === 'number' || /^P[0-9]/.test(stated)) return { value: stated }
  return control.parameters?.find(({ id }) => id === stated)
}

/** Values as words: `60 days`, `0.05 (critical: 0.01)`. */
export const inWords = (values: Values | undefined, stated: number | string): string =>
  values ? valuesInWords(values) : typeof stated === 'string' && /^P[0-9]/.test(stated) ? durationInWords(stated) : `\`${stated}\``
