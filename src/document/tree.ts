import type { BlockContent, Data, Heading, Node, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { CivilDate } from '../schema/types.js'
import type { Language } from './texts/index.js'

/** What a document says about itself; printers put it in properties, headers and footers. The first section prints the same as a table. */
export type DocumentControl = {
  /** The document, `gap` or `soa`, and with an application `gap-support-assistant`: also the name of the file. */
  readonly id: string
  readonly title: string
  /** What it is about: the application, or the portfolio. */
  readonly subtitle: string
  /** Language of the text that the tool writes; `textsIn(language).printer` has what printers write around the tree. */
  readonly language: Language
  readonly organization: string
  readonly asOf: CivilDate
  /** Git revision that the files were read from. Absent where there is none; documents then print *not stated*. */
  readonly revision?: string
  readonly catalog: { readonly id: string; readonly version: string }
  readonly tool: { readonly name: string; readonly version: string }
  /** To print on every page: the draft status of a framework, that something was not assessed. One sentence. */
  readonly notice?: string
  /** True where it is meant to fit on one page: set it small. */
  readonly onePage?: true
}

/** What stands in the cells of a column. A date is `2026-09-30`, a number plain digits with a point, a count digits alone; any cell may say *not stated*, as emphasis, or be empty. */
export type ColumnKind = 'text' | 'date' | 'number' | 'count'

/** A column of a table. */
export type TableColumn = {
  /** Name that stays the same in every language. */
  readonly key: string
  readonly kind: ColumnKind
  /** Share of the width, relative to the other columns. Default 1. */
  readonly width?: number
  /** True where the cell names the row, for readers that cannot see. */
  readonly heads?: true
}

/** What printers know of a table beside its cells. The header row is the first row of the node; cells hold phrasing content, `break` between lines included. */
export type TableFacts = {
  /** Unique in the document, and the same in every language. */
  readonly id: string
  /** Empty for a table of a user's template below no heading but the title. */
  readonly caption: string
  readonly columns: readonly TableColumn[]
  /** Name of its sheet in a workbook: at most 31 characters, none of `[]:*?/\`, unique in the document. Default: the printer makes one from the caption. */
  readonly sheet?: string
  /** True where it needs a landscape page. */
  readonly wide?: true
  /** True where a reader will want to filter its rows. */
  readonly filterable?: true
  /** True for a two-column table of labels and values; its header row says so and need not be shown. */
  readonly fields?: true
}

/** What a series or a category means, so that charts colour it alike. */
export type ChartTone = 'good' | 'partial' | 'bad' | 'worse' | 'accepted' | 'absent' | 'neutral'

/** A chart, and the same figures as a table right behind it. `alt` says in words what it shows. */
export type ChartFacts = {
  readonly id: string
  readonly kind: 'bar' | 'stacked-bar' | 'line'
  readonly title: string
  readonly alt: string
  readonly categories: readonly string[]
  /** True where each bar shows the parts of its own whole, however many that is; the figures stay counts. */
  readonly share?: true
  readonly series: readonly { readonly name: string; readonly tone?: ChartTone; readonly values: readonly number[] }[]
}

/** A chart as a block. Always followed by a table of its figures. */
export interface Chart extends Node {
  type: 'chart'
  data: ChartFacts & Data
}

/** A page break; nothing where there are no pages. */
export interface PageBreak extends Node {
  type: 'pageBreak'
}

/** The table of contents: headings from depth 2 down to `depth`. */
export interface Contents extends Node {
  type: 'contents'
  data: { readonly depth: 2 | 3 | 4 } & Data
}

declare module 'mdast' {
  interface RootData { document?: DocumentControl }
  interface HeadingData { id?: string }
  interface TableData { facts?: TableFacts }
  interface BlockContentMap { chart: Chart; pageBreak: PageBreak; contents: Contents }
  interface RootContentMap { chart: Chart; pageBreak: PageBreak; contents: Contents }
}

/**
 * A finished document: one tree that every printer prints.
 *
 * - One heading of depth 1, the title. Each heading has a `data.id`, unique and stable, those of sections the same in every language; a link to `#id` is a cross-reference, and an `#id` of a table or chart too.
 * - Every table has `data.facts`.
 * - There is no `html` node, no image, no footnote and no definition. What came from files stands in `text` and `inlineCode` nodes alone, neutralised by `text()` of `nodes.ts`; printers escape it for their format and never interpret it.
 * - A link leads to `#id`, or to an `https:` address from the library; never to one from evidence.
 */
export type DocumentTree = Root & { data: { document: DocumentControl } }

/** What sections return. */
export type Block = BlockContent | RootContent
export type Inline = PhrasingContent
export type DocumentHeading = Heading & { data: { id: string } }
export type DocumentTable = Table & { data: { facts: TableFacts } }

/** Prints a document. The result is the same for the same tree, byte for byte. */
export type Printer<T extends string | Uint8Array> = (tree: DocumentTree, seams: PrinterSeams) => Promise<T>

/** What a printer is given beside the tree. */
export type PrinterSeams = {
  /** Draws a chart as SVG, without a browser. Where it is absent the table behind the chart stands alone. */
  readonly renderChart?: (chart: ChartFacts) => string
  /** Makes a PNG of what `renderChart` drew, three pixels for one; undefined where this machine cannot, and then the table behind the chart stands alone. */
  readonly renderPicture?: (svg: string) => Promise<Uint8Array | undefined>
  /** Name of the file beside a Markdown document that holds a chart. Where it is absent the table behind the chart stands alone. */
  readonly chartFile?: (chart: ChartFacts) => string
}
