import type { Adoption, Catalog, Config, Control, EditionFrom, EvidenceType, Framework, Mapping, MappingReview, MappingReviews, MappingRow, OfficialText, PublishedCrosswalk, Tailoring } from '../schema/types.js'
import type { Path } from '../source/place.js'
import type { Doc, Located } from './doc.js'
import type { People } from './people.js'
import type { TailoredChange } from './tailoring.js'

/** A framework element with what its framework says of it; of a profile, one entry. */
export type FrameworkElement = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly parent?: string
  /** True when it only groups others. */
  readonly heading: boolean
  readonly summary?: string
  readonly 'focus-area'?: string
  readonly priority?: 1 | 2 | 3
  readonly 'standard-practice'?: boolean
  readonly consideration?: string
  /** What a profile says of the profiled element for every focus area. */
  readonly 'general-consideration'?: string
  readonly opportunities?: string
  readonly 'title-confidence'?: 'medium'
  readonly references?: readonly string[]
  /** Where it stands in framework.yaml. */
  readonly path: Path
}

/** A row of a mapping as an element has it. `derived`: not written about this element but about one that took its place; the steps there, the last being the element that it was written about. `review`: the reading of exactly this row by a named person that counts. */
export type MappedRow = Located<MappingRow> & { readonly derived?: readonly RowOrigin[]; readonly review?: MappingReview }

/** An element of a newer edition, and how the controls of a row relate to it. */
export type RowOrigin = { readonly framework: string; readonly element: string; readonly relationship: MappingRow['relationship'] }

/** A framework with its elements and the mapping of our controls to them. */
export type FrameworkEntry = {
  readonly id: string
  readonly framework: Framework
  readonly doc: Doc<Framework>
  /** All elements, headings included, in the publisher's order. */
  readonly elements: ReadonlyMap<string, FrameworkElement>
  readonly mapping?: Doc<Mapping>
  /** The rows of each mapped element, `no-relationship` included. Entries taken as profiled have the rows of the profiled element. */
  readonly rows: ReadonlyMap<string, readonly MappedRow[]>
  /** Elements that nothing of ours relates to, on purpose, with the reason. */
  readonly outside: ReadonlyMap<string, string>
  /** Elements of a superseded edition whose rows, or reason, are derived from the edition that took its place. */
  readonly derived: ReadonlySet<string>
  /** The readings that count of elements outside the catalog and of those taken as profiled. */
  readonly statementReviews: ReadonlyMap<string, MappingReview>
  /** Where the elements of the edition before this one went. */
  readonly editionFrom?: Doc<EditionFrom>
  /** The edition that took this one's place, where it is said element by element what became of this one. */
  readonly successor?: { readonly framework: FrameworkEntry; readonly edition: Doc<EditionFrom> }
  /** Of which scope each control of the library is that somebody can be asked for. Without it every control that a row names counts as one. */
  readonly inForce: ControlsInForce
  /** Controls that tailoring loosened: a set that holds one reaches only partially. */
  readonly loosened: ReadonlySet<string>
}

/** Scopes of the active and deprecated controls by id: a draft and a withdrawn control are asked of nobody. */
export type ControlsInForce = ReadonlyMap<string, Control['scope']>

/** A control with the group that holds it, after tailoring. */
export type ControlEntry = {
  readonly control: Control
  readonly doc: Doc<Control>
  readonly group: string
  /** The control as the catalog has it, and the changes that hold, where it was tailored. */
  readonly before?: Control
  readonly changes?: readonly TailoredChange[]
  /** True when it is asked of nobody here. */
  readonly leftOut?: true
}

/** Whether a control can be asked of anybody. */
export const isInForce = ({ control: { status }, leftOut }: ControlEntry): boolean => (status === 'active' || status === 'deprecated') && leftOut !== true

/** The controls in force among those of a library. */
export const controlsInForce = (controls: Library['controls']): ControlsInForce =>
  new Map([...controls.values()].flatMap((entry): [string, Control['scope']][] => (isInForce(entry) ? [[entry.control.id, entry.control.scope]] : [])))

/** The controls of a library of which less is asked than the catalog does. */
export const loosenedControls = (controls: Library['controls']): ReadonlySet<string> =>
  new Set([...controls.values()].flatMap(({ control, changes = [] }) => (changes.some((change) => change.loosens) ? [control.id] : [])))

/** The files that all applications share, as read. */
export type LibraryDocs = {
  readonly catalogs: readonly Doc<Catalog>[]
  readonly controls: readonly Doc<Control>[]
  readonly evidenceTypes: readonly Doc<EvidenceType>[]
  readonly frameworks: readonly Doc<Framework>[]
  readonly mappings: readonly Doc<Mapping>[]
  readonly editions: readonly Doc<EditionFrom>[]
  readonly officialTexts: readonly Doc<OfficialText>[]
  readonly mappingReviews: readonly Doc<MappingReviews>[]
  readonly publishedCrosswalks: readonly Doc<PublishedCrosswalk>[]
  readonly adoptions: readonly Doc<Adoption>[]
}

/** Catalog layers, frameworks, mappings and decisions, linked by id. Where an id stands twice, the first file counts. */
export type Library = {
  readonly config: Config
  readonly configDoc?: Doc<Config>
  readonly people: People
  readonly tailoringDoc?: Doc<Tailoring>
  /** What tailoring changes or will change, in the order of the file. */
  readonly tailoring: readonly TailoredChange[]
  readonly docs: LibraryDocs
  readonly catalog: Catalog
  readonly characteristics: ReadonlyMap<string, { readonly title: string; readonly question: string }>
  readonly controls: ReadonlyMap<string, ControlEntry>
  readonly evidenceTypes: ReadonlyMap<string, EvidenceType>
  readonly frameworks: ReadonlyMap<string, FrameworkEntry>
  readonly adoptions: ReadonlyMap<string, Doc<Adoption>>
}

/** Name of a framework with its edition, which never travel apart; the edition is not repeated where the title holds it. */
export const nameOfEdition = ({ title, edition, status }: Framework): string =>
  `${title.includes(edition) ? title : `${title}, ${edition}`}${status === 'final' ? '' : ` (${status})`}`
