// What shape errors need to know of the schemas: which keys are known at a place, and how to say what is wanted.
import { schemas } from '../schema/schemas.generated.js'
import { fromPointer } from '../source/place.js'

/** The parts of a JSON Schema that messages use. */
export type Schema = {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
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
  if (target.enum) return `one of ${target.enum.map((value) => `\`${String(value)}\``).join(', ')}`
  if (target.anyOf) return target.anyOf.map(describeSchema).join(' or ')
  const types = typeof target.type === 'string' ? [target.type] : (target.type ?? [])
  if (types.length === 1 && types[0] === 'string' && target.pattern !== undefined && target.description) return firstSentence(target.description)
  return types.map((type) => WORDS[type] ?? type).join(' or ') || 'another value'
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', integer: 'a whole number', boolean: '`true` or `false`', array: 'a list', object: 'a mapping with keys',
}

const firstSentence = (text: string): string => {
  const sentence = text.split(/[.:;]( |$)/)[0] ?? text
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

type Resolved = { readonly schema: Schema; readonly file: string }

// A reference with a description of its own keeps it: it says what the value means here.
function resolve(schema: Schema, file: string): Resolved | undefined {
  if (schema.$ref === undefined) return { schema, file }
  const [target, pointer = ''] = schema.$ref.split('#')
  const name = target === '' || target === undefined ? file : target.replace('.schema.json', '')
  let found: unknown = schemas[`${name}.schema.json`]
  for (const step of fromPointer(pointer)) found = (found as Readonly<Record<string, unknown>> | undefined)?.[step] // the schemas are ours
  const resolved = found as Schema | undefined
  return resolved && { schema: schema.description === undefined ? resolved : { ...resolved, description: schema.description }, file: name }
}
