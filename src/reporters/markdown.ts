import type { Diagnostic } from '../source/diagnostic.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { codeSpan, proseMarkdown } from './markdown-text.js'
import { plainLine } from './plain-text.js'
import type { ReportContext, Reporter } from './reporter.js'
import { showPlace } from './show-place.js'
import { totalsOf } from './totals-of.js'
import { worstFirst } from './worst-first.js'

/** Characters that a comment on GitHub may have, less room for what another tool puts around it. */
const MOST = 65_536 - 1024

/** A comment for a pull request, or the summary of a job. What stands in files comes out as inline code: it pings nobody and links to nothing. */
export const markdown: Reporter<'markdown'> = {
  id: 'markdown',
  summary: 'for a comment on a pull request, or the summary of a job',
  render: (diagnostics, context) => {
    const head = headOf(diagnostics, context)
    if (diagnostics.length === 0) return `${head}\n`
    const rows = worstFirst(diagnostics).map((diagnostic) => rowOf(diagnostic, context))
    const opening = `${head}\n\n| | Where | What, and what to do |\n| --- | --- | --- |\n`
    const { kept, left } = whole(rows, MOST - opening.length - 200)
    return `${opening}${kept.join('')}${left === 0 ? '' : `\n${counted(left, 'more row')} of the least severe ${left === 1 ? 'is' : 'are'} left out here. \`muster ${context.command}\` prints them all.\n`}`
  },
}

function headOf(diagnostics: readonly Diagnostic[], { command }: ReportContext): string {
  const { error, warning, note } = totalsOf(diagnostics)
  const parts = [[error, 'error'], [warning, 'warning'], [note, 'note']] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => counted(count, word))
  return `### muster ${command}: ${said.length === 0 ? 'nothing wrong' : listInWords(said, 'and')}`
}

function rowOf({ code, severity, message, hint, place, docs }: Diagnostic, { prefix }: ReportContext): string {
  const where = codeSpan(`${place.file.startsWith('builtin:') ? '' : prefix}${showPlace(place)}`)
  const what = [proseMarkdown(plainLine(message)), ...(hint === undefined ? [] : [proseMarkdown(plainLine(hint))])].join('<br>')
  return `| ${severity} | ${where}<br>[${code}](${docs}) | ${what} |\n`
}

// Whole rows, as many as there is room for.
function whole(rows: readonly string[], most: number): { readonly kept: readonly string[]; readonly left: number } {
  let room = most
  const cut = rows.findIndex((row) => (room -= row.length) < 0)
  return cut < 0 ? { kept: rows, left: 0 } : { kept: rows.slice(0, cut), left: rows.length - cut }
}
