import type { ComparedEditions } from '../assess/compare-editions.js'
import type { Carried, LookReason } from '../model/carry-mapping.js'
import { COVERAGE_STATES, RISK_WORDS, type CoverageState, type CoverageTotals } from '../model/coverage.js'
import type { Followed } from '../model/follow-editions.js'
import { groupBy } from '../model/group-by.js'
import { nameOfEdition, type FrameworkEntry } from '../model/library.js'
import type { Paint } from '../reporters/reporter.js'
import { neutralise } from '../source/control-characters.js'
import { counted } from '../source/list-in-words.js'
import type { EntryUnderBoth, PortfolioUnderBoth } from './compare-editions.js'
import { paragraph } from './paragraph.js'
import { textTable, type Cell } from './text-table.js'

/** Two editions beside each other, as a person reads them. */
export function comparedText(compared: ComparedEditions, under: PortfolioUnderBoth, application: string | undefined, paint: Paint): string {
  const { from, to, through } = compared
  const [entry] = under.entries
  return `${[
    `${paint.bold(`${nameOfEdition(from.framework)}  →  ${nameOfEdition(to.framework)}`)}${through.length > 0 ? `\nThrough ${through.join(', ')}: what follows from one edition to the next.` : ''}`,
    elementsText(compared, paint),
    addedText(compared, paint),
    mappingsText(compared, paint),
    application === undefined ? portfolioText(compared, under.entries, paint) : entry !== undefined ? entryText(compared, entry, paint) : under.unassessed.includes(application) ? `${application} is not assessed.` : `Neither edition is for ${application}.`,
  ].filter((part) => part !== '').join('\n\n')}\n`
}

const titleOf = ({ elements }: FrameworkEntry, id: string): string => neutralise(elements.get(id)?.title ?? '')

function elementsText({ from, to, elements }: ComparedEditions, paint: Paint): string {
  const rows = elements.flatMap(({ element, change, to: successors }): readonly (readonly Cell[])[] => {
    const word: Cell = { text: change ?? 'not known', paint: change === 'same' || change === 'moved' ? paint.green : change === 'gone' || change === null ? paint.red : paint.yellow }
    if (successors.length === 0) return [[element, word, '', '', titleOf(from, element)]]
    return successors.map((successor, index) => [index === 0 ? element : '', index === 0 ? word : '', successor.relationship ?? 'not known', successor.element, titleOf(to, successor.element)])
  })
  return `${paint.bold('Where each element went')}\n${textTable([{ title: from.id }, { title: 'Change' }, { title: 'Relationship' }, { title: to.id }, { title: 'Title' }], rows, paint.bold).trimEnd()}${remarksText(elements)}`
}

const remarksText = (elements: readonly Followed[]): string =>
  elements.flatMap(({ element, remarks }) => (remarks === undefined ? [] : [`\n${paragraph(`${element}: ${neutralise(remarks)}`, '  ')}`])).join('')

function addedText({ to, added }: ComparedEditions, paint: Paint): string {
  if (added.length === 0) return `Each element of ${to.id} took the place of one.`
  return `${paint.bold(`New in ${to.id}`)}\n${textTable([{ title: 'Element' }, { title: 'Reach' }, { title: 'Title' }], added.map(({ element, reach }) => [element, { text: reach, paint: reach === 'unmapped' ? paint.red : paint.dim }, titleOf(to, element)]), paint.bold).trimEnd()}`
}

const LOOK: Readonly<Record<LookReason, (carried: Carried) => string>> = {
  gone: ({ element }) => `${element}: nothing took its place. See what else the controls serve.`,
  wider: ({ element, to, relationship }) => (relationship === 'no-relationship' ? `${element} → ${to}, which asks for something else as well: see whether anything relates to that.` : `${element} → ${to}, which asks for more: see whether the controls reach all of it.`),
  part: ({ element, to }) => `${element} → ${to}, which shares only a part with it: see whether the controls relate to that part.`,
  contradicted: ({ element, to }) => `${element} → ${to}, of which the mapping says otherwise than what follows: see which is true.`,
  uncertain: ({ element, to }) => (to === null ? `${element}: where it went is not known.` : `${element} → ${to}: how they relate is not known, read both.`),
}

function mappingsText({ from, to, mappings }: ComparedEditions, paint: Paint): string {
  const of = (outcome: Carried['outcome']): readonly Carried[] => mappings.filter((carried) => carried.outcome === outcome)
  const [carries, look] = [of('carries'), of('look')]
  const derived = from.derived.size === 0 ? '' : ` What ${counted(from.derived.size, 'element')} of ${from.id} ${from.derived.size === 1 ? 'has' : 'have'} is derived from its successors, so there is nothing to carry.`
  if (mappings.length === 0) return `${paint.bold('Our mappings')}\n${paragraph(from.derived.size === 0 ? `Nothing is mapped to ${from.id}.` : derived.trim())}`
  const head = paragraph(`${counted(mappings.length, 'statement')} about ${from.id}, counted once for each successor: ${of('stated').length} ${of('stated').length === 1 ? 'is' : 'are'} in the mapping of ${to.id} already, ${carries.length} ${carries.length === 1 ? 'carries' : 'carry'} over, ${look.length} must be looked at.${derived}`)
  const carried = carries.length === 0 ? '' : `\n\n${paint.bold('Carries over')} (holds there too, and is not written yet)\n${textTable([{ title: from.id }, { title: to.id }, { title: 'Relationship' }, { title: 'Controls' }], carries.map((row) => [row.element, row.to ?? '', row.follows ?? '', setText(row)]), paint.bold).trimEnd()}`
  const groups = [...groupBy(look, (row) => `${row.element} ${row.to} ${row.reason} ${row.relationship === 'no-relationship'}`).values()]
  const looked = groups.length === 0 ? '' : `\n\n${paint.bold('Must be looked at')}\n${groups.map((group) => lookText(group, paint)).join('\n')}`
  return `${paint.bold('Our mappings')}\n${head}${carried}${looked}`
}

function lookText(group: readonly Carried[], paint: Paint): string {
  const [first] = group
  if (first?.reason === undefined) return ''
  const alike = [...groupBy(group, (row) => `${row.relationship}${knownText(row)}`).values()]
  const lines = alike.map((rows) => `    ${rows[0]?.relationship ?? ''}  ${rows.map(setText).join(', ')}${paint.dim(rows[0] ? knownText(rows[0]) : '')}`)
  return `${paragraph(LOOK[first.reason](first), '  ')}\n${lines.join('\n')}`
}

function knownText({ follows, stated }: Carried): string {
  const known = [...(follows === null ? [] : [`${follows} follows`]), ...(stated === null ? [] : [`${stated} is written there`])]
  return known.length === 0 ? '' : `  (${known.join(', ')})`
}

const setText = ({ controls }: Carried): string => (controls.length === 0 ? 'the whole catalog' : controls.join(' + '))

const STATE_TITLES: Readonly<Record<CoverageState, string>> = { 'met': 'met', 'met-within-reach': 'within reach', 'partly-met': 'partly', 'not-met': 'not met', 'not-applicable': 'n/a', 'outside-catalog': 'outside', 'unmapped': 'unmapped' }

const arrow = (from: number, to: number): string => (from === 0 && to === 0 ? '·' : `${from} → ${to}`)

function portfolioText({ from, to }: ComparedEditions, entries: readonly EntryUnderBoth[], paint: Paint): string {
  if (entries.length === 0) return 'No application is assessed under either edition.'
  const rows = entries.map((entry): readonly Cell[] => [entry.id, ...COVERAGE_STATES.map((state) => arrow(entry.from[state], entry.to[state]))])
  const table = textTable([{ title: 'Entry' }, ...COVERAGE_STATES.map((state) => ({ title: STATE_TITLES[state], right: true as const }))], rows, paint.bold)
  return `${paint.bold(`Coverage under ${from.id} → ${to.id}`)} (elements by state)\n${table.trimEnd()}`
}

function entryText({ from, to, elements, added }: ComparedEditions, entry: EntryUnderBoth, paint: Paint): string {
  const word = (framework: FrameworkEntry, id: string, state: CoverageState | undefined): string => (state === undefined ? '' : framework.elements.get(id)?.kind === 'risk' ? RISK_WORDS[state] : state)
  const older = (id: string): string => word(from, id, entry.fromStates.get(id))
  const newer = (id: string): string => word(to, id, entry.toStates.get(id))
  const rows = [
    ...elements.flatMap(({ element, to: successors }): readonly (readonly Cell[])[] => (successors.length === 0 ? [[element, older(element), '', '']] : successors.map((successor, index) => [index === 0 ? element : '', index === 0 ? older(element) : '', successor.element, newer(successor.element)]))),
    ...added.map(({ element }): readonly Cell[] => ['', '', element, newer(element)]),
  ]
  const table = textTable([{ title: from.id }, { title: 'State' }, { title: to.id }, { title: 'State' }], rows, paint.bold)
  const totals = (framework: FrameworkEntry, of: CoverageTotals): string => `${framework.id}: ${COVERAGE_STATES.filter((state) => of[state] > 0).map((state) => `${state} ${of[state]}`).join(', ')}`
  return `${paint.bold(`Coverage of ${entry.id}`)}\n${table}\n${totals(from, entry.from)}\n${totals(to, entry.to)}`
}
