// The JSON Schemas as the single source: types, validators and documentation are derived from them here.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { buildSync } from 'esbuild'
import { compile } from 'json-schema-to-typescript'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const INPUT = join(ROOT, 'src/schema/input')

/** Kind of document → title of its schema; the order is that of docs/formats.md. */
export const KINDS = {
  config: 'Config',
  application: 'Application',
  evidence: 'EvidenceFile',
  adoption: 'Adoption',
  tailoring: 'Tailoring',
  catalog: 'Catalog',
  control: 'Control',
  examples: 'ControlExamples',
  'evidence-type': 'EvidenceType',
  framework: 'Framework',
  mapping: 'Mapping',
  'edition-from': 'EditionFrom',
  'published-crosswalk': 'PublishedCrosswalk',
  'mapping-reviews': 'MappingReviews',
  'official-text': 'OfficialText',
}

/** Records that muster writes into a repository and reads again, which are JSON: kind → title of its schema. */
export const RECORDS = { quarter: 'Quarter', library: 'FrozenLibrary' }

export const readSchemas = () =>
  readdirSync(INPUT).sort().map((name) => JSON.parse(readFileSync(join(INPUT, name), 'utf8')))

/** TypeScript types of all input formats, as one module. */
export async function typesModule() {
  const parts = ['// Generated from src/schema/input by `npm run generate`. Do not edit.\n']
  for (const schema of readSchemas()) {
    const definitions = Object.entries(schema.definitions ?? {})
    if (schema.properties) definitions.unshift([schema.title, { ...schema, $id: undefined, $schema: undefined, definitions: undefined }])
    for (const [name, definition] of definitions) {
      const text = await compile({ ...named(definition), title: name }, name, {
        bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true, format: false, declareExternallyReferenced: true,
      })
      parts.push(readonly(text))
    }
  }
  return parts.join('\n')
}

// References become names, so that each definition is declared once.
function named(schema) {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return schema
  if (schema.$ref) return { tsType: schema.$ref.split('/').pop(), ...(schema.description && { description: schema.description }) }
  const { oneOf, dependencies, propertyNames, title, ...rest } = schema // the first three say nothing that a type can say
  return {
    ...rest,
    ...(title && schema.properties && { title }),
    ...(schema.properties && { properties: Object.fromEntries(Object.entries(schema.properties).map(([key, part]) => [key, named(part)])) }),
    ...(schema.items && { items: named(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(named) }),
    ...(schema.additionalProperties && { additionalProperties: named(schema.additionalProperties) }),
  }
}

const readonly = (text) =>
  text
    .replaceAll('\r', '')
    .replace(/^( *)("[\w-]+"|[\w-]+|\[k: string\])(\??): /gm, '$1readonly $2$3: ')
    .replace(/\(([A-Za-z0-9_]+)\[\] \| null\)/g, 'readonly $1[] | null')
    .replace(/(: |= )\(([^()]+)\)\[\]/g, '$1readonly ($2)[]')
    .replace(/(: |= )([A-Za-z0-9_]+)\[\]/g, '$1readonly $2[]')

/** The validators of kinds as one ES module, ajv's runtime included. Of files that people write all errors are told, of records the first. */
export function validatorsModule(kinds = KINDS) {
  const ajv = new Ajv({ allErrors: kinds === KINDS, strict: true, allowUnionTypes: true, strictRequired: false, inlineRefs: false, messages: false, code: { source: true, esm: true } })
  addFormats(ajv, ['date'])
  for (const schema of readSchemas()) ajv.addSchema(schema)
  const exported = Object.fromEntries(Object.keys(kinds).map((kind) => [kind.replace('-', '_'), `${kind}.schema.json`]))
  // Ajv copies all errors so far at every reference, which is quadratic on a hostile file; here they are appended.
  const joined = standaloneCode(ajv, exported).replace(/vErrors\.concat\((validate\d+)\.errors\)/g, 'joinErrors(vErrors, $1.errors)')
  const contents = `${joined}\nfunction joinErrors(all, more) { for (const error of more) all.push(error); return all }`
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, format: 'esm', platform: 'node', minifySyntax: true, minifyWhitespace: true, minifyIdentifiers: true, write: false })
  return outputFiles[0].text
}

/** The schemas themselves, for the explanation of shape errors, by `$id`. */
export const schemasModule = () =>
  `let held\nexport const schemas = () => (held ??= JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(readSchemas().map((schema) => [schema.$id, schema]))))}))\n`
