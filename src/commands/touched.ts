import { groupBy } from '../model/group-by.js'
import { counted, listInWords, quoted } from '../source/list-in-words.js'
import { entriesIn } from './against-words.js'
import type { Pair } from './assess-change.js'
import type { Change } from './change.js'
import type { ReadChange } from './open-change.js'
import { isAdoptedFor } from './portfolio.js'

/** Which inventory entries a change touches, found while they are assessed, and why those of which no file changed. */
export type Touched = { readonly touches: (pair: Pair) => boolean; readonly sentences: () => readonly string[] }

const MOST = 12

/** Looks which entries a change touches: those of which files changed, those that rest on one of them, and those that a changed control or framework is for. */
export function touchedBy(change: ReadChange): Touched {
  const { library: { controls, frameworks, everything }, folders, dependents } = change
  const resting = new Set([...dependents.values()].flat())
  const reached = new Map<string, string[]>()
  const reach = (what: string, id: string): void => void reached.set(what, [...(reached.get(what) ?? []), id])
  const touches = (pair: Pair): boolean => {
    const { id, then, now } = pair
    let touched = folders.has(id) || resting.has(id) || everything.length > 0 || change.unknown !== undefined
    for (const control of controls) if (appliesTo(pair, control)) { reach(control, id); touched = true }
    for (const framework of frameworks) if (isHeldBy(change, framework, pair)) { reach(framework, id); touched = true }
    if (then ?? now) for (const file of everything) reach(file, id)
    return touched
  }
  return {
    touches,
    sentences: () => [
      ...[...dependents].filter(([, ids]) => ids.length > 0).map(([id, ids]) => `\`${id}\` changes, and ${entriesIn(ids.length)} ${ids.length === 1 ? 'rests' : 'rest'} on it: ${listInWords(quoted(ids), 'and', MOST)}.`),
      ...reachSentences(everything, reached, 'decides about', 'decide about'), ...reachSentences(controls, reached, 'applies to', 'apply to'), ...reachSentences(frameworks, reached, 'holds for', 'hold for'),
    ],
  }
}

// What reaches the same entries is told together.
function reachSentences(changed: readonly string[], reached: ReadonlyMap<string, readonly string[]>, one: string, many: string): readonly string[] {
  const groups = groupBy(changed, (id) => (reached.get(id) ?? []).join(' '))
  return [...groups].map(([, ids]) => {
    const entries = reached.get(ids[0] ?? '') ?? []
    const subject = `${listInWords(quoted(ids), 'and', MOST)} ${ids.length === 1 ? 'changes' : 'change'}`
    return entries.length === 0 ? `${subject}, and ${ids.length === 1 ? 'touches' : 'touch'} no entry.` : `${subject}, and ${ids.length === 1 ? one : many} ${named(entries)}.`
  })
}

const named = (ids: readonly string[]): string => `${entriesIn(ids.length)}: ${listInWords(quoted(ids), 'and', MOST)}`

const appliesTo = ({ then, now }: Pair, control: string): boolean =>
  [then, now].some((outcome) => outcome?.assessment?.findings.some((finding) => finding.control === control && (finding.state !== 'not-applicable' || finding.exclusion === 'claimed')))

const isHeldBy = ({ workspace, before }: ReadChange, framework: string, { then, now }: Pair): boolean =>
  [[before, then] as const, [workspace, now] as const].some(([{ library }, outcome]) => outcome?.assessment !== undefined && library.frameworks.has(framework) && isAdoptedFor(library, framework, outcome.assessment.files.application))

/** What was compared with what, as a sentence. */
export function comparedWith({ since, base, files }: Change, asOf: string): string {
  const at = `\`${base.commit.slice(0, 12)}\` of ${base.date}`
  const name = base.commit.startsWith(since) ? '' : `\`${since}\`: `
  return `Compared with ${name}${at}, both as of ${asOf}. ${files.length === 0 ? 'No file differs.' : `${counted(files.length, 'file')} ${files.length === 1 ? 'differs' : 'differ'}.`}`
}
