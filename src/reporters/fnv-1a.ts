const WORD = 2 ** 32

/** The 64-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo), as sixteen hexadecimal digits. For identity, not for secrets. */
export function fnv1a(text: string): string {
  // The offset basis and the state as two halves; the prime is 2^40 + 0x1b3.
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / WORD) + ((low << 8) >>> 0)) % WORD
    low = product % WORD
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('')
}
