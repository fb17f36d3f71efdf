import type { Reason } from '../model/assessment.js'
import type { Evidence } from '../schema/types.js'
import { indexOf, type AssessmentIndex } from './assessment-index.js'
import { gapsOf, type Gap, type GapWay } from './gap-reasons.js'
import type { At, AssessmentContext, Report } from './rule.js'

/** A gap as a rule is asked to put it into words. */
export type ToldGap = Gap & {
  /** The first of the reasons that the rule tells. */
  readonly reason: Reason
  /** How many more of them there are; they are related. */
  readonly more: number
  /** What asks for the evidence: the objective, or the control where the answer as a whole is at fault. */
  readonly asks: string
  readonly index: AssessmentIndex
}

/** A rule's words, and a better place than that of the reason. */
export type Told = { readonly message: string; readonly hint: string; readonly at?: At | undefined; readonly related?: NonNullable<Report['related']> }

/**
 * Reports for the gaps whose worst reasons have one of the causes: one each, with the other reasons beside it; none where the rule leaves it to another.
 * A gap that an exception covers is a note.
 */
export function* tellGaps(context: AssessmentContext, causes: readonly Reason['cause'][] | 'any', tell: (gap: ToldGap) => Told | undefined, way: GapWay = 'reasons'): Iterable<Report> {
  const { assessment } = context
  const index = indexOf(assessment)
  for (const gap of gapsOf(assessment)) {
    const [reason, ...same] = gap.way === way ? gap.worst.filter(({ cause }) => causes === 'any' || causes.includes(cause)) : []
    if (reason === undefined) continue
    const { finding } = gap
    const beside = distinct(reason, [...same, ...gap.others])
    const more = same.filter((other) => beside.includes(other)).length
    const told = tell({ ...gap, reason, more, asks: reason.objective ?? finding.control, index })
    if (told === undefined) continue
    const { message, hint, at, related = [] } = told
    yield {
      at: at ?? { place: reason.place ?? finding.place },
      message,
      hint,
      related: [...related, ...beside.flatMap((other) => (other.place ? [{ message: `${sentence(other)}.`, at: { place: other.place } }] : []))],
      about: aboutGap(context, gap, reason),
      ...(finding.accepted && { severity: 'note' }),
    }
  }
}

/** What a diagnostic of a gap is about. */
export const aboutGap = ({ assessment }: AssessmentContext, { finding, way }: Pick<Gap, 'finding' | 'way'>, reason?: Reason): NonNullable<Report['about']> => ({
  application: assessment.files.id,
  control: finding.control,
  ...(way !== 'bare-claim' && reason?.objective !== undefined && { objective: reason.objective }),
  // The evidence behind an inherited objective is the platform's.
  ...(way === 'reasons' && reason?.component !== undefined && { component: reason.component }),
  ...(way === 'reasons' && reason?.evidence !== undefined && { evidence: reason.evidence }),
  severity: finding.severity,
  ...(finding.accepted && { 'accepted-until': finding.accepted.until }),
})

/** The text of a reason as the beginning of a sentence. */
export function sentence({ text, evidence }: Pick<Reason, 'text' | 'evidence'>): string {
  if (evidence !== undefined && text.startsWith(`\`${evidence}\``)) return `Evidence ${text}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// Two requests of one objective may find the same thing wrong with one item.
function distinct(told: Reason, others: readonly Reason[]): readonly Reason[] {
  const texts = new Set([told.text])
  return others.filter(({ text }) => !texts.has(text) && texts.add(text))
}

/** The place of a key of the evidence that a reason is about, or of its id where the key is missing: the whole entry would be too much to look at. */
export function atKey({ reason, index }: ToldGap, key: keyof Evidence): At | undefined {
  const part = reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)
  return part && { part, below: [part.data[key] === undefined ? 'id' : key] }
}
