// The catalog of the corpus: eight groups of five controls that each application answers, and four that the organization answers.
import { FAMILIES } from './evidence-families.mjs'

const GROUPS = [['governance', 'GOV', 'Governance'], ['inventory', 'INV', 'Inventory'], ['data', 'DAT', 'Data'], ['model', 'MOD', 'Model'], ['supply-chain', 'SUP', 'Supply chain'], ['application', 'APP', 'Application'], ['testing', 'TST', 'Testing'], ['monitoring', 'MON', 'Monitoring']]

// Title, family of its evidence, severity, statement; five to a group, in the order of the groups.
const CONTROLS = [
  ['Accountable owner and approved purpose', 'document', 'moderate', 'The purpose of the application is written down and approved by the person who is accountable for it.'],
  ['Impact assessment before production', 'document', 'high', 'Effects on the people concerned are assessed before the application reaches them, and again when it changes.'],
  ['Training of operators', 'record', 'low', 'Everyone who operates the application was trained in its limits within the last year.'],
  ['Decisions of the model board', 'record', 'moderate', 'Each change of model or purpose was decided by the board, and its minutes say why.'],
  ['Access to administration reviewed', 'access', 'high', 'Administrative access is reviewed every quarter, and access that nobody needs is removed.'],
  ['Components listed', 'inventory', 'moderate', 'Every model, dataset, prompt, tool and service of the application is listed with its version.'],
  ['Interfaces listed', 'inventory', 'low', 'Every interface over which the application receives or sends data is listed with its owner.'],
  ['Data flows described', 'document', 'moderate', 'A description shows which data goes where, and who may see it on the way.'],
  ['Listed versions are the deployed ones', 'sample', 'moderate', 'A sample of deployments shows the versions that the inventory states.'],
  ['Inventory kept in code', 'configuration', 'low', 'The inventory is produced from the deployment, not typed.'],
  ['Provenance of training and reference data', 'inventory', 'high', 'The origin of every dataset and index is known.'],
  ['Personal data found and removed', 'scan', 'high', 'Datasets, prompts and logs are scanned for personal data that nobody needs.'],
  ['Access to data reviewed', 'access', 'high', 'Access to datasets and indexes is reviewed every quarter.'],
  ['Data quality sampled', 'sample', 'moderate', 'A sample of records is compared with their source, and deviations are followed up.'],
  ['Retention enforced', 'configuration', 'moderate', 'Data is deleted when its retention ends, by configuration.'],
  ['Model evaluated for its purpose', 'evaluation', 'high', 'Each model is evaluated on cases of the application itself, at the version in use.'],
  ['Model evaluated for unequal treatment', 'evaluation', 'high', 'Each model is evaluated for differences between groups of people, at the version in use.'],
  ['Model version pinned', 'configuration', 'moderate', 'The application calls a stated version of each model.'],
  ['Model documentation kept', 'document', 'low', 'A description of each model states its purpose, its limits and the data that it was built from.'],
  ['Fallback exercised', 'drill', 'high', 'The application was run without its model, and its users were served.'],
  ['Supplier terms reviewed', 'document', 'moderate', 'The terms of each supplier were read, and say what happens to our data.'],
  ['Dependencies scanned', 'scan', 'high', 'Packages and container images are scanned, and critical findings are closed.'],
  ['Bill of materials', 'inventory', 'moderate', 'A bill of materials in a machine-readable form is kept with each release.'],
  ['Supplier incidents followed', 'record', 'low', 'Incidents that suppliers announce are recorded with what they meant for us.'],
  ['Signatures of artefacts checked', 'configuration', 'high', 'Model and image signatures are checked before they are deployed.'],
  ['Source code scanned', 'scan', 'moderate', 'Source code and prompts are scanned for secrets and unsafe patterns.'],
  ['Tool permissions kept small', 'sample', 'critical', 'A sample of tool calls shows no permission that the task did not need.'],
  ['Output handled as data', 'evaluation', 'high', 'What a model answers is never executed or shown unescaped; a suite of cases shows it.'],
  ['People approve consequential actions', 'sample', 'critical', 'A sample of consequential actions shows a person’s approval before each.'],
  ['Release approved', 'record', 'moderate', 'Each release has a recorded approval by someone who did not write it.'],
  ['Adversarial testing', 'attack', 'critical', 'Each model is attacked on purpose before a release, and the release waits while attacks succeed.'],
  ['Injection through documents tested', 'attack', 'high', 'Instructions hidden in documents and web pages are tested against each model.'],
  ['Leakage tested', 'attack', 'high', 'Attempts to obtain other people’s data and the system prompt are made against each model.'],
  ['Regression suite', 'evaluation', 'moderate', 'Known failures are cases of a suite that runs against each model version.'],
  ['Denial of service tested', 'drill', 'moderate', 'Load beyond the limits was tried, and the application refused instead of failing.'],
  ['Drift watched', 'record', 'moderate', 'Answers are compared with those of the evaluation, and differences are followed up.'],
  ['Abuse watched', 'sample', 'high', 'A sample of flagged conversations shows that each was looked at in time.'],
  ['Logs complete', 'configuration', 'high', 'Prompts, answers and tool calls are logged with who asked.'],
  ['Access to logs reviewed', 'access', 'moderate', 'Access to prompts and answers is reviewed every quarter.'],
  ['Incident response exercised', 'drill', 'critical', 'An incident of the application was rehearsed with the people who would handle it.'],
]
const ORGANIZATION = [['AI policy', 'The organization has a policy for AI applications that management approved.'], ['Roles and authority', 'Who decides about AI applications, and up to which risk, is written down.'], ['Inventory of applications', 'Every AI application of the organization is in one inventory.'], ['Management review', 'Management reviews the state of all AI applications each year.']]

const APPLICABILITY = [undefined, { any: ['uses-llm', 'trains-models'] }, { lifecycle: ['pilot', 'production'] }, { 'tier-at-least': 'low' }]
const EFFECTIVE = ['2025-01-01', '2025-07-01', '2026-01-01']

const typeOf = (title) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')
const plain = (statement) => statement.charAt(0).toLowerCase() + statement.slice(1, -1)

/** What the generator knows of each control beside its file: its group, the family and the type of its evidence. */
export const controls = [
  ...CONTROLS.map(([title, family, severity, statement], index) => {
    const [group, prefix] = GROUPS[Math.floor(index / 5)]
    const id = `${prefix}-0${(index % 5) + 1}`
    return { id, group, family, type: typeOf(title), scope: 'application', severity, file: controlFile({ id, title, statement, severity, family, index, scope: 'application' }) }
  }),
  ...ORGANIZATION.map(([title, statement], index) => {
    const id = `GOV-1${index}`
    return { id, group: 'governance', family: 'document', type: typeOf(title), scope: 'organization', severity: 'high', file: controlFile({ id, title, statement, severity: 'high', family: 'document', index: 0, scope: 'organization' }) }
  }),
]

function controlFile({ id, title, statement, severity, family, index, scope }) {
  const { request, criteria, parameters, forEach, inheritable } = FAMILIES[family]
  return {
    id, version: `${1 + (index % 3 === 0 ? 1 : 0)}.${index % 4}.0`, effective: EFFECTIVE[index % 3], status: 'active', scope, title, statement,
    risk: `Without it nobody can show that ${plain(statement)}.`,
    guidance: `Teams usually meet this in their release pipeline or in a yearly round.\n\n- Good: the artefact names the application, its version and the day, and a second person has read it.\n- The usual mistake: a document of another application, copied.\n`,
    severity,
    applicability: scope === 'application' ? APPLICABILITY[index % 4] : undefined,
    parameters,
    objectives: [{
      id: `${id}.a`, method: ['evaluation', 'attack', 'scan', 'drill'].includes(family) ? 'TEST' : 'EXAMINE', text: statement,
      inheritable: inheritable || undefined, 'for-each': forEach, 'renew-on': forEach && 'component-version',
      evidence: [{ types: [typeOf(title)], ...request, criteria }],
    }],
  }
}

const evidenceTypeFile = ({ type, family, file }) => {
  const { media, tool, sampled, metrics } = FAMILIES[family]
  return { id: type, title: file.title, description: `${file.title}: what shows that ${plain(file.statement)}.`, 'media-types': [media], tools: tool && [tool[0]], sampled, metrics }
}

const level = (id, points, description, implies) => ({ id, points, description, implies })
const same = { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' }

const catalogFile = {
  id: 'bench', title: 'Catalog of the benchmark', version: '1.0.0',
  groups: GROUPS.map(([id, , title]) => ({ id, title })),
  characteristics: [['uses-llm', 'call a language model'], ['trains-models', 'train or fine-tune models'], ['retrieves-documents', 'answer from documents that it retrieves'], ['agentic', 'act through tools'], ['internet-facing', 'stand open to the internet'], ['processes-personal-data', 'process personal data']]
    .map(([id, verb]) => ({ id, title: id.replaceAll('-', ' '), question: `Does it ${verb}?` })),
  risk: {
    factors: [
      { id: 'exposure', title: 'Exposure', question: 'Who can reach it?', levels: [level('internal', 0, 'Staff only.'), level('partners', 1, 'Staff of partners.'), level('internet', 3, 'Everyone.', ['internet-facing'])] },
      { id: 'data-sensitivity', title: 'Sensitivity of data', question: 'How sensitive is the data that it sees?', levels: [level('public', 0, 'Published data.'), level('internal', 1, 'Internal data.'), level('confidential', 3, 'Confidential or personal data.')] },
      { id: 'autonomy', title: 'Autonomy', question: 'What may it do on its own?', levels: [level('advises', 0, 'It answers people.'), level('acts-with-approval', 2, 'It acts after approval.'), level('acts-alone', 4, 'It acts alone.')] },
    ],
    tiers: [['low', 0], ['moderate', 2], ['high', 5], ['critical', 9]].map(([tier, points]) => ({ tier, 'from-points': points })),
  },
  gaps: { 'severity-by-tier': { low: same, moderate: same, high: { ...same, moderate: 'high' }, critical: { low: 'moderate', moderate: 'high', high: 'critical', critical: 'critical' } }, 'due-days': { critical: 30, high: 90, moderate: 180, low: 365 } },
  exceptions: { longest: { critical: 'P90D', high: 'P180D', moderate: 'P1Y', low: 'P1Y' } },
}

/** Path → value of every file of the catalog. */
export const catalogFiles = new Map([
  ['controls/catalog.yaml', catalogFile],
  ...controls.map((control) => [`controls/${control.group}/${control.id}.yaml`, control.file]),
  ...controls.map((control) => [`controls/evidence-types/${control.type}.yaml`, evidenceTypeFile(control)]),
])
