import { expect, test } from 'vitest'
import { fnv1a } from '../../src/reporters/fnv-1a.js'

// Vectors of the reference implementation.
test.each([['', 'cbf29ce484222325'], ['a', 'af63dc4c8601ec8c'], ['b', 'af63df4c8601f1a5'], ['foobar', '85944171f73967e8']])('%j', (text, hash) => {
  expect(fnv1a(text)).toBe(hash)
})

test('the same as with whole numbers of 64 bits', () => {
  const slow = (text: string): string =>
    [...new TextEncoder().encode(text)].reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn, 0xcbf29ce484222325n).toString(16).padStart(16, '0')
  for (const text of ['é', '🦉', 'applications/support-assistant', 'x'.repeat(5000), ...Array.from({ length: 500 }, (_, index) => `TST-${index * index}`)]) expect(fnv1a(text)).toBe(slow(text))
})
