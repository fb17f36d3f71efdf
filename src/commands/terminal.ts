import type { Host } from '../host/host.js'
import type { Paint } from '../reporters/reporter.js'

const COLOURS: Readonly<Record<keyof Paint, readonly [number, number]>> = { red: [31, 39], yellow: [33, 39], blue: [34, 39], green: [32, 39], dim: [2, 22], bold: [1, 22] }

/** Paints text on a terminal, or leaves it as it is. NO_COLOR and FORCE_COLOR are followed; `--color` goes before both. */
export function paintFor(host: Host, choice: 'auto' | 'always' | 'never', isProduct = true): Paint {
  const terminal = (isProduct ? host.out : host.err).isTerminal
  const auto = host.env['FORCE_COLOR'] ? host.env['FORCE_COLOR'] !== '0' : terminal && !host.env['NO_COLOR'] && host.env['TERM'] !== 'dumb'
  const on = choice === 'always' || (choice === 'auto' && auto)
  const paint = ([open, close]: readonly [number, number]) => (text: string): string => (on ? `\u001b[${open}m${text}\u001b[${close}m` : text)
  return { red: paint(COLOURS.red), yellow: paint(COLOURS.yellow), blue: paint(COLOURS.blue), green: paint(COLOURS.green), dim: paint(COLOURS.dim), bold: paint(COLOURS.bold) }
}
