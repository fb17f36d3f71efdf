import { gotWorse, type ControlChange, type Effect, type EntryChange, type NewEvidence } from '../model/entry-change.js'
import type { Paint } from '../reporters/reporter.js'
import { plainLine } from '../reporters/plain-text.js'
import { showPlace } from '../reporters/show-place.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { DAYS_AHEAD } from './entry-changes.js'

/** What is told of a change before its entries. */
export type AgainstHead = { readonly words: string; readonly asOf: string; readonly files?: number; readonly shared: readonly string[]; readonly compared: number; readonly inventory: number; readonly problems: readonly string[] }

/** What an effect is called. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = { 'breaks': 'breaks', 'asks': 'asks anew', 'answers': 'answers', 'improves': 'improves', 'switches-off': 'switches off', 'changes': 'changes' }

/** Standing as words. */
export const standingWords = (standing: ControlChange['then']): string => (standing === undefined ? 'not asked' : standing.replace('-', ' '))

/** What a change did, entry by entry, for a terminal. */
export function againstText(head: AgainstHead, entries: readonly EntryChange[], titleOf: (control: string) => string, paint: Paint): string {
  const told = entries.filter(hasNews)
  const parts = [...headLines(head).map((line, index) => (index === 0 ? paint.bold(line) : line)), ...told.map((entry) => entryText(entry, titleOf, paint)), verdict(entries)]
  return `${parts.join('\n\n')}\n`
}

/** Whether there is anything to tell of an entry. */
export const hasNews = ({ entry, assessed, controls, evidence, due, diagnostics }: EntryChange): boolean => entry !== 'kept' || assessed.then !== assessed.now || controls.length + evidence.length + due.length + diagnostics.length > 0

/** What was compared, as paragraphs. */
export function headLines({ words, asOf, files, shared, compared, inventory, problems }: AgainstHead): readonly string[] {
  const changed = files === undefined ? '' : `${counted(files, 'file')} changed, `
  return [
    `Compared with ${words}, as of ${asOf}: ${changed}${compared} of ${countedEntries(inventory)} touched.`,
    ...(shared.length === 0 ? [] : [`${listInWords(shared.map((path) => `\`${plainLine(path)}\``), 'and', 5)} ${shared.length === 1 ? 'holds' : 'hold'} for every entry, so all are compared.`]),
    ...problems,
  ]
}

const countedEntries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`

/** The last word. */
export function verdict(entries: readonly EntryChange[]): string {
  const broken = entries.flatMap(({ controls }) => controls.filter(({ effect }) => effect === 'breaks')).length
  const unread = entries.filter(({ assessed, entry }) => entry !== 'gone' && !assessed.now)
  const errors = entries.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error')).length
  if (!entries.some((entry) => entry.entry !== 'gone' && gotWorse(entry))) return 'Nothing got worse.'
  const said = [...(broken > 0 ? [`${counted(broken, 'control')} got worse`] : []), ...(unread.length > 0 ? [`${countedEntries(unread.length)} could not be assessed`] : []), ...(errors > 0 ? [`${counted(errors, 'new error')} in files`] : [])]
  return `${listInWords(said, 'and')}.`
}

function entryText({ id, entry, assessed, controls, evidence, due, diagnostics }: EntryChange, titleOf: (control: string) => string, paint: Paint): string {
  const state = entry === 'gone' ? 'no longer in the inventory' : !assessed.now ? 'cannot be assessed: its files are wrong' : entry === 'new' ? 'new in the inventory' : !assessed.then ? 'could not be assessed before' : ''
  const lines = [
    ...controls.map((change) => controlText(change, titleOf, paint)),
    ...evidence.map((item) => `  ${'new evidence'.padEnd(13)} ${item.id} (${item.type}) ${servesWords(item)}`),
    ...due.map(({ due: day, control, severity, evidence: item, overdue }) => `  ${(overdue ? 'overdue' : 'due').padEnd(13)} ${day}  ${control ? `${control} ${severity}` : `evidence \`${item}\` stops counting`}`),
    ...diagnostics.map(({ severity, code, message, place }) => `  ${severity.padEnd(13)} ${code}: ${plainLine(message)}\n${' '.repeat(16)}${paint.dim(showPlace(place))}`),
  ]
  return [`${paint.bold(id)}${state === '' ? '' : `  ${state}`}`, ...lines].join('\n')
}

function controlText({ control, effect, then, now, reason, place }: ControlChange, titleOf: (control: string) => string, paint: Paint): string {
  const colour = effect === 'breaks' ? paint.red : effect === 'improves' ? paint.green : effect === 'asks' || effect === 'switches-off' ? paint.yellow : (text: string): string => text
  const from = then === now ? standingWords(now) : `${standingWords(then)} → ${standingWords(now)}`
  const why = reason === undefined ? '' : `\n${' '.repeat(16)}${plainLine(reason)}${place ? `\n${' '.repeat(16)}${paint.dim(showPlace(place))}` : ''}`
  return `  ${colour(EFFECT_WORDS[effect].padEnd(13))} ${control} ${titleOf(control)}: ${from}${why}`
}

/** The elements that evidence serves, counted by framework. */
export function servesWords({ controls, serves }: NewEvidence): string {
  if (controls.length === 0) return 'is named by no answer, so it serves nothing'
  if (serves.size === 0) return `for ${listInWords(controls, 'and')}`
  return `for ${listInWords(controls, 'and')}: serves ${[...serves].map(([framework, elements]) => `${framework} ${elements.map(({ element }) => element).join(', ')}`).join('; ')}`
}

/** How far ahead is told of. */
export const DUE_WORDS = `Due within ${DAYS_AHEAD} days`
