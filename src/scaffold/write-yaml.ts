import { yamlKey, yamlScalar } from './yaml-scalar.js'

/** A value that YAML can hold and our formats use. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** Columns after which a text is folded, and a mapping or list on one line is divided. */
const WIDTH = 120

/** A mapping; a key whose value is undefined is not written. */
export type YamlMapping = { readonly [key: string]: YamlValue | undefined }

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value)
const isMapping = (value: YamlValue): value is YamlMapping => typeof value === 'object' && !Array.isArray(value)
const isScalar = (value: YamlValue): value is string | number | boolean => typeof value !== 'object'
const entriesOf = (mapping: YamlMapping): readonly (readonly [string, YamlValue])[] => Object.entries(mapping).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))

/** A value on one line, as it stands in braces or brackets: `{ by: grc, on: 2026-09-14 }`, `[a, b]`. */
export function flowYaml(value: YamlValue): string {
  if (isScalar(value)) return yamlScalar(value)
  if (isList(value)) return `[${value.map(flowYaml).join(', ')}]`
  const entries = entriesOf(value)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, one]) => `${yamlKey(key)}: ${flowYaml(one)}`).join(', ')} }`
}

/** A value in the place of one that begins with `quote`: a word keeps quotation marks. */
export const quotedAs = (quote: string, to: string | number | boolean): string =>
  (quote === '"' || quote === '\'') && typeof to === 'string' && /^[A-Za-z0-9._-]+$/.test(to) ? `${quote}${to}${quote}` : flowYaml(to)

/** The keys of a mapping, one to a line or more, without indentation. Small mappings and lists of words stand on one line. */
export const blockYaml = (mapping: YamlMapping): readonly string[] => entriesOf(mapping).flatMap(([key, value]) => keyYaml(key, value))

/** One key with its value, without indentation. */
export function keyYaml(key: string, value: YamlValue): readonly string[] {
  const name = yamlKey(key)
  if (isScalar(value)) return typeof value === 'string' && canFold(name, value) ? [`${name}: >-`, ...fold(value).map((line) => `  ${line}`)] : [`${name}: ${yamlScalar(value)}`]
  const line = `${name}: ${flowYaml(value)}`
  if (isMapping(value)) return line.length <= WIDTH && Object.values(value).every((one) => one === undefined || isScalar(one)) ? [line] : [`${name}:`, ...blockYaml(value).map((one) => `  ${one}`)]
  if (value.every(isScalar) && line.length <= WIDTH) return [line]
  return [`${name}:`, ...value.flatMap(itemYaml).map((one) => `  ${one}`)]
}

/** One entry of a list, with its dash and without indentation: a small mapping on one line. */
export function itemYaml(value: YamlValue): readonly string[] {
  const line = flowYaml(value)
  if (!isMapping(value) || (line.length <= WIDTH && Object.values(value).every((one) => one === undefined || isScalar(one)))) return [`- ${line}`]
  return entryYaml(value)
}

/** One entry of a list, with its dash, one key to a line. */
export const entryYaml = (mapping: YamlMapping): readonly string[] => blockYaml(mapping).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)

// Folding joins lines by one space, so only a text whose words stand one space apart comes back as it was.
const canFold = (name: string, text: string): boolean => name.length + text.length > WIDTH && /^[^\s#]\S*( \S+)+$/.test(text)

function fold(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > WIDTH - 8) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
