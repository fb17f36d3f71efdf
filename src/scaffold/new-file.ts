/** A file to be written where there is none: its path from the root of the repository, and its text. */
export type NewFile = { readonly path: string; readonly text: string }
