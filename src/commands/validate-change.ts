import type { Host } from '../host/host.js'
import { standsOf, compareStands } from '../assess/compare-assessments.js'
import { neutralise } from '../source/control-characters.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { counted } from '../source/list-in-words.js'
import { newDiagnostics } from '../source/new-diagnostics.js'
import { assessChange, type Pair } from './assess-change.js'
import { namesThen, type Change } from './change.js'
import { dutiesFor, dutiesOf } from './duties.js'
import { openChange, type ReadChange } from './open-change.js'
import { asOfFor } from './options.js'
import { touchedBy, comparedWith } from './touched.js'
import type { ValidateOptions } from './validate.js'
import type { Workspace } from './workspace.js'

/** What `validate --changed-since` finds: the diagnostics that a change brings. */
export type ChangeFound = { readonly workspace: Workspace; readonly diagnostics: readonly Diagnostic[] }

/** Checks what a change touches, before and after it, and says on the standard error what was compared. */
export async function validateChange(host: Host, options: ValidateOptions, since: string | Promise<Change>): Promise<ChangeFound> {
  const change = await openChange(host, options, since, 'catalog')
  const { workspace, before } = change
  const asOf = asOfFor(host, options)
  const said = [comparedWith(change, asOf), ...(change.unknown === undefined ? [] : [change.unknown])]
  const end = async (diagnostics: readonly Diagnostic[], stood: number): Promise<ChangeFound> => {
    if (stood > 0) said.push(`${counted(stood, 'diagnostic')} that stood there before ${stood === 1 ? 'is' : 'are'} not shown.`)
    await host.err.write(`${said.map(neutralise).join('\n')}\n`)
    return { workspace, diagnostics: [...diagnostics].sort(compareDiagnostics) }
  }
  if (workspace.diagnostics.some(({ severity }) => severity === 'error')) {
    said.push('The catalog, a framework or the configuration is wrong, so the applications were not checked.')
    return end(workspace.diagnostics, 0)
  }
  const shared = newDiagnostics(before.diagnostics, workspace.diagnostics, namesThen(change))
  const found = [...shared, ...(await unversioned(change, asOf))]
  let stood = workspace.diagnostics.length - shared.length
  const touched = touchedBy(change)
  const [dutiesThen, dutiesNow] = [await dutiesFor(change.then, before, change.base), await dutiesFor(host, workspace)]
  const sharedDuties = newDiagnostics(dutiesThen?.shared ?? [], dutiesNow?.shared ?? [], namesThen(change))
  found.push(...sharedDuties)
  stood += (dutiesNow?.shared.length ?? 0) - sharedDuties.length
  for await (const [pair, formerly] of pairsOf(host, change, asOf)) {
    if (!touched.touches(pair)) continue
    // Where it is one and the same outcome git would say the same.
    const same = pair.now === pair.then
    const after = [...diagnosticsOf(pair.now), ...(same ? [] : await dutiesOf(dutiesNow, pair.now))]
    const come = newDiagnostics([...diagnosticsOf(pair.then), ...(same ? [] : await dutiesOf(dutiesThen, pair.then))], after, namesThen(change, pair.id, formerly)).filter(({ code }) => code !== 'unanswered-control' || moreUnanswered(pair))
    found.push(...come)
    stood += after.length - come.length
    said.push(...switchedOff(pair, formerly))
    if (pair.now === undefined) said.push(`\`${pair.id}\` is gone, and so is what was said of it. With \`lifecycle: retired\` it would be kept.`)
  }
  said.push(...touched.sentences())
  return end(found, stood)
}

// The same that `muster compare` says: a control that asks otherwise without a version of its own would change what others have answered.
const unversioned = async ({ workspace, before, unknown, since, base }: ReadChange, asOf: string): Promise<readonly Diagnostic[]> =>
  workspace.library === before.library || unknown !== undefined ? [] : (await import('./change-diagnostics.js')).changeDiagnostics(workspace, before.library, { than: since, then: base.date, asOf }).diagnostics

// It counts all of them, so it reads otherwise with each that is answered.
function moreUnanswered({ then, now }: Pair): boolean {
  const unanswered = (outcome: Pair['now']): readonly string[] => outcome?.assessment?.findings.flatMap(({ control, state, answered }) => (state === 'not-satisfied' && !answered ? [control] : [])) ?? []
  const before = new Set(unanswered(then))
  return unanswered(now).some((control) => !before.has(control))
}

const diagnosticsOf = (outcome: Pair['now']): readonly Diagnostic[] => (outcome ? [...outcome.diagnostics, ...outcome.gaps] : [])

/** The entries that a change may touch, before and after it; where an entry has another name now, with the one that it had. */
export async function* pairsOf(host: Host, change: ReadChange, asOf: string, gapSeverity: 'error' | 'warning' = 'warning'): AsyncGenerator<readonly [Pair, string | undefined]> {
  const { renamed, folders, dependents } = change
  const whole = change.workspace.library !== change.before.library || change.unknown !== undefined
  const only = whole ? {} : { only: new Set([...folders, ...[...dependents.values()].flat()]) }
  if (only.only?.size === 0) return
  const [before, after] = [new Map<string, Pair>(), new Map<string, Pair>()]
  const formerNames = new Set(renamed.values())
  for await (const pair of assessChange(host, change, { asOf, gapSeverity, ...only })) {
    // The two halves of a renamed entry come as two: they wait for each other.
    if (formerNames.has(pair.id)) before.set(pair.id, pair)
    else if (renamed.has(pair.id)) after.set(pair.id, pair)
    else yield [pair, undefined]
  }
  for (const [now, then] of renamed) {
    const [old, current] = [before.get(then)?.then, after.get(now)?.now]
    yield [{ id: now, ...(old && { then: old }), ...(current && { now: current }) }, then]
  }
}

const SHOWN = 40

/** The controls that a change of an entry's facts switches off, as lines. */
function switchedOff({ id, then, now }: Pair, formerly: string | undefined): readonly string[] {
  const lines = formerly === undefined ? [] : [`\`${formerly}\` is \`${id}\` now, and is compared with what it was.`]
  if (then?.assessment === undefined || now?.assessment === undefined) return lines
  const off = compareStands(standsOf(then.assessment.findings), standsOf(now.assessment.findings), now.assessment.findings).filter(({ effect }) => effect === 'switched-off')
  if (off.length === 0) return lines
  const reviewed = now.assessment.facts.review.state === 'accepted' ? '' : ', and nobody has reviewed these facts'
  return [
    ...lines, `\`${id}\`: the change switches off ${counted(off.length, 'control')}${reviewed}:`,
    ...off.slice(0, SHOWN).map(({ control, then: stood, reasons }) => `  ${control}  was ${(stood ?? '').replace('-', ' ')}; ${reasons[0] ?? ''}`),
    ...(off.length > SHOWN ? [`  and ${off.length - SHOWN} more: \`muster gap ${id} --against <revision>\``] : []),
  ]
}
