const LONGEST = 31

/** A name that a sheet may have: at most 31 characters, none of those that Excel refuses or a writer drops, and no apostrophe at either end. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\\ufffd]|\p{C}/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '').replace(/^['\s]+|['\s]+$/g, '')

/** Gives each name once, and one that was given already with a number. */
export function uniquely(longest = Number.POSITIVE_INFINITY, taken = new Set<string>()): (name: string) => string {
  return (name) => {
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${name.slice(0, longest - String(count).length - 1)}-${count}`
    taken.add(unique.toLowerCase())
    return unique
  }
}

/** The same for names of sheets. Excel keeps one for itself. */
export const uniqueSheetNames = (taken: readonly string[] = []): ((name: string) => string) => uniquely(LONGEST, new Set(['history', ...taken.map((name) => name.toLowerCase())]))
