import type { Difference, DifferenceKind } from '../model/difference.js'
import type { Doc } from '../model/doc.js'
import { isAnotherControl } from '../model/is-another.js'
import { isAsked, type ControlChange } from '../model/library-changes.js'
import { isFarEnough, stepBetween, stepOn, type Step } from '../model/version-step.js'
import type { Control } from '../schema/types.js'
import type { ChangeContext, ChangeReport } from './rule.js'

/** A control of the reader's own that was asked then and is there now. */
export type OwnChange = { readonly change: ControlChange; readonly before: Doc<Control>; readonly after: Doc<Control> }

/** The reader's own controls that were asked then and differ now. One that is another under the same id, or a draft again, is told as that alone. */
export const ownChanges = ({ changes }: ChangeContext): readonly OwnChange[] =>
  changes.controls.flatMap((change) => {
    const { before, after } = change
    return before === undefined || after === undefined || after.builtin || !isAsked(before.data) || change.fate === 'set-aside' || isAnotherControl(before.data, after.data) ? [] : [{ change, before, after }]
  })

/** Differences of those kinds whose control did not go as far in its version as they need. */
export const dueDifferences = (context: ChangeContext, kinds: readonly DifferenceKind[], isMeant: (difference: Difference) => boolean = () => true): readonly (OwnChange & { readonly difference: Difference })[] =>
  ownChanges(context).flatMap((own) =>
    own.change.differences.filter((difference) => kinds.includes(difference.kind) && isMeant(difference) && !isFarEnough(own.before.data.version, own.after.data.version, difference.needs)).map((difference) => ({ ...own, difference })))

/** Tells a difference on its line: which step it needs, and which version that is. */
export function tellDifference(context: ChangeContext, { change, before, after, difference }: OwnChange & { readonly difference: Difference }): ChangeReport {
  const [then, now] = [before.data.version, after.data.version]
  const went = then === now ? `it still has version \`${now}\`` : `it went from version \`${then}\` to \`${now}\` only`
  return {
    at: { part: { data: after.data, doc: after, path: difference.path } },
    message: `${change.id} asks otherwise than in \`${context.than}\`: ${difference.says}. That is ${STEP_IN_WORDS[difference.needs]}, and ${went}.`,
    hint: hintToStep(context, then, change.due?.version ?? stepOn(then, difference.needs)),
    about: { control: change.id },
    touches: { controls: [change.id] },
  }
}

/** A step as a reader knows it. */
export const STEP_IN_WORDS: Readonly<Record<Step, string>> = { patch: 'at least a patch', minor: 'at least a minor change', major: 'a major change' }

/** What to do about a version that did not go far enough. */
export const hintToStep = ({ than }: ChangeContext, before: string, version: string, wording?: string): string =>
  `Write \`version: ${version}\`${stepBetween(before, version) === 'major' ? ' with its first day in `effective`' : wording === undefined || wording === version ? '' : `, or \`${wording}\` where only its wording changed`}, or run \`muster compare ${than} --bump\`.`
