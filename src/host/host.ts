import type { ArtifactState, FileText } from '../source/file-text.js'
import type { GitRefusal, Repository, Revision } from './repository.js'

/** Where text goes. A write is done when the returned promise is. */
export type Output = {
  readonly write: (text: string) => Promise<void>
  readonly isTerminal: boolean
  /** Width in columns; undefined when it is not a terminal. */
  readonly columns?: number
}

/** A revision for a second thread to read: the `top` of its repository, and what is known of it. */
export type ThreadRevision = { readonly repository: string; readonly revision: Revision }

/** A second thread. What crosses to it and back is copied. */
export type Thread = {
  /** Resolves when it has started; what is asked before waits until then. Rejects when it fails to. */
  readonly started: Promise<unknown>
  /** Sends a request; it is answered after those that were sent before it. Rejects when the thread fails. */
  readonly ask: (request: unknown) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** One of several answers. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

/** Questions to a person. An answer is undefined when the person left. */
export type Ask = {
  /** A line of text. `check` says what is wrong with an answer, which is then asked for again. */
  readonly text: (message: string, options?: { readonly initial?: string; readonly check?: (answer: string) => string | undefined }) => Promise<string | undefined>
  readonly choose: (message: string, choices: readonly Choice[], initial?: string) => Promise<string | undefined>
}

/** What came of a write: done; there is a file already; the file says something else than it did; a link leads out of the folder. */
export type Put = 'written' | 'exists' | 'changed' | 'outside'

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
  /** Texts of files below a folder, each of at most so many bytes; default 1 MiB. Never follows a link out of it. */
  readonly readTexts: (folder: string, files: readonly string[], upTo?: number) => Promise<ReadonlyMap<string, FileText>>
  /** Digests of files below a folder. Never follows a link out of it. */
  readonly digests: (folder: string, files: readonly string[]) => Promise<ReadonlyMap<string, ArtifactState>>
  /** Writes a file beside its place and then moves it there, so that nothing is half-written. Throws an Error with a message for a person when it cannot. */
  readonly writeFile: (file: string, chunks: AsyncIterable<string | Uint8Array>) => Promise<void>
  /** Writes a file that is not there yet, whole or not at all. False when it is there: of two who write it at once one wins. */
  readonly createFile: (file: string, chunks: AsyncIterable<string>) => Promise<boolean>
  /** Writes a text below a folder, beside its place and then moved there. With `before` only where the file still says that, without it only where there is none. Throws when the disk refuses. */
  readonly putText: (folder: string, file: string, text: string, before?: string) => Promise<Put>
  /** Copies a file to a place below a folder where there is none. */
  readonly putCopy: (from: string, folder: string, file: string) => Promise<Put>
  /** Removes a file below a folder, where there is one. */
  readonly removeFile: (folder: string, file: string) => Promise<void>
  /** Questions to the person at the terminal; absent where there is none, as in a script. */
  readonly ask?: Ask
  /** The e-mail address under which git commits in a folder. */
  readonly gitEmail: (folder: string) => Promise<string | undefined>
  /** Paths below a folder that changed, relative to it, together where they were saved together. The first list is empty: from then on nothing is missed. Ends when the person interrupts. */
  readonly watch: (folder: string) => AsyncIterable<readonly string[]>
  /** The bytes of a file below a folder, piece by piece, or why there are none. Never follows a link out of it. */
  readonly readChunks: (folder: string, file: string) => Promise<AsyncIterable<Uint8Array> | { readonly refused: 'absent' | 'outside' | 'unreadable' }>
  /** Writes a folder that is not there yet, with all its files or not at all. Throws an Error with the code EEXIST when it is there. */
  readonly writeFolder: (folder: string, files: AsyncIterable<FolderEntry>) => Promise<void>
  /** The folder that holds `.git`, from a folder upward. */
  readonly findUp: (folder: string, name: string) => Promise<string | undefined>
  /** Starts a second thread that reads evidence, of the working tree or of a revision; absent where there is only one processor. */
  readonly startThread?: (at?: ThreadRevision) => Thread
  /** The git repository that holds a folder, or the git bundle at a path; or why there is none to read. */
  readonly repository: (path: string) => Promise<Repository | GitRefusal>
  /** Path of the font that pictures are set in. */
  readonly font: () => string
  /** The built-in library in its compiled form. */
  readonly builtinLibrary: () => Promise<string>
}
