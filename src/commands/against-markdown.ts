import type { ControlChange } from '../assess/compare-assessments.js'
import { nameOfEdition } from '../model/library.js'
import { fitRows, type FittedBlock, type RowBlock, type RowTable } from '../reporters/fit-rows.js'
import { codeSpan, proseMarkdown } from '../reporters/markdown-text.js'
import { plainLine } from '../reporters/plain-text.js'
import type { ReportContext } from '../reporters/reporter.js'
import { worstFirst } from '../reporters/worst-first.js'
import { showPlace } from '../reporters/show-place.js'
import { counted } from '../source/list-in-words.js'
import type { Place } from '../source/place.js'
import type { Against } from './against.js'
import { EFFECT_WORDS, entriesIn, fromTo, inOnePhrase, lookedAt, servedBy, standingInWords, whyOf } from './against-words.js'
import { AHEAD_DAYS, type Due, type EntryChange, type ServingEvidence } from './entry-change.js'

/** Characters that a comment on GitHub may have, less room for what another tool puts around it. */
const MOST = 65_536 - 1024

/** Room for the two sentences that say how much was left out. */
const NOTES = 500

/** What a change makes of the portfolio, as a comment on its pull request or the summary of a job. What stands in files comes out as inline code: it pings nobody and links to nothing. */
export function againstMarkdown(against: Against, context: ReportContext, name: string): string {
  const head = `### muster gap: ${inOnePhrase(against)}\n\n${against.sentences.map(code).join('\n')}\n`
  const blocks = against.entries.map((entry) => blockOf(entry, against, context))
  const opening = shorter(head, MOST / 4)
  const { blocks: kept, leftBlocks, leftRows } = fitRows(blocks, MOST - opening.length - NOTES)
  const left = [...(leftRows > 0 ? [counted(leftRows, 'row')] : []), ...(leftBlocks > 0 ? [entriesIn(leftBlocks)] : [])]
  const command = codeSpan(`muster gap --against ${plainLine(name)}`)
  const end = left.length === 0 ? '' : `\n${left.join(' and ')} did not fit into this comment and ${leftRows + leftBlocks === 1 ? 'is' : 'are'} left out, the least urgent first. ${command} prints them all.\n`
  return `${opening}${kept.map(shown).join('')}${end}`
}

const code = (sentence: string): string => proseMarkdown(plainLine(sentence))

// The head names every entry that a change touches, so it has a bound of its own; cut between lines.
function shorter(head: string, most: number): string {
  if (head.length <= most) return head
  const lines = head.split('\n')
  let kept = 0
  for (let room = most - 100; kept < lines.length && (room -= (lines[kept] ?? '').length + 1) > 0;) kept += 1
  return `${lines.slice(0, kept).join('\n')}\n\n${counted(lines.length - kept - 1, 'more sentence')} about what is touched did not fit.\n`
}

const shown = ({ heading, tables }: FittedBlock): string =>
  `${heading}${tables.map(({ opening, rows, left }) => `${opening}${rows.join('')}${left === 0 ? '' : `\n${counted(left, 'more row')} of this table did not fit.\n`}`).join('')}`

function blockOf(entry: EntryChange, { workspace }: Against, context: ReportContext): RowBlock {
  const { controls, due, evidence, own, diagnostics } = entry
  const table = (opening: string, rank: number, rows: readonly string[]): readonly RowTable[] => (rows.length === 0 ? [] : [{ opening, rank, rows }])
  const tables = [
    ...table('\n| | Where | What is wrong |\n| --- | --- | --- |\n', 0, worstFirst(diagnostics).map(({ severity, place, message }) => `| ${severity} | ${at(place, context)} | ${code(message)} |\n`)),
    ...table('\n| | Control | Why |\n| --- | --- | --- |\n', 1, controls.filter(({ effect }) => effect === 'breaks').map(rowOf)),
    ...table('\n| | Control | Why |\n| --- | --- | --- |\n', 2, controls.filter(({ effect }) => effect === 'switched-off').map(rowOf)),
    ...table('\n| | Control | What |\n| --- | --- | --- |\n', 3, controls.filter(({ effect }) => effect !== 'breaks' && effect !== 'switched-off').map(rowOf)),
    ...table(`\n| Due within ${AHEAD_DAYS} days | What | For |\n| --- | --- | --- |\n`, 4, own || controls.length > 0 ? due.map(dueRow) : []),
    ...table('\n| New evidence | Framework | Requirements that it serves |\n| --- | --- | --- |\n', 5, evidence.flatMap((item) => evidenceRows(item, workspace.library.frameworks, context))),
  ]
  const nothing = entry.presence === 'there' && entry.assessed && controls.length === 0 ? ' No control stands otherwise.' : ''
  return { heading: `\n#### ${codeSpan(plainLine(entry.id))}\n\n${code(sentence(standingInWords(entry)))}${nothing}\n`, tables }

  function rowOf(change: ControlChange): string {
    const title = workspace.library.controls.get(change.control)?.control.title
    const why = whyOf(change, 'No longer')
    const cells = [fromTo(change), ...why.slice(0, 5).map((reason) => plainLine(reason)), ...(why.length > 5 ? [`and ${why.length - 5} more reasons`] : []), ...(change.now === 'not-satisfied' && change.due !== undefined ? [`due ${change.due}`] : [])]
    return `| **${EFFECT_WORDS[change.effect]}** | ${codeSpan(plainLine(change.control))} ${change.severity}${title === undefined ? '' : `<br>${code(title)}`} | ${cells.map(code).join('<br>')}${change.place ? `<br>${at(change.place, context)}` : ''} |\n`
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const at = (place: Place, { prefix }: ReportContext): string => codeSpan(plainLine(`${place.file.startsWith('builtin:') ? '' : prefix}${showPlace(place)}`))

function dueRow({ day, overdue, control, severity, evidence, type, objectives }: Due): string {
  if (control !== undefined) return `| ${day}${overdue ? ' (overdue)' : ''} | gap in ${codeSpan(plainLine(control))} | ${severity} |\n`
  return `| ${day} | ${evidence === undefined ? `a new ${code(type ?? 'item of evidence')}` : `${codeSpan(plainLine(evidence))} stops counting`} | ${objectives.map((objective) => codeSpan(plainLine(objective))).join(', ')} |\n`
}

function evidenceRows({ item, replaces, objectives, serves, place }: ServingEvidence, frameworks: Against['workspace']['library']['frameworks'], context: ReportContext): readonly string[] {
  const what = `${codeSpan(plainLine(item.id))}${replaces ? ' (changed)' : ''}<br>${code(item.type)} of ${item.collected}, ${lookedAt(objectives.map((objective) => codeSpan(plainLine(objective))))}${place ? `<br>${at(place, context)}` : ''}`
  const rows = [...servedBy(serves)].map(([framework, relations], index) => {
    const entry = frameworks.get(framework)
    const said = [...relations].map(([relationship, elements]) => `${elements.map((element) => codeSpan(plainLine(element))).join(', ')} ${relationship}`)
    return `| ${index === 0 ? what : ''} | ${code(entry ? nameOfEdition(entry.framework) : framework)} | ${said.join('<br>')} |\n`
  })
  return rows.length > 0 ? rows : [`| ${what} | | none |\n`]
}

