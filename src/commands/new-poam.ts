import type { Host } from '../host/host.js'
import type { Finding } from '../model/assessment.js'
import { addDays, later } from '../model/dates.js'
import { dueDays } from '../model/risk-tier.js'
import { counted } from '../source/list-in-words.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { evidencePath, intoFile, type NewEntry } from './into-file.js'
import { openGaps } from '../model/gaps.js'
import { freeId, gapOf } from './new-exception.js'
import { knownPerson } from './new-application.js'
import { openApplication, type OpenApplication } from './open-application.js'
import { makeEdit, tryEdit, type EditOptions } from './try-edit.js'
import { UsageError } from './usage-error.js'

export type NewPoamOptions = EditOptions & { readonly fromGaps?: boolean; readonly owner?: string }

/** `muster new poam <application> [control…]`: one dated, owned item for each gap, which a person finishes. */
export async function newPoam(host: Host, id: string, wanted: readonly string[], options: NewPoamOptions): Promise<ExitCode> {
  if (wanted.length === 0 && options.fromGaps !== true) throw new UsageError('Which gaps are to be planned is not said.', 'Name their controls, or add `--from-gaps` for all.')
  const opened = await openApplication(host, options, id)
  const controls = wanted.map((one) => gapOf(opened, one).control)
  const assessment = (await tryEdit(host, options, opened, []))?.assessment
  if (assessment === undefined) throw new UsageError(`\`${id}\` could not be assessed, so its gaps are not known.`, 'Run `muster validate` to see what is wrong.')
  const gaps = openGaps(assessment.findings).filter(({ control }) => controls.length === 0 || controls.includes(control))
  const planned = new Set(opened.files.poam.filter(({ data }) => data.closed === undefined).map(({ data }) => data.control))
  const open = gaps.filter(({ control, reasons }) => !planned.has(control) && !reasons.every((reason) => reason['inherited-from'] !== undefined))
  if (open.length === 0) {
    await host.err.write(gaps.length === 0 ? 'There is no such gap, so there is nothing to plan.\n' : `${gaps.length === 1 ? 'The gap has' : `All ${gaps.length} gaps have`} a plan already, or ${gaps.length === 1 ? 'is' : 'are'} planned by a platform.\n`)
    return EXIT.done
  }
  const edited = await intoFile(host, opened, evidencePath(id, 'poam'), items(open, opened, ownerFor(opened, options.owner)))
  await tryEdit(host, options, opened, [edited])
  await makeEdit(host, options, opened.workspace.root, [edited])
  if (options.dryRun !== true) await host.err.write(`\n${counted(open.length, 'item')} to finish: write \`plan\` in each, and check its owner and its day. Until then \`muster validate\` calls it unfinished, and the gap is as open as before.\n`)
  return EXIT.done
}

function ownerFor({ workspace, files: { application: { owner } } }: OpenApplication, given: string | undefined): string {
  const wrong = given === undefined ? undefined : knownPerson(workspace)(given)
  if (wrong !== undefined) throw new UsageError(wrong, 'Change what follows `--owner`.')
  return given ?? owner.technical ?? owner.accountable
}

function items(gaps: readonly Finding[], { workspace: { library }, files, asOf }: OpenApplication, owner: string): readonly NewEntry[] {
  const taken = files.poam.map(({ data }) => data.id)
  return gaps.map((gap) => {
    const id = freeId(`${gap.control.toLowerCase()}-${asOf}`, taken)
    taken.push(id)
    const reasons = [...new Set(gap.reasons.map((reason) => reason.text))]
    return {
      list: 'poam',
      entry: {
        id, control: gap.control,
        weakness: `${library.controls.get(gap.control)?.control.title ?? gap.control}: ${reasons.slice(0, 3).join('; ')}${reasons.length > 3 ? `; and ${reasons.length - 3} more` : ''}.`,
        owner, opened: asOf,
        // A gap that is overdue already gets as much time as one that opens today.
        'scheduled-completion': gap.due !== undefined && gap.due > asOf ? gap.due : later(asOf, addDays(asOf, dueDays(library.catalog, gap.severity))),
      },
    }
  })
}
