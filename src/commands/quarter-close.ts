import type { Host } from '../host/host.js'
import { CUTOFF_DAYS, quarterOf } from '../model/calendar.js'
import { addDays, type CalendarPeriod } from '../model/dates.js'
import { fileOfQuarter, recordsInForce } from '../model/quarter-chain.js'
import type { CivilDate } from '../schema/types.js'
import { counted } from '../source/list-in-words.js'
import { closingJson, closingText } from './closing-text.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { stopAtLibrary } from './gap.js'
import { closerFor, dayOf, openClosing, pathOfRecord, quarterFor, rootFor, type Closing, type ClosingOptions } from './open-closing.js'
import { oneOf } from './options.js'
import { outlineIn, quarterNames } from './quarter-files.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'
import { writeQuarter } from './write-quarter.js'

export type QuarterCloseOptions = ClosingOptions & { readonly dryRun?: boolean; readonly format?: string }

/** `muster quarter close <quarter>`: freezes every assessment as of the last day of a quarter. */
export async function quarterClose(host: Host, name: string, options: QuarterCloseOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const dry = options.dryRun === true
  await refuseTwice(host, name, await rootFor(host, options))
  const closing = await openClosing(host, options, (config) => quarterFor(name, config).to)
  const { workspace, outlines } = closing
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const { config } = workspace.library
  const quarter = quarterFor(name, config)
  const today = host.today()
  refuse(quarter, today, closing)
  const cutoff = cutoffFor(quarter, today, config.calendar?.['cutoff-days'] ?? CUTOFF_DAYS, dayOf(host, options.cutoff, '--cutoff'))
  const by = await closerFor(closing, options.by)
  const last = outlines.records.at(-1)
  const previous = last ? { file: last.file, sha256: last.sha256 } : null
  const made = await writeQuarter(host, closing, { 'quarter': name, 'from': quarter.from, 'as-of': quarter.to, cutoff, 'closed': { by, on: today }, previous }, { dry })
  if (!made.written && !dry) throw new UsageError(`${pathOfRecord(made.file)} was written by somebody else in the meantime.`, 'Read it; what differs is said with `muster quarter correct`.')
  await host.out.write(format === 'json' ? closingJson(made, dry) : closingText(made, { dry, folder: closing.folder, paint: paintFor(host, options.color ?? 'auto') }))
  return EXIT.done
}

// Before anything else: the record itself is not committed yet when somebody closes twice in a row.
async function refuseTwice(host: Host, name: string, root: string): Promise<void> {
  const file = (await quarterNames(host, root)).findLast((known) => known === fileOfQuarter(name) || known.startsWith(`${name}.c`))
  if (file === undefined) return
  const known = await outlineIn(host, root, file)
  const when = 'fault' in known ? '' : ` on ${known.value.closed.on} by \`${known.value.closed.by}\``
  throw new UsageError(`${name} was closed${when}, and a closed quarter is never rewritten.`, `Run \`muster quarter correct ${name} --reason <text>\` to add a correction.`)
}

function refuse({ name, from, to }: CalendarPeriod, today: CivilDate, { workspace, outlines }: Closing): void {
  if (to >= today) throw new UsageError(`${name} runs from ${from} to ${to}, and today is ${today}.`, `Close it from ${addDays(to, 1)} on; \`muster gap --as-of ${to}\` shows where it stands.`)
  const last = recordsInForce(outlines.records).at(-1)?.quarter
  if (last === undefined) return
  const next = quarterOf(addDays(last['as-of'], 1), workspace.library.config.calendar)
  if (next.name === name) return
  if (to <= last['as-of']) throw new UsageError(`${name} precedes ${last.quarter}, which is closed: quarters are closed in their order.`, `Close ${next.name} next.`)
  throw new UsageError(`${last.quarter} was the last quarter that was closed, and ${next.name} comes before ${name}.`, `Close ${next.name} first.`)
}

function cutoffFor({ name, to }: CalendarPeriod, today: CivilDate, days: number, asked: CivilDate | undefined): CivilDate {
  const last = addDays(to, days)
  if (asked === undefined) return today < last ? today : last
  if (asked < to) throw new UsageError(`The cutoff ${asked} is before the last day of ${name}, ${to}.`, `Name a day from ${to} on.`)
  if (asked > today) throw new UsageError(`The cutoff ${asked} is after today, ${today}: reviews could still be made that count.`, 'Name today or an earlier day.')
  if (asked > last) throw new UsageError(`The cutoff ${asked} is more than ${counted(days, 'day')} after ${to}.`, `Name a day up to ${last}, or set \`cutoff-days\` under \`calendar\` in muster.yaml.`)
  return asked
}
