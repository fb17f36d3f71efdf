import { readPlainScalar } from '../source/plain-scalar.js'

// What can stand without quotation marks everywhere, in braces and brackets too. Other characters could, and quoting them is never wrong.
const ORDINARY = /^[\p{L}\p{N}_/(’](?:[\p{L}\p{N}_./+@()’–;%=&*'" -]*[\p{L}\p{N}_./+@()’–;%=&*'"-])?$/u

/** A scalar as it is written on one line, quoted where any reader could take it for something else. */
export function yamlScalar(value: string | number | boolean): string {
  if (typeof value === 'boolean') return String(value)
  // Our reader takes no exponent.
  if (typeof value === 'number') return String(value).includes('e-') ? value.toFixed(20).replace(/0+$/, '') : String(value)
  const read = readPlainScalar(value)
  const plain = ORDINARY.test(value) && read !== 'ambiguous' && read.value === value
  return plain ? value : JSON.stringify(value)
}

/** A key. Words such as `on` stand as they are: as a key they can be nothing but text. */
export const yamlKey = (key: string): string => (/^[A-Za-z][A-Za-z0-9._-]*$/.test(key) && !/^(true|false|null)$/i.test(key) ? key : JSON.stringify(key))
