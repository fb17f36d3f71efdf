import { dueEvidence, type DueEvidence } from '../assess/due-evidence.js'
import type { Host } from '../host/host.js'
import { addDays, addDuration, daysBetween, isDuration } from '../model/dates.js'
import type { CivilDate, Duration } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { toCalendar } from '../export/calendar.js'
import { assessPortfolio } from './assess-portfolio.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { once, writeProduct } from './formats.js'
import { openLibrary } from './open-application.js'
import { absolutePath, asOfFor, folderOf, oneOf, selectedEntries, type GlobalOptions } from './options.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { paintFor } from './terminal.js'
import { textTable } from './text-table.js'
import { TOOL } from './tool.js'
import { UsageError } from './usage-error.js'

export type ListEvidenceOptions = GlobalOptions & { readonly within?: string; readonly application?: readonly string[]; readonly format?: string }

/** One row of the list: what is due, in which application, and for whom. */
type Row = DueEvidence & { readonly application: string; readonly owner: string; readonly days?: number }

/** `muster list evidence`: what expires when, for whom and for which objective; with `--within` only what does in that time or did already. */
export async function listEvidence(host: Host, options: ListEvidenceOptions): Promise<ExitCode> {
  const [word = '', ...rest] = (options.format ?? 'text').split('=')
  const format = oneOf(word, ['text', 'json', 'ics'] as const, '--format')
  const file = rest.length === 0 ? undefined : absolutePath(folderOf(host, options), rest.join('='))
  const asOf = asOfFor(host, options)
  const limit = options.within === undefined ? undefined : addDuration(asOf, lengthOf(options.within))
  const workspace = await openLibrary(host, options)
  const only = selectedEntries(workspace, options.application ?? [])
  const rows: Row[] = []
  const unassessed: string[] = []
  for await (const { id, assessment } of assessPortfolio(host, workspace, { asOf, gapSeverity: 'none', ...(only && { only }) })) {
    if (assessment === undefined) unassessed.push(id)
    else {
      const { owner } = assessment.files.application
      for (const due of dueEvidence(workspace.library, assessment)) if (limit === undefined || (due.last !== undefined && due.last <= limit)) rows.push({ ...due, application: id, owner: owner.technical ?? owner.accountable, ...(due.last !== undefined && { days: daysBetween(asOf, due.last) }) })
    }
  }
  rows.sort((a, b) => ((a.last ?? '9999-99-99') < (b.last ?? '9999-99-99') ? -1 : (a.last ?? '9999-99-99') > (b.last ?? '9999-99-99') ? 1 : 0))
  await writeProduct(host, file, once(RENDER[format](rows, { host, options, asOf, title: workspace.library.config.title })))
  if (unassessed.length === 0) return EXIT.done
  await host.err.write(`Not assessed, because its files are wrong: ${unassessed.join(', ')}. Run \`muster validate\` to see what.\n`)
  return EXIT.wrongInput
}

function lengthOf(text: string): Duration {
  const plain = /^P?([1-9][0-9]{0,3})([dwmy])$/i.exec(text)
  const duration = plain ? `P${plain[1]}${plain[2]?.toUpperCase()}` : text
  if (!isDuration(duration)) throw new UsageError(`\`${text}\` is not a length of time.`, 'Write it like `--within 30d`, `6w`, `3m` or `1y`.')
  return duration
}

type About = { readonly host: Host; readonly options: ListEvidenceOptions; readonly asOf: CivilDate; readonly title: string }

const nameOf = (row: Row): string => row.evidence ?? `(${row.type})`

function asText(rows: readonly Row[], { host, options, asOf }: About): string {
  if (rows.length === 0) return options.within === undefined ? 'There is no evidence.\n' : `Nothing expires within ${options.within} of ${asOf}.\n`
  const paint = paintFor(host, options.format?.includes('=') ? 'never' : (options.color ?? 'auto'))
  const titles = ['Last day', 'Days', 'Entry', 'Evidence', 'For', 'Owner', 'Because']
  return textTable(titles.map((title) => ({ title, ...(title === 'Days' && { right: true as const }) })), rows.map((row) => [
    row.last ?? 'never', row.days === undefined ? '' : row.days < 0 ? { text: String(row.days), paint: paint.red } : { text: String(row.days), paint: row.days <= 7 ? paint.yellow : (text) => text },
    row.application, nameOf(row), row.objectives.join(', ') || 'nothing', row.owner, row.because !== undefined ? WORDS[row.because] : row.objectives.length === 0 ? 'replaced, or not asked for' : '',
  ]), paint.bold)
}

const WORDS: Readonly<Record<NonNullable<DueEvidence['because']>, string>> = { validity: 'validity ends', own: 'expires by itself', review: 'review ends', period: 'period ends' }

const asJson = (rows: readonly Row[], { asOf }: About): string =>
  `${JSON.stringify({
    'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, command: 'list', 'as-of': asOf,
    evidence: rows.map(({ evidence, type, component, collected, last, because, objectives, application, owner, days, 'submitted-by': submitter }) => ({
      id: evidence ?? null, application, type, component: component ?? null, collected: collected ?? null, 'last-day': last ?? null, days: days ?? null, because: because ?? null,
      objectives, controls: [...new Set(objectives.map((objective) => objective.split('.')[0]))], owner, 'submitted-by': submitter ?? null,
    })),
  }, null, 2)}\n`

const asCalendar = (rows: readonly Row[], { asOf, title }: About): string =>
  toCalendar(`${title}: evidence`, rows.flatMap((row) => {
    const { last } = row
    if (last === undefined) return []
    const what = row.evidence === undefined ? `${row.type} is due` : `${row.evidence} ${row.because === 'review' ? 'needs a new review' : 'expires'}`
    return [{
      uid: `${[row.application, row.evidence ?? row.type, row.component ?? '', ...row.objectives].filter((part) => part !== '').join('.').replaceAll(' ', '-')}@passmuster`,
      day: last, dayAfter: addDays(last, 1), summary: neutralise(`${row.application}: ${what}`),
      description: neutralise(`For ${row.objectives.join(', ') || 'no objective'}. Owner ${row.owner}.${row['submitted-by'] === undefined ? '' : ` Submitted by ${row['submitted-by']}.`} Last day ${last}.`),
    }]
  }), asOf, TOOL.version)

const RENDER: Readonly<Record<'text' | 'json' | 'ics', (rows: readonly Row[], about: About) => string>> = { text: asText, json: asJson, ics: asCalendar }
