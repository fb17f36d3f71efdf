import { filesOf } from '../../model/application.js'
import type { Classification, Evidence } from '../../schema/types.js'
import type { Place } from '../../source/place.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { evidenceStandings, type EvidenceStanding } from '../evidence-standing.js'

/** Classes of evidence, the one that may be shown most widely first. */
export const CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const satisfies readonly Classification[]

/** A copy of an artifact in a binder. */
export type BinderFile = { readonly path: string; readonly artifact: string; readonly sha256: string }

/** An item of evidence in the folder of one control. */
export type BinderItem = { readonly entry: AssessedApplication; readonly control: string; readonly evidence: Evidence; readonly place: Place; readonly standing: EvidenceStanding; readonly files: readonly BinderFile[] }

/** Why an item is not in a binder. */
export type LeftOutReason = 'class' | 'no-class' | 'elsewhere' | 'not-there' | 'withdrawn' | 'not-used'

/** What goes into a binder, control by control, and what does not. */
export type BinderPlan = {
  readonly upTo: Classification
  /** Names of the files that hold its index, one for each format. */
  readonly index: readonly string[]
  readonly items: readonly BinderItem[]
  readonly leftOut: readonly { readonly entry: AssessedApplication; readonly evidence: Evidence; readonly reason: LeftOutReason }[]
}

/** Plans a binder of evidence up to a class. An item stands in the folder of each control that an objective looked at it for; what has no class is taken for the highest. */
export function planBinder(context: DocumentContext, upTo: Classification, index: readonly string[], isThere: (entry: AssessedApplication, artifact: string) => boolean): BinderPlan {
  const [items, leftOut]: [BinderItem[], BinderPlan['leftOut'][number][]] = [[], []]
  for (const entry of context.applications) {
    const standings = evidenceStandings(context, entry)
    for (const { data: evidence, place } of entry.evidence) {
      const standing = standings.get(evidence.id)
      const reason = standing === undefined ? 'not-used' : reasonToLeaveOut(evidence, standing, upTo, (artifact) => isThere(entry, artifact))
      if (standing === undefined || reason !== undefined) leftOut.push({ entry, evidence, reason: reason ?? 'not-used' })
      else for (const control of controlsOf(standing)) items.push({ entry, control, evidence, place, standing, files: copiesOf(context, entry, control, evidence) })
    }
  }
  return { upTo, index, items: items.sort((a, b) => compare(folderOf(context, a.entry, a.control), folderOf(context, b.entry, b.control))), leftOut }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const controlsOf = ({ objectives }: EvidenceStanding): readonly string[] => [...new Set(objectives.map((objective) => objective.slice(0, objective.lastIndexOf('.'))))]

function reasonToLeaveOut(evidence: Evidence, { state, objectives }: EvidenceStanding, upTo: Classification, isThere: (artifact: string) => boolean): LeftOutReason | undefined {
  if (state === 'withdrawn') return 'withdrawn'
  if (objectives.length === 0) return 'not-used'
  const files = filesOf(evidence)
  if (files.length === 0) return 'elsewhere'
  if (evidence.classification === undefined && upTo !== 'restricted') return 'no-class'
  if (evidence.classification !== undefined && CLASSES.indexOf(evidence.classification) > CLASSES.indexOf(upTo)) return 'class'
  return files.every(({ path }) => isThere(path)) ? undefined : 'not-there'
}

/** The folder of a control in a binder: of one entry the control alone, of the portfolio below the entry. */
export const folderOf = ({ subject }: DocumentContext, { id }: AssessedApplication, control: string): string => (subject ? control : `${id}/${control}`)

// Names are those of the artifacts as far as every file system and sha256sum takes them; two of one name are told apart by a number.
function copiesOf(context: DocumentContext, entry: AssessedApplication, control: string, evidence: Evidence): readonly BinderFile[] {
  const taken = new Set<string>()
  return filesOf(evidence).map(({ path, sha256 }) => {
    const name = (path.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_') || 'artifact'
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${count}-${name}`
    taken.add(unique.toLowerCase())
    return { path: `${folderOf(context, entry, control)}/${evidence.id}/${unique}`, artifact: path, sha256 }
  })
}
