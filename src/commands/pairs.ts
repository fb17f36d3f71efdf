import { suggestHint } from '../source/suggest.js'
import { UsageError } from './usage-error.js'

/** Options of the form `name=value`, by name; each name one of those that are known, where they are given. */
export function pairsOf(pairs: readonly string[] | undefined, option: string, known?: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries((pairs ?? []).map((pair) => {
    const [name = '', ...rest] = pair.split('=')
    if (rest.length === 0 || name === '') throw new UsageError(`\`${option} ${pair}\` is not of the form name=value.`, `Write \`${option} <name>=<value>\`.`)
    if (known !== undefined && !known.includes(name)) throw new UsageError(`\`${name}\` is not known to ${option}.`, suggestHint(name, known, `Use one of ${known.join(', ')}.`))
    return [name, rest.join('=')]
  }))
}
