import type { CivilDate, LeftOutControl, TailoredParameter, TailoredSeverity, TailoredValidity, Tailoring, Tier } from '../schema/types.js'
import { locateAll, type Doc, type Located } from './doc.js'

/** One entry of `tailoring.yaml`, with the control that it is about. */
export type TailoringEntry = { readonly control: string } & (
  | { readonly kind: 'left-out'; readonly part: Located<LeftOutControl> }
  | { readonly kind: 'parameter'; readonly part: Located<TailoredParameter> }
  | { readonly kind: 'validity'; readonly part: Located<TailoredValidity> }
  | { readonly kind: 'severity'; readonly part: Located<TailoredSeverity> }
)

/** What one entry changes in a control of the built-in catalog. */
export type TailoredChange = {
  readonly kind: TailoringEntry['kind']
  readonly control: string
  /** The parameter or objective that is changed; absent where it is the control as a whole. */
  readonly of?: string
  /** What it was and what it is now, in words; absent for a control that is left out. */
  readonly from?: string
  readonly to?: string
  /** Whether less is asked than before, in any tier. */
  readonly loosens: boolean
  /** The tiers in which less is asked, where they differ; absent where it is so in all. */
  readonly tiers?: readonly Tier[]
  readonly reason: string
  readonly 'approved-by'?: string
  readonly 'approved-on'?: CivilDate
  /** Whether it holds on the day: what loosens holds from the day of its approval. */
  readonly holds: boolean
  readonly part: Located<unknown>
}

/** The entries of `tailoring.yaml`, list by list. */
export const entriesOf = (doc: Doc<Tailoring>): readonly TailoringEntry[] => [
  ...locateAll(doc, 'left-out', doc.data['left-out']).map((part) => ({ kind: 'left-out' as const, control: part.data.control, part })),
  ...locateAll(doc, 'parameters', doc.data.parameters).map((part) => ({ kind: 'parameter' as const, control: part.data.control, part })),
  ...locateAll(doc, 'validity', doc.data.validity).map((part) => ({ kind: 'validity' as const, control: controlOfObjective(part.data.objective), part })),
  ...locateAll(doc, 'severity', doc.data.severity).map((part) => ({ kind: 'severity' as const, control: part.data.control, part })),
]

/** The control of an objective: `TST-03` of `TST-03.a`. */
export const controlOfObjective = (objective: string): string => objective.split('.')[0] ?? objective

/** What a change is about, as the subject of a sentence: `TST-03 max-open-high`. */
export const nameOfChange = ({ control, of }: Pick<TailoredChange, 'control' | 'of'>): string => (of === undefined ? control : of.startsWith(`${control}.`) ? of : `${control} ${of}`)
