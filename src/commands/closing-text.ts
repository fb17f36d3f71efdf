import { allGaps, applicableIn } from '../assess/add-up.js'
import type { OpenItem, OpenWork } from '../assess/open-work.js'
import { LEVELS } from '../model/risk-tier.js'
import type { FrozenTotals } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import type { Paint } from '../reporters/reporter.js'
import { pathOfRecord } from './open-closing.js'
import { TOOL } from './tool.js'
import type { MadeQuarter } from './write-quarter.js'

/** What `quarter close` and `quarter correct` print; `changes` is what a correction changes. */
export function closingText(made: MadeQuarter, { dry, folder, paint, changes }: { readonly dry: boolean; readonly folder: string; readonly paint: Paint; readonly changes?: string }): string {
  const { head, file, totals, open } = made
  const path = pathOfRecord(file)
  const rows: readonly (readonly [string, string])[] = [
    ['Quarter', `${head.from} to ${head['as-of']}: evidence and facts`],
    ['Reviews', `up to ${head.cutoff}`],
    [head.correction ? 'Corrected' : 'Closed', `on ${head.closed.on} by ${head.closed.by}`],
    ['Revision', `${head.revision.commit.slice(0, 12)} of ${head.revision.date}, as committed`],
    ['Follows', head.previous?.file ?? 'none: it begins the chain'],
    ...(head.correction ? [['Corrects', `${head.correction.of.file}: ${neutralise(head.correction.reason)}`] as const] : []),
    ['Catalog', `${head.catalog.id} ${head.catalog.version}, in ${head.library.file}`],
    ['Tool', `${head.tool.name} ${head.tool.version}`],
  ]
  const undated = head['as-of'] < head.revision.date ? [paint.dim(`Facts without a date stand as in that revision, of ${head.revision.date}.`)] : []
  const parts = [
    paint.bold(dry ? `${head.quarter} would be closed so; nothing was written.` : head.correction ? `${head.quarter} corrected: ${path}` : `${head.quarter} closed: ${path}`),
    rows.map(([name, text]) => `  ${name.padEnd(11)}${text}`).join('\n'),
    [totalsInWords(totals), ...undated].join('\n'),
    changes ?? '',
    openText(open, made, paint),
    ...(dry ? [] : [nextText(made, folder, paint)]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Figures of a quarter in a sentence or two, with their denominators. */
export function totalsInWords(totals: FrozenTotals): string {
  const gaps = LEVELS.filter((level) => totals.gaps[level] > 0).reverse().map((level) => `${totals.gaps[level]} ${level}`)
  const kept = [`${counted(allGaps(totals.gaps), 'gap')}${gaps.length > 0 ? ` (${gaps.join(', ')})` : ''}`, ...(totals.accepted > 0 ? [`${totals.accepted} accepted by exceptions`] : []), ...(totals['not-assessed'] > 0 ? [`${totals['not-assessed']} not assessed`] : [])]
  return `${totals.assessed} of ${counted(totals.applications, 'entry').replace(/entrys$/, 'entries')} assessed: ${totals.satisfied} of ${applicableIn(totals)} applicable controls satisfied, ${kept.join(', ')}.`
}

const TITLES: Readonly<Record<keyof OpenWork, (count: number) => string>> = {
  'not-assessed': (count) => `${count} not assessed`, 'overdue-gaps': (count) => `${counted(count, 'gap')} overdue`, 'awaiting-review': (count) => `${count} awaiting review`,
  'overdue-poam': (count) => `${counted(count, 'plan')} overdue`, 'ending-exceptions': (count) => `${counted(count, 'exception')} ending`, 'unanswered': (count) => `${count} unanswered`,
}

const SHOWN = 5

function openText(open: OpenWork, { lateReviews, head }: MadeQuarter, paint: Paint): string {
  const groups = (Object.keys(TITLES) as (keyof OpenWork)[]).flatMap((kind) => { // the keys of OpenWork
    const items = open[kind]
    if (items.length === 0) return []
    const more = items.length > SHOWN ? [paint.dim(`and ${items.length - SHOWN} more`)] : []
    return [...items.slice(0, SHOWN).map(itemInWords), ...more].map((line, index) => `  ${(index === 0 ? TITLES[kind](items.length) : '').padEnd(24)}${line}`)
  })
  const late = [...lateReviews.values()].reduce((sum, count) => sum + count, 0)
  const told = late > 0 ? [`  ${counted(late, 'review')} dated after ${head.cutoff} ${late === 1 ? 'does' : 'do'} not count: ${[...lateReviews.keys()].slice(0, SHOWN).join(', ')}${lateReviews.size > SHOWN ? ' …' : ''}.`] : []
  return groups.length + told.length === 0 ? '' : [paint.bold('Still open'), ...groups, ...told].join('\n')
}

const itemInWords = ({ application, about, severity, since, due }: OpenItem): string =>
  `${application}  ${neutralise(about)}${[severity, since && `since ${since}`, due && `due ${due}`].filter((part) => part !== undefined).map((part) => `, ${part}`).join('')}`

function nextText({ head, file }: MadeQuarter, folder: string, paint: Paint): string {
  const name = file.replace(/\.json$/, '')
  const commands: readonly (readonly [string, string])[] = [
    [`git add ${folder === '' ? '' : `${folder}/`}quarters`, 'the record and its library'],
    [`git commit -m "${head.correction ? `Correct ${head.quarter}` : `Close ${head.quarter}`}"`, ''],
    [`git tag quarter-${name} ${head.revision.commit.slice(0, 12)}`, 'so that no rebase takes the revision away'],
    [`muster quarter verify ${head.quarter}`, 'the same answer again'],
  ]
  return `Next:\n${commands.map(([command, why]) => `  ${command.padEnd(46)}${why === '' ? '' : ` ${paint.dim(why)}`}`.trimEnd()).join('\n')}`
}

/** The same as JSON. Documented in docs/formats.md and src/schema/output/quarter-close.schema.json. */
export function closingJson({ head, file, sha256, totals, open, lateReviews }: MadeQuarter, dry: boolean): string {
  const { 'schema-version': _version, tool: _tool, ...rest } = head
  return `${JSON.stringify({
    'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': head.correction ? 'quarter correct' : 'quarter close', 'written': !dry, file, sha256,
    ...rest, totals, open, 'late-reviews': Object.fromEntries(lateReviews),
  }, null, 2)}\n`
}
