import type { Host } from '../host/host.js'
import { filesOf } from '../model/application.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import type { Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import { groupBy } from '../model/group-by.js'
import { judgeReviews } from '../model/review.js'
import { roundFigure, sameFigure } from '../model/same-figure.js'
import { staysInside } from '../model/stays-inside.js'
import type { Evidence } from '../schema/types.js'
import { editYaml, type YamlEdit } from '../scaffold/edit-yaml.js'
import type { ArtifactState } from '../source/file-text.js'
import type { Path } from '../source/place.js'
import { isWithdrawn } from '../assess/judge-item.js'
import { collectMetrics, statedFigures } from './collect-metrics.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openApplication, openLibrary, type OpenApplication } from './open-application.js'
import { selectedEntries } from './options.js'
import { makeEdit, type Edited, type EditOptions } from './try-edit.js'

/** `muster evidence refresh [application…]`: digests, and figures that collectors read, as the files are now; and which reviews that ends. */
export async function evidenceRefresh(host: Host, ids: readonly string[], options: EditOptions): Promise<ExitCode> {
  const workspace = await openLibrary(host, options)
  const only = selectedEntries(workspace, ids) ?? new Set([...workspace.inventory.keys()])
  let [edits, unreadable] = [0, 0]
  for (const id of only) {
    const opened = await openApplication(host, options, id)
    const refreshed = await refresh(host, opened)
    edits += refreshed.edited.length
    unreadable += refreshed.unreadable
    await makeEdit(host, options, workspace.root, refreshed.edited)
    if (refreshed.notes.length > 0) await host.err.write(`${refreshed.notes.join('\n')}\n`)
  }
  if (edits === 0 && unreadable === 0) await host.err.write('Every digest is that of its file.\n')
  return unreadable > 0 ? EXIT.found : EXIT.done
}

type Refreshed = { readonly edited: readonly Edited[]; readonly notes: readonly string[]; readonly unreadable: number }

async function refresh(host: Host, { workspace: { root, library }, id, files, asOf }: OpenApplication): Promise<Refreshed> {
  const home = `${root}/applications/${id}`
  const items = files.evidence.filter((item) => !isWithdrawn(item, asOf))
  const paths = [...new Set(items.flatMap(({ data }) => filesOf(data)).map((file) => file.path).filter(staysInside))]
  const states = await host.digests(home, paths)
  const figures = await collectMetrics(host, home, statedFigures(items.map(({ data }) => data)))
  const found = items.map((item) => ({ item, ...lookAt(item, states, figures.get(item.data.id) ?? {}) }))
  const changed = found.filter(({ edits }) => edits.length > 0)
  const edited = [...groupBy(changed, ({ item }) => item.doc.file)].map(([path, group]): Edited => {
    const source = group[0]?.item.doc.source
    if (source === undefined) throw new Error(`${path} has no source`)
    return { path, source, text: editYaml(source, group.flatMap(({ edits }) => edits)) }
  })
  const reviews = changed.flatMap(({ item, after }) => {
    const judged = judgeReviews(item.data.reviews, () => fingerprintOfEvidence(item.data), [item.data['submitted-by'], ...ownersOf(files.application)], library.people, asOf)
    const review = judged.index === undefined ? undefined : item.data.reviews?.[judged.index]
    return judged.state === 'accepted' && review !== undefined && fingerprintOfEvidence(after) !== review.of
      ? [`${item.data.id}: the review by ${review.by} of ${review.on} no longer holds. A new run is a new entry (\`muster evidence add\`); for the same one ask again: muster review accept ${id} ${item.data.id}`] : []
  })
  const problems = found.flatMap(({ problems: told }) => told)
  return { edited, notes: [...reviews, ...problems], unreadable: problems.length }
}

type Look = { readonly edits: readonly YamlEdit[]; readonly after: Evidence; readonly problems: readonly string[] }

function lookAt({ data, path }: Located<Evidence>, states: ReadonlyMap<string, ArtifactState>, read: Readonly<Record<string, number | boolean>>): Look {
  const listed = filesOf(data).map((file, index) => ({ ...file, at: [...path, ...(data.files ? ['files', index] : []), 'sha256'] as Path, state: states.get(file.path) ?? { refused: 'absent' as const } }))
  const newer = listed.flatMap(({ at, sha256, state }) => ('sha256' in state && state.sha256 !== sha256 ? [{ set: at, to: state.sha256 }] : []))
  const figures = Object.entries(data.metrics ?? {}).flatMap(([metric, stated]) => {
    const value = Object.hasOwn(read, metric) ? read[metric] : undefined
    return value === undefined || sameFigure(value, stated) ? [] : [[metric, roundFigure(value)] as const]
  })
  const digest = (file: string, stated: string): string => {
    const state = states.get(file)
    return state && 'sha256' in state ? state.sha256 : stated
  }
  const after: Evidence = {
    ...data, ...(data.sha256 !== undefined && data.path !== undefined && { sha256: digest(data.path, data.sha256) }),
    ...(data.files && { files: data.files.map((file) => ({ ...file, sha256: digest(file.path, file.sha256) })) }), ...(figures.length > 0 && { metrics: { ...data.metrics, ...Object.fromEntries(figures) } }),
  }
  return {
    edits: [...newer, ...figures.map(([metric, value]) => ({ set: [...path, 'metrics', metric], to: value }))], after,
    problems: listed.flatMap(({ path: file, state }) => ('refused' in state ? [`${data.id}: ${file} ${REFUSED[state.refused]}, so its digest was left as it was`] : [])),
  }
}

const REFUSED = { 'absent': 'is not there', 'outside': 'leads out of the application\'s folder', 'unreadable': 'cannot be read', 'lfs-pointer': 'is only a git LFS pointer here' } as const
