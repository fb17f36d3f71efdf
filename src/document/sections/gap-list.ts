import { groupBy } from '../../model/group-by.js'
import { controlName, run, sentence, tellsWhose, where } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { gapsOf, placeOfReason, type GapFact } from '../gap-facts.js'
import { code, link, type Content } from '../nodes.js'
import type { BlockSection } from '../section.js'
import type { Block } from '../tree.js'

/** Every reason of every gap, one row each; controls that an entry leaves unanswered in a table of their own, with why and where once. */
export const gapList: BlockSection = {
  name: 'gap-list', kind: 'block', summary: 'every gap, one row for each reason: control, objective, reason, evidence id, file and line, severity, first day, day due, state; unanswered controls apart, with reason and place once for each entry',
  options: { links: { summary: 'whether the control links to its gap below', values: ['yes', 'no'], default: 'no' } },
  render: (context, { links }) => {
    const { texts } = context
    const gaps = gapsOf(context)
    const alike = new Set(unansweredAlike(gaps).flat())
    const told = gaps.filter((gap) => !alike.has(gap))
    return [
      ...(told.length === 0 && gaps.length > 0 ? [] : dataTable(context, { id: 'gaps', caption: texts.captions.gaps, wide: true, filterable: true, sheet: texts.sheets.gaps }, [
        ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', heads: true, width: 2 }, { key: 'severity' }, { key: 'objective' }, { key: 'component' }, { key: 'reason', width: 4 }, { key: 'evidence', width: 2 }, { key: 'where', width: 3 },
        { key: 'since', kind: 'date' }, { key: 'due', kind: 'date' }, { key: 'gapState', width: 1.6 },
      ], told.flatMap((gap) => rowsOf(context, gap, links === 'yes')), texts.noGaps)),
      ...unansweredOf(context, unansweredAlike(gaps), links === 'yes'),
    ]
  },
}

function rowsOf(context: DocumentContext, gap: GapFact, linked: boolean): readonly Row[] {
  const { entry, finding } = gap
  return finding.reasons.map((reason) => [
    ...(tellsWhose(context) ? [entry.id] : []), nameOf(context, gap, linked), context.texts.levels[finding.severity], reason.objective ?? '', reason.component ?? '', sentence(reason.text),
    reason.evidence === undefined ? '' : code(reason.evidence), where(placeOfReason(gap, reason)), reason.since, finding.due ?? '', stateOfGap(context, gap),
  ])
}

const nameOf = (context: DocumentContext, gap: GapFact, linked: boolean): Content => (linked ? link(`#${gapAnchor(gap)}`, controlName(context, gap.finding.control)) : controlName(context, gap.finding.control))

// Of each entry the largest group of unanswered controls that have one reason, the same, in the same place: it is told once.
function unansweredAlike(gaps: readonly GapFact[]): readonly (readonly GapFact[])[] {
  return [...groupBy(gaps, ({ entry }) => entry.id).values()].flatMap((ofEntry) => {
    const groups = groupBy(ofEntry.filter(isBare), (gap) => reasonsOf(gap).map(({ text, place }) => `${place.file}:${place.range.start.line} ${text}`).join('\n'))
    const [largest] = [...groups.values()].sort((a, b) => b.length - a.length)
    return largest && largest.length > 1 ? [largest] : []
  })
}

const reasonsOf = (gap: GapFact) => gap.finding.reasons.map((reason) => ({ text: reason.text, place: placeOfReason(gap, reason) }))

const isBare = ({ finding: { answered, reasons } }: GapFact): boolean => !answered && reasons.length === 1 && reasons.every(({ objective, component, evidence }) => objective === undefined && component === undefined && evidence === undefined)

function unansweredOf(context: DocumentContext, groups: readonly (readonly GapFact[])[], linked: boolean): readonly Block[] {
  if (groups.length === 0) return []
  const { texts } = context
  const whose = tellsWhose(context) ? [{ key: 'entry' } as const] : []
  const why = groups.flatMap((group) => group.slice(0, 1).flatMap((gap) => reasonsOf(gap).map(({ text, place }): Row => [...(tellsWhose(context) ? [gap.entry.id] : []), String(group.length), sentence(text), where(place)])))
  return [
    ...dataTable(context, { id: 'unanswered', caption: texts.captions.unanswered }, [...whose, { key: 'unanswered', kind: 'count' }, { key: 'reason', width: 3 }, { key: 'where', width: 3 }], why),
    ...dataTable(context, { id: 'gaps-unanswered', caption: texts.captions.unansweredControls, filterable: true, sheet: texts.sheets.unansweredControls }, [
      ...whose, { key: 'control', heads: true, width: 4 }, { key: 'severity' }, { key: 'since', kind: 'date' }, { key: 'due', kind: 'date' }, { key: 'gapState', width: 2 },
    ], groups.flat().flatMap((gap) => gap.finding.reasons.map(({ since }): Row => [...(tellsWhose(context) ? [gap.entry.id] : []), nameOf(context, gap, linked), texts.levels[gap.finding.severity], since, gap.finding.due ?? '', acceptedOrOpen(context, gap)]))),
  ]
}

/** The anchor of a gap in the same document. */
export const gapAnchor = ({ entry, finding }: GapFact): string => `gap-${entry.id}-${finding.control.toLowerCase()}`

/** Whether a gap is open, overdue, or accepted until a day; and that nothing was said of it. */
export const stateOfGap = (context: DocumentContext, gap: GapFact): Content => (gap.finding.answered ? acceptedOrOpen(context, gap) : run(acceptedOrOpen(context, gap), `, ${context.texts.unansweredWord}`))

const acceptedOrOpen = ({ texts }: DocumentContext, { finding, overdue }: GapFact): string => (finding.accepted ? texts.acceptedUntil(finding.accepted.until, finding.accepted.id) : overdue > 0 ? texts.overdueBy(overdue) : texts.open)
