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
  if (!SPECIAL_FIRST.has(text.charAt(0))) return { value: text }
  if (text.length > 40) return NUMBER_LIKE.test(text) ? 'ambiguous' : { value: text }
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

/** What to write instead of an ambiguous plain scalar; begins with a verb. */
export function usualForm(text: string): string {
  if (text.length > 40) return 'Put it in quotation marks if it is text, for instance a digest.'
  if (text === '<<') return 'Write the keys out: a merge key is not allowed.'
  if (text === '~') return `Remove the key, or quote it if it is text: \`"~"\`.`
  if (WORD.test(text)) return /^(y|yes|on)$/i.test(text) ? insteadOf(text, 'true') : /^(n|no|off)$/i.test(text) ? insteadOf(text, 'false') : `Quote it: \`"${text}"\`.`
  // A leading zero is octal for some readers, and a colon makes base 60: only the author knows what is meant.
  const number = /^[-+]?0[0-9_]|:/.test(text) ? NaN : Number(text.replaceAll('_', ''))
  const plain = String(number)
  return NUMBER.test(plain) && Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number)) ? insteadOf(text, plain) : `Quote it if it is text: \`"${text}"\`. Write a number in decimal digits, without leading zeros.`
}

const insteadOf = (text: string, plain: string): string => `Write \`${plain}\`, or quote it if it is text: \`"${text}"\`.`
