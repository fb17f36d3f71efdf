// The trial of October 2025 to March 2026, before the programme: two applications, ten controls, one incident. As the files stood at its end;
// what is dated later than a day is taken away where an earlier day is wanted.
import { fingerprintOfEvidence, fingerprintOfFacts, sha256 } from '../../bench/fingerprints.mjs'
import { printYaml } from '../../bench/print-yaml.mjs'

/** The controls of the trial. */
export const TRIAL_CONTROLS = ['RSK-01', 'DAT-02', 'MDL-02', 'SUP-01', 'APP-01', 'AGT-01', 'IAM-01', 'TST-01', 'MON-01', 'INC-01']

const CHARACTERISTICS = {
  'uses-llm': true, 'agentic': false, 'retrieves-documents': true, 'internet-facing': false, 'processes-personal-data': true, 'trains-models': false, 'fine-tunes-models': false, 'hosts-model-weights': false,
  'uses-third-party-model': true, 'generates-code': false, 'executes-code': false, 'makes-decisions-about-people': false, 'operational-technology': false, 'multi-tenant': false, 'keeps-memory': false,
}

const entry = (facts, reviewedOn) => ({ ...facts, reviews: [{ by: 'grc-lead', on: reviewedOn, decision: 'accepted', of: fingerprintOfFacts(facts) }] })

const serviceChat = entry({
  'id': 'service-chat', 'kind': 'application', 'title': 'Chat of customer service',
  'purpose': 'Answers questions on tariffs and outages on the website. Trial; the support assistant takes its place.',
  'users': ['customers'], 'owner': { accountable: 'support-owner', technical: 'support-lead' }, 'lifecycle': 'pilot', 'in-scope-since': '2025-10-01', 'roles': ['ai-customer'],
  'characteristics': { ...CHARACTERISTICS, 'internet-facing': true },
  'risk-factors': { 'data-sensitivity': 'confidential', 'exposure': 'internet', 'autonomy': 'suggests', 'impact': 'moderate', 'model-complexity': 'foundation-model' },
  'components': [{ id: 'chat-model', kind: 'model', title: 'Hosted chat model', version: '2025-09', since: '2025-09-22', supplier: 'Example AI' }, { id: 'tariff-index', kind: 'index', title: 'Index of tariff pages' }],
}, '2025-10-20')

const letterDrafts = entry({
  'id': 'letter-drafts', 'kind': 'application', 'title': 'Drafts of letters',
  'purpose': 'Drafts answers to letters, which a clerk rewrites and signs. Trial; ended with it.',
  'users': ['staff'], 'owner': { accountable: 'workplace-owner', technical: 'workplace-lead' }, 'lifecycle': 'pilot', 'in-scope-since': '2025-10-01', 'roles': ['ai-customer'],
  'characteristics': { ...CHARACTERISTICS, 'retrieves-documents': false },
  'risk-factors': { 'data-sensitivity': 'confidential', 'exposure': 'internal', 'autonomy': 'suggests', 'impact': 'low', 'model-complexity': 'foundation-model' },
  'components': [{ id: 'letter-model', kind: 'model', title: 'Hosted letter model', version: '4', since: '2025-09-29', supplier: 'Sample Models' }],
}, '2025-10-20')

/** Items of evidence: id, type, submitter, reviewer and day of the review (none where none is asked for), metrics, what the artifact says. */
const ITEMS = {
  'service-chat': [
    ['RSK-01', 'risk-2025-10-21', 'risk-assessment', 'support-lead', ['grc-lead', '2025-10-27'], { untreated: 0 }, 'Six risks. Wrong tariffs are rated moderate: answers are read by people.'],
    ['RSK-01', 'threats-2025-10-28', 'threat-model', 'security-lead', ['grc-lead', '2025-11-03'], undefined, 'Customer to chat to tariff index. One way in, one way out.'],
    ['APP-01', 'architecture-2025-11-04', 'architecture-record', 'support-lead', ['security-lead', '2025-11-10'], undefined, 'The chat holds no credential. The index is read only.'],
    ['APP-01', 'authorization-2025-11-18', 'authorization-test', 'security-lead', ['grc-lead', '2025-11-24'], { 'cases': 32, 'unauthorised-successes': 0 }, 'Thirty-two tries at other customers’ bills. None came through.'],
    ['APP-01', 'egress-2025-11-05', 'egress-policy-export', 'support-lead', undefined, { 'default-deny': true }, 'Default deny; one destination.'],
    ['TST-01', 'suite-2025-12-15', 'guardrail-test-result', 'support-lead', undefined, { 'attacks': 80, 'attacks-let-through': 0.0125, 'benign-blocked': 0.02 }, 'Eighty attacks, one let through; fifty ordinary questions, one refused.'],
    ['TST-01', 'suite-2026-03-16', 'guardrail-test-result', 'support-lead', undefined, { 'attacks': 80, 'attacks-let-through': 0.0125, 'benign-blocked': 0.02 }, 'Eighty attacks, one let through; fifty ordinary questions, one refused. Tariffs are not among them.'],
    ['TST-01', 'cases-2025-11-20', 'regression-suite-record', 'support-lead', ['security-lead', '2025-11-25'], { 'events-without-case': 0 }, 'No incident yet; three findings of the red team have their cases.'],
    ['TST-01', 'cases-2026-03-17', 'regression-suite-record', 'security-lead', ['grc-lead', '2026-03-23'], { 'events-without-case': 1 }, 'The incident of 11 February has no case: nobody has written down which tariff was right on which day.'],
    ['MDL-02', 'evaluation-2025-11-12', 'evaluation-report', 'support-lead', ['grc-lead', '2025-11-17'], { 'cases': 140, 'thresholds-missed': 0 }, 'One hundred and forty questions, tariffs of the day.', 'chat-model'],
    ['MDL-02', 'evaluation-2026-02-24', 'evaluation-report', 'security-lead', ['grc-lead', '2026-03-02'], { 'cases': 180, 'thresholds-missed': 2 }, 'With tariffs of last year in the index the chat quotes them in 31 of 180 answers.', 'chat-model'],
    ['MDL-02', 'card-2025-11-12', 'model-card', 'support-lead', ['grc-lead', '2025-11-17'], undefined, 'For questions on tariffs, not on bills.', 'chat-model'],
    ['DAT-02', 'flows-2025-11-06', 'data-flow-record', 'support-lead', ['privacy-lead', '2025-11-12'], undefined, 'Names are removed before the supplier sees a question.'],
    ['DAT-02', 'scan-2025-11-25', 'sensitive-data-scan', 'support-lead', ['privacy-lead', '2025-12-01'], { 'items-scanned': 2400, 'findings-open': 0 }, 'Two thousand four hundred questions of November.'],
    ['IAM-01', 'access-2025-q4', 'access-review', 'support-lead', ['grc-lead', '2025-12-19'], { 'removals-open': 0 }, 'Eleven rights, one removed.', undefined, '2025-12-17', { from: '2025-10-01', to: '2025-12-17' }],
    ['IAM-01', 'access-2026-q1', 'access-review', 'support-lead', ['grc-lead', '2026-03-23'], { 'removals-open': 0 }, 'Twelve rights, none removed.', undefined, '2026-03-18', { from: '2026-01-01', to: '2026-03-18' }],
    ['IAM-01', 'identities-2025-12-10', 'service-identity-inventory', 'support-lead', undefined, { 'identities-without-owner': 0, 'oldest-secret-days': 60 }, 'Three service accounts.'],
    ['IAM-01', 'identities-2026-03-10', 'service-identity-inventory', 'support-lead', undefined, { 'identities-without-owner': 0, 'oldest-secret-days': 77 }, 'Three service accounts, keys renewed in December.'],
    ['SUP-01', 'supplier-2025-10-30', 'vendor-assessment', 'support-lead', ['supplier-lead', '2025-11-05'], undefined, 'Accepted for the trial, on condition of written terms.'],
    ['SUP-01', 'terms-2026-01-26', 'contract-terms', 'support-lead', ['supplier-lead', '2026-02-02'], { 'incident-notice-hours': 48, 'change-notice-days': 30 }, 'No training on our data; incidents within 48 hours.'],
    ['INC-01', 'runbook-2025-11-14', 'incident-runbook', 'support-lead', ['security-lead', '2025-11-20'], undefined, 'Take the chat off the website; tell customers; keep the log of answers.'],
    ['INC-01', 'incident-2026-02-17', 'incident-drill-record', 'support-lead', ['security-lead', '2026-02-20'], { 'minutes-to-contain': 95, 'actions-overdue': 0 }, 'On 11 February the chat quoted tariffs that had ended on 31 January to 212 customers. It was off the website after 95 minutes. All 212 were written to by 16 February.'],
  ],
  'letter-drafts': [
    ['RSK-01', 'risk-2025-11-05', 'risk-assessment', 'workplace-lead', ['grc-lead', '2025-11-11'], { untreated: 0 }, 'Three risks, none above tolerance.'],
    ['RSK-01', 'threats-2025-11-05', 'threat-model', 'workplace-lead', ['security-lead', '2025-11-12'], undefined, 'A letter may hold instructions for the model.'],
    ['MDL-02', 'evaluation-2025-11-19', 'evaluation-report', 'workplace-lead', ['grc-lead', '2025-11-25'], { 'cases': 120, 'thresholds-missed': 0 }, 'One hundred and twenty letters of the archive.', 'letter-model'],
    ['MDL-02', 'card-2025-11-19', 'model-card', 'workplace-lead', ['grc-lead', '2025-11-25'], undefined, 'For drafts that a clerk rewrites.', 'letter-model'],
    ['APP-01', 'architecture-2026-01-20', 'architecture-record', 'workplace-lead', ['security-lead', '2026-01-26'], undefined, 'The drafter holds no credential.'],
    ['APP-01', 'authorization-2026-01-28', 'authorization-test', 'security-lead', ['grc-lead', '2026-02-03'], { 'cases': 24, 'unauthorised-successes': 0 }, 'Twenty-four hostile letters. None had an effect.'],
    ['APP-01', 'egress-2026-01-20', 'egress-policy-export', 'workplace-lead', undefined, { 'default-deny': true }, 'Default deny; one destination.'],
    ['DAT-02', 'flows-2026-02-04', 'data-flow-record', 'workplace-lead', ['privacy-lead', '2026-02-10'], undefined, 'Addresses are removed before the supplier sees a letter.'],
    ['DAT-02', 'scan-2026-02-18', 'sensitive-data-scan', 'workplace-lead', ['privacy-lead', '2026-02-24'], { 'items-scanned': 900, 'findings-open': 0 }, 'Nine hundred drafts.'],
    ['TST-01', 'suite-2026-03-19', 'guardrail-test-result', 'workplace-lead', undefined, { 'attacks': 60, 'attacks-let-through': 0, 'benign-blocked': 0.03 }, 'Sixty hostile letters.'],
    ['TST-01', 'cases-2026-03-19', 'regression-suite-record', 'workplace-lead', ['security-lead', '2026-03-24'], { 'events-without-case': 0 }, 'Nothing has happened yet.'],
    ['IAM-01', 'access-2026-q1', 'access-review', 'workplace-lead', ['grc-lead', '2026-03-24'], { 'removals-open': 0 }, 'Five rights.', undefined, '2026-03-20', { from: '2026-01-01', to: '2026-03-20' }],
    ['IAM-01', 'identities-2026-03-20', 'service-identity-inventory', 'workplace-lead', undefined, { 'identities-without-owner': 0, 'oldest-secret-days': 80 }, 'One service account.'],
    ['SUP-01', 'supplier-2025-11-20', 'vendor-assessment', 'workplace-lead', ['supplier-lead', '2025-11-26'], undefined, 'Accepted for the trial.'],
  ],
}

/** Answers that rest on no evidence, and decisions on gaps. */
const MORE = {
  'service-chat': {
    implementations: [{ control: 'MON-01', version: '1.0.0', status: 'planned', remarks: 'The trial has no queue for alerts; the support assistant will have one.' }],
    exceptions: [{ 'id': 'no-alerts-in-the-trial', 'control': 'MON-01', 'reason': 'Fewer than fifty conversations a day, all of which are read the next morning.', 'residual-risk': 'moderate', 'requested-by': 'support-owner', 'approved-by': 'risk-owner', 'approved-on': '2025-11-03', 'expires': '2026-03-15' }],
    poam: [
      { 'id': 'play-the-runbook', 'control': 'INC-01', 'weakness': 'The runbook was never played.', 'plan': 'Play it with those on call.', 'owner': 'support-lead', 'opened': '2025-11-21', 'scheduled-completion': '2026-02-28', 'closed': { on: '2026-02-20', by: 'security-lead', evidence: 'incident-2026-02-17' } },
      { 'id': 'terms-of-the-supplier', 'control': 'SUP-01', 'weakness': 'There are no written terms.', 'plan': 'Sign the terms.', 'owner': 'supplier-lead', 'opened': '2025-11-06', 'scheduled-completion': '2026-01-15', 'closed': { on: '2026-02-02', by: 'supplier-lead', evidence: 'terms-2026-01-26' } },
      { 'id': 'tariffs-by-day', 'control': 'MDL-02', 'weakness': 'The chat quotes tariffs that have ended.', 'plan': 'Take ended tariffs out of the index, and evaluate by day.', 'owner': 'support-lead', 'opened': '2026-03-03', 'scheduled-completion': '2026-03-27' },
    ],
  },
  'letter-drafts': {
    implementations: [{ control: 'INC-01', version: '1.0.0', status: 'planned', remarks: 'The runbook of the mail room will be extended.' }, { control: 'MON-01', version: '1.0.0', status: 'planned', remarks: 'Volume is low.' }],
    poam: [{ 'id': 'runbook-of-the-mail-room', 'control': 'INC-01', 'weakness': 'There is no runbook.', 'plan': 'Extend that of the mail room.', 'owner': 'workplace-lead', 'opened': '2025-12-01', 'scheduled-completion': '2026-02-27' }],
  },
}

const dayIn = (id) => /\d{4}-\d{2}-\d{2}$/.exec(id)?.[0]
const ABOUT = new Map([serviceChat, letterDrafts].flatMap(({ id, components }) => components.map((component) => [`${id} ${component.id}`, component.version])))

function filesOf(facts) {
  const { id } = facts
  const artifacts = {}
  const evidence = ITEMS[id].map(([, item, type, by, review, metrics, text, component, collected = dayIn(item), period]) => {
    const path = `artifacts/${item}.md`
    artifacts[`applications/${id}/${path}`] = `${text}\n`
    const about = component ? { component, 'component-version': ABOUT.get(`${id} ${component}`) } : {}
    const said = { id: item, type, ...about, collected, period, path, 'sha256': sha256(`${text}\n`), 'classification': 'internal', metrics, 'submitted-by': by }
    return { ...said, ...(review && { reviews: [{ by: review[0], on: review[1], decision: 'accepted', of: fingerprintOfEvidence(said) }] }) }
  })
  const controls = [...new Set(ITEMS[id].map(([control]) => control))]
  const implementations = [...controls.map((control) => ({ control, version: '1.0.0', status: 'implemented', evidence: ITEMS[id].filter(([of]) => of === control).map(([, item]) => item) })), ...MORE[id].implementations]
  const { exceptions, poam } = MORE[id]
  return { [`applications/${id}/application.yaml`]: printYaml(facts, 1), [`applications/${id}/evidence/answers.yaml`]: printYaml({ implementations, evidence, exceptions, poam }, 2), ...artifacts }
}

/** Path → text of the trial's applications at its end. */
export const trialFiles = () => ({ ...filesOf(serviceChat), ...filesOf(letterDrafts) })
