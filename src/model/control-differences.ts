import type { Control, Objective, Parameter } from '../schema/types.js'
import { applicabilityDifference } from './applicability-difference.js'
import { canonicalJson } from './digest.js'
import { differs, textDiffers, type Difference } from './difference.js'
import { directionsOf } from './looser.js'
import { requestDifferences } from './request-differences.js'
import { valuesInWords } from './tailored-control.js'
import { valueChange } from './value-change.js'

/** In what a control differs from itself in an earlier catalog, its version aside. */
export function controlDifferences(before: Control, after: Control): readonly Difference[] {
  if (before === after || canonicalJson(before) === canonicalJson(after)) return []
  return [
    ...(before.scope === after.scope ? [] : [differs('scope', ['scope'], 'major', after.scope === 'organization' ? 'the organization answers it instead of each application' : 'each application answers it instead of the organization')]),
    ...applicabilityDifference(before, after),
    ...parameterDifferences(before, after),
    ...objectivesDiffer(before, after),
    ...(before.severity === after.severity ? [] : [differs('severity', ['severity'], 'minor', `its severity is ${after.severity} instead of ${before.severity}`)]),
    ...(before.status === after.status ? [] : [differs('status', ['status'], 'minor', `it is ${after.status} instead of ${before.status}`)]),
    ...(before['replaced-by'] === after['replaced-by'] ? [] : [differs('status', ['replaced-by'], 'patch', after['replaced-by'] === undefined ? 'nothing takes its place any more' : `${after['replaced-by']} takes its place`)]),
    ...(canonicalJson(before.replaces) === canonicalJson(after.replaces) ? [] : [differs('status', [after.replaces ? 'replaces' : 'id'], 'patch', 'what it replaces is stated otherwise')]),
    ...effectiveDiffers(before, after),
    ...textDiffers(['statement'], before.statement, after.statement, 'its statement reads otherwise', 'minor'),
    ...textDiffers(['guidance'], before.guidance, after.guidance, 'its guidance reads otherwise', 'minor'),
    ...textDiffers(['title'], before.title, after.title, 'its title reads otherwise', 'patch'),
    ...textDiffers(['risk'], before.risk, after.risk, 'its risk reads otherwise', 'patch'),
  ]
}

// A later first day goes with a major, and asks for less by itself.
function effectiveDiffers({ effective: then }: Control, { effective: now }: Control): readonly Difference[] {
  if (then === now) return []
  return [differs('effective', ['effective'], now < then ? 'major' : 'minor', `it is asked from ${now} instead of ${then}`)]
}

function parameterDifferences(before: Control, after: Control): readonly Difference[] {
  const [then, now] = [before.parameters ?? [], after.parameters ?? []]
  return [
    ...then.filter(({ id }) => !now.some((other) => other.id === id)).map(({ id }) => differs('parameter-removed', [after.parameters ? 'parameters' : 'id'], 'major', `its parameter ${id} is gone, which organizations may have tailored`)),
    ...now.flatMap((parameter, index) => {
      const earlier = then.find(({ id }) => id === parameter.id)
      return earlier ? parameterDiffers(after, earlier, parameter, index) : [differs('parameter', ['parameters', index], 'minor', `its parameter ${parameter.id} is new`)]
    }),
  ]
}

function parameterDiffers(control: Control, before: Parameter, after: Parameter, index: number): readonly Difference[] {
  const directions = directionsOf(control, after.id)
  const change = valueChange(before, after, directions)
  const path = ['parameters', index, before.value === after.value ? 'by-tier' : 'value']
  const isValidity = control.objectives.some(({ evidence }) => evidence.some((request) => request['valid-for'] === after.id))
  const kind = directions.size === 0 ? 'parameter' : isValidity ? 'validity' : 'criterion'
  return [
    ...(change === 'same' ? [] : [differs(kind, path, directions.size === 0 || change === 'looser' ? 'minor' : 'major', `its ${after.id} is ${valuesInWords(after)} instead of ${valuesInWords(before)}`)]),
    ...textDiffers(['parameters', index, 'description'], before.description, after.description, `the description of its ${after.id} reads otherwise`, 'patch'),
  ]
}

function objectivesDiffer(before: Control, after: Control): readonly Difference[] {
  const gone = before.objectives.filter(({ id }) => !after.objectives.some((other) => other.id === id))
  return [
    ...gone.map(({ id }) => differs('objective-removed', ['objectives'], 'major', `its objective ${id} is gone`)),
    ...after.objectives.flatMap((objective, index) => {
      const earlier = before.objectives.find(({ id }) => id === objective.id)
      const path = ['objectives', index]
      return earlier ? objectiveDiffers({ before, after, path }, earlier, objective) : [differs('objective', [...path, 'id'], 'major', `its objective ${objective.id} is new`)]
    }),
  ]
}

type Objectives = { readonly before: Control; readonly after: Control; readonly path: readonly (string | number)[] }

function objectiveDiffers(at: Objectives, then: Objective, now: Objective): readonly Difference[] {
  const { path } = at
  const name = now.id
  const [wasInheritable, isInheritable] = [then.inheritable === true, now.inheritable === true]
  return [
    ...textDiffers([...path, 'text'], then.text, now.text, `${name} reads otherwise`, 'minor'),
    ...(then.method === now.method ? [] : [differs('objective', [...path, 'method'], 'minor', `the method of ${name} is ${now.method} instead of ${then.method}`)]),
    ...(wasInheritable === isInheritable ? [] : [differs('objective', [...path, 'inheritable'], isInheritable ? 'minor' : 'major', `${name} can ${isInheritable ? '' : 'not '}be inherited${isInheritable ? '' : ' any more'}`)]),
    ...(then['for-each'] === now['for-each'] ? [] : [differs('objective', [...path, 'for-each'], now['for-each'] === undefined ? 'minor' : 'major', now['for-each'] === undefined ? `${name} is asked once instead of for each ${then['for-each']}` : `${name} is asked for each ${now['for-each']}`)]),
    ...(then['renew-on'] === now['renew-on'] ? [] : [differs('objective', [...path, 'renew-on'], now['renew-on'] === undefined ? 'minor' : 'major', `evidence of ${name} ${now['renew-on'] === undefined ? 'need not be renewed' : 'must be renewed'} with each version of its component`)]),
    ...requestDifferences({ name, before: at.before, after: at.after, path: [...path, 'evidence'] }, then.evidence, now.evidence),
  ]
}
