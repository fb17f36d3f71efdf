import { readFileSync } from 'node:fs'
import { sha256 } from '../src/model/digest.js'
import type { Ask, Host } from '../src/host/host.js'
import type { GitRefusal } from '../src/host/repository.js'
import { MAX_FILE_BYTES, type FileText } from '../src/source/file-text.js'
import { memoryRepository, type MemoryGit } from './memory-repository.js'

/** A world in memory: files by absolute path, and everything that was written. `answers` are given to questions in turn, `saves` are what the person saves while muster watches. */
export type MemoryHost = Host & { readonly files: Map<string, string>; readonly stdout: () => string; readonly stderr: () => string }

export type MemoryWorld = { readonly files: Readonly<Record<string, string>>; readonly cwd?: string; readonly today?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly email?: string; readonly answers?: readonly string[]; readonly saves?: readonly Readonly<Record<string, string>>[]; readonly git?: MemoryGit | GitRefusal['refused'] }

/** A text of one of these words stands for a file that the real host refuses so: what it refuses cannot be held as text. */
const REFUSED: ReadonlyMap<string, 'too-large' | 'not-utf8' | 'outside'> = new Map([['<too-large>', 'too-large'], ['<not-utf8>', 'not-utf8'], ['<outside>', 'outside']])

/** A host that touches nothing. Paths in `files` are relative to `cwd`. */
export function memoryHost({ files, cwd = '/work', today = '2026-09-30', input = '', env = {}, email, answers, saves = [], git = 'not-a-repository' }: MemoryWorld): MemoryHost {
  const held = new Map(Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `${cwd}/${path}`, text]))
  const out: string[] = []
  const err: string[] = []
  const below = (folder: string): readonly string[] => [...held.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)).sort()
  const read = (path: string, upTo: number): FileText => {
    const text = held.get(path)
    if (text === undefined) return { refused: 'absent' }
    const refused = REFUSED.get(text.trimEnd())
    if (refused) return { refused }
    return text.length > upTo ? { refused: 'too-large' } : { text }
  }
  const given = [...(answers ?? [])]
  const answer = async (message: string): Promise<string | undefined> => {
    const next = given.shift()
    err.push(`? ${message} ${next ?? '(left)'}\n`)
    return next
  }
  const ask: Ask = {
    text: async (message, { check } = {}) => {
      for (;;) {
        const text = (await answer(message))?.trim()
        const wrong = text === undefined ? undefined : check?.(text)
        if (wrong === undefined) return text
        err.push(`  ${wrong}\n`)
      }
    },
    choose: async (message, choices, initial) => {
      const text = await answer(`${message} [${choices.map(({ value }) => value).join(', ')}]`)
      return text === '' ? (initial ?? choices[0]?.value) : text === undefined || choices.some(({ value }) => value === text) ? text : Promise.reject(new Error(`${text} is no choice`))
    },
  }
  return {
    cwd, env, files: held, stdout: () => out.join(''), stderr: () => err.join(''),
    out: { write: async (text) => void out.push(text), isTerminal: false },
    err: { write: async (text) => void err.push(text), isTerminal: false },
    readInput: async () => ({ text: input }),
    today: () => today,
    list: async (folder, depth) => {
      const names = below(folder)
      return names.length === 0 ? undefined : names.filter((name) => name.split('/').length <= depth + 1)
    },
    folders: async (folder) => {
      const names = below(folder)
      return names.length === 0 ? undefined : [...new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? ''))]
    },
    readTexts: async (folder, paths, upTo = MAX_FILE_BYTES) => new Map(paths.map((path) => [path, read(`${folder}/${path}`, upTo)])),
    digests: async (folder, paths) =>
      new Map(paths.map((path) => {
        const text = held.get(`${folder}/${path}`)
        return [path, text === undefined ? { refused: 'absent' as const } : { sha256: sha256(text) }]
      })),
    writeFile: async (file, chunks) => {
      let text = ''
      for await (const chunk of chunks) text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('base64')
      held.set(file, text)
    },
    createFile: async (file, chunks) => {
      let text = ''
      for await (const chunk of chunks) text += chunk
      if (held.has(file)) return false
      held.set(file, text)
      return true
    },
    putText: async (folder, file, text, before) => {
      const path = `${folder}/${file}`
      if (REFUSED.get(held.get(path)?.trimEnd() ?? '') === 'outside') return 'outside'
      if (before === undefined ? held.has(path) : held.get(path) !== before) return before === undefined ? 'exists' : 'changed'
      held.set(path, text)
      return 'written'
    },
    putCopy: async (from, folder, file) => {
      if (held.has(`${folder}/${file}`)) return 'exists'
      held.set(`${folder}/${file}`, held.get(from) ?? '')
      return 'written'
    },
    removeFile: async (folder, file) => void held.delete(`${folder}/${file}`),
    ...(answers && { ask }),
    gitEmail: async () => email,
    watch: async function* (folder) {
      yield []
      for (const save of saves) {
        for (const [path, text] of Object.entries(save)) held.set(`${folder}/${path}`, text)
        yield Object.keys(save)
      }
    },
    readChunks: async (folder, file) => {
      const text = held.get(`${folder}/${file}`)
      return text === undefined ? { refused: 'absent' as const } : (async function* () { yield new TextEncoder().encode(text) })()
    },
    writeFolder: async (folder, entries) => {
      if (below(folder).length > 0) throw Object.assign(new Error('it is there'), { code: 'EEXIST' })
      for await (const { path, chunks } of entries) {
        let text = ''
        for await (const chunk of chunks) text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)
        held.set(`${folder}/${path}`, text)
      }
    },
    findUp: async (folder, name) => {
      for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/'))) {
        if (held.has(`${at}/${name}`) || below(`${at}/${name}`).length > 0) return at
        if (at === '') return undefined
      }
    },
    repository: async (folder) => (typeof git === 'string' ? { refused: git, about: folder } : memoryRepository(git, git.top ?? cwd, () => held)),
    font: () => 'no document draws pictures from memory',
    builtinLibrary: async () => readFileSync(new URL('../dist/builtin.json', import.meta.url), 'utf8'),
  }
}
