import { isDuration } from '../model/dates.js'
import { whole } from '../model/doc.js'
import type { Control, EvidenceRequest, ParameterValue } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { suggestHint } from '../source/suggest.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import { requestsIn } from './requests-in.js'
import type { FileRule } from './rule.js'

/** An objective names a parameter that its control does not have, or one of the wrong type. */
export const unknownParameter: FileRule = {
  code: 'unknown-parameter',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'An objective names a parameter that its control does not have, or one that is no duration or no number.',
  rationale: 'A bound that cannot be looked up bounds nothing, and evidence would be valid for ever. `valid-for` takes a duration and a criterion a number; a parameter of either has values of that type alone, also by tier.',
  since: '0.1.0',
  bad: controlExample({ request: 'types: [evaluation-result], valid-for: intervall', more: 'parameters:\n  - { id: interval, value: P90D, description: Time between runs. }\n' }),
  good: controlExample({ request: 'types: [evaluation-result], valid-for: interval', more: 'parameters:\n  - { id: interval, value: P90D, description: Time between runs. }\n' }),
  *check({ library }) {
    for (const doc of localOnes(library.docs.controls))
      for (const { request, below } of requestsIn(doc.data))
        for (const { id, wants, below: key } of parametersOf(request)) {
          const wrong = whatIsWrong(doc.data, id, wants)
          if (wrong) yield { at: { part: whole(doc), below: [...below, ...key] }, ...wrong }
        }
  },
}

type Wanted = { readonly id: string; readonly wants: 'duration' | 'number'; readonly below: Path }

function parametersOf({ 'valid-for': validFor, criteria = [] }: EvidenceRequest): readonly Wanted[] {
  const bounds = criteria.flatMap((criterion, index) => (['at-most', 'at-least'] as const).map((key) => ({ bound: criterion[key], below: ['criteria', index, key] })))
  return [
    ...(validFor === undefined || isDuration(validFor) ? [] : [{ id: validFor, wants: 'duration' as const, below: ['valid-for'] }]),
    ...bounds.flatMap(({ bound, below }) => (typeof bound === 'string' ? [{ id: bound, wants: 'number' as const, below }] : [])),
  ]
}

function whatIsWrong({ id: control, parameters = [] }: Control, id: string, wants: Wanted['wants']): { readonly message: string; readonly hint: string } | undefined {
  const parameter = parameters.find((one) => one.id === id)
  const fits = (value: ParameterValue | undefined): boolean => (typeof value === 'string' ? 'duration' : 'number') === wants
  const suited = parameters.filter((one) => fits(one.value)).map((one) => one.id)
  if (parameter === undefined) return { message: `${control} has no parameter \`${id}\`.`, hint: suggestHint(id, suited, `Add it to \`parameters\`, or write a ${wants}.`) }
  if ([parameter.value, ...Object.values(parameter['by-tier'] ?? {})].every(fits)) return undefined
  return { message: `The parameter \`${id}\` is not always a ${wants}, and one is wanted here.`, hint: suited.length === 0 ? `Write a ${wants}.` : `Write a ${wants}, or name one of ${suited.join(', ')}.` }
}
