import type { Host } from '../host/host.js'
import { canonicalJson } from '../model/digest.js'
import { recordsInForce, type QuarterRecord } from '../model/quarter-chain.js'
import { readRecord } from '../read/read-record.js'
import type { FrozenApplication, Quarter } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { closingJson, closingText } from './closing-text.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { stopAtLibrary } from './gap.js'
import { closerFor, dayOf, openClosing, pathOfRecord, quarterFor, type Closing, type ClosingOptions } from './open-closing.js'
import { oneOf } from './options.js'
import { faultInWords, textInQuarters } from './quarter-files.js'
import { paintFor } from './terminal.js'
import { UsageError } from './usage-error.js'
import { writeQuarter } from './write-quarter.js'

export type QuarterCorrectOptions = ClosingOptions & { readonly reason?: string; readonly dryRun?: boolean; readonly format?: string }

/** `muster quarter correct <quarter>`: adds a record beside the one that was closed, in the same chain and with a reason. */
export async function quarterCorrect(host: Host, name: string, options: QuarterCorrectOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const reason = options.reason?.trim() ?? ''
  if (reason === '') throw new UsageError('A correction needs a reason.', 'Add `--reason <text>`: what was wrong, and why it is known now.')
  const dry = options.dryRun === true
  const closing = await openClosing(host, options, (config) => quarterFor(name, config).to)
  const { workspace, outlines } = closing
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const known = recordFor(name, closing)
  const { quarter } = known
  const cutoff = cutoffFor(host, quarter, options)
  const last = outlines.records.at(-1) ?? known
  const before = await applicationsOf(host, workspace.root, known)
  const changes: string[] = []
  const made = await writeQuarter(host, closing, {
    'quarter': name, 'from': quarter.from, 'as-of': quarter['as-of'], cutoff, 'closed': { by: await closerFor(closing, options.by), on: host.today() },
    'previous': { file: last.file, sha256: last.sha256 },
    'correction': { number: (quarter.correction?.number ?? 0) + 1, of: { file: known.file, sha256: known.sha256 }, reason },
  }, { dry, watch: (application) => changes.push(...changesOf(before, application)) })
  if (!made.written && !dry) throw new UsageError(`${pathOfRecord(made.file)} was written by somebody else in the meantime.`, 'Read it; a further correction follows it.')
  await host.out.write(format === 'json' ? closingJson(made, dry) : closingText(made, { dry, folder: closing.folder, paint: paintFor(host, options.color ?? 'auto'), changes: changesText(changes, known.file) }))
  return EXIT.done
}

function recordFor(name: string, { outlines, workspace }: Closing): QuarterRecord {
  const inForce = recordsInForce(outlines.records)
  const known = inForce.find(({ quarter }) => quarter.quarter === name)
  if (known) return known
  quarterFor(name, workspace.library.config)
  throw new UsageError(`${name} is not closed, so there is nothing to correct.`, suggestHint(name, inForce.map(({ quarter }) => quarter.quarter), 'Run `muster quarter list` to see what is.'))
}

// A correction may rest on reviews of its own time: it says so, with its reason, in the open.
function cutoffFor(host: Host, { cutoff, quarter, 'as-of': asOf }: Quarter, options: QuarterCorrectOptions): string {
  const asked = dayOf(host, options.cutoff, '--cutoff')
  if (asked === undefined) return cutoff
  if (asked < asOf) throw new UsageError(`The cutoff ${asked} is before the last day of ${quarter}, ${asOf}.`, `Name a day from ${asOf} on.`)
  if (asked > host.today()) throw new UsageError(`The cutoff ${asked} is after today, ${host.today()}: reviews could still be made that count.`, 'Name today or an earlier day.')
  return asked
}

async function applicationsOf(host: Host, root: string, { file }: QuarterRecord): Promise<ReadonlyMap<string, FrozenApplication>> {
  const read = readRecord('quarter', await textInQuarters(host, root, file))
  if ('fault' in read) throw new UsageError(`${faultInWords({ file, ...read })}.`, 'Run `muster quarter verify --all` to see what no longer holds.')
  return new Map(read.value.applications.map((application) => [application.id, application]))
}

function changesOf(before: ReadonlyMap<string, FrozenApplication>, application: FrozenApplication): readonly string[] {
  const then = before.get(application.id)
  if (then === undefined) return [`${application.id} was not in it`]
  if (then.assessed !== application.assessed) return [`${application.id} ${application.assessed ? 'was not assessed, and is now' : 'was assessed, and cannot be now'}`]
  const known = new Map(then.findings.map((finding) => [finding.control, finding]))
  return application.findings.flatMap((finding) => {
    const other = known.get(finding.control)
    if (other === undefined) return [`${application.id}  ${finding.control}  had no finding, and is ${finding.state}`]
    if (canonicalJson(other) === canonicalJson(finding)) return []
    return [`${application.id}  ${finding.control}  ${other.state === finding.state ? `${finding.state}, for other reasons` : `was ${other.state}, and is ${finding.state}`}`]
  })
}

const SHOWN = 20

function changesText(changes: readonly string[], file: string): string {
  if (changes.length === 0) return `No finding is another than in ${file}.`
  const more = changes.length > SHOWN ? [`  and ${changes.length - SHOWN} more`] : []
  return `${[`${counted(changes.length, 'finding')} ${changes.length === 1 ? 'is' : 'are'} another than in ${file}:`, ...changes.slice(0, SHOWN).map((change) => `  ${neutralise(change)}`), ...more].join('\n')}`
}
