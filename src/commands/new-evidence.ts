import { resolveTarget, type TargetControl } from '../assess/resolve-target.js'
import type { Host } from '../host/host.js'
import { groupBy } from '../model/group-by.js'
import { gapSeverity } from '../model/risk-tier.js'
import { evidenceSketch, type AskedControl } from '../scaffold/evidence-sketch.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openApplication, type OpenApplication } from './open-application.js'
import type { GlobalOptions } from './options.js'
import { schemasFolder } from './schemas-folder.js'
import { UsageError } from './usage-error.js'
import { evidencePath } from './into-file.js'
import { writeNewFiles } from './write-new-files.js'

/** `muster new evidence <application>`: one file for each group of controls that apply and are not answered yet, in which nothing is claimed. */
export async function newEvidence(host: Host, id: string, options: GlobalOptions): Promise<ExitCode> {
  const opened = await openApplication(host, options, id)
  const { workspace: { library, root }, files, facts, asOf } = opened
  const target = resolveTarget(library, files.application, facts, asOf).filter((control) => control.applies)
  const answered = new Set(files.implementations.map(({ data }) => data.control))
  const open = target.filter(({ control }) => !answered.has(control.id))
  if (open.length === 0) {
    await host.err.write(`All ${counted(target.length, 'control')} that apply to \`${id}\` are answered, so there is nothing to begin.\n`)
    return EXIT.done
  }
  const schemas = await schemasFolder(host, root)
  const titles = new Map((library.catalog.groups ?? []).map((group) => [group.id, group.title]))
  const sketches = [...groupBy(open, (control) => control.group)].map(([group, controls]) =>
    evidenceSketch({ application: id, group, title: titles.get(group) ?? group, asOf, tier: facts.tier, types: library.evidenceTypes, controls: controls.map((control) => asked(control, opened)) }, schemas))
  const { written, kept } = await writeNewFiles(host, root, sketches)
  if (written.length === 0) throw new UsageError(`Every file was there already: ${kept.join(', ')}.`, 'Answer the controls there; `muster gap` shows which are unanswered.')
  await host.err.write(`\n${counted(open.length, 'control')} in ${counted(written.length, 'file')}${kept.length > 0 ? '; those of files that were there are not among them' : ''}. Nothing is claimed: \`muster gap ${id}\` still calls each of them unanswered.\n${unsure(opened, open)}\n${nextSteps(id, open.find(({ group }) => written.includes(evidencePath(id, group))))}`)
  return EXIT.done
}

function nextSteps(id: string, first: TargetControl | undefined): string {
  if (first === undefined) return ''
  const add = `muster evidence add ${id} ${first.control.id} --file <report>`
  return `Next:\n  ${`muster explain ${first.control.id}`.padEnd(add.length)}  what a control asks for, and how it is usually met\n  ${add}  answers it with a file\n`
}

// Whoever begins with the files, and not with the facts, is asked for more than applies.
function unsure({ facts, id }: OpenApplication, open: readonly TargetControl[]): string {
  const unknown = new Set(open.flatMap((control) => control.unanswered)).size
  const maybe = open.filter((control) => control.unanswered.length > 0).length
  const missing = [...(unknown > 0 ? [counted(unknown, 'fact')] : []), ...(facts.lifecycle === undefined ? ['the lifecycle'] : [])]
  if (missing.length === 0) return ''
  return `hint: Answer ${listInWords(missing, 'and')} in applications/${id}/application.yaml: ${maybe > 0 ? `${maybe} of these controls` : 'some of these controls'} may not apply at all, and their lines can then go.\n`
}

function asked({ control, because, upcoming, askedSince }: TargetControl, { files: { application }, facts, workspace: { library } }: OpenApplication): AskedControl {
  const kinds = [...new Set(control.objectives.flatMap((objective) => objective['for-each'] ?? []))]
  return {
    control, because, severity: gapSeverity(library.catalog, control.severity, facts.tier), ...(upcoming && { from: askedSince }),
    components: Object.fromEntries(kinds.map((kind) => [kind, (application.components ?? []).filter((component) => component.kind === kind).map((component) => component.id)])),
    platforms: application.inherits ?? [],
  }
}
