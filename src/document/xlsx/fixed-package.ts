import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { unmask } from './safe-string.js'

/** The package of a workbook with dates that no clock sets, and with its strings as they are to be read. */
export function fixedPackage(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const zipped: Zippable = {}
  // The types come first, where some readers look for them.
  for (const name of new Set(['[Content_Types].xml', ...Object.keys(files).sort()])) {
    const content = files[name]
    if (content !== undefined) zipped[name] = [name === 'xl/sharedStrings.xml' ? strToU8(unmask(strFromU8(content))) : content, { mtime: EARLIEST, level: 6 }]
    delete files[name]
  }
  return zipSync(zipped)
}

// No zip can hold an earlier date; it keeps local time without a zone, and fflate asks the date for its local parts.
const EARLIEST = new Date(1980, 0, 1)
