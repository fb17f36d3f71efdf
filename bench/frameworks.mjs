// Two frameworks of 150 leaf elements each, with mappings of the kind that real ones have: sets, full and partial relations, some outside.
import { controls } from './catalog.mjs'
import { randomOf } from './random.mjs'

const TOPICS = ['Policy', 'Roles', 'Inventory', 'Data', 'Models', 'Suppliers', 'Design', 'Testing', 'Release', 'Access', 'Logging', 'Monitoring', 'Incidents', 'Recovery', 'People']
const ASPECTS = ['defined', 'communicated', 'reviewed', 'measured', 'improved', 'documented', 'approved', 'tested', 'recorded', 'retained']

/** Path → value of the files of one framework: chapters, sections and `leaves` leaf elements in each section. */
function frameworkFiles({ id, title, chapters, sections, leaves, kind }) {
  const random = randomOf(id)
  const elements = []
  for (let c = 1; c <= chapters; c++) {
    elements.push({ id: `${c}`, kind: 'chapter', title: `${TOPICS[c % TOPICS.length]} as a whole` })
    for (let s = 1; s <= sections; s++) {
      elements.push({ id: `${c}.${s}`, kind: 'section', title: `${TOPICS[(c * 3 + s) % TOPICS.length]} of AI applications`, parent: `${c}` })
      for (let l = 1; l <= leaves; l++)
        elements.push({ id: `${c}.${s}.${l}`, kind, title: `${TOPICS[(c + s + l) % TOPICS.length]} ${ASPECTS[(s + l) % ASPECTS.length]}`, parent: `${c}.${s}`, summary: 'What is done about it is stated, somebody is responsible for it, and there is something to show.' })
    }
  }
  const mapped = elements.filter((element) => element.kind === kind)
  const state = new Map(mapped.map((element) => [element.id, random.outcome({ outside: 0.08, unmapped: 0.08, twice: 0.2 }, 'once')]))
  const row = (element, index) => ({
    controls: [...new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(controls).id))], element: element.id,
    relationship: index > 0 ? 'intersects-with' : random.outcome({ 'equal-to': 0.05, 'superset-of': 0.2, 'subset-of': 0.5 }, 'intersects-with'),
    rationale: random.pick(['semantic', 'functional']), remarks: 'The controls together ask for the same thing of AI applications; other systems are outside this catalog.', method: 'automation', by: 'bench', on: '2026-06-01',
  })
  const framework = {
    id, title, edition: '2026', status: 'final', kind: 'catalog', published: '2026-01-15', publisher: 'Example publisher',
    source: { url: `https://example.com/${id}`, retrieved: '2026-02-01', licence: 'CC0-1.0' }, text: 'own-words',
    counts: { chapter: chapters, section: chapters * sections, [kind]: mapped.length }, elements,
  }
  const mapping = {
    framework: id,
    maps: mapped.flatMap((element) => ({ once: [row(element, 0)], twice: [row(element, 0), row(element, 1)] })[state.get(element.id)] ?? []),
    'outside-catalog': mapped.filter((element) => state.get(element.id) === 'outside').map((element) => ({ element: element.id, remarks: 'It is not about AI applications.' })),
  }
  return [[`frameworks/${id}/framework.yaml`, framework], [`frameworks/${id}/mapping.yaml`, mapping]]
}

/** Path → value of every file of the frameworks. */
export const frameworksFiles = new Map([
  ...frameworkFiles({ id: 'outcomes-2026', title: 'Outcomes for trustworthy AI', chapters: 6, sections: 5, leaves: 5, kind: 'outcome' }),
  ...frameworkFiles({ id: 'safeguards-2026', title: 'Safeguards for AI applications', chapters: 10, sections: 3, leaves: 5, kind: 'safeguard' }),
])
