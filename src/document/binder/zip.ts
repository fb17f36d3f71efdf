import { Zip, ZipDeflate } from 'fflate'
import { FIRST } from '../rewrite-package.js'

/** A file that goes into a zip. */
export type ZipEntry = { readonly path: string; readonly chunks: AsyncIterable<Uint8Array> }

/** The bytes of a zip, piece by piece, so that no file is held whole. The same entries give the same bytes: dates are those of the first day that a zip knows. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let fault: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) fault = error
    else ready.push(chunk)
  })
  for await (const { path, chunks } of entries) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = FIRST
    zip.add(file)
    for await (const chunk of chunks) {
      file.push(chunk)
      yield* taken(ready)
    }
    file.push(new Uint8Array(), true)
    yield* taken(ready)
    if (fault) throw fault
  }
  zip.end()
  yield* taken(ready)
  if (fault) throw fault
}

const taken = (ready: Uint8Array[]): readonly Uint8Array[] => ready.splice(0)
