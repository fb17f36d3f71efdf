// What `muster gap` is measured against: `node bench/baseline.mjs <folder>` reads each YAML file of a governance repository,
// parses it with `yaml` and runs one compiled ajv schema over it, that of its kind. Nothing more.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const SCHEMAS = fileURLToPath(new URL('../src/schema/input', import.meta.url))

const KINDS = [
  [/^muster\.yaml$/, 'config'],
  [/^controls\/catalog\.yaml$/, 'catalog'],
  [/^controls\/evidence-types\//, 'evidence-type'],
  [/^controls\//, 'control'],
  [/^frameworks\/[^/]+\/framework\.yaml$/, 'framework'],
  [/^frameworks\/[^/]+\/mapping\.yaml$/, 'mapping'],
  [/^applications\/[^/]+\/application\.yaml$/, 'application'],
  [/^applications\/[^/]+\/evidence\//, 'evidence'],
]

const ajv = new Ajv({ strict: false })
addFormats(ajv, ['date'])
for (const name of readdirSync(SCHEMAS)) ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')))
const validators = new Map(KINDS.map(([, kind]) => [kind, ajv.getSchema(`${kind}.schema.json`)]))

function* yamlFiles(folder, below = '') {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) {
      if (entry.name !== 'artifacts') yield* yamlFiles(folder, path)
    } else if (entry.name.endsWith('.yaml')) yield path
  }
}

const [folder] = process.argv.slice(2)
let files = 0
for (const path of yamlFiles(folder)) {
  const value = parse(readFileSync(join(folder, path), 'utf8'))
  const [, kind] = KINDS.find(([pattern]) => pattern.test(path))
  const validate = validators.get(kind)
  if (!validate(value)) throw new Error(`${path}: ${ajv.errorsText(validate.errors)}`)
  files += 1
}
console.log(`${files} files`)
