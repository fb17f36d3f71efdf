const LONGEST = 32_767

/** A string as it goes into a workbook. Readers take `_x0041_` for an A, refuse what is no character, and hold no more than 32,767 characters in a cell; `cut` says that there was more. */
export function safeString(text: string, cut: (length: number) => string): string {
  const escaped = text.replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (escaped.length <= LONGEST) return masked(escaped)
  const note = cut(text.length)
  return masked(`${escaped.slice(0, LONGEST - note.length - 8).replace(/(?:_x?[0-9A-Fa-f]{0,4}_?|[\ud800-\udbff])$/, '')}${note}`)
}

// The writer keeps the strings of a workbook in a plain object, where `constructor` is there before it is put there. A mark keeps such a word apart until they are written.
const MARK = '\ue000'
const masked = (text: string): string => (text in {} || text.startsWith(MARK) ? `${MARK}${text}` : text)

/** The shared strings of a workbook as they are to be read. */
export const unmask = (sharedStrings: string): string => sharedStrings.replace(/(<t(?: [^>]*)?>)\ue000/g, '$1')
