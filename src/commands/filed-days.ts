import type { Host } from '../host/host.js'
import type { AssessedApplication } from '../document/context.js'
import type { CivilDate } from '../schema/types.js'
import { isRefusal } from './at-revision.js'

/** The first day on which git has a line with an id, by entry and id. */
export type FiledDays = ReadonlyMap<string, ReadonlyMap<string, CivilDate>>

/** When what stands in the evidence files of the entries was filed, by the days of git's commits. Undefined where there is no git, and in a clone that leaves out older commits: its first commit would seem to have filed everything. */
export async function filedDays(host: Host, root: string, id?: string): Promise<FiledDays | undefined> {
  const repository = await host.repository(root)
  if (isRefusal(repository)) return undefined
  const head = await repository.revision('HEAD')
  if (isRefusal(head) || (await repository.isShallow())) return undefined
  const top = root === repository.top ? '' : `${root.slice(repository.top.length + 1)}/`
  const days = new Map<string, Map<string, CivilDate>>()
  await repository.addedLines(head, `${top}applications${id === undefined ? '' : `/${id}/evidence`}`, 'id:', ({ date, path, text }) => {
    const [, entry] = EVIDENCE_FILE.exec(path.slice(top.length)) ?? []
    const [, , quoted, item = quoted] = ID_LINE.exec(text) ?? []
    if (entry === undefined || item === undefined) return
    const known = days.get(entry) ?? new Map<string, CivilDate>()
    const before = known.get(item)
    days.set(entry, known.set(item, before === undefined || date < before ? date : before))
  })
  return days
}

const EVIDENCE_FILE = /^applications\/([^/]+)\/evidence\/.*\.ya?ml$/
const ID_LINE = /^\s*(?:-\s+)*(?:\{\s*)?id:\s+(?:(["'])(.*?)\1|([^\s,}#"']+))\s*(?:[,}#]|$)/

/** The days of the items of evidence of one entry, as documents look them up. Exceptions and plans have ids too: an item that shares one has no day, since the line may be theirs. */
export function filedOf(days: FiledDays | undefined, { id, evidence, exceptions, poam }: AssessedApplication): readonly (readonly [string, CivilDate])[] {
  const known = days?.get(id)
  const others = new Set([...exceptions, ...poam].map(({ data }) => data.id))
  return evidence.flatMap(({ data }) => {
    const day = others.has(data.id) ? undefined : known?.get(data.id)
    return day === undefined ? [] : [[`${id}/${data.id}`, day] as const]
  })
}
