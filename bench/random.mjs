// Figures that look drawn by lot and are the same on every machine: a corpus is known by its seed.

/** A source of figures from 0 (inclusive) to 1 (exclusive): mulberry32 over a hash (FNV-1a) of the seed's text. */
export function randomOf(seed) {
  let state = 2166136261
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0), 16777619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low, high) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    /** A whole number from low to high, both included. */
    between,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** True with this probability. */
    chance: (share) => next() < share,
    /** One key of a table of shares; what the shares leave over is `otherwise`. */
    outcome: (shares, otherwise) => {
      let at = next()
      for (const [key, share] of Object.entries(shares)) if ((at -= share) < 0) return key
      return otherwise
    },
  }
}

const DAY = 86_400_000

/** The date a number of days after another, `2026-09-30`. */
export const dayAfter = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
