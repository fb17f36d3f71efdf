// A forge turns these into a mention, a reference or a link after Markdown is done, so that no escape keeps it; a comment in between does.
const MENTION = /@(?=[\p{L}\p{N}_])/gu
const REFERENCE = /(?<![\p{L}\p{N}_]\\?)([#!])(?=[\p{L}\p{N}_])/gu
const ADDRESS = /\b(https?|ftp|mailto|javascript|data|file|xmpp)(\\?:)(?=\S)/giu
const WWW = /\b(www)(\\?\.)(?=\S)/giu

/** Escaped Markdown text that pings nobody and links nowhere on a forge. */
export const quietText = (escaped: string): string =>
  escaped.replace(MENTION, '@<!-- -->').replace(REFERENCE, '$1<!-- -->').replace(ADDRESS, '$1<!-- -->$2').replace(WWW, '$1<!-- -->$2')

const ANYTHING = /[\\`*_[\]<>&|!~@#^$:\r\n]|www|^\s|\s$/i

/** Whether nothing in a text can mean anything in the cell of a table, which is nearly always so, and is quicker to see than to escape. A colon may stand before a space. */
export const isPlain = (text: string): boolean => !ANYTHING.test(text.replaceAll(': ', ' '))

/** Text in fixed width: behind a fence that is longer than any within, and in a table with its bars escaped. */
export function fenced(text: string, inTable: boolean): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return `${fence}${space}${inTable ? text.replaceAll('|', '\\|') : text}${space}${fence}`
}
