import { suggestHint } from '../source/suggest.js'
import type { Library } from '../model/library.js'
import type { Section, SlotOption, SlotValues } from './section.js'

/** A slot as a template writes it, `<!-- slot: gaps framework=iso-42001-2023 -->`. */
export type Slot = { readonly name: string; readonly values: Readonly<Record<string, string>> }

/** What is wrong with a slot. */
export type SlotFault = { readonly code: 'unknown-slot' | 'unknown-slot-option' | 'wrong-slot-value' | 'misplaced-slot'; readonly message: string; readonly hint: string }

const SLOT = /^<!--\s*slot:\s*([^\s>]*)((?:\s+[^\s=]+(?:=(?:"[^"]*"|[^\s"]*))?)*)\s*-->$/

/** The slot of a comment; undefined for any other comment. */
export function readSlot(comment: string): Slot | undefined {
  if (!/^<!--\s*slot\s*:/.test(comment)) return undefined
  const [, name = '', rest = ''] = SLOT.exec(comment.trim()) ?? []
  const values = [...rest.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|([^\s"]*)))?/g)].map(([, key = '', quoted, plain]) => [key, quoted ?? plain ?? ''])
  return { name, values: Object.fromEntries(values) }
}

/** The section of a slot with its values checked and defaults filled in, or what is wrong. */
export function resolveSlot({ name, values }: Slot, sections: readonly Section[], library: Library, inline: boolean): { readonly section: Section; readonly values: SlotValues } | { readonly faults: readonly SlotFault[] } {
  const section = sections.find((candidate) => candidate.name === name)
  if (section === undefined) return { faults: [{ code: 'unknown-slot', message: `There is no section \`${name}\`.`, hint: suggestHint(name, sections.map((candidate) => candidate.name), 'Run `muster list sections` to see all.') }] }
  if (inline && section.kind === 'block') return { faults: [{ code: 'misplaced-slot', message: `The section \`${name}\` is a block and stands within a line.`, hint: 'Put it on a line of its own, with an empty line before and after.' }] }
  const faults = Object.entries(values).flatMap(([key, value]) => faultsOf(name, key, value, section.options, library))
  if (faults.length > 0) return { faults }
  const defaults = Object.entries(section.options).flatMap(([key, option]) => (option.default === undefined ? [] : [[key, option.default]]))
  return { section, values: { ...Object.fromEntries(defaults), ...values } }
}

function faultsOf(name: string, key: string, value: string, options: Readonly<Record<string, SlotOption>>, library: Library): readonly SlotFault[] {
  const option = Object.hasOwn(options, key) ? options[key] : undefined
  const known = Object.keys(options)
  if (option === undefined) {
    return [{ code: 'unknown-slot-option', message: `The section \`${name}\` has no option \`${key}\`.`, hint: known.length === 0 ? 'Remove it: this section has no options.' : suggestHint(key, known, `Use one of ${known.join(', ')}.`) }]
  }
  if (option.values === 'count') return /^[1-9][0-9]{0,3}$/.test(value) ? [] : [wrong(name, key, value, 'Write a whole number from 1, such as `5`.')]
  const words = option.values === 'framework' ? [...library.frameworks.keys()] : option.values
  return words.includes(value) ? [] : [wrong(name, key, value, suggestHint(value, words, option.values === 'framework' ? 'Run `muster list frameworks` to see all.' : `Use one of ${words.join(', ')}.`))]
}

const wrong = (name: string, key: string, value: string, hint: string): SlotFault => ({ code: 'wrong-slot-value', message: `\`${value}\` is not a value of the option \`${key}\` of \`${name}\`.`, hint })
