const WIDTH = 118

/** A text as comment lines that begin after some spaces; lines are broken at words. `lead` is put before the first line, `hang` before the others. */
export function commentLines(text: string, { indent = 0, lead = '', hang = lead }: { readonly indent?: number; readonly lead?: string; readonly hang?: string } = {}): readonly string[] {
  const start = `${' '.repeat(indent)}# `
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last === undefined || start.length + last.length + word.length + 1 > WIDTH) lines.push(`${last === undefined ? lead : hang}${word}`)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line) => start + line)
}
