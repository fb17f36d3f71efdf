import type { Catalog, Control, EvidenceRequest, ParameterValue, Severity, TailoredParameter, TailoredValidity, Tier } from '../schema/types.js'
import { durationInWords, isDuration } from './dates.js'
import { directionsOf, isLonger, isLooser } from './looser.js'
import { gapSeverity, LEVELS, rankOf } from './risk-tier.js'
import type { TailoringEntry } from './tailoring.js'

/** What one entry would change in a control: in words, whether it loosens, and the control as it then is. */
export type Tailored = { readonly of?: string; readonly from?: string; readonly to?: string; readonly loosens: boolean; readonly tiers?: readonly Tier[]; readonly control: Control }

/** Applies one entry to a control of the catalog; undefined where the entry does not fit it, which rules report. */
export function tailorControl(control: Control, entry: TailoringEntry, tiers: readonly (Tier | undefined)[]): Tailored | undefined {
  switch (entry.kind) {
    case 'left-out': return { loosens: true, control }
    case 'parameter': return tailorParameter(control, entry.part.data, tiers)
    case 'validity': return tailorValidity(control, entry.part.data)
    case 'severity': {
      const { severity } = entry.part.data
      return { from: control.severity, to: severity, loosens: rankOf(severity) < rankOf(control.severity), control: { ...control, severity } }
    }
  }
}

/** The tiers by which a control's parameters differ: of the organization, and without a risk table, there is none. */
export const tiersFor = (control: Control, catalog: Catalog): readonly (Tier | undefined)[] =>
  control.scope === 'organization' || catalog.risk === undefined ? [undefined] : LEVELS

/** The severest gap that a control can have in any tier: who loosens it accepts as much. */
export const worstGap = (control: Control, catalog: Catalog): Severity =>
  tiersFor(control, catalog).map((tier) => gapSeverity(catalog, control.severity, tier)).reduce((worst, severity) => (rankOf(severity) > rankOf(worst) ? severity : worst), control.severity)

type Values = Pick<TailoredParameter, 'value' | 'by-tier'>

function tailorParameter(control: Control, { parameter: id, value, 'by-tier': byTier }: TailoredParameter, tiers: readonly (Tier | undefined)[]): Tailored | undefined {
  const before = control.parameters?.find((parameter) => parameter.id === id)
  const after: Values = { value, ...(byTier && { 'by-tier': byTier }) }
  if (before === undefined || !sameType(before.value, after)) return undefined
  const directions = directionsOf(control, id)
  const looser = tiers.filter((tier) => isLooser(valueFor(before, tier), valueFor(after, tier), directions))
  const named = looser.flatMap((tier) => tier ?? [])
  return {
    of: id, from: valuesInWords(before), to: valuesInWords(after), loosens: looser.length > 0, ...(named.length > 0 && named.length < tiers.length && { tiers: named }),
    control: { ...control, parameters: (control.parameters ?? []).map((parameter) => (parameter.id === id ? { id, ...after, description: parameter.description } : parameter)) },
  }
}

const valueFor = ({ value, 'by-tier': byTier }: Values, tier: Tier | undefined): ParameterValue => (tier && byTier?.[tier]) ?? value

/** Whether all values of an entry have the type that the parameter has. */
export const sameType = (before: ParameterValue, { value, 'by-tier': byTier }: Values): boolean => [value, ...Object.values(byTier ?? {})].every((one) => typeof one === typeof before)

/** The values of a parameter: `0.05 (critical: 0.01)`. */
export const valuesInWords = ({ value, 'by-tier': byTier }: Values): string =>
  `${inWords(value)}${byTier ? ` (${Object.entries(byTier).map(([tier, one]) => `${tier}: ${inWords(one)}`).join(', ')})` : ''}`

const inWords = (value: ParameterValue): string => (typeof value === 'string' ? durationInWords(value) : String(value))

function tailorValidity(control: Control, { objective: id, type, 'valid-for': validFor }: TailoredValidity): Tailored | undefined {
  const objective = control.objectives.find((one) => one.id === id)
  const before = (objective?.evidence ?? []).filter((request) => isTailored(request, type)).flatMap((request) => request['valid-for'] ?? [])
  if (objective === undefined || before.length === 0) return undefined
  const evidence = objective.evidence.map((request) => (isTailored(request, type) ? { ...request, 'valid-for': validFor } : request))
  return {
    of: id, from: [...new Set(before)].map(durationInWords).join(' or '), to: durationInWords(validFor), loosens: before.some((one) => isLonger(validFor, one)),
    control: { ...control, objectives: control.objectives.map((one) => (one.id === id ? { ...one, evidence } : one)) },
  }
}

/** Whether a request states a validity of its own, and accepts a type where one is named. */
export const isTailored = (request: EvidenceRequest, type: string | undefined): boolean =>
  request['valid-for'] !== undefined && isDuration(request['valid-for']) && (type === undefined || request.types.includes(type))
