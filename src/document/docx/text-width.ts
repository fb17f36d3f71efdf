// Widths of the letters of Arial, in hundredths of its size, by those that are alike.
const NARROW = /[iljI.,:;'|!]/g
const SLIM = /[ftr()[\]\-/ ]/g
const WIDE = /[A-HJ-LN-VX-Z&]/g
const WIDEST = /[mwMW%@]/g
const ROUNDED_UP = 1.04

/** How wide a text is on one line, in twentieths of a point; near enough to divide a table by. */
export function textWidthOf(text: string, size: number, bold: boolean): number {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  const [narrow, slim, wide, widest] = [count(NARROW), count(SLIM), count(WIDE), count(WIDEST)]
  const hundredths = narrow * 27 + slim * 34 + wide * 70 + widest * 86 + (text.length - narrow - slim - wide - widest) * 56
  return (hundredths / 100) * size * 20 * (bold ? 1.08 : 1) * ROUNDED_UP
}
