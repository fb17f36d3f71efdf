const LONGEST = 31

/** A name that a sheet may have: at most 31 characters, none of those that Excel refuses or a writer drops, and no apostrophe at either end. One that is longer ends with a word, where that leaves half of it. */
export const sheetName = (name: string): string => cut(name.replace(/[[\]:*?/\\\ufffd]|\p{C}/gu, ' ').replace(/\s+/g, ' ').trim()).replace(/[\ud800-\udbff]$/, '').replace(/^['\s]+|['\s]+$/g, '')

const cut = (name: string): string => {
  const word = name.length > LONGEST ? name.lastIndexOf(' ', LONGEST) : -1
  return name.slice(0, word > LONGEST / 2 ? word : LONGEST)
}

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
