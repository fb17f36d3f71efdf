import { placeOf } from '../model/doc.js'
import { nameOfChange, type TailoredChange } from '../model/tailoring.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { paragraph } from './paragraph.js'

/** What tailoring loosened, in every gap list: whoever reads of no gap must know what was not asked. Empty where nothing was. */
export function loosenedText(tailoring: readonly TailoredChange[], paint: Paint): string {
  const loosened = tailoring.filter((change) => change.loosens)
  if (loosened.length === 0) return ''
  return `${paint.bold('Loosened by tailoring')} (${counted(loosened.length, 'change')}: the catalog asks for more)\n${loosened.map((change) => changeText(change, paint)).join('\n')}`
}

/** One change: what it is now, since when, by whom, where, and why. */
export function changeText(change: TailoredChange, paint: Paint): string {
  const by = change['approved-by'] === undefined ? '' : `, ${change.holds ? '' : 'not before '}${change.holds ? `approved by ${change['approved-by']} on ${change['approved-on']}` : `${change['approved-on']}, approved by ${change['approved-by']}`}`
  const { file, range } = placeOf(change.part)
  return `  ${nameOfChange(change)}  ${changeInWords(change)}\n${paragraph(neutralise(change.reason), '    ')}\n    ${paint.dim(`${file}:${range.start.line}${by}`)}`
}

function changeInWords({ kind, from, to, tiers }: TailoredChange): string {
  if (kind === 'left-out') return 'left out'
  const what = { parameter: '', validity: 'valid for ', severity: 'severity ' }[kind]
  return `${what}${to} instead of ${from}${tiers === undefined ? '' : `, looser in ${tiers.length === 1 ? 'tier' : 'tiers'} ${listInWords(tiers, 'and')}`}`
}

/** A change as data, for the JSON of `gap` and `explain`. */
export const changeJson = ({ part, of, from, to, tiers, ...change }: TailoredChange): Readonly<Record<string, unknown>> => ({
  ...change, of: of ?? null, from: from ?? null, to: to ?? null, tiers: tiers ?? null, 'approved-by': change['approved-by'] ?? null, 'approved-on': change['approved-on'] ?? null, place: placeOf(part),
})
