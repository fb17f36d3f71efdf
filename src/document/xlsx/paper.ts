/** How a sheet is printed: on which paper, and on how many pages side by side. */
export type Paper = { readonly size: 'A4' | 'A3'; readonly across: boolean; readonly pages: number }

const SIZES = { upright: 99, across: 146, large: 212 } // characters that have room side by side
const SMALLEST = 0.65 // of the size of letters that can still be read

/** The paper for columns of those widths in characters. Where even a large one would make them too small to be read, they stand on several pages side by side. */
export function paperFor(widths: readonly number[], wide: boolean): Paper {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  if (whole <= SIZES.upright || (!wide && whole <= SIZES.upright / SMALLEST)) return { size: 'A4', across: false, pages: 1 }
  if (whole <= SIZES.across / SMALLEST) return { size: 'A4', across: true, pages: 1 }
  return { size: 'A3', across: true, pages: Math.ceil((whole * SMALLEST) / SIZES.large) }
}

/** The numbers by which a workbook names paper. */
export const PAPER_SIZES: Readonly<Record<Paper['size'], number>> = { A4: 9, A3: 8 }
