import type { ControlStanding, FindingChange } from '../model/finding-change.js'
import type { FrozenApplication, FrozenFinding } from '../schema/types.js'
import { causeOf, type Moment } from './trend-causes.js'

/** What of an entry stands otherwise than then, and why; by control. */
export function changesSince(before: FrozenApplication, after: FrozenApplication, then: Moment, now: Moment): readonly FindingChange[] {
  const [was, is] = [byControl(before), byControl(after)]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((control) => {
    const [old, current] = [was.get(control), is.get(control)]
    const [from, to] = [old && inOneWord(old), current && inOneWord(current)]
    if (from === to) return []
    // Both are gaps: nothing was closed or opened but an exception.
    const cause = old?.state === current?.state ? 'exception' : causeOf(after.id, control, old, current, then, now)
    return [{ control, ...(from && { then: from }), ...(to && { now: to }), cause: cause === 'catalog' && from === 'upcoming' ? 'in-effect' : cause }]
  })
}

const byControl = ({ findings }: FrozenApplication): ReadonlyMap<string, FrozenFinding> => new Map(findings.map((finding) => [finding.control, finding]))

const inOneWord = ({ state, exception }: FrozenFinding): ControlStanding => (state === 'not-satisfied' && exception !== undefined ? 'accepted' : state)
