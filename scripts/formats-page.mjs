// docs/formats.md from the schemas: every key with its type and description.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS, RECORDS, ROOT, readSchemas } from './schemas.mjs'

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const isObject = (schema) => [schema.type].flat().includes('object')
const anchor = (name) => `[${name}](#${name.toLowerCase()})`

/** What a schema wants, for a table cell. */
function typeOf(schema) {
  if (Array.isArray(schema.type) && schema.type.length === 2 && schema.type.includes('null') && /array|object/.test(schema.type)) return `${typeOf({ ...schema, type: schema.type.find((type) => type !== 'null') })} or null`
  if (schema.$ref) return anchor(schema.$ref.split('/').pop())
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.const) return `\`${schema.const}\``
  if (schema.anyOf ?? schema.oneOf) return (schema.anyOf ?? schema.oneOf).map(typeOf).join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
  if (isObject(schema) && schema.title) return `${anchor(schema.title)}${schema.type === 'object' ? '' : ' or null'}`
  if (schema.type === 'object' && schema.additionalProperties) return `mapping to ${typeOf(schema.additionalProperties)}`
  return Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything')
}

function section(name, schema, level, done) {
  if (done.has(name)) return []
  done.add(name)
  const rows = Object.entries(schema.properties ?? {}).map(([key, part]) => `| \`${key}\` | ${cell(typeOf(part))} | ${schema.required?.includes(key) ? 'yes' : ''} | ${cell(part.description ?? part.items?.description ?? '')} |`)
  const head = [`${'#'.repeat(level)} ${name}`, ...(schema.description ? [schema.description] : [])]
  const table = rows.length > 0 ? ['| Key | Value | Required | Meaning |\n| --- | --- | --- | --- |\n' + rows.join('\n')] : [`${typeOf({ ...schema, title: undefined })}${schema.pattern ? `, \`${schema.pattern}\`` : ''}`]
  return [...head, ...table, ...nested(schema).flatMap(([title, part]) => section(title, part, 3, done))]
}

function nested(schema) {
  const found = []
  const visit = (part) => {
    if (part === null || typeof part !== 'object' || part.$ref) return
    if (isObject(part) && part.title && part.properties && part !== schema) return void found.push([part.title, part])
    for (const child of [...Object.values(part.properties ?? {}), part.items, part.additionalProperties, ...(part.oneOf ?? [])]) if (child) visit(child)
  }
  visit(schema)
  return found
}

/** The page as Markdown. */
export function formatsPage() {
  const schemas = new Map(readSchemas().map((schema) => [schema.$id.replace('.schema.json', ''), schema]))
  const done = new Set()
  const parts = ['# Formats', 'Generated from the JSON Schemas in `src/schema` by `npm run generate`. Do not edit.', 'All files are plain YAML: one mapping, no anchors, aliases, tags, document markers, tabs or merge keys; values that YAML readers take for different things, such as `yes` or `1_000`, are quoted. Dates are civil dates in UTC.', '# Input']
  for (const kind of Object.keys(KINDS)) {
    const schema = schemas.get(kind)
    parts.push(...section(schema.title, schema, 2, done))
    for (const [name, definition] of Object.entries(schema.definitions ?? {})) parts.push(...section(name, definition, 3, done))
  }
  parts.push('# Records', 'Written by `muster quarter` into `quarters/`, and read again. JSON; see [quarters.md](quarters.md).')
  for (const kind of Object.keys(RECORDS)) {
    const schema = schemas.get(kind)
    parts.push(...section(schema.title, schema, 2, done))
    for (const [name, definition] of Object.entries(schema.definitions ?? {})) parts.push(...section(name, definition, 3, done))
  }
  parts.push('## Common')
  for (const [name, definition] of Object.entries(schemas.get('common').definitions)) parts.push(...section(name, definition, 3, done))
  parts.push('# Output', 'Written by `--format json`. Every document has a `schema-version`: consumers ignore unknown keys, adding is minor, removing bumps the major number. The schemas are in the package as `passmuster/schemas/output/*.schema.json`.')
  for (const name of readdirSync(join(ROOT, 'src/schema/output')).sort()) {
    const schema = JSON.parse(readFileSync(join(ROOT, 'src/schema/output', name), 'utf8'))
    parts.push(...section(schema.title, schema, 2, done))
  }
  return `${parts.join('\n\n')}\n`
}
