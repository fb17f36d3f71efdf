import type { Finding, Reason } from '../model/assessment.js'
import { daysBetween } from '../model/dates.js'
import { gapsAmong } from '../model/gaps.js'
import { isOpen } from '../model/poam.js'
import { rankOf } from '../model/risk-tier.js'
import type { PoamItem } from '../schema/types.js'
import type { AssessedApplication, DocumentContext } from './context.js'

/** A gap of one entry: a control that applies and is not satisfied. */
export type GapFact = {
  readonly entry: AssessedApplication
  readonly finding: Finding
  /** The open plan to close it. */
  readonly plan: PoamItem | undefined
  /** Days that it is overdue on the day of the document; 0 where it is not, or is accepted. */
  readonly overdue: number
}

/** The gaps of some entries, entry by entry, in each the most urgent first and what an exception covers last. */
export const gapsOf = (context: DocumentContext, entries: readonly AssessedApplication[] = context.applications): readonly GapFact[] =>
  entries.flatMap((entry) => openFirst(gapsAmong(entry.findings)).map((finding) => gapFact(context, entry, finding)))

const openFirst = (gaps: readonly Finding[]): readonly Finding[] => [...gaps.filter(({ accepted }) => accepted === undefined), ...gaps.filter(({ accepted }) => accepted !== undefined)]

function gapFact({ asOf }: DocumentContext, entry: AssessedApplication, finding: Finding): GapFact {
  const plan = entry.poam.map(({ data }) => data).find((item) => item.control === finding.control && isOpen(item, asOf))
  const late = finding.accepted === undefined && finding.due !== undefined && finding.due < asOf ? daysBetween(finding.due, asOf) : 0
  return { entry, finding, plan, overdue: late }
}

/** Open gaps of all entries together, the most urgent first. */
export const mostUrgent = (gaps: readonly GapFact[]): readonly GapFact[] =>
  gaps.filter(({ finding }) => finding.accepted === undefined).sort((a, b) => rankOf(b.finding.severity) - rankOf(a.finding.severity) || compare(a.finding.due ?? '', b.finding.due ?? '') || compare(a.entry.id, b.entry.id) || compare(a.finding.control, b.finding.control))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where an author can do something about a reason: its own place, or the answer's. */
export const placeOfReason = ({ finding }: GapFact, reason: Reason) => reason.place ?? finding.place
