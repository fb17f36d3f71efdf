// What people write about their applications, with a slot for what differs.

const DOMAINS = ['claims', 'billing', 'onboarding', 'procurement', 'logistics', 'maintenance', 'fraud', 'credit', 'recruiting', 'legal', 'marketing', 'support', 'translation', 'research', 'pricing', 'planning', 'quality', 'travel', 'treasury', 'audit', 'payroll', 'energy', 'network', 'warehouse', 'returns']
const KINDS = [['assistant', 'answers questions about'], ['summariser', 'summarises documents about'], ['classifier', 'sorts incoming requests about'], ['forecaster', 'predicts volumes of'], ['matcher', 'matches records of'], ['agent', 'carries out routine steps of'], ['extractor', 'reads fields from letters about'], ['copilot', 'drafts answers about'], ['detector', 'flags unusual cases in'], ['recommender', 'proposes the next step in'], ['router', 'sends requests about the right way in'], ['translator', 'translates messages about'], ['inspector', 'looks for defects in'], ['scorer', 'ranks cases of'], ['searcher', 'finds documents about'], ['planner', 'proposes schedules for'], ['moderator', 'checks texts about'], ['transcriber', 'writes down calls about'], ['simulator', 'plays through cases of'], ['auditor', 'samples transactions of']]

/** Id, title and purpose of the application with a number from 0. Each of 500 differs; beyond, a round number follows the name. */
export function nameOf(number) {
  const domain = DOMAINS[number % DOMAINS.length]
  const [kind, verb] = KINDS[Math.floor(number / DOMAINS.length) % KINDS.length]
  const round = Math.floor(number / (DOMAINS.length * KINDS.length))
  const title = `${domain.charAt(0).toUpperCase()}${domain.slice(1)} ${kind}`
  return { id: `${domain}-${kind}${round === 0 ? '' : `-${round + 1}`}`, title, purpose: `It ${verb} ${domain} for the staff of that department, who decide what becomes of the result.` }
}

const HOW = [
  'Runs in the release pipeline and stops the release when it fails; the report is kept with the release.',
  'Done by the application team each round with the checklist of the model board, and read by a second person.',
  'The platform team runs it for all applications; we check that ours is among them and file the extract.',
  'Part of the quarterly operations review, together with the other controls of this group.',
  'Since the last round it also covers the fallback model, which answers when the first one is not available.',
  'The first run found two cases that were mended before the release; the second run is the one filed here.',
]
const WHERE = [
  'The procedure stands in the runbook, chapter 4, and the tickets are in the queue of the team.',
  'Details, figures and the names of those present are in the artefact.',
  'Findings go to the backlog with the label “assurance” and are looked at every two weeks.',
  'Exclusions: test tenants, and the archive that nobody has read since 2024.',
  'Questions go to the technical owner; the original is kept in the document system for seven years.',
]
const LONG = [
  'Scope: production in both regions, all tenants.\nMethod: the standard suite of the platform, with the cases that this application added after its own incidents.\nNot covered: languages other than English and German.\n',
  'What was done:\n- drew the sample from the system of record, not from the dashboard\n- compared each entry with its ticket\n- asked the owner about every deviation\n',
]

/** The remarks of an answer: one to three sentences, now and then a list. */
export const remarksOf = (random) => (random.chance(0.06) ? random.pick(LONG) : [random.pick(HOW), ...(random.chance(0.2) ? [random.pick(WHERE)] : [])].join(' '))

/** The remarks of an item of evidence, which most have none of. */
export const noteOf = (random) => (random.chance(0.15) ? random.pick(WHERE) : undefined)
