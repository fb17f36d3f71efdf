import { isClosed } from '../../model/poam.js'
import type { PoamItem } from '../../schema/types.js'
import { listOr, listOrNone, notStated, person, sentence, stated } from '../cells.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { lines, type Content } from '../nodes.js'
import type { BlockSection } from '../section.js'

// The columns of the FedRAMP POA&M template, in its order and words, which stay English in every language.
const COLUMNS = [
  'POAM ID', 'Controls', 'Weakness Name', 'Weakness Description', 'Weakness Detector Source', 'Weakness Source Identifier', 'Asset Identifier', 'Point of Contact', 'Resources Required', 'Overall Remediation Plan', 'Original Detection Date',
  'Scheduled Completion Date', 'Planned Milestones', 'Milestone Changes', 'Status Date', 'Vendor Dependency', 'Last Vendor Check-in Date', 'Vendor Dependent Product Name', 'Original Risk Rating', 'Adjusted Risk Rating', 'Risk Adjustment',
  'False Positive', 'Operational Requirement', 'Deviation Rationale', 'Supporting Documents', 'Comments', 'Auto-Approve', 'Binding Operational Directive 22-01 tracking', 'Binding Operational Directive 22-01 Due Date', 'CVE', 'Service Name',
] as const
const DATES: readonly string[] = ['Original Detection Date', 'Scheduled Completion Date', 'Status Date', 'Last Vendor Check-in Date', 'Binding Operational Directive 22-01 Due Date']
const WIDE: readonly string[] = ['Weakness Name', 'Weakness Description', 'Overall Remediation Plan', 'Planned Milestones', 'Milestone Changes']

/** Plans in the columns of FedRAMP. */
export const poam: BlockSection = {
  name: 'poam', kind: 'block', summary: 'POA&M items in the column order of the FedRAMP template',
  options: { state: { summary: 'open or closed items', values: ['open', 'closed'], default: 'open' } },
  render: (context, { state }) => {
    const closed = state === 'closed'
    const items = context.applications.flatMap((entry) => entry.poam.filter(({ data }) => data.opened <= context.asOf && isClosed(data, context.asOf) === closed).map(({ data }) => ({ entry, item: data })))
    const { captions, sheets, noPlan } = context.texts
    return dataTable(context, { id: closed ? 'poam-closed' : 'poam-open', caption: closed ? captions.poamClosed : captions.poamOpen, wide: true, filterable: true, sheet: closed ? sheets.poamClosed : sheets.poamOpen },
      COLUMNS.map((title, index) => ({ key: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title, kind: DATES.includes(title) ? 'date' as const : 'text' as const, width: WIDE.includes(title) ? 3 : 1, ...(index === 0 && { heads: true as const }) })),
      items.map(({ entry, item }) => rowOf(context, entry, item)), noPlan)
  },
}

function rowOf(context: DocumentContext, entry: AssessedApplication, item: PoamItem): Row {
  const { texts, tool, asOf } = context
  const none = notStated(context)
  const finding = entry.findings.find(({ control, state }) => control === item.control && state === 'not-satisfied')
  const reasons = finding?.reasons ?? []
  const exception = entry.exceptions.find(({ data }) => data.id === finding?.accepted?.id)?.data
  const objectives = [...new Set(reasons.flatMap(({ objective }) => objective ?? []))]
  const cells: Readonly<Partial<Record<(typeof COLUMNS)[number], Content>>> = {
    'POAM ID': `${entry.id}/${item.id}`, 'Controls': item.control, 'Weakness Name': item.weakness, 'Weakness Description': reasons.length === 0 ? none : lines(reasons.map(({ text }) => sentence(text))),
    'Weakness Detector Source': `${tool.name} ${tool.version}`, 'Weakness Source Identifier': objectives.length === 0 ? item.control : objectives.join(', '), 'Asset Identifier': [...new Set([entry.id, ...reasons.flatMap(({ component }) => component ?? [])])].join(', '),
    'Point of Contact': person(context, item.owner), 'Overall Remediation Plan': stated(context, item.plan), 'Original Detection Date': item.opened, 'Scheduled Completion Date': item['scheduled-completion'],
    'Planned Milestones': listOr(context, (item.milestones ?? []).map(({ on, text, done }, index) => `(${index + 1}) ${on}: ${text}${done === true ? ` (${texts.done})` : ''}`)),
    'Milestone Changes': listOrNone(context, (item['milestone-changes'] ?? []).filter(({ on }) => on <= asOf).map(({ on, reason, 'scheduled-completion': day }, index) => `(${index + 1}) ${on}: ${reason}${day === undefined ? '' : ` (${day})`}`)),
    'Status Date': item.closed && item.closed.on <= asOf ? item.closed.on : asOf, 'Original Risk Rating': finding ? texts.levels[finding.severity] : none, 'Deviation Rationale': stated(context, exception?.reason),
    'Supporting Documents': stated(context, item.closed?.evidence ?? ([...new Set(reasons.flatMap(({ evidence }) => evidence ?? []))].join(', ') || undefined)), 'Comments': stated(context, item.cause), 'Service Name': entry.application.title,
  }
  return COLUMNS.map((column) => cells[column] ?? none)
}
