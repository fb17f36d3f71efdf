/** What each line of a quarter's or a library's text is about, in words. */
export function labelLines(lines: readonly string[]): readonly string[] {
  let entry = ''
  let list = ''
  return lines.map((line) => {
    if (line.startsWith('{"assessed":')) {
      entry = memberOf(line, 'id')
      list = openedBy(line) ?? list
      return `entry ${entry}`
    }
    if (line.startsWith('"')) {
      const key = /^"([a-z0-9-]+)":/.exec(line)?.[1] ?? ''
      list = openedBy(line) ?? list
      return `\`${key}\``
    }
    const label = line.startsWith('{') && line !== '{' ? labelOf(line, list, entry) : `the brackets ${bracketsOf(line, list, entry)}`
    list = openedBy(line) ?? list
    return label
  })
}

const bracketsOf = (line: string, list: string, entry: string): string =>
  list === '' || line === '{' || line === '}' ? 'of the file' : ['findings', 'exceptions', 'poam'].includes(list) ? `that close \`${list}\` of ${entry}` : `that close \`${list}\``

const openedBy = (line: string): string | undefined => /"([a-z]+)":\[$/.exec(line)?.[1]

const memberOf = (line: string, key: string): string => new RegExp(`"${key}":"([^"]*)"`).exec(line)?.[1] ?? '?'

function labelOf(line: string, list: string, entry: string): string {
  switch (list) {
    case 'findings': return `finding ${memberOf(line, 'control')} of ${entry}`
    case 'exceptions': return `exception ${memberOf(line, 'id')} of ${entry}`
    case 'poam': return `plan ${memberOf(line, 'id')} of ${entry}`
    case 'controls': return `control ${memberOf(line, 'id')}`
    case 'frameworks': return `framework ${memberOf(line, 'id')}`
    // The last of its kind in the line: what a file says may hold such members too.
    case 'files': return `file ${/"file":"([^"]*)","kind":"[a-z-]*","(?:layer|left-out)":.*$/.exec(line)?.[1] ?? memberOf(line, 'file')}`
    default: return 'a line of its own'
  }
}
