import type { ShapeError } from '../schema/validate.js'
import { docsOf, type Diagnostic } from '../source/diagnostic.js'
import { fromPointer } from '../source/place.js'
import type { Source } from '../source/source.js'
import { suggest } from '../source/suggest.js'
import { describeSchema, keysAt, schemaAt, type Schema } from './schema-facts.js'

/** A source and the kind that its shape is checked against. */
type KindSource = Source & { readonly kind: string }

type Explained = { readonly code: string; readonly pointer: string; readonly part?: 'key'; readonly message: string; readonly hint: string }

/** Diagnostics for shape errors: each on the key or value to blame, in the author's words. Of several errors at one place the most telling is kept. */
export function explainShapeErrors(errors: readonly ShapeError[], kind: string, plain: Source): readonly Diagnostic[] {
  const source: KindSource = { ...plain, kind }
  const explained = new Map<string, Explained>()
  for (const error of [...errors].sort((a, b) => tellingness(a) - tellingness(b))) {
    const found = explain(error, source)
    if (found === undefined || covered(error, errors)) continue
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

// A type or enum error inside an `anyOf` says only that one of the alternatives does not fit, and a `oneOf` names a missing key that `required` names too.
const covered = (error: ShapeError, errors: readonly ShapeError[]): boolean =>
  /\/(anyOf|oneOf)\/\d+\//.test(error.schemaPath) ||
  (error.keyword === 'oneOf' && errors.some((other) => other.keyword === 'type' && other.instancePath === error.instancePath))

function explain(error: ShapeError, source: KindSource): Explained | undefined {
  const { instancePath: pointer, params } = error
  switch (error.keyword) {
    case 'additionalProperties': return unknownKey(pointer, String(params['additionalProperty']), keysAt(source.kind, error.instancePath))
    case 'required': return missingKey(pointer, String(params['missingProperty']), source)
    case 'dependencies': return missingWith(pointer, String(params['property']), String(params['missingProperty']))
    case 'oneOf': return oneOf(error, source)
    case 'propertyNames': return { code: 'wrong-value', pointer: `${pointer}/${String(params['propertyName']).replaceAll('~', '~0').replaceAll('/', '~1')}`, part: 'key', message: `\`${shorten(String(params['propertyName']))}\` cannot be a key here.`, hint: `Write ${describeSchema(schemaAt(source.kind, error.instancePath)?.propertyNames)}.` }
    case 'type': case 'anyOf': return wrongType(pointer, source, schemaAt(source.kind, error.instancePath))
    case 'enum': return wrongChoice(pointer, source, schemaAt(source.kind, error.instancePath))
    case 'minProperties': return { code: 'missing-key', pointer, message: 'Nothing is stated here.', hint: `Write at least one of ${listed(keysAt(source.kind, error.instancePath))}.` }
    case 'minItems': return { code: 'wrong-value', pointer, message: 'The list is too short.', hint: `List at least ${String(params['limit'])}.` }
    case 'maxItems': return { code: 'wrong-value', pointer, message: 'The list is too long.', hint: `List at most ${String(params['limit'])}.` }
    case 'uniqueItems': return { code: 'wrong-value', pointer: `${pointer}/${String(params['i'])}`, message: `\`${shorten(source.raw(`${pointer}/${String(params['i'])}`) ?? '')}\` stands twice in the list.`, hint: 'Keep one of the two.' }
    default: return wrongValue(pointer, source, schemaAt(source.kind, error.instancePath))
  }
}

function unknownKey(pointer: string, key: string, known: readonly string[]): Explained {
  const nearest = suggest(key, known)
  const hint = nearest ? `Write \`${nearest}\` if that is what you mean.` : `Remove it, or use one of ${listed(known)}.`
  return { code: 'unknown-key', pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, part: 'key', message: `The key \`${shorten(key)}\` is not known here.`, hint }
}

function missingKey(pointer: string, key: string, source: KindSource): Explained {
  return { code: 'missing-key', pointer, ...(isListEntry(pointer) || pointer === '' ? {} : { part: 'key' as const }), message: `The key \`${key}\` is missing${entryName(pointer, source)}.`, hint: `Write \`${key}: …\`.` }
}

const missingWith = (pointer: string, given: string, key: string): Explained =>
  ({ code: 'missing-key', pointer: `${pointer}/${given}`, part: 'key', message: `\`${given}\` is stated without \`${key}\`.`, hint: `Write \`${key}: …\` beside it.` })

function oneOf(error: ShapeError, source: KindSource): Explained | undefined {
  const alternatives = (schemaAt(source.kind, error.instancePath)?.oneOf ?? []).flatMap((alternative) => alternative.required ?? [])
  if (alternatives.length === 0) return undefined
  const none = error.params['passingSchemas'] === null || error.params['passingSchemas'] === undefined
  if (none) return { code: 'missing-key', pointer: error.instancePath, message: `None of ${listed(alternatives)} is stated${entryName(error.instancePath, source)}.`, hint: `Write one of ${listed(alternatives)}.` }
  return { code: 'wrong-value', pointer: error.instancePath, message: `More than one of ${listed(alternatives)} is stated${entryName(error.instancePath, source)}.`, hint: 'Keep one of them.' }
}

function wrongType(pointer: string, source: KindSource, schema: Schema | undefined): Explained {
  const raw = source.raw(pointer)
  const wanted = describeSchema(schema)
  if (raw === undefined || valueAt(source, pointer) === null) return { code: 'missing-value', pointer, part: 'key', message: 'The key has no value.', hint: `Write ${wanted}.` }
  const value = valueAt(source, pointer)
  if (typeof value === 'number' && acceptsText(schema))
    return { code: 'wrong-type', pointer, message: `\`${shorten(raw)}\` is read as the number ${value}, and text is wanted.`, hint: `Quote it: \`"${shorten(raw)}"\`.` }
  const was = value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? `the text \`${shorten(raw)}\`` : `\`${shorten(raw)}\``
  return { code: 'wrong-type', pointer, message: `Here stands ${was}, and ${wanted} is wanted.`, hint: `Write ${wanted}.` }
}

function wrongChoice(pointer: string, source: KindSource, schema: Schema | undefined): Explained {
  const value = valueAt(source, pointer)
  if (value === null) return wrongType(pointer, source, schema)
  const choices = (schema?.enum ?? []).map(String)
  const nearest = suggest(String(value), choices)
  return {
    code: 'wrong-value', pointer, message: `\`${shorten(source.raw(pointer) ?? String(value))}\` is not one of ${listed(choices)}.`,
    hint: nearest ? `Write \`${nearest}\` if that is what you mean.` : `Write one of ${listed(choices)}.`,
  }
}

function wrongValue(pointer: string, source: KindSource, schema: Schema | undefined): Explained {
  const raw = shorten(source.raw(pointer) ?? '')
  const date = schema?.format === 'date'
  const message = date && /^\d{4}-\d\d-\d\d$/.test(raw) ? `\`${raw}\` is not a day of the calendar.` : `\`${raw}\` is not ${describeSchema(schema)}.`
  return { code: 'wrong-value', pointer, message, hint: schema?.description && !date ? schema.description : `Write ${describeSchema(schema)}.` }
}

const acceptsText = (schema: Schema | undefined): boolean => schema?.type === 'string' || (schema?.anyOf ?? []).some((part) => acceptsText(part))

function valueAt(source: Source, pointer: string): unknown {
  let value = source.value
  for (const step of fromPointer(pointer)) value = value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[step] : undefined // JSON values only
  return value
}

const isListEntry = (pointer: string): boolean => /\/\d+$/.test(pointer)

// Names a list entry by its id where it has one, so that the message can be read without the line.
function entryName(pointer: string, source: Source): string {
  if (!isListEntry(pointer)) return ''
  const value = valueAt(source, pointer)
  const id = value !== null && typeof value === 'object' ? ((value as Readonly<Record<string, unknown>>)['id'] ?? (value as Readonly<Record<string, unknown>>)['control']) : undefined // JSON values only
  return typeof id === 'string' ? ` in \`${shorten(id)}\`` : ''
}

const listed = (names: readonly string[]): string => {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}` : (quoted[0] ?? 'the known keys')
}

const shorten = (text: string): string => {
  const line = text.split('\n')[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
