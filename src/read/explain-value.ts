import type { ShapeError } from '../schema/validate.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { isListEntry, shorten, valueAt, type Explained, type KindSource } from './explained.js'
import { describeForm, describeSchema, type Schema } from './schema-facts.js'

/** A value of another type than the one that is wanted, or none at all. */
export function explainType(pointer: string, source: KindSource, schema: Schema | undefined): Explained {
  const raw = source.raw(pointer)
  const value = valueAt(source, pointer)
  const wanted = describeSchema(schema)
  if (raw === undefined || value === null) {
    if (isListEntry(pointer)) return { code: 'missing-value', pointer, message: 'An entry of the list is empty.', hint: `Write ${wanted}, or remove the hyphen.` }
    return { code: 'missing-value', pointer, part: 'key', message: 'The key has no value.', hint: `Write ${wanted}, or remove the key.` }
  }
  const written = shorten(raw)
  if ((typeof value === 'number' || typeof value === 'boolean') && acceptsText(schema)) {
    const read = String(value) === raw ? `is a ${typeof value === 'number' ? 'number' : 'truth value'}` : `is read as the number ${String(value)}`
    return { code: 'wrong-type', pointer, message: `\`${written}\` ${read}, and ${wanted} is wanted.`, hint: quotingHelps(raw, schema) ? `Quote it: \`"${written}"\`.` : `Write ${describeForm(schema)}.` }
  }
  const was = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? `the text \`${written}\`` : `\`${written}\``
  return { code: 'wrong-type', pointer, message: `Here stands ${was}, and ${wanted} is wanted.`, hint: typeHint(value, written, schema) }
}

function typeHint(value: unknown, written: string, schema: Schema | undefined): string {
  if (acceptsType(schema, 'array')) return typeof value === 'object' ? 'Write a list: begin each entry with a hyphen.' : `Write a list: \`[${written}]\`.`
  if (value === 'true' || value === 'false' ? acceptsType(schema, 'boolean') : typeof value === 'string' && /^-?[0-9]+([.][0-9]+)?$/.test(value) && (acceptsType(schema, 'number') || acceptsType(schema, 'integer')))
    return `Remove the quotation marks: \`${String(value)}\`.`
  if (schema === undefined || !acceptsType(schema, 'object')) return `Write ${describeForm(schema)}.`
  const keys = schema.required ?? Object.keys(schema.properties ?? {})
  return keys.length === 0 ? 'Write `key: value` lines.' : `Write ${listInWords(quoted(keys.map((key) => `${key}: …`)), 'and', 4)} below the key.`
}

/** A value that is none of those that can stand here. */
export function explainChoice(pointer: string, source: KindSource, schema: Schema | undefined): Explained {
  const value = valueAt(source, pointer)
  if (value === null) return explainType(pointer, source, schema)
  const names = (schema?.enum ?? []).map(String)
  const choices = listInWords(quoted(names), 'or')
  return { code: 'wrong-value', pointer, message: `\`${shorten(source.raw(pointer) ?? String(value))}\` is not one of ${choices}.`, hint: suggestHint(String(value), names, `Write one of ${choices}.`) }
}

/** A value of the right type that cannot stand here. */
export function explainValue({ keyword, instancePath: pointer, params }: ShapeError, source: KindSource, schema: Schema | undefined): Explained {
  const raw = shorten(source.raw(pointer) ?? '')
  const value = valueAt(source, pointer)
  const limit = Number(params['limit'])
  const wrong = (message: string, hint: string): Explained => ({ code: 'wrong-value', pointer, message, hint })
  if (value === '') return wrong('The text is empty.', `Write ${describeForm(schema)}, or remove the key.`)
  switch (keyword) {
    case 'maxLength': return wrong(`The text has ${String(value).length.toLocaleString('en')} characters, and at most ${limit.toLocaleString('en')} are allowed.`, 'Shorten it, or keep it in a file of its own.')
    case 'minimum': return wrong(`\`${raw}\` is less than ${limit}.`, `Write ${limit} or more.`)
    case 'maximum': return wrong(`\`${raw}\` is more than ${limit}.`, `Write ${limit} or less.`)
    case 'format': if (/^\d{4}-\d\d-\d\d$/.test(raw)) return wrong(`\`${raw}\` is not a day of the calendar.`, `Write ${describeSchema(schema)}.`)
  }
  return wrong(`\`${raw}\` is not ${describeSchema(schema)}.`, `Write ${describeForm(schema)}.`)
}

const acceptsType = (schema: Schema | undefined, type: string): boolean => [schema?.type].flat().includes(type)

const acceptsText = (schema: Schema | undefined): boolean => schema?.type === 'string' || (schema?.anyOf ?? []).some(acceptsText)

// A number in quotation marks is text, and still not a date or a version.
const quotingHelps = (raw: string, schema: Schema | undefined): boolean =>
  schema?.format === undefined && (schema?.pattern === undefined || new RegExp(schema.pattern).test(raw))
