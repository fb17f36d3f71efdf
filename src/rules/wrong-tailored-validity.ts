import { isDuration } from '../model/dates.js'
import { isTailored } from '../model/tailored-control.js'
import type { Control, TailoredValidity } from '../schema/types.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { fittingEntries } from './tailored-entries.js'

const validity = (objective: string): string => `validity:\n  - { objective: ${objective}, valid-for: P180D, reason: Two reviews a year. }\n`

/** Tailoring changes a validity where the catalog states none. */
export const wrongTailoredValidity: FileRule = {
  code: 'wrong-tailored-validity',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring changes the validity of an objective that does not exist, or that states none itself.',
  rationale: 'How long evidence counts is said in one place: by the objective, or by a parameter of its control, which is then set under `parameters`. An objective that asks for an item in each period has no validity.',
  since: '0.1.0',
  bad: tailoringExample(validity('TST-03.a')),
  good: tailoringExample(validity('GOV-01.b')),
  *check({ library }) {
    for (const { entry, control } of fittingEntries(library)) {
      if (entry.kind !== 'validity') continue
      const wrong = whatIsWrong(control, entry.part.data)
      if (wrong) yield { at: { part: entry.part, below: [wrong.key] }, message: wrong.message, hint: wrong.hint }
    }
  },
}

function whatIsWrong(control: Control, { objective: id, type }: TailoredValidity): { readonly key: keyof TailoredValidity; readonly message: string; readonly hint: string } | undefined {
  const objective = control.objectives.find((one) => one.id === id)
  if (objective === undefined) return { key: 'objective', message: `${control.id} has no objective \`${id}\`.`, hint: suggestHint(id, control.objectives.map((one) => one.id), `Use one of ${control.objectives.map((one) => one.id).join(', ')}.`) }
  if (objective.evidence.some((request) => isTailored(request, type))) return undefined
  const types = objective.evidence.flatMap((request) => request.types)
  if (type !== undefined && !types.includes(type)) return { key: 'type', message: `${id} does not ask for \`${type}\`.`, hint: suggestHint(type, types, `Use one of ${quoted(types).join(', ')}.`) }
  const parameters = objective.evidence.flatMap(({ 'valid-for': validFor }) => (validFor === undefined || isDuration(validFor) ? [] : [validFor]))
  return parameters.length === 0
    ? { key: 'objective', message: `${id} asks for an item in each period and has no validity.`, hint: 'Remove the entry.' }
    : { key: 'objective', message: `How long evidence of ${id} counts is said by the parameter ${listInWords(quoted([...new Set(parameters)]), 'or')}.`, hint: 'Set it under `parameters`.' }
}
