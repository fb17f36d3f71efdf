// Shares of the font size in DejaVu Sans, which is wider than what most screens have: what has room in it has room in them.
const NARROW = /[ .,:;|!'()[\]ijlIftr-]/
const WIDE = /[mwMW@%]/
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u

/** The width of a line of text, in pixels, estimated without a font. */
export const textWidth = (text: string, size: number): number => [...text].reduce((sum, character) => sum + size * (FULL.test(character) ? 1.05 : WIDE.test(character) ? 0.97 : NARROW.test(character) ? 0.4 : 0.65), 0)
