import { strFromU8, strToU8 } from 'fflate'
import type { CivilDate } from '../../schema/types.js'
import { rewritePackage } from '../rewrite-package.js'

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

/** A package of docx with the dates of the document, and its parts as `changes` return them. */
export const fixedPackage = (bytes: Uint8Array, asOf: CivilDate, changes: Readonly<Record<string, (xml: string) => Pieces>>): Uint8Array =>
  rewritePackage(bytes, (name, content) => {
    const change = name === 'docProps/core.xml' ? (xml: string): Pieces => [xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asOf}T12:00:00Z`)] : changes[name]
    // A picture is packed already.
    return [change === undefined ? content : joined(change(strFromU8(content))), name.endsWith('.png') ? { level: 0 } : {}]
  })

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
