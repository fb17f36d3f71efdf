import type { ChartFacts, DocumentTree, PrinterSeams } from './tree.js'

/** A format that documents are printed in. */
export type DocumentFormat = {
  /** The word of `--format`, and the extension of the file. */
  readonly id: string
  /** One sentence for `--help`. */
  readonly summary: string
  /** Loads the printer, with what it needs, when it is asked for. */
  readonly load: () => Promise<(tree: DocumentTree, seams: PrinterSeams) => Promise<string | Uint8Array>>
}

/** Every format, in the order in which they are listed. */
export const formats: readonly DocumentFormat[] = [
  { id: 'md', summary: 'Markdown, for a forge', load: async () => (await import('./markdown/to-markdown.js')).toMarkdown },
  { id: 'html', summary: 'one self-contained page, for a browser and for paper', load: async () => (await import('./html/to-html.js')).toHtml },
  { id: 'docx', summary: 'a Word document', load: async () => (await import('./docx/to-docx.js')).toDocx },
]

/** Loads what draws charts as SVG; undefined where nothing does, and the table behind each chart stands alone. */
export const loadCharts: (() => Promise<(chart: ChartFacts) => string>) | undefined = undefined
