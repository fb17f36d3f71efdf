import { sha256 } from '../../src/model/digest.js'
import { linesOf, partsOf } from './docx-reader.js'
import { readXlsx } from './read-xlsx.js'
import type { Rendered } from './render-documents.js'

/**
 * What is kept of a document. A text is kept as it is. Of a Word document or a workbook, which nobody can read in a difference and which is half a megabyte for every
 * change of a style, there is its digest, which holds every byte, and what stands in it line by line, which says what it is; of a Word document also the digests of its parts but relations, which say where a difference is.
 */
export function goldenOf({ file, bytes }: Rendered): { readonly file: string; readonly text: string } {
  if (typeof bytes === 'string') return { file, text: bytes }
  const [digests, lines] = file.endsWith('.xlsx') ? [[], cellsOf(bytes)] : [Object.entries(partsOf(bytes)).filter(([name]) => !name.endsWith('.rels')).map(([name, text]) => `${sha256(text)}  ${name}`), linesOf(bytes)]
  return { file: `${file}.txt`, text: `${[`${sha256(bytes)}  ${file}`, ...digests, '', ...lines].join('\n')}\n` }
}

// Sheet by sheet a line for each cell; the further lines of a cell are indented.
const cellsOf = (bytes: Uint8Array): readonly string[] => readXlsx(bytes).flatMap(({ name, cells, filter, frozen, landscape, widths, header, links }) => [
  `== ${name}: ${[`frozen up to ${frozen ?? 'nothing'}`, filter === undefined ? 'no filter' : `filter ${filter}`, landscape ? 'landscape' : 'portrait', `widths ${widths.join(' ')}`].join(', ')}`, `   ${header}`,
  ...cells.filter(({ shown }) => shown !== '').map(({ at, kind, shown }) => `${at}${kind === 'text' ? '' : ` ${kind}`}: ${shown.replaceAll('\n', '\n    ')}${links.has(at) ? ` → ${links.get(at) ?? ''}` : ''}`),
  '',
])
