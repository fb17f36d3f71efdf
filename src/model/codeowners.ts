import { matchesPath, pathPattern, type PathPattern } from './path-pattern.js'

/** Where forges look for `CODEOWNERS`, from the top of the repository; the first one counts. */
export const CODEOWNERS_PLACES: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']

/** The largest file that GitHub reads, in bytes. */
export const MAX_CODEOWNERS_BYTES = 3 * 1024 * 1024

/** A line that names owners of files. Without owners the files have none. */
type Entry = { readonly pattern: PathPattern; readonly owners: readonly string[] }

/** What forges do not read of a line, from its first column to its last. */
export type CodeownersFault = { readonly line: number; readonly column: number; readonly end: number; readonly message: string; readonly hint: string }

/** `CODEOWNERS` as read: the lines of each section, and what is wrong with others, which count for nothing. */
export type Codeowners = { readonly sections: readonly (readonly Entry[])[]; readonly faults: readonly CodeownersFault[] }

const SECTION = /^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/
const OWNER = /^(@{0,2}[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9._-]+)*|[^@\s]+@[^@\s]+\.[^@\s]+)$/

/** Reads `CODEOWNERS` as GitHub and GitLab do. A line that they pass over is told. */
export function parseCodeowners(text: string): Codeowners {
  const sections = new Map<string, Entry[]>([['', []]])
  const faults: CodeownersFault[] = []
  let [current, defaults]: [string, readonly string[]] = ['', []]
  for (const [index, raw] of text.replace(/^\uFEFF/, '').split('\n').entries()) {
    const line = raw.trimEnd()
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const fault = (word: string, message: string, hint: string): void => {
      const start = Math.max(line.indexOf(word), 0)
      faults.push({ line: index + 1, column: start + 1, end: start + word.length + 1, message, hint })
    }
    const section = SECTION.exec(line.trim())
    const words = wordsOf(section ? (section[2] ?? '') : line.trim())
    const owners = section ? words : words.slice(1)
    const wrong = owners.find((owner) => !(OWNER.test(owner) && owner.includes('@')))
    if (wrong !== undefined) {
      fault(wrong, `\`${wrong}\` is no owner.`, 'Write `@user`, `@organization/team` or an e-mail address.')
      if (!section) continue
    }
    if (section) {
      current = (section[1] ?? '').toLowerCase()
      defaults = owners.filter((owner) => owner !== wrong)
      if (!sections.has(current)) sections.set(current, [])
      continue
    }
    const [pattern = ''] = words
    const unread = unreadable(pattern)
    if (unread !== undefined) fault(pattern.replaceAll(' ', '\\ '), `\`${pattern}\` ${unread}.`, 'Write a path with `*`, `**` or `?`; of several lines that match the last one counts.')
    else sections.get(current)?.push({ pattern: pathPattern(pattern), owners: owners.length > 0 ? owners : defaults })
  }
  return { sections: [...sections.values()], faults }
}

const unreadable = (pattern: string): string | undefined =>
  pattern.startsWith('!') ? 'takes back what another line says, which GitHub does not read' : /[[\]]/.test(pattern) ? 'has brackets, which forges do not read as a pattern' : /[\0-\x08\x0e-\x1f]/.test(pattern) ? 'holds characters that cannot be seen' : undefined

// A backslash keeps the space after it; what follows ` #` is a remark.
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/(?:\\.|[^\s\\]|\\$)+/g)].map(([word]) => word)
  const remark = words.findIndex((word, index) => index > 0 && word.startsWith('#'))
  return (remark < 0 ? words : words.slice(0, remark)).map((word) => word.replace(/\\(.)/g, '$1'))
}

/** Who owns a file: of each section the last line that matches it. */
export const ownersOf = ({ sections }: Codeowners, file: string): readonly string[] =>
  [...new Set(sections.flatMap((entries) => entries.findLast(({ pattern }) => matchesPath(pattern, file))?.owners ?? []))]
