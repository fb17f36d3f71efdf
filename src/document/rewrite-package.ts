import { unzipSync, zipSync, type ZipOptions, type Zippable } from 'fflate'

/** What a part of a package is to be instead: its bytes, and how it is packed. */
export type Rewrite = (name: string, content: Uint8Array) => readonly [Uint8Array, ZipOptions?]

/** An office package with its parts rewritten, in a fixed order and with dates that no clock sets. */
export function rewritePackage(bytes: Uint8Array, rewrite: Rewrite): Uint8Array {
  const files = unzipSync(bytes)
  const zipped: Zippable = {}
  // The types come first, where some readers look for them.
  for (const name of new Set(['[Content_Types].xml', ...Object.keys(files).sort()])) {
    const content = files[name]
    delete files[name]
    if (content === undefined || name.endsWith('/')) continue
    const [rewritten, options] = rewrite(name, content)
    zipped[name] = [rewritten, { mtime: FIRST, ...options }]
  }
  return zipSync(zipped)
}

/** The first day that a zip knows. It keeps local time without a zone, and fflate asks the date for its local parts. */
export const FIRST = new Date(1980, 0, 1)
