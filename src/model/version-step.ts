import type { Version } from '../schema/types.js'

/** The steps of a semantic version, smallest first. */
export const STEPS = ['patch', 'minor', 'major'] as const
export type Step = (typeof STEPS)[number]

const rank = (step: Step | 'none' | 'back'): number => (step === 'none' || step === 'back' ? -1 : STEPS.indexOf(step))

type Numbers = readonly [number, number, number]

function numbersOf(version: Version): Numbers {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}

/** The step from one version to another; `none` where they are the same, `back` where the second is the earlier one. */
export function stepBetween(before: Version, after: Version): Step | 'none' | 'back' {
  const [then, now] = [numbersOf(before), numbersOf(after)]
  const at = then.findIndex((number, index) => number !== now[index])
  if (at < 0) return 'none'
  return (now[at] ?? 0) < (then[at] ?? 0) ? 'back' : (['major', 'minor', 'patch'] as const)[at] ?? 'patch'
}

/** Whether a version is as far from an earlier one as a change needs. */
export const isFarEnough = (before: Version, after: Version, needed: Step): boolean => rank(stepBetween(before, after)) >= rank(needed)

/** The version that is one step on. */
export function stepOn(version: Version, step: Step): Version {
  const [major, minor, patch] = numbersOf(version)
  return step === 'major' ? `${major + 1}.0.0` : step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** The largest of some steps; undefined where there is none. */
export const largestStep = (steps: readonly Step[]): Step | undefined => steps.reduce<Step | undefined>((largest, step) => (largest === undefined || rank(step) > rank(largest) ? step : largest), undefined)

/** The step that a catalog needs: before 1.0.0 a minor one stands for a major one. */
export const stepOfCatalog = (version: Version, step: Step): Step => (step === 'major' && version.startsWith('0.') ? 'minor' : step)
