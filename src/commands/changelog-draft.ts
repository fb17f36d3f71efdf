import type { Host } from '../host/host.js'
import { codeSpan, proseMarkdown } from '../reporters/markdown-text.js'
import { plainLine } from '../reporters/plain-text.js'
import { fateInWords } from './comparison-text.js'
import { touchedInWords } from './change-diagnostics.js'
import type { Comparison } from './open-comparison.js'
import type { ToldChange } from './told-changes.js'

/** A draft of a changelog in Markdown: controls, frameworks, tool. What a reader of it should know beyond, its author writes. */
export async function changelogDraft(host: Host, { than, revision, then, workspace: { root } }: Comparison, changes: readonly ToldChange[]): Promise<string> {
  const of = (isMeant: (change: ToldChange) => boolean): string => changes.filter(isMeant).map(line).join('') || '- Nothing has changed.\n'
  const tool = await toolLine(host, then, root)
  return `## Unreleased\n\nSince ${codeSpan(plainLine(than))} of ${revision.date}.\n\n### Controls\n${of(({ kind }) => kind !== 'framework')}\n### Frameworks\n${of(({ kind }) => kind === 'framework')}\n### Tool\n${tool}`
}

const NOUN: Readonly<Record<ToldChange['kind'], string>> = { 'control': '', 'tailoring': 'Tailoring of ', 'evidence-type': 'Evidence type ', 'characteristic': 'Characteristic ', 'risk-factor': 'Risk factor ', 'group': 'Group ', 'table': 'Table ', 'framework': '' }

function line(change: ToldChange): string {
  const { kind, id, title, says, touches } = change
  const head = `${NOUN[kind]}**${proseMarkdown(id)}**${title === undefined ? '' : ` ${proseMarkdown(plainLine(title))}`}${fateInWords(change).map((words) => `, ${words}`).join('')}`
  const clauses = says.length === 0 ? '' : `: ${says.map((clause) => proseMarkdown(plainLine(clause))).join('; ')}`
  const touched = touchedInWords(touches)
  return `- ${head}${clauses}.${touched === '' ? '' : ` ${touched}`}\n`
}

// The tool is known by the package that the repository installs, or is.
async function toolLine(now: Host, then: Host, root: string): Promise<string> {
  const [before, after] = [await toolVersion(then, root), await toolVersion(now, root)]
  if (after === undefined) return '- The version of muster is not stated in a `package.json` here.\n'
  if (before === after) return `- muster \`${after}\`, as before.\n`
  return `- muster ${before === undefined ? '' : `\`${before}\` → `}\`${after}\`.\n`
}

const PACKAGE = 'passmuster'

async function toolVersion(host: Host, root: string): Promise<string | undefined> {
  const text = (await host.readTexts(root, ['package.json'])).get('package.json')
  if (text === undefined || 'refused' in text) return undefined
  const stated = parsed(text.text)
  if (stated['name'] === PACKAGE && typeof stated['version'] === 'string') return stated['version']
  for (const key of ['dependencies', 'devDependencies']) {
    const version = recordOf(stated[key])[PACKAGE]
    if (typeof version === 'string') return plainLine(version)
  }
  return undefined
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text))
  } catch {
    return {}
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {}) // an object has keys
