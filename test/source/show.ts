import { parseYaml } from '../../src/source/parse-yaml.js'
import type { Range } from '../../src/source/place.js'
import type { Source } from '../../src/source/source.js'

/** A range as `line:column-line:column`. */
export const show = ({ start, end }: Range): string => `${start.line}:${start.column}-${end.line}:${end.column}`

/** The source of a text that can be read. */
export function parsed(text: string): Source {
  const { value, diagnostics } = parseYaml('f.yaml', text)
  if (value === undefined) throw new Error(diagnostics[0]?.message)
  return value
}

/** What is wrong with a text: range, code, message and hint of the one diagnostic; empty when nothing is. */
export const refusalOf = (text: string): readonly string[] => parseYaml('f.yaml', text).diagnostics.map(({ place, code, message, hint }) => `${show(place.range)} ${code} ${message} | ${hint}`)
