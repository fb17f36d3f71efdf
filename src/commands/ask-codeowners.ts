import type { Host } from '../host/host.js'
import type { Repository, Revision } from '../host/repository.js'
import { CODEOWNERS_PLACES, MAX_CODEOWNERS_BYTES, ownersOf, parseCodeowners, type Codeowners } from '../model/codeowners.js'
import { isAmong } from '../model/committers.js'
import type { Decision } from '../model/decision.js'
import type { Doc } from '../model/doc.js'
import type { At, Report } from '../rules/rule.js'
import type { Config } from '../schema/types.js'
import type { FileText } from '../source/file-text.js'
import { wholeFile } from '../source/place.js'
import { createSource, NOWHERE } from '../source/source.js'
import { isRefusal } from './at-revision.js'
import type { Workspace } from './workspace.js'

/** `CODEOWNERS` as it stands, and who owned a file by it when it was committed. */
export type AskedCodeowners = {
  readonly faults: readonly Report[]
  /** Why it says nothing, where it does not. */
  readonly missing: readonly Report[]
  /** The file itself, for the excerpts of diagnostics. */
  readonly docs: readonly Doc<unknown>[]
  readonly of: (config: Config, decider: string, line: { readonly commit?: string; readonly path: string }) => Promise<Decision['owners']>
}

type Found = { readonly file: string; readonly read: FileText }
export type CodeownersOptions = { readonly repository: Repository; readonly setting: At; readonly at?: Revision }

const REFUSED: Partial<Record<string, string>> = { 'too-large': 'is larger than 3 MB, and GitHub reads nothing of it', 'not-utf8': 'is not text in UTF-8', 'outside': 'is a link that leads out of the repository' }

/** Reads `CODEOWNERS`, now and as it stood in the commits that are asked for. */
export async function askCodeowners(host: Host, { prefix }: Workspace, { repository, setting, at }: CodeownersOptions): Promise<AskedCodeowners> {
  const known = new Map<string, Promise<Codeowners | undefined>>()
  // A revision's host reads the files of that revision.
  const now = find(await host.readTexts(repository.top, CODEOWNERS_PLACES, MAX_CODEOWNERS_BYTES))
  const parsed = now && 'text' in now.read ? parseCodeowners(now.read.text) : undefined
  const readAt = async (commit: string): Promise<Codeowners | undefined> => {
    if (commit === at?.commit) return parsed
    const revision = await repository.revision(commit)
    if (isRefusal(revision)) return undefined
    const then = find(await repository.filesAt(revision).readTexts(repository.top, CODEOWNERS_PLACES, MAX_CODEOWNERS_BYTES))
    return then && 'text' in then.read ? parseCodeowners(then.read.text) : undefined
  }
  const hint = 'Write `.github/CODEOWNERS`, or `CODEOWNERS` at the top of the repository.'
  return {
    ...reportsOf(now, parsed, prefix, setting),
    missing: now === undefined ? [{ at: setting, message: 'There is no `CODEOWNERS`, so nobody can say whether those who approve own the files.', hint }] : [],
    of: async (config, decider, { commit, path }) => {
      if (commit !== undefined && !known.has(commit)) known.set(commit, readAt(commit))
      const codeowners = commit === undefined ? parsed : await known.get(commit)
      if (codeowners === undefined) return { unknown: `${commit === undefined ? 'there is' : `in its commit ${commit.slice(0, 12)} there was`} no \`CODEOWNERS\` that can be read`, hint }
      const names = ownersOf(codeowners, path)
      return { among: isAmong(config, names, decider), names }
    },
  }
}

function find(texts: ReadonlyMap<string, FileText>): Found | undefined {
  for (const file of CODEOWNERS_PLACES) {
    const read = texts.get(file)
    if (read !== undefined && !('refused' in read && read.refused === 'absent')) return { file, read }
  }
  return undefined
}

// A file beside the folder of muster.yaml, or above it, is told at the setting: places are below that folder.
function reportsOf(found: Found | undefined, parsed: Codeowners | undefined, prefix: string, setting: At): Pick<AskedCodeowners, 'faults' | 'docs'> {
  if (found === undefined) return { faults: [], docs: [] }
  const file = found.file.startsWith(prefix) ? found.file.slice(prefix.length) : undefined
  if (parsed === undefined) {
    const why = ('refused' in found.read && REFUSED[found.read.refused]) || 'cannot be read'
    return { faults: [{ at: file === undefined ? setting : { place: wholeFile(file) }, message: `\`${found.file}\` ${why}.`, hint: 'Write lines of a path and its owners.' }], docs: [] }
  }
  const text = 'text' in found.read ? found.read.text : ''
  const docs: readonly Doc<unknown>[] = file === undefined ? [] : [{ kind: 'config', file, data: undefined, builtin: false, source: createSource({ file, text, value: undefined, spots: NOWHERE, root: { start: 0, end: 0 } }) }]
  const faults = parsed.faults.map(({ line, column, end, message, hint }): Report =>
    file === undefined ? { at: setting, message: `${found.file}:${line}: ${message}`, hint } : { at: { place: { file, pointer: '', range: { start: { line, column }, end: { line, column: end } } } }, message, hint })
  return { faults, docs }
}
