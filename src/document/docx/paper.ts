/** How a page lies: upright, across, or across and twice as large. */
export type Paper = 'portrait' | 'landscape' | 'large'

/** Lengths in twentieths of a point. */
export type Page = { readonly width: number; readonly height: number; readonly side: number; readonly top: number; readonly bottom: number }

const A4 = { short: 11906, long: 16838 }
const A3 = { short: 16838, long: 23811 }

/** The size of a page and its margins; those of a document that is meant for one page are smaller. */
export function pageOf(paper: Paper, onePage: boolean): Page {
  const margins = onePage ? { side: 850, top: 1000, bottom: 800 } : { side: 1021, top: 1300, bottom: 1100 }
  const { short, long } = paper === 'large' ? A3 : A4
  return paper === 'portrait' ? { width: short, height: long, ...margins } : { width: long, height: short, ...margins }
}

/** The width that text has on a page. */
export const textWidth = ({ width, side }: Page): number => width - 2 * side
