import { isAsked, type ControlChange, type LibraryChanges } from './library-changes.js'
import { stepBetween, type Step } from './version-step.js'

/** The risk factors and levels that are gone, each with its factor. */
export const lostLevels = ({ removed, changed }: LibraryChanges['riskFactors']): readonly { readonly factor: string; readonly level?: string }[] => [
  ...removed.map(({ id }) => ({ factor: id })),
  ...changed.flatMap(({ before, after }) => before.levels.filter(({ id }) => !after.levels.some((level) => level.id === id)).map(({ id }) => ({ factor: after.id, level: id }))),
]

/** A reason for a new version of the catalog: the step that it needs, and a clause. */
export type CatalogCause = { readonly step: Step; readonly says: string }

/** What of the reader's own catalog asks for a new version of it. `versionOf` is the version that counts for a control that changed. */
export function catalogCauses({ controls, evidenceTypes, characteristics, riskFactors, tables }: LibraryChanges, versionOf: (change: ControlChange) => string | undefined): readonly CatalogCause[] {
  return [
    ...controls.flatMap((change) => causesOfControl(change, versionOf(change))),
    ...evidenceTypes.added.flatMap(({ builtin, data }): readonly CatalogCause[] => (builtin ? [] : [{ step: 'patch', says: `the evidence type ${data.id} is new` }])),
    ...evidenceTypes.changed.flatMap(({ after: { builtin, data } }): readonly CatalogCause[] => (builtin ? [] : [{ step: 'patch', says: `the evidence type ${data.id} reads otherwise` }])),
    ...characteristics.added.map(({ id }): CatalogCause => ({ step: 'minor', says: `the characteristic ${id} is new` })),
    ...characteristics.changed.map(({ after: { id } }): CatalogCause => ({ step: 'patch', says: `the characteristic ${id} reads otherwise` })),
    // What is gone is told by itself, and whether the catalog goes a major version on for it is for its author to say.
    ...tables.filter((table) => table !== 'risk' || lostLevels(riskFactors).length === 0).map((table): CatalogCause => (table === 'risk' ? { step: 'major', says: 'the table of risk tiers is another' } : { step: 'minor', says: table === 'gaps' ? 'the table of gaps is another' : 'the longest exceptions are others' })),
  ]
}

function causesOfControl({ id, fate, before, after }: ControlChange, version: string | undefined): readonly CatalogCause[] {
  if (after === undefined || after.builtin) return []
  if (before === undefined || fate === 'taken-up') return isAsked(after.data) ? [{ step: 'minor', says: `${id} is new` }] : []
  const step = version === undefined ? 'none' : stepBetween(before.data.version, version)
  return step === 'none' || step === 'back' ? [] : [{ step, says: `${id} went from ${before.data.version} to ${version}` }]
}
