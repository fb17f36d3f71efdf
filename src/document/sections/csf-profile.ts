import { COVERAGE_STATES } from '../../model/coverage.js'
import type { FrameworkElement, FrameworkEntry } from '../../model/library.js'
import type { AdoptedElement } from '../../schema/types.js'
import { controlName, listOrNone, notStated, person, stated } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { standingInWords, standings, type ElementStanding } from '../element-standing.js'
import { paragraph, type Content } from '../nodes.js'
import { evidenceFor } from '../related-evidence.js'
import { relatedControls } from '../related-controls.js'
import { satisfiedIn } from '../satisfied-in.js'
import type { BlockSection } from '../section.js'

// The columns of NIST's template for a CSF 2.0 Organizational Profile, in its order and words, which stay English in every language.
const COLUMNS = [
  ['outcome', 'CSF Outcome (Function, Category, or Subcategory)', 1], ['description', 'CSF Outcome Description', 4], ['included', 'Included in Profile?', 1], ['rationale', 'Rationale', 2],
  ['currentPriority', 'Current Priority', 1], ['currentStatus', 'Current Status', 2], ['currentPolicies', 'Current Policies, Processes, and Procedures', 1], ['currentPractices', 'Current Internal Practices', 3],
  ['currentRoles', 'Current Roles and Responsibilities', 2], ['currentReferences', 'Current Selected Informative References', 2], ['currentEvidence', 'Current Artifacts and Evidence', 3],
  ['targetPriority', 'Target Priority', 1], ['targetTier', 'Target CSF Tier', 1], ['targetPolicies', 'Target Policies, Processes, and Procedures', 1], ['targetPractices', 'Target Internal Practices', 1],
  ['targetRoles', 'Target Roles and Responsibilities', 1], ['targetReferences', 'Target Selected Informative References', 1], ['notes', 'Notes', 2], ['considerations', 'Considerations', 2],
] as const

/** The Organizational Profile, current and target. */
export const csfProfile: BlockSection = {
  name: 'csf-profile', kind: 'block', options: {}, summary: 'CSF 2.0 Organizational Profile in the columns of NIST\'s template: current from the assessments, target, priority and tier from adoption/',
  render: (context) => {
    const [framework] = context.frameworks
    if (framework === undefined) return [paragraph(context.texts.noFramework)]
    const byElement = new Map(standings(context, framework).map((standing) => [standing.element.id, standing]))
    const decisions = context.library.adoptions.get(framework.id)?.data.elements ?? {}
    return dataTable(context, { id: 'csf-profile', caption: context.texts.captions.csfProfile, wide: true, filterable: true, sheet: 'CSF 2.0 Profile' }, COLUMNS.map(([key, title, width], index) => ({ key, title, width, ...(index === 0 && { heads: true as const }) })),
      [...framework.elements.values()].map((element) => (element.heading ? headingRow(context, element, [...byElement.values()], framework, decisions[element.id]) : leafRow(context, framework, element, byElement.get(element.id), decisions[element.id]))))
  },
}

function leafRow(context: DocumentContext, framework: FrameworkEntry, element: FrameworkElement, standing: ElementStanding | undefined, decision: AdoptedElement | undefined): Row {
  const related = relatedControls(framework, element.id)
  return cells(context, element, decision, {
    status: standing ? standingInWords(context, standing) : notStated(context),
    practices: listOrNone(context, related.map((control) => practice(context, control))),
    references: listOrNone(context, (framework.rows.get(element.id) ?? []).filter(({ data }) => data.relationship !== 'no-relationship').map(({ data }) => `${data.controls.join(' + ')}: ${data.relationship}`)),
    evidence: listOrNone(context, evidenceFor(context, related)),
  })
}

// A heading shows its children's counts.
function headingRow(context: DocumentContext, element: FrameworkElement, all: readonly ElementStanding[], framework: FrameworkEntry, decision: AdoptedElement | undefined): Row {
  const below = all.filter((standing) => isBelow(framework, standing.element.id, element.id))
  const counts = COVERAGE_STATES.map((state) => ({ state, count: below.reduce((sum, { states }) => sum + states[state], 0) })).filter(({ count }) => count > 0)
  const unread = below[0]?.notAssessed ?? 0
  const status = counts.length + unread === 0 ? context.texts.notAdopted : [...counts.map(({ state, count }) => `${count} ${context.texts.coverageStates[state]}`), ...(unread > 0 ? [context.texts.unassessedEntries(unread)] : [])].join(', ')
  return cells(context, element, decision, { status, practices: '', references: '', evidence: '' })
}

function isBelow({ elements }: FrameworkEntry, id: string, heading: string): boolean {
  for (let at = elements.get(id)?.parent, steps = 0; at !== undefined && steps < 20; at = elements.get(at)?.parent, steps++) if (at === heading) return true
  return false
}

function practice(context: DocumentContext, control: string): string {
  const { applications, subject, texts } = context
  const all = applications.flatMap((entry) => entry.findings.filter((finding) => finding.control === control))
  const own = all.filter(({ state }) => state !== 'not-applicable' && state !== 'upcoming')
  const carried = subject?.carried.get(control)
  if (subject && own.length === 0) return `${controlName(context, control)}: ${carried ? `${texts.findingStates[carried]}, ${texts.atOrganization}` : all[0] ? texts.findingStates[all[0].state] : texts.notAsked}`
  if (subject && own[0]) return `${controlName(context, control)}: ${texts.findingStates[own[0].accepted ? 'accepted' : own[0].state]}`
  return `${controlName(context, control)}: ${satisfiedIn(context, control)}`
}

type Current = { readonly status: Content; readonly practices: Content; readonly references: Content; readonly evidence: Content }

function cells(context: DocumentContext, { id, title, summary }: FrameworkElement, decision: AdoptedElement | undefined, current: Current): Row {
  const { texts } = context
  const none = notStated(context)
  const target = decision?.target
  return [
    id, summary === undefined ? title : `${title}. ${summary}`, decision?.included === undefined ? none : decision.included ? texts.yes : texts.no, stated(context, decision?.reason),
    none, current.status, none, current.practices, person(context, decision?.owner), current.references, current.evidence,
    decision?.priority ? texts.levels[decision.priority] : none, target?.tier === undefined ? none : String(target.tier), none, none, none, none, stated(context, decision?.notes),
    target ? texts.targetOf(texts.coverageStates[target.state], target.by) : none,
  ]
}
