import { plain } from '../document/nodes.js'
import { loadDrawing, type DocumentFormat } from '../document/printers.js'
import type { ChartFacts, DocumentTree, PrinterSeams } from '../document/tree.js'
import type { Host } from '../host/host.js'
import { absolutePath, folderOf } from './options.js'
import type { ReportOptions } from './report.js'

/** A format that was asked for, and the file that one document goes to. */
export type ChosenFormat = { readonly format: DocumentFormat; readonly file?: string }

/** What is written: a file by its path, and its name for a message; without a path it goes to the standard output. */
export type Printed = { readonly path?: string; readonly name: string; readonly bytes: string | Uint8Array }

/** Prints a document in every format that was asked for, before any is written, so that a fault of one leaves no other behind. Files of charts come before the Markdown that shows them. */
export async function printDocument(host: Host, options: ReportOptions, chosen: readonly ChosenFormat[], tree: DocumentTree): Promise<readonly Printed[]> {
  const { id } = tree.data.document
  const folder = options.output === undefined ? undefined : absolutePath(folderOf(host, options), options.output)
  const placed = chosen.map(({ format, file }) => ({ format, path: file ?? (folder === undefined ? undefined : `${folder}/${id}.${format.id}`) }))
  // On the standard output there is no file for a chart to stand in.
  const drawing = placed.some(({ format, path }) => format.charts && path !== undefined) ? await drawingOf(host, tree) : undefined
  const printed: Printed[] = []
  for (const { format, path } of placed) {
    const print = await format.load()
    if (path === undefined) {
      printed.push({ name: format.id, bytes: await print(tree, {}) })
      continue
    }
    const [name, beside] = [lastOf(path), path.slice(0, path.length - lastOf(path).length)]
    const chartFile = ({ id: chart }: ChartFacts): string => `${name.replace(/\.[^.]+$/, '')}-${chart}.svg`
    const bytes = await print(tree, { ...drawing?.seams, ...(drawing && { chartFile }) })
    const pictures = drawing && format.id === 'md' ? chartsOf(tree).map((chart) => ({ path: `${beside}${chartFile(chart)}`, name: chartFile(chart), bytes: drawing.render(chart) })) : []
    printed.push(...pictures, { path, name, bytes })
  }
  return printed
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const chartsOf = ({ children }: DocumentTree): readonly ChartFacts[] => children.flatMap((node) => (node.type === 'chart' ? [node.data] : []))

// What draws is loaded where there is something to draw.
async function drawingOf(host: Host, tree: DocumentTree): Promise<{ readonly render: (chart: ChartFacts) => string; readonly seams: PrinterSeams } | undefined> {
  if (chartsOf(tree).length === 0) return undefined
  const { drawSvg, drawPng } = await loadDrawing()
  const render = (chart: ChartFacts): string => drawSvg(chart, { ...(tree.data.document.onePage && { compact: true }) })
  // What makes pictures is native: where it was left out at installation, or there is none for the machine, a document without them is better than none.
  const renderPicture = async (svg: string): Promise<Uint8Array | undefined> => {
    try {
      return await drawPng(svg, host.font())
    } catch (error) {
      if (!told.has(host)) await host.err.write(`No charts are in Word documents, because this machine cannot make pictures of them: ${messageOf(error)}\nTheir figures are there as tables. To have both, install muster with its optional dependencies.\n`)
      told.add(host)
      return undefined
    }
  }
  return { render, seams: { renderChart: render, renderPicture } }
}

// Told once, however many documents there are.
const told = new WeakSet<Host>()

const messageOf = (error: unknown): string => plain(error instanceof Error ? error.message : String(error)).slice(0, 200)
