const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}\ufe0f]|\p{Emoji_Presentation}/u
const ZERO = /^[\p{M}\p{Cf}]+$/u

/** Cells of a terminal that a text takes: two for East Asian wide characters and emoji, none for combining marks (UAX 11). */
export function cellWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  return [...new Intl.Segmenter('en').segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : ZERO.test(segment) ? 0 : 1), 0)
}
