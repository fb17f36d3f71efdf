import { nextLine } from './yaml-lines.js'

/** A commented-out entry: its lines, and the column of its dash once it is none. */
export type Stub = { readonly from: number; readonly to: number; readonly column: number }

/** The commented-out entry whose first line is `- control: TST-03`, with the lines that continue it; undefined where there is none. */
export function findStub(text: string, firstLine: string): Stub | undefined {
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at)).trimEnd()
    const column = line.indexOf('# ')
    if (column < 0 || line.slice(0, column).trim() !== '' || line.slice(column + 2) !== firstLine) continue
    let to = nextLine(text, at)
    const continued = `${' '.repeat(column)}#   `
    while (to < text.length && text.startsWith(continued, to)) to = nextLine(text, to)
    return { from: at, to, column }
  }
  return undefined
}
