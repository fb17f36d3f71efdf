const MAX_LENGTH = 80

/** The candidate nearest to a word when it is near enough to have been meant, or the only one that begins with it; undefined when there is none. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  const near = [...candidates].filter((candidate) => candidate.length <= MAX_LENGTH)
  const lower = word.toLowerCase()
  return nearest(lower, near) ?? onlyLonger(lower, near)
}

function nearest(lower: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(lower.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lower.length) >= bestDistance) continue
    const distance = editDistance(lower, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
    if (bestDistance === 0) break
  }
  return best
}

// `prod` is not near to `production`, and nothing else can have been meant.
function onlyLonger(lower: string, candidates: readonly string[]): string | undefined {
  const longer = lower.length < 3 ? [] : candidates.filter((candidate) => candidate.toLowerCase().startsWith(lower))
  return longer.length === 1 ? longer[0] : undefined
}

/** A hint that names the nearest candidate, or where to look when none is near. */
export function suggestHint(word: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = suggest(word, candidates)
  return meant === undefined ? otherwise : `Write \`${meant}\` if that is what you mean.`
}

// Optimal string alignment distance, abandoned once it cannot be below the limit.
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) >= limit) return limit
    ;[beforeLast, last] = [last, row]
  }
  return last[b.length] ?? 0
}
