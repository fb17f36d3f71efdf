import type { Imported, ImportedEntry } from './imported.js'
import { at, isRecord, listAt, parseJson, textAt } from './parse-json.js'

const MAX_LEVELS = 20

/** Reads an OSCAL catalog in JSON (OSCAL 1.x): groups and controls of all levels, each with its label, title and statement. */
export function readOscalCatalog(text: string): Imported {
  if (/^\s*</.test(text)) return problem('1', 'The file is XML, and an OSCAL catalog in JSON is wanted.')
  const parsed = parseJson(text)
  if ('problem' in parsed) return problem('1', parsed.problem)
  const catalog = at(parsed.value, 'catalog')
  if (!isRecord(catalog)) {
    const other = isRecord(parsed.value) ? Object.keys(parsed.value)[0] : undefined
    return problem('/', `The file has no \`catalog\`${other === undefined ? '' : `, but \`${other.slice(0, 60)}\``}.`)
  }
  const entries = [...entriesBelow(catalog, '/catalog', undefined, 0)]
  if (entries.length === 0) return problem('/catalog', 'The catalog has neither groups nor controls.')
  const [title, version] = [textAt(catalog, 'metadata', 'title'), textAt(catalog, 'metadata', 'version')]
  const published = (textAt(catalog, 'metadata', 'published') ?? textAt(catalog, 'metadata', 'last-modified'))?.slice(0, 10)
  return { entries, ...(title !== undefined && { title }), ...(version !== undefined && { version }), ...(published !== undefined && { published }) }
}

const problem = (place: string, message: string): Imported => ({ problems: [{ at: place, message }] })

function* entriesBelow(holder: unknown, path: string, parent: string | undefined, level: number): Iterable<ImportedEntry> {
  if (level > MAX_LEVELS) return
  for (const [key, kind] of [['groups', 'group'], ['controls', 'control']] as const)
    for (const [index, item] of (listAt(holder, key) ?? []).entries()) {
      const place = `${path}/${key}/${index}`
      const id = labelOf(item) ?? textAt(item, 'id')
      if (id !== undefined) {
        const [title, text] = [textAt(item, 'title'), statementOf(item)]
        yield { id, kind: textAt(item, 'class') ?? kind, ...(title !== undefined && { title }), ...(parent !== undefined && { parent }), ...(text !== undefined && { text }), ...(isWithdrawn(item) && { withdrawn: true }), at: place }
      }
      yield* entriesBelow(item, place, id ?? parent, level + 1)
    }
}

// Of several labels the one without a class is the plain one; others are padded with zeros or meant for sorting.
function labelOf(item: unknown): string | undefined {
  const labels = (listAt(item, 'props') ?? []).filter((prop) => textAt(prop, 'name') === 'label')
  return textAt(labels.find((prop) => textAt(prop, 'class') === undefined) ?? labels[0], 'value')
}

const isWithdrawn = (item: unknown): boolean => (listAt(item, 'props') ?? []).some((prop) => textAt(prop, 'name') === 'status' && textAt(prop, 'value')?.toLowerCase() === 'withdrawn')

// A statement may have items, each with a label of its own. What stands for a parameter is kept as it is.
function statementOf(item: unknown): string | undefined {
  const parts = (listAt(item, 'parts') ?? []).filter((part) => ['statement', 'overview'].includes(textAt(part, 'name') ?? ''))
  const lines = parts.flatMap((part) => [...proseOf(part, 0)])
  return lines.length === 0 ? undefined : lines.join('\n')
}

function* proseOf(part: unknown, level: number): Iterable<string> {
  const [label, prose] = [labelOf(part), textAt(part, 'prose')]
  if (prose !== undefined) yield label === undefined || level === 0 ? prose.trim() : `${label} ${prose.trim()}`
  if (level < MAX_LEVELS) for (const below of listAt(part, 'parts') ?? []) if (['item', 'statement'].includes(textAt(below, 'name') ?? '')) yield* proseOf(below, level + 1)
}
