/** What a plain scalar is in YAML 1.2, or `ambiguous` when YAML 1.1 reads it differently and it must be quoted. */
export type PlainScalar = { readonly value: string | number | boolean | null } | 'ambiguous'

const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const NUMBER_LIKE =
  /^[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?|\.inf|[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|\.[0-9][0-9_]*(e[-+]?[0-9]+)?)$|^\.nan$/i
const WORD = /^(y|n|yes|no|on|off|~|=|<<)$/i

// The characters with which anything but an ordinary word can begin.
const SPECIAL_FIRST = new Set('0123456789+-.~=<yYnNoOtTfF')

/** Reads a plain scalar. */
export function readPlainScalar(text: string): PlainScalar {
  if (text === '') return { value: null }
  if (text.length > 40 || !SPECIAL_FIRST.has(text.charAt(0))) return { value: text }
  if (NUMBER.test(text)) {
    const value = Number(text)
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? 'ambiguous' : { value }
  }
  if (DATE.test(text)) return { value: text }
  if (WORD.test(text) || NUMBER_LIKE.test(text)) return 'ambiguous'
  if (/^(true|True|TRUE)$/.test(text)) return { value: true }
  if (/^(false|False|FALSE)$/.test(text)) return { value: false }
  if (/^(null|Null|NULL)$/.test(text)) return { value: null }
  return { value: text }
}
