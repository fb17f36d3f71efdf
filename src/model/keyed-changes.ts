import { canonicalJson } from './digest.js'

/** What came, what went and what is otherwise in two lists, by a key. Where a key stands twice, the first counts. */
export type KeyedChanges<T> = {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly { readonly before: T; readonly after: T }[]
}

/** Compares two lists by a key; `content` is what makes two entries of one key differ. */
export function keyedChanges<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string, content: (entry: T) => unknown = (entry) => entry): KeyedChanges<T> {
  const [then, now] = [byKey(before, keyOf), byKey(after, keyOf)]
  return {
    added: [...now].flatMap(([key, entry]) => (then.has(key) ? [] : [entry])),
    removed: [...then].flatMap(([key, entry]) => (now.has(key) ? [] : [entry])),
    changed: [...now].flatMap(([key, entry]) => {
      const earlier = then.get(key)
      if (earlier === undefined || earlier === entry || content(earlier) === content(entry)) return []
      return canonicalJson(content(earlier)) === canonicalJson(content(entry)) ? [] : [{ before: earlier, after: entry }]
    }),
  }
}

/** Whether nothing is otherwise. */
export const isEmpty = ({ added, removed, changed }: KeyedChanges<unknown>): boolean => added.length + removed.length + changed.length === 0

function byKey<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const entry of entries) if (!map.has(keyOf(entry))) map.set(keyOf(entry), entry)
  return map
}
