import type { Position } from './place.js'

/** The largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 1024 * 1024

/** What stands at a path: text, or why there is none. */
export type FileText = { readonly text: string } | { readonly refused: 'absent' | 'too-large' | 'not-utf8' | 'outside' | 'unreadable'; readonly foreign?: Foreign }

/** Where a file first is not UTF-8, and whether the whole of it looks like UTF-16. */
export type Foreign = { readonly at: Position; readonly utf16: boolean }

/** What stands at the path of an artifact: its digest, or why there is none. */
export type ArtifactState = { readonly sha256: string } | { readonly refused: 'absent' | 'outside' | 'unreadable' | 'lfs-pointer' }
