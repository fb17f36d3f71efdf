// Writes values as people write YAML: short collections on one line, long text in blocks, quotes only where they are needed.

const WIDTH = 140
const SAFE = /^[A-Za-z0-9][A-Za-z0-9 ._()/'’%+;?-]*$/
const READ_AS_SOMETHING_ELSE = /^([0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?|0[box].*|true|false|null|yes|no|on|off|y|n)$/i

function scalar(value, inFlow) {
  if (typeof value !== 'string') return String(value)
  const safe = SAFE.test(inFlow ? value : value.replaceAll(', ', '')) && !READ_AS_SOMETHING_ELSE.test(value) && !value.endsWith(' ')
  return safe ? value : JSON.stringify(value)
}

const isCollection = (value) => typeof value === 'object' && value !== null
const membersOf = (value) => Object.entries(value).filter(([, member]) => member !== undefined)

function flow(value) {
  if (!isCollection(value)) return scalar(value, true)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  return `{ ${membersOf(value).map(([key, member]) => `${key}: ${flow(member)}`).join(', ')} }`
}

/** What follows a key or a hyphen: on the same line, or indented below it. */
function after(value, indent, depth, blockDepth) {
  if (!isCollection(value)) return ` ${text(value, indent)}`
  const line = depth > blockDepth ? flow(value) : ''
  if (line !== '' && line.length + indent < WIDTH && !line.includes('\\n')) return ` ${line}`
  return `\n${block(value, indent, depth, blockDepth)}`
}

function text(value, indent) {
  if (typeof value === 'string' && value.includes('\n')) return `|\n${value.trimEnd().split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}`
  return scalar(value, false)
}

function block(value, indent, depth, blockDepth) {
  const margin = ' '.repeat(indent)
  if (!Array.isArray(value)) return membersOf(value).map(([key, member]) => `${margin}${key}:${after(member, indent + 2, depth + 1, blockDepth)}`).join('\n')
  return value.map((entry) => {
    const written = after(entry, indent + 2, depth + 1, blockDepth)
    return `${margin}-${written.startsWith('\n') ? ` ${written.slice(1).trimStart()}` : written}`
  }).join('\n')
}

/** A mapping as the text of a file. Down to `blockDepth` every entry has lines of its own. */
export const printYaml = (value, blockDepth = 0) => `${block(value, 0, 0, blockDepth)}\n`
