import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { CivilDate } from '../../schema/types.js'

/** A part of a package, in pieces. */
export type Pieces = readonly (string | Uint8Array)[]

const DRAWN = /\brId(?!\d+")[\w-]+(?=")/g

/** Gives the ids that docx draws at random a number, in the order in which they are met. */
export function numberIds(): (xml: string) => string {
  const ids = new Map<string, string>()
  return (xml) => xml.replace(DRAWN, (id) => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`
    ids.set(id, known)
    return known
  })
}

/** A package of docx with the dates of the document, its files in a fixed order, and its parts as `changes` return them. */
export function fixedPackage(bytes: Uint8Array, asOf: CivilDate, changes: Readonly<Record<string, (xml: string) => Pieces>>): Uint8Array {
  const files = unzipSync(bytes)
  const settled = (name: string, content: Uint8Array): Uint8Array => {
    const change = name === 'docProps/core.xml' ? (xml: string): Pieces => [xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asOf}T12:00:00Z`)] : changes[name]
    return change === undefined ? content : joined(change(strFromU8(content)))
  }
  // The types come first, where some readers look for them.
  const names = new Set(['[Content_Types].xml', ...Object.keys(files).sort()])
  const zipped: Zippable = {}
  for (const name of names) {
    const content = files[name]
    // A picture is packed already.
    if (content !== undefined && !name.endsWith('/')) zipped[name] = [settled(name, content), { mtime: EARLIEST, ...(name.endsWith('.png') && { level: 0 }) }]
  }
  return zipSync(zipped)
}

const EARLIEST = '1980-01-01T00:00:00' // no zip can hold an earlier date

function joined(pieces: Pieces): Uint8Array {
  const encoded = pieces.map((piece) => (typeof piece === 'string' ? strToU8(piece) : piece))
  const whole = new Uint8Array(encoded.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of encoded) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
