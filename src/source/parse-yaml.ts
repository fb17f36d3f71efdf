// The one file that knows js-yaml: its events give values, offsets and the plain-YAML check from a single parse.
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import type { Checked } from './checked.js'
import { findForbiddenCharacter, nameOfCharacter } from './control-characters.js'
import { docsOf, type Diagnostic } from './diagnostic.js'
import { explainSyntax } from './explain-yaml.js'
import { MAX_DEPTH, MAX_KEYS } from './limits.js'
import { counted } from './list-in-words.js'
import { readPlainScalar, usualForm } from './plain-scalar.js'
import { beginsLine, checkDocument, checkProperties, forbiddenCharacter, isExplicitKey, keyOfParts, lineEnd, Refusal, secondDocument } from './plain-yaml.js'
import { createSource, NOWHERE, type Source } from './source.js'

type Events = ReturnType<typeof parseEvents>
type Event = Events[number]
type ScalarEvent = Extract<Event, { valueStart: number }>

type Frame = {
  readonly value: unknown[] | Record<string, unknown>
  readonly isMapping: boolean
  /** Its record in the spots. */
  readonly at: number[]
  readonly start: number
  end: number
  readonly keys: string[]
  /** The key whose value comes next; undefined when a key comes next. */
  key: string | undefined
}

/** Reads one file of plain YAML. The value is absent when the file cannot be read; the first thing wrong is then the diagnostic. */
export function parseYaml(file: string, text: string): Checked<Source> {
  try {
    return { value: compose(file, text), diagnostics: [] }
  } catch (error) {
    return { diagnostics: [refusalDiagnostic(file, text, explain(error, text))] }
  }
}

function refusalDiagnostic(file: string, text: string, refusal: Refusal): Diagnostic {
  const at = createSource({ file, text, value: undefined, spots: NOWHERE, root: { start: refusal.start, end: refusal.end } })
  const place = at.place('')
  const excerpt = at.excerpt(place.range)
  return { code: refusal.code, severity: 'error', message: refusal.message, place, ...(excerpt && { excerpt }), hint: refusal.hint, docs: docsOf(refusal.code) }
}

function compose(file: string, text: string): Source {
  const forbidden = findForbiddenCharacter(text)
  if (forbidden >= 0) throw forbiddenCharacter(text, forbidden)
  const marker = /^(<{7}|>{7})( |\r?$)/m.exec(text)
  if (marker) throw new Refusal('yaml-syntax', marker.index, marker.index + 7, 'An unfinished merge left a conflict marker here.', 'Keep what both sides added, as entries of their own, and remove the three markers.')

  const events = parseEvents(text, { maxDepth: MAX_DEPTH })
  const [document, root] = events
  if (document === undefined || root === undefined || root.type === EVENT_ID.POP) throw new Refusal('plain-yaml', 0, 0, 'The file is empty.', 'Write its content, or delete the file.')
  if (document.type === EVENT_ID.DOCUMENT) checkDocument(document, text)
  if (root.type !== EVENT_ID.MAPPING) {
    const start = 'start' in root ? root.start : 'valueStart' in root ? Math.max(0, root.valueStart) : 0
    throw new Refusal('plain-yaml', start, lineEnd(text, start), 'The file does not begin with a key: its root must be a mapping.', 'Write `key: value` lines.')
  }
  // A marker that ends a document before it began is skipped by one reader and begins a second document for another.
  if (/^\.\.\.(\s|$)/m.test(text.slice(0, root.start).replace(/^\ufeff/, ''))) throw secondDocument(text)
  return composeRoot(file, text, events)
}

function composeRoot(file: string, text: string, events: Events): Source {
  const spots: number[] = []
  const stack: Frame[] = []
  let top: Frame | undefined
  for (let i = 1; i < events.length; i++) {
    const event = events[i]
    if (event === undefined) break
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        if (top === undefined) throw secondDocument(text)
        if (top.isMapping && top.key === undefined) addKey(top, text, event, keyValue(text, event))
        else addValue(top, scalarValue(text, event), event.valueStart < 0 ? -1 : quoteStart(event), event.valueStart < 0 ? -1 : quoteEnd(event), -1)
        break
      }
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        checkProperties(text, event)
        if (top?.isMapping && top.key === undefined) throw keyOfParts(text, event.start)
        const isMapping = event.type === EVENT_ID.MAPPING
        top = { value: isMapping ? {} : [], isMapping, at: [], start: event.start, end: event.start + 1, keys: [], key: undefined }
        stack.push(top)
        break
      }
      case EVENT_ID.POP: {
        const done = stack.pop()
        if (done === undefined) throw secondDocument(text)
        top = stack[stack.length - 1]
        const record = spots.length
        for (const offset of recordOf(done)) spots.push(offset)
        if (top === undefined) {
          checkEnd(text, events, i + 1)
          spots.push(record)
          return createSource({ file, text, value: done.value, spots: Int32Array.from(spots), root: { start: done.start, end: Math.min(endOf(done, text), lineEnd(text, done.start)) } })
        }
        addValue(top, done.value, done.start, endOf(done, text), record)
        break
      }
      case EVENT_ID.ALIAS:
        throw new Refusal('plain-yaml', event.anchorStart - 1, event.anchorEnd, `The alias \`${text.slice(event.anchorStart - 1, event.anchorEnd)}\` repeats what stands elsewhere, and a reader of this line cannot see it.`, 'Write the value out, or quote a text that begins with `*`.')
      case EVENT_ID.DOCUMENT:
        throw secondDocument(text)
    }
  }
  throw secondDocument(text)
}

// The record of a collection in the order in which its value gives the keys: those that look like an index come first, by their numbers.
function recordOf({ value, isMapping, keys, at }: Frame): readonly number[] {
  if (!isMapping || !keys.some((key) => INDEX.test(key))) return at
  return Object.keys(value).flatMap((key) => { const from = keys.indexOf(key) * 5; return at.slice(from, from + 5) })
}

const INDEX = /^\d/

// The events do not say where a bracket closes: after the last entry come only blanks, commas, comments and the bracket.
function endOf({ start, end }: Frame, text: string): number {
  const opening = text.charAt(start)
  if (opening !== '[' && opening !== '{') return end
  for (let at = end; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === ']' || character === '}') return at + 1
    if (character === '#') at = lineEnd(text, at)
  }
  return end
}

function addKey(frame: Frame, text: string, event: ScalarEvent, value: unknown): void {
  const start = quoteStart(event)
  const end = quoteEnd(event)
  if (event.valueStart < 0 || typeof value !== 'string') {
    const at = Math.max(0, start)
    const written = event.valueStart < 0 ? '' : text.slice(start, end)
    throw new Refusal('plain-yaml', at, Math.max(at, end), written === '' ? 'A key is missing before the colon.' : `The key \`${written}\` is not text.`, written === '' ? 'Write the key.' : `Quote it: \`"${written}"\`.`)
  }
  if (isBlock(event) || isExplicitKey(text, start))
    throw new Refusal('plain-yaml', start, end, 'A key is introduced with a question mark.', `Write \`${shorten(value.split('\n')[0] ?? '')}: …\`.`)
  if (!event.fast && text.slice(event.valueStart, event.valueEnd).includes('\n')) throw new Refusal('plain-yaml', start, end, 'A key goes over more than one line.', 'Write the key on one line.')
  // js-yaml takes `- "x" b: 1` for an entry of a list and a key after it.
  if (frame.at.length > 0 && text.charAt(frame.start) !== '{' && !beginsLine(text, start))
    throw new Refusal('yaml-syntax', start, lineEnd(text, start), `The key \`${shorten(value)}\` does not begin a line.`, 'Begin a new line before it, or quote the whole text.')
  if (value === '__proto__') throw new Refusal('plain-yaml', start, end, 'The key `__proto__` has a special meaning in programs and is not allowed.', 'Choose another key.')
  if (Object.hasOwn(frame.value, value)) throw new Refusal('duplicate-key', start, end, `The key \`${shorten(value)}\` stands twice in this mapping.`, 'Keep one of the two.')
  if (frame.keys.length >= MAX_KEYS) throw new Refusal('too-many-keys', start, end, `A mapping has more than ${counted(MAX_KEYS, 'key')}.`, 'Divide the file.')
  frame.keys.push(value)
  frame.at.push(start, end)
  if (end > frame.end) frame.end = end
  frame.key = value
}

function addValue(frame: Frame, value: unknown, start: number, end: number, record: number): void {
  frame.at.push(start, end, record)
  if (end > frame.end) frame.end = end
  if (Array.isArray(frame.value)) frame.value.push(value)
  else if (frame.key !== undefined) {
    frame.value[frame.key] = value
    frame.key = undefined
  }
}

const isQuoted = (event: ScalarEvent): boolean => event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
// Only a question mark can introduce such a text as a key.
const isBlock = (event: ScalarEvent): boolean => event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
const quoteStart = (event: ScalarEvent): number => (isQuoted(event) ? event.valueStart - 1 : event.valueStart)
const quoteEnd = (event: ScalarEvent): number => (isQuoted(event) ? event.valueEnd + 1 : event.valueEnd)

// The words that YAML 1.1 takes for truth values are allowed as keys, where they can be nothing but text: `on: 2026-09-10`.
function keyValue(text: string, event: ScalarEvent): unknown {
  const short = event.style === SCALAR_STYLE.PLAIN && event.fast && event.valueEnd - event.valueStart <= 3 && event.anchorStart < 0 && event.tagStart < 0
  const word = short ? text.slice(event.valueStart, event.valueEnd) : undefined
  return word !== undefined && /^(y|n|yes|no|on|off)$/i.test(word) ? word : scalarValue(text, event)
}

function scalarValue(text: string, event: ScalarEvent): unknown {
  if (event.anchorStart >= 0 || event.tagStart >= 0) checkProperties(text, event)
  switch (event.style) {
    case SCALAR_STYLE.PLAIN: {
      const plain = event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event)
      const read = readPlainScalar(plain)
      if (read !== 'ambiguous') return read.value
      throw new Refusal('plain-yaml', event.valueStart, event.valueEnd, `\`${shorten(plain)}\` is read differently by different YAML readers.`, usualForm(plain))
    }
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const header = /[|>][+-]?[1-9][+-]?[ ]*(#[^\n]*)?\r?\n?$/.exec(text.slice(Math.max(0, text.lastIndexOf('\n', event.valueStart - 2)), event.valueStart))
      if (header) throw new Refusal('plain-yaml', event.valueStart - header[0].length, event.valueStart - 1, 'The block of text has an indentation indicator.', 'Remove the digit and indent the first line of the text like the others.')
      return getScalarValue(text, event)
    }
    default: {
      const value = event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event)
      const forbidden = event.fast ? -1 : findForbiddenCharacter(value)
      if (forbidden >= 0) throw new Refusal('control-character', event.valueStart - 1, event.valueEnd + 1, `The text holds ${nameOfCharacter(value.charAt(forbidden))}, written as an escape.`, 'Remove it.')
      return value
    }
  }
}

function checkEnd(text: string, events: Events, from: number): void {
  const document = events[0]
  const explicitEnd = document?.type === EVENT_ID.DOCUMENT && document.explicitEnd
  if (explicitEnd || events.slice(from).some((event) => event.type !== EVENT_ID.POP)) throw secondDocument(text)
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function explain(error: unknown, text: string): Refusal {
  if (error instanceof Refusal) return error
  if (!(error instanceof YAMLException)) throw error
  const at = Math.min(error.mark?.position ?? 0, text.length)
  if (/depth/i.test(error.reason)) return new Refusal('too-deep', at, at + 1, `The nesting is deeper than ${MAX_DEPTH} levels.`, 'Flatten it; no format needs more than ten.')
  const { start, end, message, hint } = explainSyntax(error.reason, at, text)
  return new Refusal('yaml-syntax', start, end, message, hint)
}
