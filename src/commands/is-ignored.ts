import type { Config } from '../schema/types.js'

/** Whether `ignore` in the configuration leaves a path out. `*` stands for part of a name, `**` for any number of folders. */
export function isIgnored(config: Pick<Config, 'ignore'>, path: string): boolean {
  return (config.ignore ?? []).some((pattern) => matches(pattern.replace(/\/$/, '').split('/'), path.split('/')))
}

// Segment by segment, so that no pattern can run away. A pattern that matches a folder leaves out what is below it.
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return true
  if (first === '**') return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)))
  const [name, ...below] = path
  return name !== undefined && matchesName(first, name) && matches(rest, below)
}

function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.split('*')
  let at = 0
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (name.startsWith(part) ? 0 : -1) : index === parts.length - 1 ? (name.endsWith(part) && name.length - part.length >= at ? name.length - part.length : -1) : name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return parts.length > 1 || pattern === name
}
