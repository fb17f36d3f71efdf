import { canonicalJson } from '../model/digest.js'
import { parseYaml } from '../source/parse-yaml.js'
import type { Path } from '../source/place.js'
import type { Source } from '../source/source.js'
import { editedValue } from './edited-value.js'
import type { YamlValue } from './write-yaml.js'
import { splicesFor, type Splice } from './yaml-splices.js'

/** One change to a YAML file. Missing keys are written after those that are named in `after`, or last. */
export type YamlEdit =
  /** Adds an entry to the list at a path, which is begun where there is none; with `line` on one line where it begins one. `stub` is the first line of a comment that stands for the entry, and that it takes the place of. */
  | { readonly append: Path; readonly entry: YamlValue; readonly stub?: string | undefined; readonly line?: true; readonly after?: readonly string[] }
  /** Writes a value at a path, instead of the one that is there. */
  | { readonly set: Path; readonly to: string | number | boolean; readonly after?: readonly string[] }
  /** Gives the key at a path another name. */
  | { readonly rename: Path; readonly to: string }
  /** Takes the key at a path away with its value; never the last one of its mapping. */
  | { readonly remove: Path }
  /** Writes a text as comment lines above the line in which what is at a path begins. */
  | { readonly comment: Path; readonly text: string }

/**
 * The text of a file after changes. It takes a source, so that no text reaches `yaml` before `parseYaml` accepted it.
 * Every byte that is not changed stays: comments, order, quotation marks, line ends. What comes out is read again, and refused unless it says what was meant.
 */
export function editYaml(source: Source, edits: readonly YamlEdit[]): string {
  const edited = attempt(source, edits)
  if ('text' in edited) return edited.text
  // What looks like a stub can stand in the middle of a text.
  const plain = attempt(source, edits.map((edit) => ('append' in edit ? { ...edit, stub: undefined } : edit)))
  if ('text' in plain) return plain.text
  throw new Error(`${source.file} was not edited: ${plain.problem}`)
}

function attempt(source: Source, edits: readonly YamlEdit[]): { readonly text: string } | { readonly problem: string } {
  const { splices, stubs } = splicesFor(source.text, edits)
  const text = apply(source.text, splices)
  const read = parseYaml(source.file, text)
  if (read.value === undefined) return { problem: `it could not be read again: ${read.diagnostics[0]?.message ?? ''}` }
  const meant = editedValue(source.value, edits, stubs)
  return canonicalJson(read.value.value) === canonicalJson(meant) ? { text } : { problem: 'it would say something else than what was meant.' }
}

// From the back, so that offsets stay.
function apply(text: string, splices: readonly Splice[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const ordered = splices.map((splice, index) => ({ ...splice, index })).sort((a, b) => b.from - a.from || (a.column ?? 0) - (b.column ?? 0) || b.index - a.index)
  return ordered.reduce((edited, { from, to, text: inserted }) => edited.slice(0, from) + inserted.replaceAll('\n', eol) + edited.slice(to), text)
}
