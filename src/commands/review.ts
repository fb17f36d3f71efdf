import type { Host } from '../host/host.js'
import type { Fingerprint, Review } from '../schema/types.js'
import { editYaml } from '../scaffold/edit-yaml.js'
import type { Path } from '../source/place.js'
import type { Source } from '../source/source.js'
import { answersTo } from './answers.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openApplication } from './open-application.js'
import { reviewSubject } from './review-subject.js'
import { standsNow } from './stands-now.js'
import { makeEdit, tryEdit, type EditOptions } from './try-edit.js'
import { UsageError } from './usage-error.js'
import { whoActs } from './who.js'

export type ReviewOptions = EditOptions & { readonly by?: string; readonly expires?: string; readonly remarks?: string }

/** What is reviewed: where its reviews stand, whose own it is, and the fingerprint of exactly what is there. */
export type ReviewSubject = {
  /** What it is, as the object of a sentence. */
  readonly name: string
  /** What stands there, in a few lines for the reviewer. */
  readonly shown: readonly string[]
  readonly source: Source
  /** The list of its reviews. */
  readonly path: Path
  readonly reviews: readonly Review[]
  readonly of: Fingerprint
  /** People whose own it is, each with why. */
  readonly own: ReadonlyMap<string, string>
  /** Why it cannot be accepted as it stands; undefined when it can. */
  readonly fault?: string
  /** What to do about the fault, where it is not to have it mended. */
  readonly remedy?: string
  /** Why a return would change nothing; undefined when it does. */
  readonly unreturnable?: string
  /** What who accepts it should know beside. */
  readonly note?: string
  /** True for a claim that a control does not apply or is met in another way. */
  readonly claim?: true
  /** Controls that the decision can change. */
  readonly controls: readonly string[]
}

/** `muster review accept|return <application> <evidence, control or facts>`: a named person's dated decision about exactly what stands there. */
export async function review(host: Host, decision: Review['decision'], id: string, wanted: string, options: ReviewOptions): Promise<ExitCode> {
  const opened = await openApplication(host, options, id)
  const { workspace } = opened
  const subject = await reviewSubject(host, opened, wanted)
  const by = await whoActs(host, workspace, options.by, '--by')
  const own = subject.own.get(by)
  if (own !== undefined) throw new UsageError(`\`${by}\` ${own} and cannot review ${subject.name}.`, 'Ask somebody who does not answer for it.')
  if (decision === 'accepted' && subject.fault !== undefined) throw new UsageError(`${subject.fault}, so there is nothing to accept.`, subject.remedy ?? 'Return it, or have it mended first: `muster evidence refresh` shows what differs.')
  if (decision === 'returned' && subject.unreturnable !== undefined) throw new UsageError(`${subject.unreturnable}, so a return of it would change nothing.`, 'Return the item of evidence that does not hold.')
  const remarks = decision === 'returned' ? (await answersTo(host, { remarks: { option: '--remarks <text>', question: 'What is to be done?', given: options.remarks } })).remarks : options.remarks
  const on = host.today()
  const last = subject.reviews.findLast((one) => one.of === subject.of)
  if (last?.by === by && last.on === on && last.decision === decision && options.expires === undefined) {
    await host.err.write(`\`${by}\` ${decision} ${subject.name} today already, as it stands.\n`)
    return EXIT.done
  }
  const entry = { by, on, decision, of: subject.of, expires: options.expires, remarks }
  const edited = { path: subject.source.file, source: subject.source, text: editYaml(subject.source, [{ append: subject.path, entry, line: true }]) }
  const outcome = await tryEdit(host, options, opened, [edited])
  await host.err.write(`${[`${by} ${decision === 'accepted' ? 'accepts' : 'returns'} ${subject.name}:`, ...subject.shown.map((line) => `  ${line}`)].join('\n')}\n\n`)
  await makeEdit(host, options, workspace.root, [edited])
  if (decision === 'accepted' && subject.claim === true && options.expires === undefined) await host.err.write('note: this claim now holds until the answer changes; `--expires <date>` has it looked at again\n')
  if (subject.note !== undefined) await host.err.write(`note: ${subject.note}\n`)
  for (const control of subject.controls) {
    const known = workspace.library.controls.get(control)
    if (known) await host.err.write(standsNow(outcome, known.control, host, options))
  }
  return EXIT.done
}
