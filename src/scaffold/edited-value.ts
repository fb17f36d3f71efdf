import type { Path } from '../source/place.js'
import type { YamlEdit } from './edit-yaml.js'
import type { StubPlace } from './yaml-splices.js'

type Container = Record<string | number, unknown>

/** The value that a file has to have after changes. `stubs` says for each edit where a stub was that its entry takes the place of. */
export function editedValue(before: unknown, edits: readonly YamlEdit[], stubs: readonly (StubPlace | undefined)[]): unknown {
  const value: unknown = structuredClone(before)
  for (const edit of edits) if ('set' in edit) holderOf(value, edit.set)[lastOf(edit.set)] = edit.to
  const lists = new Map(edits.flatMap((edit) => ('append' in edit ? [[edit.append.join('\n'), edit.append]] : [])))
  for (const [name, path] of lists) {
    const holder = holderOf(value, path)
    const old = (holder[lastOf(path)] ?? []) as readonly unknown[] // a list, or nothing
    const added = edits.flatMap((edit, index) => ('append' in edit && edit.append.join('\n') === name ? [{ entry: edit.entry as unknown, order: (stubs[index]?.before ?? Infinity) - 0.5, offset: stubs[index]?.offset ?? index }] : []))
    holder[lastOf(path)] = [...old.map((entry, order) => ({ entry, order, offset: 0 })), ...added].sort((a, b) => (a.order === b.order ? a.offset - b.offset : a.order - b.order)).map(({ entry }) => entry)
  }
  for (const edit of edits) if ('remove' in edit) delete holderOf(value, edit.remove)[lastOf(edit.remove)]
  for (const [holder, names] of renamed(value, edits)) {
    const before = Object.entries(holder)
    for (const [key] of before) delete holder[key]
    for (const [key, entry] of before) holder[names.get(key) ?? key] = entry
  }
  return value
}

// By mapping, since two keys may change names with each other.
function renamed(value: unknown, edits: readonly YamlEdit[]): ReadonlyMap<Container, ReadonlyMap<string, string>> {
  const found = new Map<Container, Map<string, string>>()
  for (const edit of edits) {
    if (!('rename' in edit)) continue
    const holder = holderOf(value, edit.rename)
    found.set(holder, (found.get(holder) ?? new Map<string, string>()).set(String(lastOf(edit.rename)), edit.to))
  }
  return found
}

const lastOf = (path: Path): string | number => path.at(-1) ?? ''

function holderOf(value: unknown, path: Path): Container {
  let at = value as Container // every file is a mapping
  for (const step of path.slice(0, -1)) at = at[step] as Container // edits name what is there
  return at
}
