/** Where the entries of a collection stand in `Spots`: the row of the first, and how many there are. */
export type Entries = { readonly first: number; readonly count: number }

/**
 * Where the parts of a value stand in their text: a row for each entry of each mapping and list, the entries of one collection side by side.
 * One array for a whole file, because objects for the parts take five times the memory, and the inventory keeps a file of every application.
 */
export type Spots = Entries & {
  /** The key of each row; undefined for an entry of a list. */
  readonly keys: readonly (string | undefined)[]
  /** Six figures to a row: start and end of the key, start and end of the value, and the value's own entries. An entry of a list has its value for a key. */
  readonly figures: Int32Array
}

/** The spots of a value without parts. */
export const NO_SPOTS: Spots = { first: 0, count: 0, keys: [], figures: new Int32Array() }

/** Where one entry stands, by offsets; -1 for a value that has no text. */
export type Spot = { readonly keyStart: number; readonly keyEnd: number; readonly valueStart: number; readonly valueEnd: number }

/** The spot at a path, or undefined when there is nothing. */
export function findSpot(spots: Spots, path: readonly string[]): Spot | undefined {
  let entries: Entries = spots
  let spot: Spot | undefined
  for (const step of path) {
    const row = rowOf(spots.keys, entries, step)
    if (row === undefined) return undefined
    const figure = (column: number): number => spots.figures[row * 6 + column] ?? -1
    spot = { keyStart: figure(0), keyEnd: figure(1), valueStart: figure(2), valueEnd: figure(3) }
    entries = { first: figure(4), count: figure(5) }
  }
  return spot
}

function rowOf(keys: Spots['keys'], { first, count }: Entries, step: string): number | undefined {
  if (keys[first] === undefined) return Number(step) < count ? first + Number(step) : undefined
  for (let row = first; row < first + count; row++) if (keys[row] === step) return row
  return undefined
}

/** Spots while a text is read. */
export type GrowingSpots = { readonly keys: (string | undefined)[]; readonly figures: number[] }

/** Adds the entries of a collection that has ended. */
export function settleEntries(into: GrowingSpots, { keys, figures }: GrowingSpots): Entries {
  const first = into.keys.length
  for (const key of keys) into.keys.push(key)
  for (const figure of figures) into.figures.push(figure)
  return { first, count: keys.length }
}
