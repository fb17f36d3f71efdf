import type { DocumentContext } from './context.js'
import type { Block, Inline } from './tree.js'

/** An option of a slot: the words that it takes, `framework` for the id of a framework, or `count` for a whole number from 1. */
export type SlotOption = {
  readonly summary: string
  readonly values: readonly string[] | 'framework' | 'count'
  /** What holds where the slot does not say. Absent: see the summary. */
  readonly default?: string
}

/** The option of sections that draw. */
export const WITH_CHART: SlotOption = { summary: 'whether a chart stands above the table', values: ['yes', 'no'], default: 'yes' }

/** The options of a slot as its template states them, with the defaults filled in. All values were checked. */
export type SlotValues = Readonly<Record<string, string>>

/** Where a slot stands: the depth that its headings begin with, the anchor of the heading above it, which its own anchors begin with, and the title of the document. */
export type SlotPlace = { readonly depth: 2 | 3 | 4 | 5 | 6; readonly anchor: string; readonly title: string }

type Named = {
  /** The name of the slot. */
  readonly name: string
  /** One sentence for `muster list sections`. */
  readonly summary: string
  readonly options: Readonly<Record<string, SlotOption>>
}

/** A slot that stands alone and becomes headings, paragraphs, tables and charts. */
export type BlockSection = Named & { readonly kind: 'block'; readonly render: (context: DocumentContext, values: SlotValues, place: SlotPlace) => readonly Block[] }

/** A slot within a heading or a sentence. */
export type InlineSection = Named & { readonly kind: 'inline'; readonly render: (context: DocumentContext) => readonly Inline[] }

/** What stands for a slot of a template. Pure: the same context gives the same nodes. */
export type Section = BlockSection | InlineSection
