/** The column of an offset, from zero; a byte order mark takes none. */
export function columnOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return offset - start - (start === 0 && text.startsWith('\ufeff') ? 1 : 0)
}

/** The offset at which the next line begins. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** The offset after the line in which something ends; a block of text ends after its last line. */
export const lineAfter = (text: string, end: number): number => (end > 0 && text.charAt(end - 1) === '\n' ? end : nextLine(text, end))

/** The offset after comment lines that are indented further than a column, and so belong to what stands before them. */
export function pastComments(text: string, from: number, column: number): number {
  let end = from
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at)).trimEnd()
    const indent = line.length - line.trimStart().length
    if (line === '') continue
    if (line.charAt(indent) !== '#' || indent <= column) break
    end = nextLine(text, at)
  }
  return end
}
