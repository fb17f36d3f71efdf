// The tables against every way in which three texts can stand to each other: all triples of non-empty sets over five things.
import { describe, expect, test } from 'vitest'
import { combined, composed, inverseOf, RELATIONSHIPS, type Relationship } from '../../src/model/relationship.js'

const SETS = Array.from({ length: 31 }, (_, index) => index + 1)

/** The relationship as IR 8477 defines it, of two sets as bit masks. */
const between = (a: number, b: number): Relationship =>
  a === b ? 'equal-to' : (a & b) === b ? 'superset-of' : (a & b) === a ? 'subset-of' : (a & b) !== 0 ? 'intersects-with' : 'no-relationship'

// A derived `intersects-with` says only that something is shared; every other statement is exact or weaker than the truth.
const holds = (statement: Relationship, a: number, b: number): boolean =>
  statement === 'intersects-with' ? (a & b) !== 0
    : statement === 'superset-of' ? (a & b) === b
    : statement === 'subset-of' ? (a & b) === a
    : statement === between(a, b)

const seen = new Map<string, Set<string>>()
for (const a of SETS) for (const b of SETS) for (const c of SETS) {
  const key = `${between(a, b)} ${between(b, c)}`
  const truths = seen.get(key) ?? new Set<string>()
  truths.add(`${a} ${c}`)
  seen.set(key, truths)
}
const models = (first: Relationship, second: Relationship): readonly (readonly [number, number])[] =>
  [...(seen.get(`${first} ${second}`) ?? [])].map((pair) => { const [a = 0, c = 0] = pair.split(' ').map(Number); return [a, c] as const })

describe.each(RELATIONSHIPS)('%s, then', (first) => {
  test.each(RELATIONSHIPS)('%s', (second) => {
    const all = models(first, second)
    expect(all.length).toBeGreaterThan(0)
    // The strongest statement that holds in every one of them, or none.
    const strongest = RELATIONSHIPS.find((statement) => all.every(([a, c]) => holds(statement, a, c)))
    expect(composed(first, second)).toBe(strongest)
  })
})

test('what was derived may be composed again: the table holds too where a premise is weaker than the truth', () => {
  for (const first of RELATIONSHIPS) for (const second of RELATIONSHIPS) {
    const statement = composed(first, second)
    if (statement === undefined) continue
    for (const a of SETS) for (const b of SETS) if (holds(first, a, b)) for (const c of SETS) if (holds(second, b, c) && !holds(statement, a, c)) expect.fail(`${first}, ${second}: ${a} ${b} ${c}`)
  }
})

test('the inverse is the relationship read the other way', () => {
  for (const a of SETS) for (const b of SETS) expect(inverseOf(between(a, b))).toBe(between(b, a))
})

test('composing the other way gives the inverse', () => {
  for (const first of RELATIONSHIPS) for (const second of RELATIONSHIPS) {
    const there = composed(first, second)
    expect(composed(inverseOf(second), inverseOf(first))).toBe(there && inverseOf(there))
  }
})

test('two statements together say no less than each, and no more than both', () => {
  for (const first of RELATIONSHIPS) for (const second of RELATIONSHIPS) {
    const both = SETS.flatMap((a) => SETS.filter((b) => holds(first, a, b) && holds(second, a, b)).map((b) => [a, b] as const))
    for (const [a, b] of both) expect(holds(combined(first, second), a, b), `${first} and ${second}`).toBe(true)
    if (both.length > 0) expect(combined(first, second)).toBe(RELATIONSHIPS.find((statement) => both.every(([a, b]) => holds(statement, a, b))))
  }
})
