import { groupBy } from '../model/group-by.js'
import type { ShapeError } from '../schema/validate.js'
import { docsOf, type Diagnostic } from '../source/diagnostic.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { toPointer } from '../source/place.js'
import type { Source } from '../source/source.js'
import { suggest, suggestHint } from '../source/suggest.js'
import { entryName, isListEntry, shorten, valueAt, type Explained, type KindSource } from './explained.js'
import { explainChoice, explainType, explainValue } from './explain-value.js'
import { describeForm, keysAt, schemaAt } from './schema-facts.js'

/** Diagnostics for shape errors: each on the key or value to blame, in the author's words. Of several errors at one place the most telling is kept. */
export function explainShapeErrors(errors: readonly ShapeError[], kind: string, plain: Source): readonly Diagnostic[] {
  const source: KindSource = { ...plain, kind }
  const explained = new Map<string, Explained>()
  const covered = isCovered(errors)
  const telling = joinMissing(errors.filter((error) => !covered(error)), kind)
  for (const error of telling.sort((a, b) => tellingness(a) - tellingness(b))) {
    const found = explain(error, source)
    if (found === undefined) continue
    const key = found.part === 'key' ? `${found.pointer}#` : found.pointer
    if (!explained.has(key)) explained.set(key, found)
  }
  return [...explained.values()].map(({ code, pointer, part, message, hint }) => {
    const place = source.place(pointer, part)
    const excerpt = source.excerpt(place.range)
    return { code, severity: 'error', message, place, ...(excerpt && { excerpt }), hint, docs: docsOf(code) }
  })
}

const ORDER = ['type', 'enum', 'additionalProperties', 'propertyNames', 'required', 'oneOf', 'dependencies', 'pattern', 'format']
const tellingness = (error: ShapeError): number => (ORDER.indexOf(error.keyword) + ORDER.length + 1) % (ORDER.length + 1)

// Errors with the keys that are missing in one mapping named together. A misspelt key is told as that, not as a missing one too.
function joinMissing(errors: readonly ShapeError[], kind: string): ShapeError[] {
  const misspelt = new Set(errors.filter(({ keyword }) => keyword === 'additionalProperties').map(({ instancePath, params }) => `${instancePath} ${suggest(String(params['additionalProperty']), keysAt(kind, instancePath))}`))
  const missing: { readonly path: string; readonly key: string }[] = []
  const others: ShapeError[] = []
  for (const error of errors) {
    const key = error.keyword === 'required' ? String(error.params['missingProperty']) : undefined
    if (key === undefined) others.push(error)
    else if (!misspelt.has(`${error.instancePath} ${key}`)) missing.push({ path: error.instancePath, key })
  }
  return [...others, ...[...groupBy(missing, ({ path }) => path)].map(([instancePath, group]) => ({ instancePath, schemaPath: '', keyword: 'required', params: { keys: group.map(({ key }) => key) } }))]
}

// An error inside an `anyOf` or `oneOf` says only that one of the alternatives does not fit; one of a key's text is told by `propertyNames`,
// and of a value of the wrong type nothing else is said.
function isCovered(errors: readonly ShapeError[]): (error: ShapeError) => boolean {
  const at = (keyword: string): ReadonlySet<string> => new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath))
  const [types, names] = [at('type'), at('propertyNames')]
  return ({ keyword, schemaPath, instancePath }) =>
    /\/(anyOf|oneOf)\/\d+\//.test(schemaPath) ||
    (keyword === 'oneOf' && types.has(instancePath)) ||
    (['pattern', 'maxLength', 'minLength'].includes(keyword) && names.has(instancePath))
}

function explain(error: ShapeError, source: KindSource): Explained | undefined {
  const { instancePath: pointer, params } = error
  const schema = schemaAt(source.kind, pointer)
  switch (error.keyword) {
    case 'additionalProperties': return unknownKey(pointer, String(params['additionalProperty']), keysAt(source.kind, pointer))
    case 'required': return missingKeys(pointer, params['keys'] as readonly string[], source) // written by joinMissing
    case 'dependencies': return missingWith(pointer, String(params['property']), String(params['missingProperty']))
    case 'oneOf': return oneOf(error, source)
    case 'propertyNames': return wrongKey(pointer, String(params['propertyName']), describeForm(schema?.propertyNames))
    case 'type': case 'anyOf': return explainType(pointer, source, schema)
    case 'enum': return explainChoice(pointer, source, schema)
    case 'minProperties': return tooFewKeys(pointer, source)
    case 'minItems': return { code: 'wrong-value', pointer, message: `The list is too short${entryName(pointer, source)}.`, hint: `List at least ${String(params['limit'])}.` }
    case 'maxItems': return { code: 'wrong-value', pointer, message: 'The list is too long.', hint: `List at most ${String(params['limit'])}.` }
    case 'uniqueItems': return { code: 'wrong-value', pointer: `${pointer}/${String(params['i'])}`, message: `\`${shorten(source.raw(`${pointer}/${String(params['i'])}`) ?? '')}\` stands twice in the list.`, hint: 'Keep one of the two.' }
    default: return explainValue(error, source, schema)
  }
}

const below = (pointer: string, key: string): string => pointer + toPointer([key])

const unknownKey = (pointer: string, key: string, known: readonly string[]): Explained => ({
  code: 'unknown-key', pointer: below(pointer, key), part: 'key', message: `The key \`${shorten(key)}\` is not known here.`,
  hint: suggestHint(key, known, `Remove it, or use one of ${listInWords(quoted(known), 'or')}.`),
})

const wrongKey = (pointer: string, key: string, wanted: string): Explained =>
  ({ code: 'wrong-value', pointer: below(pointer, key), part: 'key', message: `\`${shorten(key)}\` cannot be a key here.`, hint: `Write ${wanted}.` })

function missingKeys(pointer: string, keys: readonly string[], source: KindSource): Explained {
  const message = keys.length === 1 ? `The key ${quoted(keys)[0]} is missing` : `The keys ${listInWords(quoted(keys), 'and')} are missing`
  return { code: 'missing-key', pointer, ...(isListEntry(pointer) || pointer === '' ? {} : { part: 'key' as const }), message: `${message}${entryName(pointer, source)}.`, hint: `Write ${listInWords(quoted(keys.map((key) => `${key}: …`)), 'and')}.` }
}

const missingWith = (pointer: string, given: string, key: string): Explained =>
  ({ code: 'missing-key', pointer: below(pointer, given), part: 'key', message: `\`${given}\` is stated without \`${key}\`.`, hint: `Write \`${key}: …\` beside it.` })

function tooFewKeys(pointer: string, source: KindSource): Explained {
  const stated = Object.keys(Object(valueAt(source, pointer)) as object) // a mapping, or the error would be of its type
  const others = keysAt(source.kind, pointer).filter((key) => !stated.includes(key))
  const message = stated.length === 0 ? 'Nothing is stated here.' : `Only ${listInWords(quoted(stated), 'and')} is stated here.`
  return { code: 'missing-key', pointer, message, hint: others.length === 0 ? 'Write at least one key.' : `Write at least one of ${listInWords(quoted(others), 'or')}.` }
}

function oneOf(error: ShapeError, source: KindSource): Explained | undefined {
  const pointer = error.instancePath
  const names = quoted((schemaAt(source.kind, pointer)?.oneOf ?? []).flatMap((alternative) => alternative.required ?? []))
  if (names.length === 0) return undefined
  const none = error.params['passingSchemas'] === null || error.params['passingSchemas'] === undefined
  if (none) return { code: 'missing-key', pointer, message: `None of ${listInWords(names, 'or')} is stated${entryName(pointer, source)}.`, hint: `Write one of ${listInWords(names, 'or')}.` }
  return { code: 'wrong-value', pointer, message: `More than one of ${listInWords(names, 'or')} is stated${entryName(pointer, source)}.`, hint: 'Keep one of them.' }
}
