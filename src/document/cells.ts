import type { AssessedApplication, DocumentContext } from './context.js'
import { code, emphasis, inlines, lines, text, type Content } from './nodes.js'
import type { Inline } from './tree.js'
import type { Place } from '../source/place.js'

/** *not stated*: nobody said so, and nothing is derived in its stead. */
export const notStated = ({ texts }: DocumentContext): Inline => emphasis(texts.notStated)

/** What was stated, or *not stated*. */
export const stated = (context: DocumentContext, value: string | undefined): Content => (value === undefined || value.trim() === '' ? notStated(context) : value)

/** The function of a person as `muster.yaml` names it, and the id. */
export function person(context: DocumentContext, id: string | undefined): Content {
  if (id === undefined) return notStated(context)
  const title = context.library.people.get(id)?.title
  return title === undefined ? id : `${title} (${id})`
}

/** `file:line`. */
export const where = (place: Place): Inline => code(`${place.file}:${place.range.start.line}`)

/** A sentence of an assessment: what stands in backticks becomes fixed-width, the first letter a capital. */
export function sentence(words: string): Inline[] {
  const parts = words.split('`')
  const nodes = parts.map((part, index) => ({ part, quoted: index % 2 === 1 && index < parts.length - 1 })).filter(({ part }) => part !== '')
  return nodes.map(({ part, quoted }, index): Inline => (quoted ? code(part) : text(index === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part)))
}

/** A control with its title. */
export const controlName = ({ library }: DocumentContext, id: string): string => {
  const title = library.controls.get(id)?.control.title
  return title === undefined ? id : `${id} ${title}`
}

/** Several contents one below the other, or *not stated*. */
export const listOr = (context: DocumentContext, contents: readonly Content[]): Content => (contents.length === 0 ? notStated(context) : lines(contents))

/** Several contents one below the other, or that there is none: what was looked for and not found, where *not stated* is what nobody said. */
export const listOrNone = ({ texts }: DocumentContext, contents: readonly Content[]): Content => (contents.length === 0 ? texts.nobody : lines(contents))

/** Inline nodes one after the other; strings are taken as they are, white space at their ends included. */
export const run = (...parts: readonly Content[]): Inline[] => parts.flatMap((part) => (typeof part === 'string' ? [text(part)] : inlines(part)))

/** An inventory entry by its title and id. */
export const entryName = ({ application }: AssessedApplication): string => `${application.title} (${application.id})`

/** Whether a document is about several entries, so that rows say whose they are. */
export const tellsWhose = ({ subject }: DocumentContext): boolean => subject === undefined
