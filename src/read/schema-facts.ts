// What shape errors need to know of the schemas: which keys are known at a place, and how to say what is wanted.
import { schemas } from '../schema/schemas.generated.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { fromPointer } from '../source/place.js'

/** The parts of a JSON Schema that messages use. */
export type Schema = {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  /** The description of the definition that was referred to. */
  readonly form?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: boolean | Schema
}

/** The schema of the value at a JSON Pointer of a document, references followed; undefined where no schema speaks. */
export function schemaAt(kind: string, pointer: string): Schema | undefined {
  let at = resolve({ $ref: `${kind}.schema.json#` }, kind)
  for (const step of fromPointer(pointer)) {
    const child = at?.schema.properties?.[step] ?? at?.schema.items ?? (typeof at?.schema.additionalProperties === 'object' ? at.schema.additionalProperties : undefined)
    at = at && child ? resolve(child, at.file) : undefined
  }
  return at?.schema
}

/** The keys that are known in the mapping at a pointer. */
export const keysAt = (kind: string, pointer: string): readonly string[] => Object.keys(schemaAt(kind, pointer)?.properties ?? {})

/** What a schema wants, as the end of a sentence: `a date`, `text`, `one of …`. */
export function describeSchema(schema: Schema | undefined): string {
  const target = schema && resolve(schema, 'common')?.schema
  if (target === undefined) return 'another value'
  if (target.format === 'date') return 'a date such as `2026-09-10`'
  if (target.enum) return `one of ${listInWords(quoted(target.enum.map(String)), 'or')}`
  if (target.anyOf) return listInWords(target.anyOf.map(describeSchema), 'or')
  if (target.pattern !== undefined) return formOf(target).split(/[:;] |, for example/)[0] ?? 'another text'
  const types = typeof target.type === 'string' ? [target.type] : (target.type ?? [])
  return listInWords(types.flatMap((type) => WORDS[type] ?? [type]), 'or') || 'another value'
}

/** The same with everything that the schema says of the form. */
export function describeForm(schema: Schema | undefined): string {
  const target = schema && resolve(schema, 'common')?.schema
  return target?.pattern === undefined ? describeSchema(schema) : formOf(target)
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  string: ['text'], number: ['a number'], integer: ['a whole number'], boolean: ['`true`', '`false`'], array: ['a list'], object: ['a mapping with keys'], null: [],
}

// A definition that has a pattern says in its first sentence what the pattern means; these stand alone.
const PATTERNS: readonly (readonly [string, string])[] = [
  ['^https://', 'an address that begins with `https://`'],
  ['^pkg:', 'a package URL such as `pkg:npm/example@1.2.0`'],
  ['^[^@', 'an e-mail address'],
  ['^[a-z]+/', 'a media type such as `text/csv`'],
  ['^[0-9]{4}-[0-9]{2}(', 'a day such as `2026-09-10` or a month such as `2026-09`'],
  ['^[0-9a-f]{32}$', 'a fingerprint of 32 lower-case hexadecimal digits'],
  ['^(P[1-9]', 'a duration such as `P90D` or the name of a parameter'],
]

function formOf({ pattern = '', form }: Schema): string {
  const own = PATTERNS.find(([start]) => pattern.startsWith(start))?.[1]
  if (own !== undefined) return own
  const sentence = (form ?? 'another text').split(/[.]( |$)/)[0] ?? ''
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1)
  return /^(an?|the|another) /.test(lower) ? lower : `the ${lower}`
}

type Resolved = { readonly schema: Schema; readonly file: string }

// A reference with a description of its own keeps it: it says what the value means here. That of the definition says what form it has.
function resolve(schema: Schema, file: string): Resolved | undefined {
  if (schema.$ref === undefined) return { schema, file }
  const [target, pointer = ''] = schema.$ref.split('#')
  const name = target === '' || target === undefined ? file : target.replace('.schema.json', '')
  let found: unknown = schemas()[`${name}.schema.json`]
  for (const step of fromPointer(pointer)) found = (found as Readonly<Record<string, unknown>> | undefined)?.[step] // the schemas are ours
  const resolved = found as Schema | undefined
  const form = resolved?.description
  return resolved && { schema: { ...resolved, ...(form !== undefined && { form }), ...(schema.description !== undefined && { description: schema.description }) }, file: name }
}
