import type { LineCommit, Repository, Revision, Signature } from '../host/repository.js'
import { peopleAt } from '../model/committers.js'
import type { Decision, LineOrigin, StatedDecision } from '../model/decision.js'
import { placeOf, type Doc, type Located } from '../model/doc.js'
import type { SeparationOfDuties } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { isRefusal } from './at-revision.js'
import type { Workspace } from './workspace.js'

/** Answers of git about the lines of files that were prepared. */
export type AskedOrigins = {
  /** Asks for all lines of some files, and for the signatures of their commits. */
  readonly prepare: (docs: readonly Doc<unknown>[]) => Promise<void>
  /** Who brought the line at which a value stands. */
  readonly of: (part: Located<unknown>, below: Path) => Promise<LineOrigin & { readonly people?: readonly string[] }>
  /** Who made a decision, and the path of its file in that commit, from the top of the repository. */
  readonly decided: (decision: StatedDecision) => Promise<{ readonly origin: LineOrigin; readonly path: string }>
  /** The first line that a decision holds for and that came after it by somebody else. */
  readonly changedAfter: (decision: StatedDecision) => Promise<Decision['changed']>
}

export type OriginsOptions = { readonly repository: Repository; readonly policy: SeparationOfDuties; readonly at?: Revision; readonly since?: ReadonlySet<string>; readonly allowedSigners?: string }

type Lines = ReadonlyMap<number, LineCommit> | { readonly why: string }

const WHOLE_HISTORY = 'Run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`.'

// Each is a process.
const AT_ONCE = 4

/** Asks git who brought lines: a process for each file, and one for the signatures of all that are prepared together, of which alone the answers are held. */
export function askOrigins({ prefix, library: { config } }: Workspace, { repository, policy, at, since, allowedSigners }: OriginsOptions): AskedOrigins {
  let held = new Map<string, Lines>()
  const signatures = new Map<string, Signature>()
  const order = new Map<string, Promise<boolean>>()
  let pending: Promise<LineOrigin> | undefined
  const readLines = async ({ file, source }: Doc<unknown>): Promise<Lines> => {
    const lines = await repository.linesOf(`${prefix}${file}`, at ? { at } : { text: source.text })
    return isRefusal(lines) ? { why: `git cannot follow the file, ${lines.detail ?? 'and does not say why'}` } : lines
  }
  const isBefore = (commit: string, other: string): Promise<boolean> => {
    const key = `${commit} ${other}`
    const known = order.get(key) ?? repository.isBefore(commit, other)
    order.set(key, known)
    return known
  }
  const atWork = async (): Promise<LineOrigin> => {
    const address = await repository.userEmail()
    return { state: 'pending', ...(address !== undefined && { address }), people: address === undefined ? [] : peopleAt(config, address) }
  }
  const originOf = (lines: Lines | undefined, line: number): LineOrigin | Promise<LineOrigin> => {
    if (lines === undefined || 'why' in lines) return { state: 'unknown', why: lines?.why ?? 'the file was not read', hint: 'Clone the whole repository, its objects included.' }
    const found = lines.get(line)
    if (found === undefined) return (pending ??= atWork())
    if (since?.has(found.commit) === false) return { state: 'earlier', people: [] }
    if (found.cut) return { state: 'unknown', why: `this clone leaves out the commits before ${found.commit.slice(0, 12)}, and the line may come from one of them`, hint: WHOLE_HISTORY }
    const signature = signatures.get(found.commit)
    return {
      state: 'committed', commit: found.commit, address: found.author, people: peopleAt(config, found.author),
      ...(signature && { signature: { state: signature.state, ...(signature.signer !== undefined && { address: signature.signer }), people: signature.signer === undefined ? [] : peopleAt(config, signature.signer) } }),
    }
  }
  // Of the lines of a decision the newest: it was made again with each of them.
  const decidedAt = async ({ part, below, act }: StatedDecision, lines: Lines | undefined): Promise<number> => {
    let newest = lineOf(part, below)
    if (lines === undefined || 'why' in lines) return newest
    for (const line of act.flatMap((path) => linesAt(part, path))) {
      const [then, now] = [lines.get(newest), lines.get(line)]
      if (then === undefined) return newest
      if (now === undefined || (now.commit !== then.commit && !(await isBefore(now.commit, then.commit)))) newest = line
    }
    return newest
  }
  return {
    prepare: async (docs) => {
      held = new Map()
      const all = [...new Set(docs)]
      for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(async (doc) => held.set(doc.file, await readLines(doc))))
      if (policy.signatures === undefined) return
      const commits = [...held.values()].flatMap((lines) => ('why' in lines ? [] : [...lines.values()].map(({ commit }) => commit)))
      const asked = [...new Set(commits)].filter((commit) => !signatures.has(commit) && since?.has(commit) !== false)
      if (asked.length > 0) for (const [commit, signature] of await repository.signaturesOf(asked, allowedSigners)) signatures.set(commit, signature)
    },
    of: async (part, below) => originOf(held.get(part.doc.file), lineOf(part, below)),
    decided: async (decision) => {
      const { doc } = decision.part
      const lines = held.get(doc.file)
      const line = await decidedAt(decision, lines)
      return { origin: await originOf(lines, line), path: (lines !== undefined && !('why' in lines) ? lines.get(line)?.path : undefined) ?? `${prefix}${doc.file}` }
    },
    changedAfter: async (decision) => {
      const { part, bound, decider } = decision
      const lines = held.get(part.doc.file)
      if (!bound || lines === undefined || 'why' in lines) return undefined
      const decided = lines.get(await decidedAt(decision, lines))
      if (decided === undefined) return undefined
      for (const line of linesAt(part, [])) {
        const found = lines.get(line)
        if (found?.commit === decided.commit) continue
        const origin = await originOf(lines, line)
        if (origin.state === 'earlier' || origin.state === 'unknown' || origin.people.includes(decider) || (origin.state === 'pending' && origin.people.length === 0)) continue
        if (found === undefined || !(await isBefore(found.commit, decided.commit))) return { line, origin }
      }
      return undefined
    },
  }
}

const lineOf = (part: Located<unknown>, below: Path): number => placeOf(part, below).range.start.line

// The lines at which a value stands. One that is empty or a remark says nothing.
function linesAt(part: Located<unknown>, below: Path): readonly number[] {
  const { start, end } = placeOf(part, below).range
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const texts = part.doc.source.text.split('\n')
  return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index).filter((line) => !/^\s*(#.*)?$/.test(texts[line - 1] ?? ''))
}
