import type { Control, Duration, ParameterValue, Tier } from '../schema/types.js'
import { isDuration } from './dates.js'

/** The value of a control's parameter for a tier, or undefined when the control has no such parameter. */
export function parameterValue(control: Control, id: string, tier: Tier | undefined): ParameterValue | undefined {
  const parameter = control.parameters?.find((candidate) => candidate.id === id)
  return (tier && parameter?.['by-tier']?.[tier]) ?? parameter?.value
}

/** A number, or the number that a parameter stands for. */
export function boundValue(control: Control, bound: number | string, tier: Tier | undefined): number | undefined {
  const value = typeof bound === 'number' ? bound : parameterValue(control, bound, tier)
  return typeof value === 'number' ? value : undefined
}

/** A duration, or the duration that a parameter stands for. */
export function validityValue(control: Control, validFor: string, tier: Tier | undefined): Duration | undefined {
  const value = isDuration(validFor) ? validFor : parameterValue(control, validFor, tier)
  return typeof value === 'string' ? value : undefined
}
