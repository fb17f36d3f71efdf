import { sha256 } from '../../src/model/digest.js'
import { linesOf, partsOf, picturesOf, pixelsOf } from './docx-reader.js'
import { readXlsx } from './read-xlsx.js'
import type { Rendered } from './render-documents.js'

/**
 * What is kept of a document. A text is kept as it is. Of a Word document or a workbook, which nobody can read in a difference and which is half a megabyte for every
 * change of a style, there is its digest, which holds every byte, and what stands in it line by line, which says what it is; of a Word document also the digests of its parts but relations, which say where a difference is.
 * Pictures are made by native code, of which nobody promises the same pixels on every processor: of a Word document that holds some there is no digest of the whole, and of each its size. What they show is kept as the drawing beside the Markdown.
 */
export function goldenOf({ file, bytes }: Rendered): { readonly file: string; readonly text: string } {
  if (typeof bytes === 'string') return { file, text: bytes }
  const lines = file.endsWith('.xlsx') ? [`${sha256(bytes)}  ${file}`, '', ...cellsOf(bytes)] : [...digestsOf(file, bytes), '', ...linesOf(bytes)]
  return { file: `${file}.txt`, text: `${lines.join('\n')}\n` }
}

function digestsOf(file: string, bytes: Uint8Array): readonly string[] {
  const pictures = Object.values(picturesOf(bytes)).map((picture) => `picture of ${pixelsOf(picture).join(' × ')}`).sort()
  return [...(pictures.length === 0 ? [`${sha256(bytes)}  ${file}`] : pictures), ...Object.entries(partsOf(bytes)).filter(([name]) => !name.endsWith('.rels')).map(([name, text]) => `${sha256(text)}  ${name}`)]
}

// Sheet by sheet a line for each cell; the further lines of a cell are indented.
const cellsOf = (bytes: Uint8Array): readonly string[] => readXlsx(bytes).flatMap(({ name, cells, filter, frozen, paper, widths, header, links }) => [
  `== ${name}: ${[`frozen up to ${frozen ?? 'nothing'}`, filter === undefined ? 'no filter' : `filter ${filter}`, paper, `widths ${widths.join(' ')}`].join(', ')}`, `   ${header.replaceAll('\n', ' / ')}`,
  ...cells.filter(({ shown }) => shown !== '').map(({ at, kind, shown }) => `${at}${kind === 'text' ? '' : ` ${kind}`}: ${shown.replaceAll('\n', '\n    ')}${links.has(at) ? ` → ${links.get(at) ?? ''}` : ''}`),
  '',
])
