/** One entry of a document that is imported. */
export type ImportedEntry = {
  /** Identifier as the file prints it. */
  readonly id: string
  readonly kind?: string
  readonly title?: string
  /** Identifier of the entry that it stands under. */
  readonly parent?: string
  readonly text?: string
  /** The file itself says that it was withdrawn. */
  readonly withdrawn?: true
  /** Where it stands: a line, or a path into JSON. */
  readonly at: string
}

/** What an imported file holds, or everything that is wrong with it, each with where it stands. */
export type Imported =
  | { readonly entries: readonly ImportedEntry[]; readonly title?: string; readonly version?: string; readonly published?: string }
  | { readonly problems: readonly { readonly at: string; readonly message: string }[] }
