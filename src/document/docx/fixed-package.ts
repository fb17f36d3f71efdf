import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { CivilDate } from '../../schema/types.js'

const ADDED = /\brId(?!\d+")[\w-]+(?=")/g // an id that docx draws at random

/** A package of docx with what it draws at random numbered in order, its dates those of the document, and its parts as `changes` return them. */
export function fixedPackage(bytes: Uint8Array, asOf: CivilDate, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const files = unzipSync(bytes)
  const noon = `${asOf}T12:00:00Z`
  const ids = new Map<string, string>()
  const numbered = (xml: string): string => xml.replace(ADDED, (id) => { const known = ids.get(id) ?? `rIdLink${ids.size + 1}`; ids.set(id, known); return known })
  const settled = (name: string, written: string): string => {
    const xml = changes[name]?.(written) ?? written
    if (name === 'docProps/core.xml') return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${noon}`)
    if (name === 'word/document.xml') return numbered(xml.replaceAll('<w:p><w:pPr><w:sectPr', '<w:p><w:pPr><w:pStyle w:val="TableEnd"/><w:sectPr'))
    return name === 'word/_rels/document.xml.rels' ? numbered(xml) : xml
  }
  // The document is numbered before its relations, and the types come first, where some readers look for them.
  const names = ['[Content_Types].xml', 'word/document.xml', ...Object.keys(files).sort()]
  const zipped: Zippable = {}
  for (const name of new Set(names)) {
    const content = files[name]
    if (content !== undefined && !name.endsWith('/')) zipped[name] = [name.endsWith('.xml') || name.endsWith('.rels') ? strToU8(settled(name, strFromU8(content))) : content, { mtime: EARLIEST, level: 6 }]
  }
  return zipSync(zipped)
}

const EARLIEST = '1980-01-01T00:00:00' // no zip can hold an earlier date
