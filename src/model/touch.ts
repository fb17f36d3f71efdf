/** What a change of the catalog is about, by which the inventory entries are found that it touches. */
export type Touch =
  | { readonly controls: readonly string[] }
  | { readonly characteristic: string }
  | { readonly factor: string; readonly level?: string }
  /** The table of risk tiers: entries that are in another tier by it. */
  | { readonly table: 'risk' }
