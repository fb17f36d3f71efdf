import { openSync, readFileSync, statSync } from 'node:fs'
import type { ArtifactState, FileText } from '../source/file-text.js'
import { decode, hashBytes, hashStream, isPointer, pointedDigest, POINTER_BYTES } from './file-content.js'
import type { GitObject, ObjectReader } from './git-objects.js'

/** What blobs are read with: the objects, and the file in which git LFS keeps content of a digest here, if it does. */
export type BlobContext = { readonly objects: ObjectReader; readonly lfsFile: (sha256: string) => string }

/** What is thrown for an object that should be there. */
export const notHere = (id: string): Error => new Error(`The git object ${id} is not in this clone: it is damaged, or a partial clone. Run \`git fetch --refetch --no-filter\`, or clone it whole.`)

const SMALL = 64 * 1024
const REMEMBERED_BYTES = 4 * 1024 * 1024

/** A reader that keeps what was read last: the digest of an artifact is often followed by its text. */
export function remembering(objects: ObjectReader): ObjectReader {
  const recent = new Map<string, GitObject & { readonly bytes: Buffer }>()
  let held = 0
  return async (id, { upTo, digest = false }) => {
    const known = recent.get(id)
    if (known && (digest || known.size <= upTo)) return digest ? { ...known, sha256: hashBytes(known.bytes) } : known
    const object = await objects(id, { upTo: Math.max(upTo, digest ? SMALL : 0), digest })
    if (!digest || object?.bytes === undefined) return object
    recent.set(id, { ...object, bytes: object.bytes })
    held += object.size
    for (const [oldest, { size }] of recent) {
      if (held <= REMEMBERED_BYTES) break
      recent.delete(oldest)
      held -= size
    }
    return object
  }
}

/** The text of a blob, or of the file that its git LFS pointer stands for where that is at hand. */
export async function readText({ objects, lfsFile }: BlobContext, id: string, upTo: number): Promise<FileText> {
  const object = await objects(id, { upTo })
  if (object === undefined) throw notHere(id)
  if (object.bytes === undefined) return { refused: 'too-large' }
  const pointed = pointedDigest(object.bytes)
  const held = pointed === undefined ? undefined : lfsFile(pointed)
  const size = held === undefined ? undefined : statSync(held, { throwIfNoEntry: false })?.size
  if (held === undefined || size === undefined) return decode(object.bytes, upTo)
  return size > upTo ? { refused: 'too-large' } : decode(readFileSync(held), upTo)
}

/** The digest of a blob, or of the file that its git LFS pointer stands for where that is at hand. */
export async function digestOf({ objects, lfsFile }: BlobContext, id: string): Promise<ArtifactState> {
  const object = await objects(id, { upTo: POINTER_BYTES, digest: true })
  if (object?.sha256 === undefined) throw notHere(id)
  if (object.bytes === undefined || !isPointer(object.bytes)) return { sha256: object.sha256 }
  const pointed = pointedDigest(object.bytes)
  const fd = pointed === undefined ? undefined : openIfThere(lfsFile(pointed))
  return fd === undefined ? { refused: 'lfs-pointer' } : { sha256: await hashStream(fd) }
}

function openIfThere(file: string): number | undefined {
  const fd = statSync(file, { throwIfNoEntry: false })?.isFile() ? openSync(file, 'r') : undefined
  return fd
}
