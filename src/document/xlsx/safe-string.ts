const LONGEST = 32_767

/** A string as it goes into a workbook. Readers take `_x0041_` for an A, refuse what is no character, and hold no more than 32,767 characters in a cell; `cut` says that there was more. */
export function safeString(text: string, cut: (length: number) => string): string {
  const escaped = text.replace(NO_CHARACTER, '\ufffd').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (escaped.length <= LONGEST) return masked(escaped)
  const note = cut(text.length)
  return masked(`${escaped.slice(0, LONGEST - note.length).replace(/_(?:x[0-9A-Fa-f]{0,4}_?)?$|[\ud800-\udbff]$/, '')}${note}`)
}

/** What XML has no place for, or a reader would not show. */
export const NO_CHARACTER = /(?!\n)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

// The writer drops the mark that stands for what cannot be shown, and it keeps strings in a plain object, where `constructor` is there before it is put there. Both are written otherwise until it is done.
const masked = (text: string): string => `${text in {} ? '\ue000P' : ''}${text.replace(/[\ue000\ufffd]/g, (character) => (character === '\ufffd' ? '\ue000R' : '\ue000M'))}`

const MASKED: Readonly<Record<string, string>> = { P: '', R: '\ufffd', M: '\ue000' }

/** The shared strings of a workbook as they are to be read. */
export const unmask = (sharedStrings: string): string => sharedStrings.replace(/\ue000([PRM])/g, (_all, mark: string) => MASKED[mark] ?? '')
