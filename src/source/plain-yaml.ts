// What plain YAML does not have, as far as the text alone says it.
import { nameOfCharacter } from './control-characters.js'

/** The first thing that is wrong with a text. Thrown by the composer of `parse-yaml.ts`, to leave at once, and caught there. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly start: number, readonly end: number, message: string, readonly hint: string) {
    super(message)
  }
}

/** Refuses an anchor or a tag. */
export function checkProperties(text: string, event: { readonly anchorStart: number; readonly anchorEnd: number; readonly tagStart: number; readonly tagEnd: number }): void {
  if (event.anchorStart >= 0) throw new Refusal('plain-yaml', event.anchorStart - 1, event.anchorEnd, `The anchor \`${text.slice(event.anchorStart - 1, event.anchorEnd)}\` is not allowed.`, 'Remove it, and write the value out where it is repeated; quote a text that begins with `&`.')
  if (event.tagStart >= 0) throw new Refusal('plain-yaml', event.tagStart, event.tagEnd, `The tag \`${text.slice(event.tagStart, event.tagEnd)}\` is not allowed.`, 'Remove it, or quote a text that begins with `!`.')
}

/** Refuses directives and a document marker at the beginning. */
export function checkDocument(document: { readonly directives: readonly unknown[]; readonly explicitStart: boolean }, text: string): void {
  if (document.directives.length === 0 && !document.explicitStart) return
  const start = /^(%|---)/m.exec(text)?.index ?? 0
  if (document.directives.length > 0) throw new Refusal('plain-yaml', start, lineEnd(text, start), 'A YAML directive is not allowed.', 'Remove the line.')
  throw new Refusal('plain-yaml', start, start + 3, 'The document start `---` is not allowed: a file holds one document.', 'Remove the line.')
}

/** A second document, or a marker that could begin one. */
export const secondDocument = (text: string): Refusal => {
  const start = /^(---|\.\.\.)/m.exec(text)?.index ?? 0
  return new Refusal('plain-yaml', start, Math.min(start + 3, text.length), 'A file holds one document, without document markers.', 'Remove the marker, or move the second document to a file of its own.')
}

/** A list or mapping in the place of a key. */
export const keyOfParts = (text: string, start: number): Refusal =>
  text.startsWith('{{', start - 1)
    ? new Refusal('plain-yaml', start - 1, lineEnd(text, start), 'A text cannot begin with `{` unless it is quoted.', 'Quote the text.')
    : new Refusal('plain-yaml', start, lineEnd(text, start), 'A key must be a single word or text, not a list or a mapping.', 'Write the key as text, or quote the value that begins here.')

/** A character that no file may hold. */
export function forbiddenCharacter(text: string, at: number): Refusal {
  const character = text.charAt(at)
  return new Refusal('control-character', at, at + 1, `The file holds ${nameOfCharacter(character)}.`, character === '\t' ? 'Write spaces instead.' : character === '\r' ? 'Save the file with line ends LF or CRLF.' : 'Remove it.')
}

/** Whether a question mark introduces the key at an offset, on its line or alone on the line before. Nearly no key stands after one, so the lines are looked at only then. */
export function isExplicitKey(text: string, start: number): boolean {
  let before = start - 1
  while (isBlank(text.charCodeAt(before))) before -= 1
  return text.charAt(before) === '?' && /(^|\n)[ ]*(- +)*\?[ ]*(\r?\n[ ]*)?$|[{[,][ ]*\?[ ]+$/.test(text.slice(Math.max(0, text.lastIndexOf('\n', text.lastIndexOf('\n', start - 1) - 1)), start))
}

// A space, line feed or carriage return.
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13

/** Whether only spaces stand before an offset on its line. */
export function beginsLine(text: string, start: number): boolean {
  let before = start - 1
  while (text.charCodeAt(before) === 32) before -= 1
  return before < 0 || text.charCodeAt(before) === 10
}

/** The offset of the end of the line at an offset. */
export const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
