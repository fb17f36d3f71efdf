import { isAscii } from 'node:buffer'
import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { MAX_FILE_BYTES, type FileText } from '../source/file-text.js'
import type { Position } from '../source/place.js'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file's bytes, of which there may be so many, or why it is none. */
export function decode(bytes: Buffer, upTo = MAX_FILE_BYTES): FileText {
  if (bytes.length > upTo) return { refused: 'too-large' }
  if (isUtf16(bytes)) return { refused: 'not-utf8', foreign: { at: { line: 1, column: 1 }, utf16: true } }
  try {
    return { text: isAscii(bytes) ? bytes.toString('latin1') : UTF8.decode(bytes) }
  } catch {
    return { refused: 'not-utf8', foreign: { at: firstForeign(bytes), utf16: false } }
  }
}

// By its byte order mark, or by the zero beside each letter; no text in UTF-8 begins like this.
const isUtf16 = ([first, second]: Buffer): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0)

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    UTF8.decode(bytes)
    return true
  } catch {
    return false
  }
}

// A line break is one byte that stands in no other character, so lines can be looked at alone.
function firstForeign(bytes: Buffer): Position {
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    line += 1
    start = end + 1
  }
  const rest = bytes.indexOf(10, start)
  return { line, column: bytes.toString('utf8', start, rest < 0 ? bytes.length : rest).indexOf('\ufffd') + 1 }
}

const POINTER = 'version https://git-lfs.github.com/spec/'

/** Bytes that a git LFS pointer, which is a small text, never exceeds. */
export const POINTER_BYTES = 1024

/** Whether bytes are a git LFS pointer, which stands for a file held elsewhere. */
export const isPointer = (bytes: Buffer): boolean => bytes.length < POINTER_BYTES && bytes.toString('latin1', 0, POINTER.length) === POINTER

/** SHA-256 that a git LFS pointer names. */
export const pointedDigest = (bytes: Buffer): string | undefined => (isPointer(bytes) ? /^oid sha256:([0-9a-f]{64})$/m.exec(bytes.toString('latin1'))?.[1] : undefined)

/** SHA-256 of bytes. */
export const hashBytes = (bytes: Uint8Array): string => hash('sha256', bytes)

/** SHA-256 of an open file, read as a stream from its beginning, which closes it. */
export async function hashStream(fd: number): Promise<string> {
  const hasher = createHash('sha256')
  for await (const chunk of createReadStream('', { fd, start: 0 })) hasher.update(chunk)
  return hasher.digest('hex')
}
