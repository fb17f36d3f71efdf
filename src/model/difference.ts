import type { Path } from '../source/place.js'
import type { Step } from './version-step.js'

/** What of a control a difference is about. */
export type DifferenceKind =
  | 'text' | 'severity' | 'status' | 'effective' | 'scope' | 'applicability'
  | 'parameter' | 'parameter-removed'
  | 'objective' | 'objective-removed' | 'evidence' | 'validity' | 'criterion'

/** One way in which a control asks or says something else than before. */
export type Difference = {
  readonly kind: DifferenceKind
  /** A clause: what is otherwise, with both values where there are two. */
  readonly says: string
  /** Where it stands in the control as it is now. */
  readonly path: Path
  /** The smallest step of the version that it can do with. */
  readonly needs: Step
  /** The step that its author most likely means: whether other words have another meaning is theirs to say. */
  readonly proposes: Step
}

/** A difference whose step is not in question. */
export const differs = (kind: DifferenceKind, path: Path, needs: Step, says: string): Difference => ({ kind, path, needs, proposes: needs, says })

/** A text that reads otherwise; nothing where it is the same. Where only case, spaces or punctuation differ it can be wording alone. */
export function textDiffers(path: Path, before: string | undefined, after: string | undefined, says: string, proposes: Step): readonly Difference[] {
  if (before === after) return []
  const words = (text = ''): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return [{ kind: 'text', path, needs: 'patch', proposes: words(before) === words(after) ? 'patch' : proposes, says }]
}
