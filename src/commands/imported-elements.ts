import type { Imported, ImportedEntry } from '../collect/imported.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { Framework, OfficialText } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { UsageError } from './usage-error.js'

/** What the command line says of a framework that is imported. */
export type Described = { readonly title?: string; readonly edition?: string; readonly publisher?: string; readonly published?: string; readonly licence?: string; readonly url?: string; readonly status?: string }

/** The texts that an imported file has for the elements of a framework, and the ids of the entries that it has otherwise. */
export type Texts = { readonly elements: OfficialText['elements']; readonly unknown: readonly string[]; readonly withdrawn: readonly string[]; readonly without: readonly string[] }

const plain = (id: string): string => id.toLowerCase().replace(/\s+/g, ' ')

/** Which entries are elements of a framework, whatever the case of their ids. */
export function textsFor({ elements }: FrameworkEntry, entries: readonly ImportedEntry[]): Texts {
  const ids = new Map([...elements.keys()].map((id) => [plain(id), id]))
  const found = new Map<string, string>()
  const unknown: string[] = []
  const withdrawn: string[] = []
  const without: string[] = []
  for (const entry of entries) {
    const element = ids.get(plain(entry.id))
    if (entry.withdrawn) withdrawn.push(entry.id)
    else if (element === undefined) unknown.push(entry.id)
    else if (entry.text === undefined) without.push(element)
    else if (!found.has(element)) found.set(element, entry.text)
  }
  return { elements: [...found].map(([element, text]) => ({ element, text })), unknown, withdrawn, without }
}

/** A framework made of imported entries; `near`: the framework of the library that has many of the same ids, and the ids that it does not have. */
export type Made = { readonly framework: Framework; readonly withdrawn: readonly string[]; readonly near?: { readonly id: string; readonly shared: number; readonly others: readonly string[] } }
type Problems = Extract<Imported, { readonly problems: unknown }>

/** A framework of one's own from imported entries, or what is wrong with them. Throws a UsageError where the command line does not say enough. */
export function ownFramework(id: string, { entries, title, version, published }: Exclude<Imported, Problems>, source: { readonly file: string; readonly imported: string }, described: Described, library: Library): Made | Problems {
  const stated = { title: described.title ?? title, edition: described.edition ?? version, publisher: described.publisher, published: described.published ?? published }
  const missing = (Object.keys(stated) as (keyof typeof stated)[]).filter((key) => stated[key] === undefined) // the keys of stated
  if (missing.length > 0) throw new UsageError(`The library has no framework \`${id}\`, and to begin one its ${listInWords(missing, 'and')} ${missing.length === 1 ? 'is' : 'are'} needed.`, `Add ${listInWords(missing.map((key) => `\`--${key} <${key === 'published' ? 'date' : 'text'}>\``), 'and')}.`)
  const status = (['draft', 'final', 'superseded'] as const).find((word) => word === (described.status ?? 'final'))
  if (status === undefined) throw new UsageError(`\`${described.status}\` is not a value of --status.`, 'Use one of draft, final, superseded.')
  const kept = entries.filter((entry) => entry.withdrawn !== true)
  const problems = [...problemsOf(kept)]
  if (problems.length > 0) return { problems }
  const elements = kept.map((entry) => ({ id: entry.id, kind: slugOf(entry.kind), title: entry.title ?? entry.id, ...(entry.parent !== undefined && kept.some(({ id: other }) => other === entry.parent) && { parent: entry.parent }), ...(entry.text !== undefined && { summary: entry.text }) }))
  const counts: Record<string, number> = {}
  for (const { kind } of elements) counts[kind] = (counts[kind] ?? 0) + 1
  const near = nearest(kept, library)
  return {
    framework: {
      id, title: stated.title ?? id, edition: stated.edition ?? '', status, kind: 'catalog', published: stated.published ?? '', publisher: stated.publisher ?? '',
      source: { ...(described.url !== undefined && { url: described.url }), retrieved: source.imported, licence: described.licence ?? 'Not stated when it was imported', remarks: `Imported from ${source.file}.` },
      text: elements.some((element) => element.summary !== undefined) ? 'official' : 'own-words', counts, elements,
    },
    withdrawn: entries.filter((entry) => entry.withdrawn).map((entry) => entry.id),
    ...(near && { near }),
  }
}

function* problemsOf(entries: readonly ImportedEntry[]): Iterable<{ readonly at: string; readonly message: string }> {
  const seen = new Map<string, string>()
  for (const { id, at, title } of entries) {
    const before = seen.get(id)
    if (!/^[A-Za-z0-9]+([ ._-][A-Za-z0-9]+)*$/.test(id) || id.length > 40) yield { at, message: `\`${id.slice(0, 60)}\` cannot be the id of an element: letters and digits, parted by a dot, hyphen, underscore or space, at most 40.` }
    else if (before !== undefined) yield { at, message: `\`${id}\` stands at ${before} already.` }
    else if (title === undefined) yield { at, message: `\`${id}\` has no title.` }
    seen.set(id, before ?? at)
  }
}

const slugOf = (kind: string | undefined): string => (kind ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'element'

// An edition that the file probably is: at least half of its elements are in it, and the file has more.
function nearest(entries: readonly ImportedEntry[], { frameworks }: Library): Made['near'] {
  const ids = new Set(entries.map((entry) => plain(entry.id)))
  return [...frameworks.values()]
    .map(({ id, elements }) => ({ id, shared: [...elements.keys()].filter((element) => ids.has(plain(element))).length, size: elements.size, elements }))
    .filter(({ shared, size }) => shared >= 5 && shared * 2 >= size)
    .sort((a, b) => b.shared - a.shared)
    .map(({ id, shared, elements }) => { const own = new Set([...elements.keys()].map(plain)); return { id, shared, others: entries.filter((entry) => !own.has(plain(entry.id))).map((entry) => entry.id) } })
    .find(({ others }) => others.length > 0)
}
