// The catalog that the organization kept for itself until July 2026, made from ours: fewer controls, an older major version of one, and an older edition of a framework.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const below = (folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((path) => path.endsWith('.yaml') && !path.endsWith('.examples.yaml')).sort()
const read = (path) => readFileSync(join(ROOT, path), 'utf8')

/** The controls of the programme before it took the built-in catalog, which brought SUP-03. */
export const PROGRAMME_CONTROLS = [
  'GOV-01', 'GOV-02', 'GOV-03', 'INV-01', 'INV-02', 'RSK-01', 'RSK-02', 'DAT-01', 'DAT-02', 'MDL-01', 'MDL-02', 'SUP-01', 'SUP-02', 'APP-01', 'APP-02', 'AGT-01', 'AGT-02', 'IAM-01',
  'TST-01', 'TST-03', 'REL-01', 'REL-02', 'MON-01', 'MON-04', 'TEL-01', 'INC-01', 'INC-02', 'RES-01', 'PPL-01', 'RET-01',
]

/** AGT-01 before its second major version: a list of tools, read once a year. */
function olderAgentControl(text) {
  const document = parseDocument(text)
  document.set('version', '1.3.0')
  document.set('effective', '2026-01-01')
  document.set('title', 'A list of each agent’s tools')
  document.set('statement', 'For each agent there is a list of the tools that it may call and of what each may do.')
  document.set('risk', 'Nobody knows what the agent could do.')
  document.set('guidance', 'List the tools from the agent’s manifest, and say of each what it may do.\n')
  document.delete('parameters')
  document.set('objectives', document.createNode([{ id: 'AGT-01.a', method: 'EXAMINE', text: 'The list of tools was read by somebody who does not own the agent.', 'for-each': 'agent', evidence: [{ types: ['tool-permission-review'], 'valid-for': 'P1Y', review: 'required' }] }]))
  return document.toString({ lineWidth: 0 })
}

/** Which of our controls answer the risks of the 2025 edition of the OWASP list: element → controls, acts and remarks. */
const OWASP_2025 = {
  LLM01: [['APP-01', 'TST-01'], ['prevents'], 'Rights are decided outside the model, and known attacks are tried; nothing filters the input.'],
  LLM02: [['DAT-02', 'APP-01'], ['prevents', 'detects'], 'Only needed classes of data, proven by scans, and only by the rights of the asking user.'],
  LLM03: [['SUP-01', 'SUP-02'], ['prevents', 'detects'], 'Suppliers assessed and dependencies scanned; licences are not looked at.'],
  LLM04: [['DAT-01', 'MDL-01'], ['prevents', 'detects'], 'Known sources and signed models; what was bad when it was accepted is not found.'],
  LLM05: [['APP-02'], ['prevents'], 'Every sink has its encoding or check.'],
  LLM06: [['AGT-01', 'AGT-02'], ['prevents'], 'A list of tools, and a person for what cannot be undone.'],
  LLM07: [['APP-01'], ['prevents'], 'Knowing the instructions opens nothing.'],
  LLM08: [['DAT-01', 'APP-01'], ['prevents'], 'Known sources in the index, read by the rights of the user.'],
  LLM09: [['MDL-02', 'PPL-01'], ['prevents'], 'Evaluated before it serves, and people learn that fluent is not true.'],
}

/** Path → text of a catalog with these controls and these frameworks. */
export function ownCatalog({ version, effective, controls: wanted, frameworks }) {
  const files = {}
  const controls = new Set()
  const types = new Set()
  for (const path of below('controls')) {
    const [, group, name] = path.split('/')
    if (name === undefined || group === 'evidence-types') continue
    const id = name.slice(0, -'.yaml'.length)
    if (!wanted.includes(id)) continue
    const older = id === 'AGT-01' ? olderAgentControl(read(path)) : read(path)
    const text = effective ? older.replace(/^effective: .*$/m, `effective: ${effective}`) : older
    controls.add(id)
    for (const [, list] of text.matchAll(/types: \[([^\]]+)\]/g)) for (const type of list.split(',')) types.add(type.trim())
    files[path] = text
  }
  for (const text of Object.values(files)) for (const [, list] of text.matchAll(/^\s*- types:\n((?:\s*- .*\n)+)/gm)) for (const [, type] of list.matchAll(/- (\S+)/g)) types.add(type)
  for (const type of types) files[`controls/evidence-types/${type}.yaml`] = read(`controls/evidence-types/${type}.yaml`)
  files['controls/catalog.yaml'] = catalog(version)
  for (const framework of frameworks) Object.assign(files, frameworkFiles(framework, controls))
  return files
}

function catalog(version) {
  const document = parseDocument(read('controls/catalog.yaml'))
  document.set('id', 'example-utilities')
  document.set('title', 'Controls of Example Utilities')
  document.set('version', version)
  return document.toString({ lineWidth: 0 })
}

function frameworkFiles(framework, controls) {
  const path = `frameworks/${framework}`
  const own = read(`${path}/framework.yaml`)
  if (framework !== 'owasp-llm-2025') return { [`${path}/framework.yaml`]: own, [`${path}/mapping.yaml`]: mappingOf(read(`${path}/mapping.yaml`), controls) }
  const current = own.replace(/^status: .*$/m, 'status: final').replace(/^supersedes: .*\n/m, '')
  const maps = Object.entries(OWASP_2025).flatMap(([element, [asked, acts, remarks]]) => {
    const known = asked.filter((control) => controls.has(control))
    return known.length === 0 ? [] : [`  - { controls: [${known.join(', ')}], element: ${element}, relationship: intersects-with, rationale: functional, acts: [${acts.join(', ')}], remarks: ${JSON.stringify(remarks)}, method: automation, by: example-utilities, on: 2025-10-01 }\n`]
  })
  return { [`${path}/framework.yaml`]: current, [`${path}/mapping.yaml`]: `framework: ${framework}\nmaps:\n${maps.join('')}` }
}

// Rows keep the controls that there are; without any they go. No day later than the catalog's own stands in them.
function mappingOf(text, controls) {
  const document = parseDocument(text)
  const rows = document.get('maps')
  rows.items = rows.items.filter((row) => {
    const list = row.get('controls')
    list.items = list.items.filter((item) => controls.has(String(item.value ?? item)))
    row.set('on', '2025-10-01')
    row.set('by', 'example-utilities')
    return list.items.length > 0
  })
  return document.toString({ lineWidth: 0 })
}
