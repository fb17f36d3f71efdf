import type { Control, Duration, ParameterValue } from '../schema/types.js'
import { isEverLonger } from './dates.js'

/** In which direction a parameter loosens its control: `higher` for an `at-most` or a `valid-for`, `lower` for an `at-least`. */
export type Direction = 'higher' | 'lower'

/** The directions in which a parameter of a control loosens it, one for each way in which it is used; empty when nothing uses it. */
export function directionsOf(control: Control, parameter: string): ReadonlySet<Direction> {
  const found = new Set<Direction>()
  for (const request of control.objectives.flatMap((objective) => objective.evidence)) {
    if (request['valid-for'] === parameter) found.add('higher')
    for (const criterion of request.criteria ?? []) {
      if (criterion['at-most'] === parameter) found.add('higher')
      if (criterion['at-least'] === parameter) found.add('lower')
    }
  }
  return found
}

/** Whether a value asks for less than another of the same type: never decided for a number against a duration. */
export function isLooser(before: ParameterValue, after: ParameterValue, directions: ReadonlySet<Direction>): boolean {
  const [up, down] = typeof before === 'number' && typeof after === 'number' ? [after > before, after < before]
    : typeof before === 'string' && typeof after === 'string' ? [isLonger(after, before), isLonger(before, after)] : [false, false]
  return (up && directions.has('higher')) || (down && directions.has('lower'))
}

/** Whether a duration ends later than another from any day at all: a month has up to 31 days. */
export const isLonger = (a: Duration, b: Duration): boolean => a !== b && isEverLonger(a, b)
