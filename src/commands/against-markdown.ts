import type { ControlChange, EntryChange } from '../model/entry-change.js'
import { codeSpan, proseMarkdown } from '../reporters/markdown-text.js'
import { plainLine } from '../reporters/plain-text.js'
import { showPlace } from '../reporters/show-place.js'
import { counted } from '../source/list-in-words.js'
import { DUE_WORDS, EFFECT_WORDS, hasNews, headLines, standingWords, verdict, type AgainstHead } from './against-text.js'

/** Characters that a comment on GitHub may have, less room for what another tool puts around it. */
const MOST = 65_536 - 1024

/** What a change did, as a comment on a pull request or the summary of a job. What stands in files comes out as inline code. Rows that find no room are counted. */
export function againstMarkdown(head: AgainstHead, entries: readonly EntryChange[], titleOf: (control: string) => string, prefix: string): string {
  const opening = `### muster: ${proseMarkdown(verdict(entries))}\n\n${headLines(head).map(proseMarkdown).join('\n\n')}\n`
  const blocks = entries.filter(hasNews).map((entry) => blockOf(entry, titleOf, prefix))
  let room = MOST - opening.length - 200
  let left = 0
  const kept = blocks.map(({ title, tables }) => {
    const shown = tables.map(({ head: top, rows }) => {
      if (room < title.length + top.length) return void (left += rows.length)
      room -= top.length
      const fitting = rows.filter((row) => (room -= row.length) >= 0)
      left += rows.length - fitting.length
      return fitting.length === 0 ? undefined : `${top}${fitting.join('')}`
    }).filter((table) => table !== undefined)
    room -= title.length
    return shown.length === 0 && tables.length > 0 ? '' : `\n${[title, ...shown].join('\n')}`
  })
  return `${opening}${kept.join('')}${left === 0 ? '' : `\n${counted(left, 'row')} ${left === 1 ? 'is' : 'are'} left out here for want of room. \`muster gap --against\` prints them all.\n`}`
}

type Table = { readonly head: string; readonly rows: readonly string[] }

function blockOf({ id, entry, assessed, controls, evidence, due, diagnostics }: EntryChange, titleOf: (control: string) => string, prefix: string): { readonly title: string; readonly tables: readonly Table[] } {
  const state = entry === 'gone' ? ': no longer in the inventory' : !assessed.now ? ': cannot be assessed, its files are wrong' : entry === 'new' ? ': new in the inventory' : ''
  const tables: Table[] = [
    { head: '| | Control | Then and now |\n| --- | --- | --- |\n', rows: controls.map((change) => controlRow(change, titleOf, prefix)) },
    { head: '| New evidence | For | Serves |\n| --- | --- | --- |\n', rows: evidence.map(({ id: item, type, controls: asked, serves }) => `| ${codeSpan(item)}<br>${codeSpan(type)} | ${asked.join(', ') || 'no answer names it'} | ${[...serves].map(([framework, elements]) => `${codeSpan(framework)}: ${elements.map(({ element, relationship }) => `${codeSpan(element)} ${relationship}`).join(', ')}`).join('<br>') || 'no element in scope'} |\n`) },
    { head: `| ${DUE_WORDS} | What |\n| --- | --- |\n`, rows: due.map(({ due: day, control, severity, evidence: item, overdue }) => `| ${day}${overdue ? ', overdue' : ''} | ${control ? `${control}, ${severity}` : `evidence ${codeSpan(item ?? '')} stops counting`} |\n`) },
    { head: '| | Where | New in files |\n| --- | --- | --- |\n', rows: diagnostics.map(({ severity, code, message, place, docs }) => `| ${severity} | ${codeSpan(`${prefix}${showPlace(place)}`)}<br>[${code}](${docs}) | ${proseMarkdown(plainLine(message))} |\n`) },
  ]
  return { title: `#### ${codeSpan(id)}${state}\n`, tables: tables.filter(({ rows }) => rows.length > 0) }
}

function controlRow({ control, effect, then, now, reason, place }: ControlChange, titleOf: (control: string) => string, prefix: string): string {
  const why = reason === undefined ? '' : `<br>${proseMarkdown(plainLine(reason))}${place && !place.file.startsWith('builtin:') ? `<br>${codeSpan(`${prefix}${showPlace(place)}`)}` : ''}`
  const strong = effect === 'breaks' ? '**breaks**' : EFFECT_WORDS[effect]
  return `| ${strong} | ${control}<br>${proseMarkdown(plainLine(titleOf(control)))} | ${then === now ? standingWords(now) : `${standingWords(then)} → ${standingWords(now)}`}${why} |\n`
}
