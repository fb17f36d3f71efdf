import type { Host } from '../host/host.js'
import { catalogCauses } from '../model/catalog-causes.js'
import type { Doc } from '../model/doc.js'
import { isFarEnough, largestStep, stepBetween, stepOfCatalog, stepOn } from '../model/version-step.js'
import { editYaml, type YamlEdit } from '../scaffold/edit-yaml.js'
import type { Comparison } from './open-comparison.js'
import { dayGiven } from './options.js'
import { makeEdit, type Edited, type EditOptions } from './try-edit.js'

export type BumpOptions = EditOptions & { readonly effective?: string }

/** Gives controls and the catalog the versions that their changes need, and new major versions a first day. Everything else stays as it stands. */
export async function bumpVersions(host: Host, comparison: Comparison, options: BumpOptions): Promise<void> {
  const effective = options.effective === undefined ? undefined : dayGiven(host, options.effective, '--effective')
  const { workspace, than } = comparison
  const controls = comparison.changes.controls.flatMap(({ before, after, due }) => {
    if (before === undefined || after === undefined || after.builtin) return []
    const version = due?.version ?? after.data.version
    const isMajor = stepBetween(before.data.version, version) === 'major'
    const isUndated = isMajor && before.data.effective === after.data.effective
    const edits: readonly YamlEdit[] = [...(due ? [{ set: ['version'], to: due.version }] : []), ...(isUndated && effective !== undefined ? [{ set: ['effective'], to: effective }] : [])]
    return [{ id: after.data.id, doc: after, edits, waits: isUndated && effective === undefined, pauses: isUndated && effective !== undefined && effective > host.today() && after.data.effective <= host.today(), version }]
  })
  const catalog = catalogEdit(comparison)
  const edited = [...controls, ...(catalog ? [catalog] : [])].flatMap(({ doc, edits }): Edited[] => (edits.length === 0 ? [] : [{ path: doc.file, source: doc.source, text: editYaml(doc.source, edits) }]))
  if (edited.length === 0) await host.err.write(`Every version is as far from ${than} as its changes need.\n`)
  else await makeEdit(host, options, workspace.root, edited)
  for (const { id, doc, version } of controls.filter(({ waits }) => waits)) await host.err.write(`${id} ${version} is still asked from ${doc.data.effective}, the first day of its former major version: write the new one in \`effective\`, or add \`--effective <date>\`.\n`)
  for (const { id, version } of controls.filter(({ pauses }) => pauses)) await host.err.write(`${id} is asked of nobody from the merge to ${effective}, when ${version} begins: a file holds one version. To keep it asked, merge on that day.\n`)
}

function catalogEdit({ previous, workspace: { library }, changes }: Comparison): { readonly doc: Doc<unknown>; readonly edits: readonly YamlEdit[] } | undefined {
  const [then, now] = [previous, library].map(({ docs }) => docs.catalogs.findLast(({ builtin }) => !builtin))
  if (then === undefined || now === undefined) return undefined
  const step = largestStep(catalogCauses(changes, ({ after, due }) => due?.version ?? after?.data.version).map((cause) => cause.step))
  const needed = step && stepOfCatalog(then.data.version, step)
  return needed === undefined || isFarEnough(then.data.version, now.data.version, needed) ? undefined : { doc: now, edits: [{ set: ['version'], to: stepOn(then.data.version, needed) }] }
}
