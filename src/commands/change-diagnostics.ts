import { findTouched, type FindTouched } from '../assess/find-touched.js'
import type { Library } from '../model/library.js'
import { libraryChanges, type LibraryChanges } from '../model/library-changes.js'
import { rules } from '../rules/index.js'
import { runChangeRules } from '../rules/run-rules.js'
import type { CivilDate } from '../schema/types.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { listInWords } from '../source/list-in-words.js'
import type { Workspace } from './workspace.js'

/** With what a catalog is compared: how that was named, its day, the day of the run, and files that could not be read of then. */
export type ComparedCatalog = { readonly than: string; readonly then: CivilDate; readonly asOf: CivilDate; readonly unread?: ReadonlySet<string> }

/** What differs between the catalog of then and that of a workspace, which entries that touches, and what the rules about changes find: most of all a change without its version. */
export function changeDiagnostics({ library, inventory }: Workspace, previous: Library, { than, then, asOf, unread }: ComparedCatalog): { readonly changes: LibraryChanges; readonly touched: FindTouched; readonly diagnostics: readonly Diagnostic[] } {
  const changes = libraryChanges(previous, library, unread)
  const touched = findTouched([previous, library], () => [...inventory.values()].map((entry) => entry.read().data), asOf)
  return { changes, touched, diagnostics: runChangeRules(rules, { previous, library, changes, than, then, asOf }, (touch) => touchedInWords(touched(touch))) }
}

const MOST = 5

/** Which entries a change touches, as a sentence; empty for none. */
export const touchedInWords = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : `It touches ${listInWords(ids, 'and', MOST)}.`
