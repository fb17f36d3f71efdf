import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRepository } from '../../src/host/git-host.js'
import { nodeHost } from '../../src/host/node-host.js'
import type { GitRefusal, Repository, Revision } from '../../src/host/repository.js'
import { sha256 } from '../../src/model/digest.js'
import { openWorkspace } from '../../src/commands/workspace.js'
import { hostAt } from '../../src/commands/at-revision.js'

const BASE = fileURLToPath(new URL('../rules/base', import.meta.url))
let folder: string
const made: string[] = []
const temporary = (): string => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'muster-git-')))
  made.push(path)
  return path
}

beforeEach(() => {
  folder = temporary()
  git('init', '-q', '-b', 'main')
})
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })))

const git = (...args: readonly string[]): string => gitIn(folder, ...args)
const gitIn = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=grc', '-c', 'user.email=grc@example.com', '-c', 'protocol.file.allow=always', ...args], {
    cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', GIT_COMMITTER_DATE: '2026-03-31T23:30:00-05:00', GIT_AUTHOR_DATE: '2026-03-31T23:30:00-05:00' },
  }).trim()
const put = (path: string, data: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), data)
}
const commit = (message: string): string => {
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', message)
  return git('rev-parse', 'HEAD')
}
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')
const granted = <T extends object>(answer: T | GitRefusal): T => {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const open = async (at = folder): Promise<Repository> => granted(await openRepository(at))
const revision = async (name = 'HEAD', at = folder): Promise<Revision> => granted(await (await open(at)).revision(name))
const reading = async (name = 'HEAD') => {
  const repository = await open()
  return repository.filesAt(granted(await repository.revision(name)))
}

describe('opening', () => {
  test('finds the top from a folder below', async () => {
    put('a/b/c.yaml', 'id: a')
    expect((await open(join(folder, 'a/b'))).top).toBe(folder)
  })
  test('keeps the name under which a folder was asked for', async () => {
    put('a/c.yaml', 'id: a')
    commit('one')
    const link = join(temporary(), 'link')
    symlinkSync(folder, link)
    const repository = await open(join(link, 'a'))
    expect(repository.top).toBe(link)
    const files = repository.filesAt(granted(await repository.revision('HEAD')))
    expect(await files.list(join(link, 'a'), 0)).toEqual(['c.yaml'])
  })
  test('says that there is none', async () => {
    const elsewhere = temporary()
    expect(await openRepository(elsewhere)).toEqual({ refused: 'not-a-repository', about: elsewhere })
  })
  test('says that there is no git', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = temporary()
    try {
      expect(await openRepository(folder)).toEqual({ refused: 'no-git', about: folder })
    } finally {
      process.env['PATH'] = path
    }
  })
  test('is not led elsewhere by what a git hook sets', async () => {
    commit('one')
    process.env['GIT_DIR'] = join(temporary(), '.git')
    try {
      expect((await revision()).commit).toBe(git('rev-parse', 'HEAD'))
    } finally {
      delete process.env['GIT_DIR']
    }
  })
  test('does not take a bare repository that lies among the files for one', async () => {
    const elsewhere = temporary()
    execFileSync('git', ['init', '-q', '--bare', join(elsewhere, 'inner')])
    expect(await openRepository(join(elsewhere, 'inner'))).toMatchObject({ refused: expect.stringMatching(/git-refuses|not-a-repository/) })
  })
})

describe('revisions', () => {
  test('have a commit, a tree, a day in UTC and parents', async () => {
    const first = commit('one')
    put('a', 'a')
    const second = commit('two')
    expect(await revision('main')).toEqual({ name: 'main', commit: second, tree: git('rev-parse', 'HEAD^{tree}'), date: '2026-04-01', parents: [first] })
    expect((await revision('HEAD~1')).commit).toBe(first)
    expect((await revision(second.slice(0, 10))).commit).toBe(second)
  })
  test.each(['nowhere', '--all', '-h', 'HEAD..main', 'main:a', '0'.repeat(40), '', 'a\nb', '$(touch x)'])('%j is unknown', async (name) => {
    put('a', 'a')
    commit('one')
    expect(await (await open()).revision(name)).toEqual({ refused: 'unknown-revision', about: name })
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
  test('an abbreviation of two commits is ambiguous', async () => {
    commit('one')
    const byStart = new Map<string, string[]>()
    const tree = git('rev-parse', 'HEAD^{tree}')
    for (let index = 0; index < 3000; index++) {
      const body = `tree ${tree}\nauthor a <a> ${index} +0000\ncommitter a <a> ${index} +0000\n\nx\n`
      const start = sha1(`commit ${body.length}\0${body}`).slice(0, 4)
      byStart.set(start, [...(byStart.get(start) ?? []), body])
    }
    const [start, pair] = [...byStart].find(([, bodies]) => bodies.length > 1) ?? ['', []]
    for (const body of pair) execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], { cwd: folder, input: body })
    expect(await (await open()).revision(start)).toEqual({ refused: 'ambiguous-revision', about: start })
  })
  test('a repository without a commit has no HEAD', async () => {
    expect(await (await open()).revision('HEAD')).toEqual({ refused: 'no-commit', about: folder })
  })
  test('a shallow clone says so', async () => {
    const first = commit('one')
    commit('two')
    const clone = join(temporary(), 'clone')
    git('clone', '-q', '--depth', '1', `file://${folder}`, clone)
    const repository = await open(clone)
    expect(await repository.isShallow()).toBe(true)
    expect(await repository.revision(first)).toEqual({ refused: 'shallow', about: first })
    expect(await (await open()).isShallow()).toBe(false)
  })
  test('the merge base is the last revision in common', async () => {
    const first = commit('one')
    git('switch', '-q', '-c', 'side')
    commit('side')
    git('switch', '-q', 'main')
    commit('two')
    const repository = await open()
    const [main, side] = [granted(await repository.revision('main')), granted(await repository.revision('side'))]
    expect(await repository.mergeBase(main, side)).toMatchObject({ commit: first })
    git('switch', '-q', '--orphan', 'other')
    commit('other')
    expect(await repository.mergeBase(main, granted(await repository.revision('other')))).toEqual({ refused: 'no-merge-base', about: 'main and other' })
  })
  test('a change is told from where the branch left, with the working tree as it is', async () => {
    put('a', '1')
    const first = commit('one')
    git('switch', '-q', '-c', 'side')
    put('b', '2')
    commit('side')
    git('switch', '-q', 'main')
    put('c', '3')
    commit('two')
    git('switch', '-q', 'side')
    put('folder/d', '4')
    const repository = await open()
    expect(await repository.changeSince('main')).toMatchObject({ base: { commit: first }, files: [{ path: 'b', change: 'added' }, { path: 'folder/d', change: 'added' }] })
    expect(await repository.changeSince('main', 'folder')).toMatchObject({ base: { commit: first }, files: [{ path: 'folder/d', change: 'added' }] })
    expect(await repository.changeSince('nothing')).toEqual({ refused: 'unknown-revision', about: 'nothing' })
    expect(await repository.changeSince('--all')).toEqual({ refused: 'unknown-revision', about: '--all' })
    git('switch', '-q', '--orphan', 'other')
    commit('other')
    expect(await repository.changeSince('main')).toEqual({ refused: 'no-merge-base', about: 'main and HEAD' })
  })
  test('in a shallow clone it is said that the commit in common may be one that was left out', async () => {
    commit('one')
    git('switch', '-q', '-c', 'side')
    commit('side')
    git('switch', '-q', 'main')
    commit('two')
    const clone = join(temporary(), 'clone')
    git('clone', '-q', '--depth', '1', '--no-single-branch', `file://${folder}`, clone)
    expect(await (await open(clone)).changeSince('origin/side')).toEqual({ refused: 'shallow-history', about: 'origin/side and HEAD' })
  })
  test('a replaced object does not stand in for what the commit names', async () => {
    put('a', 'true')
    commit('one')
    const id = git('rev-parse', 'HEAD:a')
    const forged = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, input: 'forged', encoding: 'utf8' }).trim()
    git('replace', id, forged)
    expect((await (await reading()).readTexts(folder, ['a'])).get('a')).toEqual({ text: 'true' })
  })
})

describe('files of a revision', () => {
  const host = nodeHost()
  // What is read from the disk and from git must be the same, whatever stands there.
  const bothRead = async (paths: readonly string[]) => {
    commit('files')
    const files = await reading()
    const at = [await files.readTexts(folder, paths), await files.digests(folder, paths)]
    expect(at).toEqual([await host.readTexts(folder, paths), await host.digests(folder, paths)])
    return at
  }
  test('are the same as on the disk, links, refusals and digests included', async () => {
    put('a.yaml', '\ufeffid: ä\r\n')
    put('big.yaml', 'x'.repeat(1024 * 1024 + 1))
    put('huge.bin', Buffer.alloc(3 * 1024 * 1024, 7))
    put('latin.yaml', Buffer.from([0x61, 0xe4]))
    put('empty', '')
    put('pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n')
    put('folder/b.yaml', 'id: b')
    put('folder/with space/ü.yaml', 'id: c')
    symlinkSync('folder/b.yaml', join(folder, 'link.yaml'))
    symlinkSync('../a.yaml', join(folder, 'folder/up.yaml'))
    symlinkSync('folder', join(folder, 'way'))
    symlinkSync('loop', join(folder, 'loop'))
    symlinkSync('../../../../etc/passwd', join(folder, 'folder/out'))
    symlinkSync('nowhere', join(folder, 'dangling'))
    await bothRead(['a.yaml', 'big.yaml', 'huge.bin', 'latin.yaml', 'empty', 'pointer', 'folder/b.yaml', 'folder/with space/ü.yaml', 'link.yaml', 'folder/up.yaml', 'way/b.yaml', 'loop', 'folder/out', 'dangling', 'folder', 'absent', 'a.yaml/b'])
    const files = await reading()
    for (const depth of [0, 1, 5]) expect(await files.list(folder, depth)).toEqual((await host.list(folder, depth))?.filter((name) => !name.startsWith('.git/')))
    expect(await files.folders(folder)).toEqual((await host.folders(folder))?.filter((name) => name !== '.git'))
    expect(await files.list(`${folder}/nowhere`, 1)).toBeUndefined()
    expect(await files.folders(`${folder}/a.yaml`)).toBeUndefined()
    expect((await files.readTexts(`${folder}/folder`, ['up.yaml'])).get('up.yaml')).toEqual({ refused: 'outside' })
    expect((await host.readTexts(`${folder}/folder`, ['up.yaml'])).get('up.yaml')).toEqual({ refused: 'outside' })
  })
  test('are those of the revision and not of the working tree', async () => {
    put('a.yaml', 'then')
    commit('one')
    put('a.yaml', 'now')
    put('b.yaml', 'new')
    const files = await reading()
    expect((await files.readTexts(folder, ['a.yaml', 'b.yaml']))).toEqual(new Map([['a.yaml', { text: 'then' }], ['b.yaml', { refused: 'absent' }]]))
    expect(await files.list(folder, 0)).toEqual(['a.yaml'])
  })
  test('a link that leads anywhere by its absolute path leads out', async () => {
    put('a.yaml', 'id: a')
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'absolute'))
    commit('one')
    expect((await (await reading()).readTexts(folder, ['absolute'])).get('absolute')).toEqual({ refused: 'outside' })
  })
  test('a folder is found upward, and the top by its .git', async () => {
    put('x/muster.yaml', 'title: a')
    put('x/y/z/a.yaml', 'id: a')
    commit('one')
    const files = await reading()
    expect(await files.findUp(`${folder}/x/y/z`, 'muster.yaml')).toBe(`${folder}/x`)
    expect(await files.findUp(`${folder}/x/y/z`, '.git')).toBe(folder)
    expect(await files.findUp(`${folder}/x`, 'nothing')).toBeUndefined()
    expect(await files.findUp('/elsewhere', 'muster.yaml')).toBeUndefined()
  })
  test('what git LFS keeps here is read, and its digest is taken from its bytes', async () => {
    const content = 'id,value\n1,2\n'
    put('data.csv', `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(content)}\nsize ${content.length}\n`)
    put('gone.csv', `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256('gone')}\nsize 4\n`)
    commit('one')
    const held = join(folder, '.git/lfs/objects', sha256(content).slice(0, 2), sha256(content).slice(2, 4), sha256(content))
    mkdirSync(dirname(held), { recursive: true })
    writeFileSync(held, content)
    const files = await reading()
    expect(await files.digests(folder, ['data.csv', 'gone.csv'])).toEqual(new Map<string, unknown>([['data.csv', { sha256: sha256(content) }], ['gone.csv', { refused: 'lfs-pointer' }]]))
    expect((await files.readTexts(folder, ['data.csv'])).get('data.csv')).toEqual({ text: content })
    writeFileSync(held, 'damaged')
    expect((await (await reading()).digests(folder, ['data.csv'])).get('data.csv')).toEqual({ sha256: sha256('damaged') })
  })
  test('a thousand files are read in one process', async () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `many/${index}.yaml`)
    for (const path of paths) put(path, `id: ${path}\n`.repeat(1 + (path.length % 7)))
    await bothRead(paths)
  })
  test('an object that is not there is said, and never read as an absent file', async () => {
    put('a.yaml', 'id: a')
    commit('one')
    const id = git('rev-parse', 'HEAD:a.yaml')
    chmodSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)), 0o600)
    unlinkSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
    await expect((await reading()).readTexts(folder, ['a.yaml'])).rejects.toThrow(/The git object [0-9a-f]{40} is not in this clone/)
  })
  test('a portfolio opens unchanged at a revision', async () => {
    cpSync(BASE, join(folder, 'gov'), { recursive: true })
    commit('one')
    rmSync(join(folder, 'gov'), { recursive: true })
    const repository = await open()
    const host = { ...nodeHost(), builtinLibrary: async () => '[]' }
    const workspace = await openWorkspace(hostAt(host, repository, granted(await repository.revision('HEAD'))), { folder: `${folder}/gov/applications` })
    expect([workspace.root, workspace.prefix, [...workspace.inventory.keys()]]).toEqual([`${folder}/gov`, 'gov/', ['acme', 'assistant', 'ml-platform']])
  })
})

describe('a git older than 2.36', () => {
  test('does not answer in one piece, and answers all the same', async () => {
    put('a.yaml', 'id: a')
    put('b.yaml', 'id: b')
    commit('one')
    const programs = temporary()
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
    writeFileSync(join(programs, 'git'), `#!/bin/sh\ncase "$*" in *--batch-command*) echo "error: unknown option" >&2; exit 129;; esac\nexec "${real}" "$@"\n`, { mode: 0o755 })
    const path = process.env['PATH']
    process.env['PATH'] = `${programs}:${path}`
    try {
      const repository = await open()
      const files = repository.filesAt(granted(await repository.revision('HEAD')))
      expect([...(await files.readTexts(folder, ['a.yaml', 'b.yaml', 'c.yaml'])).values()]).toEqual([{ text: 'id: a' }, { text: 'id: b' }, { refused: 'absent' }])
    } finally {
      process.env['PATH'] = path
    }
  })
})

describe('changed files', () => {
  const changed = async (name = 'HEAD', below?: string): Promise<readonly string[]> => {
    const repository = await open()
    return (await repository.changedFiles(granted(await repository.revision(name)), below)).map(({ path, change }) => `${change} ${path}`)
  }
  test('none after a commit', async () => {
    put('a', 'a')
    commit('one')
    expect(await changed()).toEqual([])
  })
  test('staged, unstaged, untracked, deleted, renamed, and not the ignored', async () => {
    for (const name of ['kept', 'edited', 'staged', 'deleted', 'unstaged', 'old name', 'mode']) put(name, name)
    put('.gitignore', 'ignored\n')
    commit('one')
    put('edited', 'other')
    put('staged', 'other')
    git('add', 'staged')
    unlinkSync(join(folder, 'deleted'))
    git('rm', '-q', '--cached', 'unstaged')
    git('mv', 'old name', 'new name')
    put('ignored', 'x')
    put('sub/ü "new"', 'x')
    chmodSync(join(folder, 'mode'), 0o755)
    expect(await changed()).toEqual(['deleted deleted', 'modified edited', 'modified mode', 'added new name', 'deleted old name', 'modified staged', 'added sub/ü "new"'])
    expect(await changed('HEAD', 'sub')).toEqual(['added sub/ü "new"'])
  })
  test('a file that was only touched has not changed', async () => {
    put('a', 'a')
    commit('one')
    put('a', 'b')
    put('a', 'a')
    expect(await changed()).toEqual([])
  })
  test('since an older revision, commits between included', async () => {
    put('a', 'a')
    const first = commit('one')
    put('b', 'b')
    commit('two')
    put('c', 'c')
    expect(await changed(first)).toEqual(['added b', 'added c'])
  })
  test('paths are not patterns', async () => {
    put('a', 'a')
    commit('one')
    put('[a]*/x', 'x')
    put('ab/x', 'x')
    expect(await changed('HEAD', '[a]*')).toEqual(['added [a]*/x'])
  })
})

test('nothing that the configuration of a repository names is run', async () => {
  put('.gitattributes', '* filter=evil diff=evil\n')
  put('a', 'a')
  commit('one')
  const trap = join(temporary(), 'trapped')
  const script = join(temporary(), 'evil.sh')
  writeFileSync(script, `#!/bin/sh\ntouch ${trap}\ncat\n`, { mode: 0o755 })
  for (const key of ['filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process', 'diff.evil.textconv', 'diff.evil.command', 'diff.external', 'core.fsmonitor', 'core.pager', 'gpg.program', 'core.sshCommand', 'core.alternateRefsCommand'])
    git('config', key, script)
  git('config', 'log.showSignature', 'true')
  git('config', 'core.hooksPath', dirname(script))
  git('config', 'filter.evil.required', 'true')
  put('a', 'b')
  put('untracked', 'c')
  const repository = await open()
  const head = granted(await repository.revision('HEAD'))
  expect(await repository.changedFiles(head)).toEqual([{ path: 'a', change: 'modified' }, { path: 'untracked', change: 'added' }])
  await repository.mergeBase(head, head)
  await repository.filesAt(head).readTexts(folder, ['a'])
  expect(existsSync(trap)).toBe(false)
  // The trap works: git by itself walks into it.
  try { git('status') } catch { /* the trap breaks what git asks of it */ }
  expect(existsSync(trap)).toBe(true)
})

test('lines that commits added, the older first, without what git would run or leave out', async () => {
  put('a/one.yaml', '- id: first\n- other: words\n')
  put('.gitattributes', '*.yaml -diff\n')
  commit('first')
  put('a/with space.yaml', '+++ b/id: no file\r\n-- id: second\r\n')
  put('b/two.yaml', '- id: elsewhere\n')
  git('config', 'diff.noprefix', 'true')
  commit('second')
  put('a/one.yaml', '- id: first\n- id: third')
  const told: string[] = []
  await (await open()).addedLines(await revision(), 'a', 'id:', ({ date, path, text }) => told.push(`${date} ${path} ${text}`))
  expect(told).toEqual(['2026-04-01 a/one.yaml - id: first', '2026-04-01 a/with space.yaml +++ b/id: no file', '2026-04-01 a/with space.yaml -- id: second'])
})

describe('elsewhere', () => {
  test('a folder of a revision can stand elsewhere', async () => {
    put('gov/muster.yaml', 'title: a')
    put('gov/applications/a/application.yaml', 'id: a')
    put('other/secret', 's')
    commit('one')
    const repository = await open()
    const files = repository.filesAt(granted(await repository.revision('HEAD')), { folder: 'gov', at: '/moved/here' })
    expect(await files.findUp('/moved/here/applications', 'muster.yaml')).toBe('/moved/here')
    expect(await files.list('/moved/here', 3)).toEqual(['applications/a/application.yaml', 'muster.yaml'])
    expect((await files.readTexts('/moved/here', ['muster.yaml', '../other/secret']))).toEqual(new Map<string, unknown>([['muster.yaml', { text: 'title: a' }], ['../other/secret', { refused: 'outside' }]]))
  })
  test('a bundle is read as a repository is, and a changed byte of it is told', async () => {
    put('a', 'a'.repeat(5000))
    const id = commit('one')
    const bundle = join(temporary(), 'history.bundle')
    git('bundle', 'create', '-q', bundle, 'main')
    const repository = granted(await openRepository(bundle))
    const revision = granted(await repository.revision(id))
    expect(revision.tree).toBe(git('rev-parse', 'HEAD^{tree}'))
    const files = repository.filesAt(revision, { folder: '', at: '/here' })
    expect((await files.readTexts('/here', ['a'])).get('a')).toEqual({ text: 'a'.repeat(5000) })
    expect(await repository.revision('0'.repeat(40))).toMatchObject({ refused: 'unknown-revision' })
    await repository.close()
    await repository.close()
    const bytes = readFileSync(bundle)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    writeFileSync(bundle, bytes)
    expect(await openRepository(bundle)).toMatchObject({ refused: 'damaged-bundle', about: bundle, detail: expect.stringMatching(/\w/) })
    writeFileSync(bundle, 'no bundle')
    expect(await openRepository(bundle)).toMatchObject({ refused: 'damaged-bundle', detail: 'it does not begin as a git bundle does' })
  })
  test('a tree outlives its commit', async () => {
    put('a', 'a')
    commit('one')
    const repository = await open()
    expect(await repository.hasTree(git('rev-parse', 'HEAD^{tree}'))).toBe(true)
    expect(await repository.hasTree(git('rev-parse', 'HEAD:a'))).toBe(false)
    expect(await repository.hasTree('0'.repeat(40))).toBe(false)
  })
  test('the person at work', async () => {
    expect(await (await open()).userEmail()).not.toBe('lee@example.com')
    git('config', 'user.email', 'lee@example.com')
    expect(await (await open()).userEmail()).toBe('lee@example.com')
  })
})
