import type { Finding } from './assessment.js'
import { rankOf } from './risk-tier.js'

/** Order of gaps: severity, then the day due, then the control. */
export const byUrgency = (a: Finding, b: Finding): number =>
  rankOf(b.severity) - rankOf(a.severity) || compare(a.due ?? '', b.due ?? '') || compare(a.control, b.control)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Gaps, accepted ones among them, the most urgent first. */
export const gapsAmong = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ state }) => state === 'not-satisfied').sort(byUrgency)

/** Open gaps, the most urgent first. A gap that an exception covers is not open. */
export const openGaps = (findings: readonly Finding[]): readonly Finding[] => gapsAmong(findings).filter(({ accepted }) => accepted === undefined)
