import { resolveTarget } from '../assess/resolve-target.js'
import type { Choice, Host } from '../host/host.js'
import { addDays } from '../model/dates.js'
import { authorityOf, canDecide } from '../model/people.js'
import { gapSeverity, LEVELS, rankOf } from '../model/risk-tier.js'
import type { Severity } from '../schema/types.js'
import { suggestHint } from '../source/suggest.js'
import { answersTo } from './answers.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { evidencePath, intoFile } from './into-file.js'
import { openApplication, type OpenApplication } from './open-application.js'
import { makeEdit, tryEdit, type EditOptions } from './try-edit.js'
import { UsageError, unknownPerson } from './usage-error.js'
import { whoActs } from './who.js'

export type NewExceptionOptions = EditOptions & {
  readonly id?: string
  readonly reason?: string
  readonly residualRisk?: string
  readonly expires?: string
  readonly requestedBy?: string
  readonly approvedBy?: string
  readonly approvedOn?: string
  readonly compensating?: readonly string[]
}

/** `muster new exception <application> <control>`: an approved, expiring acceptance of a gap. Who approves is never guessed. */
export async function newException(host: Host, id: string, wanted: string, options: NewExceptionOptions): Promise<ExitCode> {
  const opened = await openApplication(host, options, id)
  const { workspace, files, asOf } = opened
  const { control, severity } = gapOf(opened, wanted)
  const requester = await whoActs(host, workspace, options.requestedBy, '--requested-by')
  const approvers = entitled(opened, severity, requester)
  if (approvers.length === 0) throw new UsageError(`Nobody but \`${requester}\` may accept a ${severity} gap.`, 'Say under `approvers` in muster.yaml which role may, and give it to a person.')
  checkApprover(opened, options.approvedBy, requester, { control, severity })
  const answers = await answersTo(host, {
    reason: { option: '--reason <text>', question: `Why can ${control} not be satisfied now?`, given: options.reason },
    risk: { option: '--residual-risk <severity>', question: 'Which risk remains?', given: options.residualRisk, choices: LEVELS.map((level) => ({ value: level, label: level })), initial: severity },
    expires: { option: '--expires <date>', question: 'Until when, at most? (a day)', given: options.expires, initial: addDays(asOf, 90), check: wrongDay(asOf) },
    approver: { option: '--approved-by <person>', question: `Who approved it? A ${severity} gap is accepted by`, given: options.approvedBy, choices: approvers },
  })
  const exception = {
    id: freeId(options.id ?? `${control.toLowerCase()}-${asOf}`, files.exceptions.map(({ data }) => data.id)), control, reason: answers.reason, 'residual-risk': answers.risk,
    ...(options.compensating && { compensating: [...options.compensating] }),
    'requested-by': requester, 'approved-by': answers.approver, 'approved-on': options.approvedOn ?? asOf, expires: answers.expires,
  }
  const edited = await intoFile(host, opened, evidencePath(id, 'exceptions'), [{ list: 'exceptions', entry: exception }])
  await tryEdit(host, options, opened, [edited])
  await makeEdit(host, options, workspace.root, [edited])
  return EXIT.done
}

/** A control that an application is asked for, by any spelling of its id, and the severity of a gap in it. */
export function gapOf({ workspace: { library }, files, facts, asOf, id }: OpenApplication, wanted: string): { readonly control: string; readonly severity: Severity } {
  const entry = [...library.controls.values()].find(({ control }) => control.id.toLowerCase() === wanted.toLowerCase())
  if (entry === undefined) throw new UsageError(`There is no control \`${wanted}\`.`, suggestHint(wanted, library.controls.keys(), 'Run `muster list controls` to see all.'))
  const asked = resolveTarget(library, files.application, facts, asOf).find(({ control }) => control.id === entry.control.id)
  if (asked === undefined) throw new UsageError(`${entry.control.id} is not asked of \`${id}\`: it is ${entry.leftOut ? 'left out by tailoring' : entry.control.status === 'draft' || entry.control.status === 'withdrawn' ? entry.control.status : `of scope ${entry.control.scope}`}.`, 'Run `muster explain` on it to see of whom it is.')
  if (!asked.applies) throw new UsageError(`${entry.control.id} does not apply to \`${id}\`: ${asked.because}.`, `Correct the facts in applications/${id}/application.yaml if that is wrong.`)
  return { control: entry.control.id, severity: gapSeverity(library.catalog, entry.control.severity, facts.tier) }
}

// Said in words before anything is asked: that a name is not in a list explains nothing.
function checkApprover({ workspace: { library } }: OpenApplication, by: string | undefined, requester: string, { control, severity }: { readonly control: string; readonly severity: Severity }): void {
  if (by === undefined) return
  const reach = authorityOf(library.config, by)
  if (by === requester) throw new UsageError(`\`${by}\` asks for the exception and cannot approve it.`, 'Have it approved by somebody else.')
  if (!library.people.has(by)) throw unknownPerson(by, library.people.keys())
  if (!canDecide(library.people, by)) throw new UsageError(`\`${by}\` is a group, and a person approves.`, 'Write the person who decided.')
  if (reach === undefined || rankOf(reach) < rankOf(severity)) throw new UsageError(`\`${by}\` may accept ${reach === undefined ? 'no gap' : `gaps up to ${reach}`}, and a gap in ${control} is ${severity}.`, 'Have it approved by somebody who may, by the table `approvers` in muster.yaml.')
}

// Those whose roles reach the severity, but for the one who asks.
const entitled = ({ workspace: { library } }: OpenApplication, severity: Severity, requester: string): readonly Choice[] =>
  [...library.people.values()].flatMap(({ id, title }) => {
    const reach = authorityOf(library.config, id)
    return id !== requester && canDecide(library.people, id) && reach !== undefined && rankOf(reach) >= rankOf(severity) ? [{ value: id, label: id, hint: title }] : []
  })

const wrongDay = (asOf: string) => (answer: string): string | undefined =>
  !/^\d{4}-\d{2}-\d{2}$/.test(answer) ? `\`${answer}\` is not a day such as ${addDays(asOf, 90)}.` : answer <= asOf ? `${answer} is not in the future.` : undefined

/** An id that no other entry has: itself, or with a number after it. */
export function freeId(id: string, taken: readonly string[]): string {
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) throw new UsageError(`\`${id}\` cannot be an id.`, 'Use lower-case letters, digits, dots and hyphens.')
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`
    if (!taken.includes(candidate)) return candidate
  }
}
