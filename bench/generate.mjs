// Writes the governance repository that the benchmark reads: `node bench/generate.mjs <folder> [applications=500]`.
// The same arguments give the same bytes, and an application is the same in a corpus of any size.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { entryFiles } from './application.mjs'
import { builtinControls, builtinFactors } from './builtin.mjs'
import { catalogFiles } from './catalog.mjs'
import { frameworksFiles } from './frameworks.mjs'
import { configuration } from './people.mjs'
import { printYaml } from './print-yaml.mjs'
import { nameOf } from './words.mjs'

const PLATFORMS = [{ id: 'model-platform', title: 'Model platform', purpose: 'It serves models to applications.' }, { id: 'data-platform', title: 'Data platform', purpose: 'It holds data and indexes for applications.' }]

function* entries(applications) {
  yield { id: 'organization', kind: 'organization', title: configuration.title, purpose: 'It answers the organization-wide controls.', trouble: 0 }
  for (const platform of PLATFORMS) yield { ...platform, kind: 'platform', trouble: 0.2 }
  for (let number = 0; number < applications; number++) yield { ...nameOf(number), kind: 'application', platforms: PLATFORMS.slice(0, (number % 3)).map(({ id }) => id) }
}

/** Writes a corpus, with a catalog of its own or answering the built-in one, into a folder, which is emptied first, and says what it holds. Bytes are those of YAML files. */
export function generate(folder, applications, catalog = 'own') {
  const totals = { applications, yamlFiles: 0, yamlBytes: 0, artifacts: 0, artifactBytes: 0 }
  const folders = new Set()
  const write = (path, text) => {
    const file = join(folder, path)
    if (!folders.has(dirname(file))) folders.add(mkdirSync(dirname(file), { recursive: true }) ?? dirname(file))
    writeFileSync(file, text)
    return Buffer.byteLength(text)
  }
  const document = (path, value, blockDepth) => {
    totals.yamlFiles += 1
    totals.yamlBytes += write(path, printYaml(value, blockDepth))
  }
  rmSync(folder, { recursive: true, force: true })
  const own = catalog === 'own'
  document('muster.yaml', own ? configuration : { ...configuration, catalog: ['builtin'] })
  if (own) for (const [path, value] of [...catalogFiles, ...frameworksFiles]) document(path, value)
  const asked = own ? {} : { controls: builtinControls(), factors: builtinFactors }
  for (const entry of entries(applications)) {
    const { documents, artifacts } = entryFiles({ ...entry, ...asked })
    for (const [path, value] of documents) document(`applications/${entry.id}/${path}`, value, path.startsWith('evidence/') ? 2 : 0)
    for (const [path, text] of artifacts) {
      totals.artifacts += 1
      totals.artifactBytes += write(`applications/${entry.id}/${path}`, text)
    }
  }
  return totals
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, applications = '500'] = process.argv.slice(2)
  if (folder === undefined || !/^[1-9][0-9]*$/.test(applications)) {
    console.error('Usage: node bench/generate.mjs <folder> [applications=500]')
    process.exit(2)
  }
  console.log(generate(folder, Number(applications)))
}
