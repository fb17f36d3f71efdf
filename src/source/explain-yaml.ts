// Says in an author's words why YAML cannot be read, and where the cause is: a parser stops where it first notices, often a line later.

import { listInWords } from './list-in-words.js'

/** What is wrong with a text as YAML: the characters to blame, a sentence and what to do. */
export type SyntaxFault = { readonly start: number; readonly end: number; readonly message: string; readonly hint: string }

type Line = { readonly start: number; readonly text: string }
type Suspicion = (at: Line, before: Line | undefined, text: string) => SyntaxFault | undefined

/** The fault behind a reason that js-yaml gives at an offset. */
export function explainSyntax(reason: string, offset: number, text: string): SyntaxFault {
  const at = lineAt(text, offset)
  const before = lineBefore(text, at)
  const suspicions = SUSPICIONS.find(([pattern]) => pattern.test(reason))?.[1] ?? []
  for (const suspect of suspicions) {
    const fault = suspect(at, before, text)
    if (fault) return fault
  }
  const [, message, hint] = KNOWN.find(([pattern]) => pattern.test(reason)) ?? [undefined, `The YAML cannot be read: ${reason}.`, 'Compare it with the lines before it, and quote what is text.']
  return { start: offset, end: Math.max(offset, at.start + at.text.length), message, hint }
}

const KNOWN: readonly (readonly [RegExp, string, string])[] = [
  [/indentation of a (mapping|sequence) entry/, 'The line does not fit the lines before it.', 'Align it with the entry it belongs to, or quote the text before it.'],
  [/end of the stream or a document separator|multiline key/, 'The line cannot be read as `key: value`.', 'Look for a missing colon, a missing space after it, or wrong indentation.'],
  [/missed comma/, 'A comma is missing between two entries.', 'Put a comma between them, and quote a text that holds a comma or a bracket.'],
  [/flow collection/, 'A bracket is opened and never closed.', 'Close it.'],
  [/quoted scalar|deficient indentation/, 'A bracket or quotation mark is opened and never closed.', 'Close it.'],
  [/escape sequence|hexadecimal/, 'The escape in the quoted text is not known.', 'Use single quotation marks, or double the backslash.'],
  [/anchor node|alias node/, 'A text cannot begin with `&` or `*` unless it is quoted.', 'Quote the text.'],
  [/expected the node content/, 'An entry is missing before the comma.', 'Remove the comma, or write the entry.'],
  [/line break is expected/, 'After `>` or `|` the text begins on the next line.', 'Quote the text, or begin it on the next line.'],
  [/expected ':'/, 'A colon is missing after the key.', 'Write `key: value`.'],
]

const LEAD = '^([ ]*(?:- +)*)'

const fault = (line: Line, from: number, to: number, message: string, hint: string): SyntaxFault => ({ start: line.start + from, end: line.start + to, message, hint })

// `control:TST-01` is read as one word, and the line after it no longer fits.
const noSpaceAfterColon: Suspicion = (at, before) => {
  for (const line of [at, before]) {
    const [whole, lead = '', key = ''] = (line && new RegExp(`${LEAD}([A-Za-z][\\w.-]*):(?![\\s/:]|$)`).exec(line.text)) ?? []
    if (line && whole !== undefined && !/: /.test(line.text)) return fault(line, lead.length, line.text.length, `There is no space after the colon of \`${key}\`.`, 'Write a space after the colon.')
  }
  return undefined
}

const noColon: Suspicion = (_at, before) => {
  const [whole, lead = '', key = ''] = (before && new RegExp(`${LEAD}([a-z][\\w.-]*)[ ]*$`).exec(before.text)) ?? []
  return before && whole !== undefined ? fault(before, lead.length, lead.length + key.length, `There is no colon after \`${key}\`.`, `Write \`${key}:\`.`) : undefined
}

const afterKey = (line: Line, pattern: string): { readonly from: number; readonly value: string } | undefined => {
  const [whole, lead = '', value] = new RegExp(`${LEAD}(?:[^\\s'":#][^:'"]*:[ ]+)?(${pattern}.*)$`).exec(line.text) ?? []
  return whole === undefined || value === undefined || lead.length === line.text.length ? undefined : { from: line.text.length - value.length, value }
}

const reservedCharacter: Suspicion = (at) => {
  const found = afterKey(at, '[@`%{}\\[\\]&*]')
  return found && fault(at, found.from, at.text.length, `A text cannot begin with ${found.value.startsWith('`') ? 'a backtick' : `\`${found.value.charAt(0)}\``} unless it is quoted.`, 'Quote the text.')
}

const textAfterQuote: Suspicion = (at) => {
  const found = afterKey(at, '(?:"[^"]*"|\'[^\']*\')[^\\n,}\\]#]')
  return found && fault(at, found.from, at.text.length, 'Text stands after the closing quotation mark.', 'Quote the whole text; inside it write `\\"` between double quotation marks, and `\'\'` between single ones.')
}

const colonInText: Suspicion = (at) => {
  const found = afterKey(at, '[^\\s\'"\\[{|>&*!@`%-][^:]*:(?: |$)')
  return found && /:[ ]/.test(at.text.slice(0, found.from)) ? fault(at, found.from, at.text.length, 'The text holds a colon with a space after it, and is not quoted.', 'Quote the text.') : undefined
}

const listAmongKeys: Suspicion = (at, before) => {
  const indent = indentOf(at.text)
  return before && at.text.startsWith('- ', indent) && indentOf(before.text) === indent && !before.text.startsWith('-', indent)
    ? fault(at, indent, at.text.length, 'A list entry stands among keys.', 'Write either the keys of one mapping or the entries of one list.')
    : undefined
}

const indentation: Suspicion = (at, _before, text) => {
  const indent = indentOf(at.text)
  const fitting = openLevels(text, at)
  if (fitting.includes(indent) || fitting.length === 0) return undefined
  return fault(at, indent, at.text.length, `The line is indented by ${indent} space${indent === 1 ? '' : 's'}, where ${listInWords(fitting.map(String), 'or')} would fit.`, 'Align it with the entry it belongs to, or quote the text before it.')
}

const neverClosed: Suspicion = (at, _before, text) => {
  let line: Line | undefined = at
  for (let count = 0; line && count < 200; count++, line = lineBefore(text, line)) {
    const opener = openerIn(line.text)
    if (opener === undefined) continue
    const bracket = /[[{]/.test(line.text.charAt(opener))
    return fault(line, opener, line.text.length, `The ${bracket ? 'bracket' : 'quotation mark'} is opened here and never closed.`, bracket ? 'Close it, or quote the text.' : 'Close it.')
  }
  return undefined
}

const strayBracket: Suspicion = (at) => {
  const [whole] = /[\]}][ ]*[\]}]+[ ]*$/.exec(at.text) ?? []
  return whole === undefined || openerIn(at.text) !== undefined ? undefined : fault(at, at.text.trimEnd().length - 1, at.text.trimEnd().length, 'A bracket is closed that was not opened.', 'Remove it.')
}

const SUSPICIONS: readonly (readonly [RegExp, readonly Suspicion[]])[] = [
  [/deficient indentation|unexpected end of the/, [neverClosed]],
  [/indentation of a|end of the stream or a document|multiline key|whitespace character/, [noSpaceAfterColon, strayBracket, textAfterQuote, reservedCharacter, colonInText, noColon, listAmongKeys, indentation]],
]

// Of a longer line only the beginning is looked at, so that no pattern can run away.
const MAX_LINE = 500

function lineAt(text: string, offset: number): Line {
  // `lastIndexOf` takes a negative position for 0, where a line break may stand.
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, text: text.slice(start, Math.min(end < 0 ? text.length : end, start + MAX_LINE)).replace(/\r$/, '') }
}

// The line before that says something: not empty, not a comment.
function lineBefore(text: string, line: Line): Line | undefined {
  let before: Line | undefined = line
  do before = before.start === 0 ? undefined : lineAt(text, before.start - 1)
  while (before && /^[ ]*(#|$)/.test(before.text))
  return before
}

const indentOf = (line: string): number => line.length - line.trimStart().length

// The indentations at which a line could go on with something above it; `- key` opens two.
function openLevels(text: string, at: Line): readonly number[] {
  const levels = new Set<number>()
  let deepest = Infinity
  for (let line = lineBefore(text, at), count = 0; line && count < 1000; line = lineBefore(text, line), count++) {
    const indent = indentOf(line.text)
    if (indent >= deepest) continue
    const dashes = /^(?:- +)*/.exec(line.text.slice(indent))?.[0] ?? ''
    if (indent + dashes.length < deepest) levels.add(indent + dashes.length)
    levels.add(indent)
    deepest = indent
    if (indent === 0) break
  }
  return [...levels].sort((a, b) => a - b)
}

// The innermost bracket or the quotation mark that a line opens and does not close.
function openerIn(line: string): number | undefined {
  const open: number[] = []
  let quote: number | undefined
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i)
    if (quote !== undefined) {
      if (character === '\\' && line.charAt(quote) === '"') i++
      else if (character === line.charAt(quote)) quote = undefined
    } else if (character === '#' && (i === 0 || line.charAt(i - 1) === ' ')) break
    else if (/[[{"']/.test(character) && (i === 0 || /[\s[{,]/.test(line.charAt(i - 1)))) {
      if (character === '"' || character === "'") quote = i
      else open.push(i)
    } else if (/[\]}]/.test(character)) open.pop()
  }
  return quote ?? open.at(-1)
}
