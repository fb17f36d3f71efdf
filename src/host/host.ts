import type { ArtifactState, FileText } from '../source/file-text.js'

/** Where text goes. A write is done when the returned promise is. */
export type Output = {
  readonly write: (text: string) => Promise<void>
  readonly isTerminal: boolean
  /** Width in columns; undefined when it is not a terminal. */
  readonly columns?: number
}

/** A file of a folder that is written: its path below the folder, and its content. */
export type FolderEntry = { readonly path: string; readonly chunks: AsyncIterable<string | Uint8Array> }

/** The world, as the commands see it: files, clock, terminal. Paths are absolute or relative to a given folder, with forward slashes. */
export type Host = {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Output
  readonly err: Output
  /** All of the standard input. */
  readonly readInput: () => Promise<FileText>
  /** Today in UTC, `2026-11-21`. */
  readonly today: () => string
  /** Files below a folder, relative to it, sorted, without what lies below `.git` and `node_modules`; undefined when there is no such folder. `depth` is the number of folders to go down. */
  readonly list: (folder: string, depth: number) => Promise<readonly string[] | undefined>
  /** Names of the folders in a folder, sorted; undefined when there is no such folder. */
  readonly folders: (folder: string) => Promise<readonly string[] | undefined>
  /** Texts of files below a folder. Never follows a link out of it. */
  readonly readTexts: (folder: string, files: readonly string[]) => Promise<ReadonlyMap<string, FileText>>
  /** Digests of files below a folder. Never follows a link out of it. */
  readonly digests: (folder: string, files: readonly string[]) => Promise<ReadonlyMap<string, ArtifactState>>
  /** Writes a file beside its place and then moves it there, so that nothing is half-written. Throws an Error with a message for a person when it cannot. */
  readonly writeFile: (file: string, chunks: AsyncIterable<string | Uint8Array>) => Promise<void>
  /** The bytes of a file below a folder, piece by piece, or why there are none. Never follows a link out of it. */
  readonly readChunks: (folder: string, file: string) => Promise<AsyncIterable<Uint8Array> | { readonly refused: 'absent' | 'outside' | 'unreadable' }>
  /** Writes a folder that is not there yet, with all its files or not at all. Throws an Error with the code EEXIST when it is there. */
  readonly writeFolder: (folder: string, files: AsyncIterable<FolderEntry>) => Promise<void>
  /** The folder that holds `.git`, from a folder upward. */
  readonly findUp: (folder: string, name: string) => Promise<string | undefined>
  /** The git commit that is checked out in a folder, and whether files below the folder differ from it; undefined where there is none. */
  readonly revision: (folder: string) => Promise<{ readonly commit: string; readonly changed: boolean } | undefined>
  /** The built-in library in its compiled form. */
  readonly builtinLibrary: () => Promise<string>
}
