import { sha256 } from '../../src/model/digest.js'
import { linesOf, partsOf } from './docx-reader.js'
import type { Rendered } from './render-documents.js'

/**
 * What is kept of a document. A text is kept as it is. Of a Word document, which nobody can read in a difference and which is half a megabyte for every change of a
 * style, there is its digest, which holds every byte, those of its parts but relations, which say where a difference is, and its text line by line, which says what it is.
 */
export function goldenOf({ file, bytes }: Rendered): { readonly file: string; readonly text: string } {
  if (typeof bytes === 'string') return { file, text: bytes }
  const digests = Object.entries(partsOf(bytes)).filter(([name]) => !name.endsWith('.rels')).map(([name, text]) => `${sha256(text)}  ${name}`)
  return { file: `${file}.txt`, text: `${[`${sha256(bytes)}  ${file}`, ...digests, '', ...linesOf(bytes)].join('\n')}\n` }
}
