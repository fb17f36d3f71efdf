// Tab, C0 and C1 controls, line and paragraph separators, bidirectional overrides and isolates, and a byte order mark inside the text,
// and a carriage return that ends no line.
const FORBIDDEN = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?!^)\ufeff|\r(?!\n)/

/** The offset of the first character that no file may hold, or -1. */
export const findForbiddenCharacter = (text: string): number => text.search(FORBIDDEN)

/** The name of a character for a message: `tab` or its code point. */
export const nameOfCharacter = (character: string): string =>
  character === '\t' ? 'a tab' : `the control character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** The text with everything that could steer a terminal or reorder a line replaced by a visible mark. */
export const neutralise = (text: string): string =>
    text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
