import { sha256 } from '../../src/model/digest.js'
import { readXlsx } from './read-xlsx.js'
import type { Rendered } from './render-documents.js'

/** What is kept of a document: the document itself where a person can read it, and otherwise what stands in it, with a digest of its bytes. */
export function goldenOf({ file, bytes }: Rendered): { readonly file: string; readonly text: string } {
  if (typeof bytes === 'string') return { file, text: bytes }
  if (file.endsWith('.xlsx')) return { file: `${file}.txt`, text: `${sha256(bytes)}  ${file}\n${workbook(bytes)}` }
  throw new Error(`nobody can read the golden of ${file}`)
}

// A line for each cell that is not text, and for each text; what is behind a text that has several lines is indented.
const workbook = (bytes: Uint8Array): string => readXlsx(bytes).map(({ name, cells, filter, frozen, landscape, widths, header, links }) => [
  '', `== ${name}: ${[`frozen up to ${frozen ?? 'nothing'}`, filter === undefined ? 'no filter' : `filter ${filter}`, landscape ? 'landscape' : 'portrait', `widths ${widths.join(' ')}`].join(', ')}`, `   ${header}`,
  ...cells.filter(({ shown }) => shown !== '').map(({ at, kind, shown }) => `${at}${kind === 'text' ? '' : ` ${kind}`}: ${shown.replaceAll('\n', '\n    ')}${links.has(at) ? ` → ${links.get(at) ?? ''}` : ''}`),
].join('\n')).join('\n') + '\n'
