import type { Control, Criterion, EvidenceRequest, Tier } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { durationInWords } from './dates.js'
import { boundValue, validityValue } from './parameters.js'

const PERIODS: Readonly<Record<string, string>> = { P1M: 'month', P3M: 'quarter', P6M: 'half year', P1Y: 'year' }

/** What an evidence request asks for in a tier, as words: `red-team-result from the last 90 days, accepted by a reviewer, with attempts at least 100`. */
export function requestInWords(control: Control, request: EvidenceRequest, tier: Tier | undefined): string {
  const types = listInWords(request.types, 'or')
  const validity = request['valid-for'] === undefined ? undefined : validityValue(control, request['valid-for'], tier)
  const time = validity !== undefined ? ` from the last ${durationInWords(validity).replace(/^1 /, '')}`
    : request.every !== undefined ? `, one in each ${PERIODS[request.every] ?? request.every}${request.over === undefined ? '' : ` of the last ${durationInWords(request.over).replace(/^1 /, '')}`}` : ''
  const criteria = (request.criteria ?? []).map((criterion) => criterionInWords(control, criterion, tier))
  return `${types}${time}${request.review === 'required' ? ', accepted by a reviewer' : ''}${criteria.length === 0 ? '' : `, with ${listInWords(criteria, 'and')}`}`
}

function criterionInWords(control: Control, { metric, 'at-most': most, 'at-least': least, equals }: Criterion, tier: Tier | undefined): string {
  if (equals !== undefined) return `${metric} ${equals}`
  return [metric, ...(most === undefined ? [] : [`at most ${boundValue(control, most, tier) ?? most}`]), ...(least === undefined ? [] : [`at least ${boundValue(control, least, tier) ?? least}`])].join(' ')
}
