/** What a text says as JSON, or one sentence that says why it says nothing. */
export type Parsed = { readonly value: unknown } | { readonly problem: string }

/** Parses JSON from another tool. A byte order mark is passed over; `NaN` and the infinities, which Python writes and JSON lacks, are read as null. */
export function parseJson(text: string, what = 'The file'): Parsed {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') return { problem: `${what} is empty.` }
  return attempt(body) ?? (/NaN|Infinity/.test(body) ? attempt(withoutConstants(body)) : undefined) ?? { problem: `${what} is not valid JSON.` }
}

// The parser's own message quotes the file and differs between versions of Node, so it is not passed on.
function attempt(text: string): Parsed | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

// Strings are matched first, and also without their closing quote, so that the pattern never looks back and what stands in a string stays.
const withoutConstants = (text: string): string =>
  text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"?|-?\b(?:NaN|Infinity)\b/gs, (match) => (match.startsWith('"') ? match : 'null'))

/** Whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value below a path of keys; undefined where there is none. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}

/** The array below a path of keys; undefined where there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] | undefined {
  const found = at(value, ...keys)
  return Array.isArray(found) ? found : undefined
}

/** The text below a path of keys; undefined where there is none or it is empty. */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/** The whole number of 0 or more below a path of keys; undefined where there is none. */
export function countAt(value: unknown, ...keys: readonly string[]): number | undefined {
  const found = at(value, ...keys)
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined
}
