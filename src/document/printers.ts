import type { DrawingOptions } from './chart/chart-options.js'
import type { ChartFacts, DocumentTree, PrinterSeams } from './tree.js'

/** A format that documents are printed in. */
export type DocumentFormat = {
  /** The word of `--format`, and the extension of the file. */
  readonly id: string
  /** One sentence for `--help`. */
  readonly summary: string
  /** True where it has a place for charts. */
  readonly charts?: true
  /** Loads the printer, with what it needs, when it is asked for. */
  readonly load: () => Promise<(tree: DocumentTree, seams: PrinterSeams) => Promise<string | Uint8Array>>
}

/** Every format, in the order in which they are listed. */
export const formats: readonly DocumentFormat[] = [
  { id: 'md', summary: 'Markdown, for a forge', charts: true, load: async () => (await import('./markdown/to-markdown.js')).toMarkdown },
  { id: 'html', summary: 'one self-contained page, for a browser and for paper', charts: true, load: async () => (await import('./html/to-html.js')).toHtml },
  { id: 'docx', summary: 'a Word document', charts: true, load: async () => (await import('./docx/to-docx.js')).toDocx },
  { id: 'xlsx', summary: 'a workbook, with a sheet for each table', load: async () => (await import('./xlsx/to-xlsx.js')).toXlsx },
]

/** What draws charts. */
export type Drawing = { readonly drawSvg: (chart: ChartFacts, options?: DrawingOptions) => string; readonly drawPng: (svg: string, font: string) => Promise<Uint8Array> }

/** Loads what draws charts. */
export const loadDrawing = async (): Promise<Drawing> => import('./draw-chart.js')
