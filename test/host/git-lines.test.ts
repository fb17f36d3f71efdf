import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRepository } from '../../src/host/git-host.js'
import type { GitRefusal, LineCommit, Repository } from '../../src/host/repository.js'

let folder: string
const made: string[] = []
const temporary = (): string => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'muster-lines-')))
  made.push(path)
  return path
}
beforeEach(() => {
  folder = temporary()
  git('init', '-q', '-b', 'main')
})
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })))

const gitIn = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'protocol.file.allow=always', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', GIT_COMMITTER_EMAIL: 'forge@example.com' } }).trim()
const git = (...args: readonly string[]): string => gitIn(folder, ...args)
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const commit = (author: string, ...options: readonly string[]): string => {
  git('add', '-A')
  git(...options, 'commit', '-q', '-m', 'm', `--author=x <${author}>`)
  return git('rev-parse', 'HEAD')
}
const granted = <T extends object>(answer: T | GitRefusal): T => {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const open = async (at = folder): Promise<Repository> => granted(await openRepository(at))
const lines = async (path: string, at = folder): Promise<ReadonlyMap<number, LineCommit>> => granted(await (await open(at)).linesOf(path, { text: readFileSync(join(at, path), 'utf8') }))
const authors = async (path: string, at = folder): Promise<readonly string[]> => {
  const found = await lines(path, at)
  return readFileSync(join(at, path), 'utf8').trimEnd().split('\n').map((_line, index) => found.get(index + 1)?.author ?? '-')
}

describe('who brought a line', () => {
  test('its author, and nobody before it is committed', async () => {
    put('a', 'one\ntwo\n')
    const first = commit('a@example.com')
    put('a', 'one\nmore\ntwo\n')
    commit('b@example.com')
    put('a', 'one\nmore\ntwo\nnew\n')
    expect(await authors('a')).toEqual(['a@example.com', 'b@example.com', 'a@example.com', '-'])
    expect((await lines('a')).get(1)).toEqual({ commit: first, author: 'a@example.com', path: 'a', cut: false })
  })
  test('as a revision has it', async () => {
    put('a', 'one\n')
    commit('a@example.com')
    put('a', 'two\n')
    commit('b@example.com')
    const repository = await open()
    expect(granted(await repository.linesOf('a', { at: granted(await repository.revision('HEAD~1')) })).get(1)?.author).toBe('a@example.com')
  })
  test('a new file and a repository without a commit have none', async () => {
    put('a', 'one\n')
    expect(await authors('a')).toEqual(['-'])
    commit('a@example.com')
    put('b', 'one\n')
    expect(await authors('b')).toEqual(['-'])
    git('add', 'b')
    expect(await authors('b')).toEqual(['-'])
  })
  test('through a renamed file, with the path of then, and names that git would quote', async () => {
    put('old/ü "a"', 'one\ntwo\nthree\n')
    commit('a@example.com')
    git('mv', 'old', 'new')
    commit('b@example.com')
    expect([...(await lines('new/ü "a"')).values()].map(({ author, path }) => [author, path])).toEqual(Array.from({ length: 3 }, () => ['a@example.com', 'old/ü "a"']))
  })
  test('a copied line belongs to who copied it', async () => {
    const block = '- id: one\n  reason: A long enough reason that it would be found again.\n  approved-by: risk-owner\n'
    put('a', block)
    commit('a@example.com')
    put('a', `${block}${block}`)
    commit('b@example.com')
    expect((await authors('a')).slice(3)).toEqual(['b@example.com', 'b@example.com', 'b@example.com'])
  })
  test('neither `.mailmap` nor a file of commits to pass over has a say', async () => {
    put('a', 'by: nobody\n')
    commit('a@example.com')
    put('a', 'by: somebody\n')
    const second = commit('b@example.com')
    put('.mailmap', 'x <a@example.com> <b@example.com>\n')
    put('.git-blame-ignore-revs', `${second}\n`)
    commit('b@example.com')
    git('config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs')
    expect(await authors('a')).toEqual(['b@example.com'])
    // The traps work.
    expect(git('blame', '-e', 'a')).toContain('a@example.com')
    git('config', '--unset', 'blame.ignoreRevsFile')
    expect(git('blame', '--porcelain', 'a')).toContain('a@example.com')
  })
  test('CRLF that git converts is no change', async () => {
    put('.gitattributes', '* text=auto\n')
    put('a', 'one\ntwo\n')
    commit('a@example.com')
    put('a', 'one\r\ntwo\r\n')
    expect(await authors('a')).toEqual(['a@example.com', 'a@example.com'])
  })
  test('in a shallow clone the commits at its end are told as cut', async () => {
    put('a', 'one\n')
    commit('a@example.com')
    put('b', 'two\n')
    commit('b@example.com')
    put('b', 'two\nthree\n')
    commit('c@example.com')
    const clone = join(temporary(), 'clone')
    gitIn(folder, 'clone', '-q', '--depth', '2', `file://${folder}`, clone)
    expect([...(await lines('a', clone)).values()].map(({ cut }) => cut)).toEqual([true])
    expect([...(await lines('b', clone)).values()].map(({ cut }) => cut)).toEqual([true, false])
    expect([...(await lines('b')).values()].map(({ cut }) => cut)).toEqual([false, false])
  })
  test('where objects are left out git cannot follow, which is said', async () => {
    put('a', 'one\ntwo\n')
    commit('a@example.com')
    put('a', 'one\nthree\n')
    commit('b@example.com')
    git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(temporary(), 'clone')
    gitIn(folder, 'clone', '-q', '--filter=blob:none', `file://${folder}`, clone)
    expect(await (await open(clone)).linesOf('a', { text: 'one\nthree\n' })).toMatchObject({ refused: 'git-refuses', about: 'a', detail: expect.stringMatching(/\w/) })
  })
})

test('the order of commits', async () => {
  put('a', '1')
  const first = commit('a@example.com')
  put('a', '2')
  const second = commit('a@example.com')
  git('checkout', '-q', '-b', 'side', first)
  put('b', '3')
  const side = commit('a@example.com')
  const repository = await open()
  expect(await Promise.all([[first, first], [first, second], [second, first], [side, second]].map(([a = '', b = '']) => repository.isBefore(a, b)))).toEqual([true, true, false, false])
  const [since, head] = [granted(await repository.revision(first)), granted(await repository.revision('side'))]
  expect(await repository.commitsSince(since, head)).toEqual(new Set([side]))
})

// ssh-keygen stands beside git wherever SSH signatures are made and verified; without it these tests fail, and say so.
describe('signatures', () => {
  const key = (name: string): string => {
    const file = join(temporary(), name)
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file])
    return file
  }
  const signing = (file: string): readonly string[] => ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${file}`, '-c', 'commit.gpgsign=true']
  const signers = (...entries: readonly (readonly [string, string])[]): string => {
    const file = join(temporary(), 'allowed_signers')
    writeFileSync(file, entries.map(([address, of]) => `${address} namespaces="git" ${readFileSync(`${of}.pub`, 'utf8')}`).join(''))
    return file
  }
  test('none; one whose key is known, with its address; one whose key is not; one by a key of another time', async () => {
    const [mine, other] = [key('mine'), key('other')]
    put('a', '1')
    const unsigned = commit('a@example.com')
    put('a', '2')
    const signed = commit('a@example.com', ...signing(mine))
    put('a', '3')
    const stranger = commit('a@example.com', ...signing(other))
    const repository = await open()
    const allowed = signers(['a@example.com', mine])
    expect(await repository.signaturesOf([unsigned, signed, stranger], allowed)).toEqual(new Map([[unsigned, { state: 'none' }], [signed, { state: 'good', signer: 'a@example.com' }], [stranger, { state: 'unknown' }]]))
    // Without keys git itself says that there is no signature; there is one.
    expect(await repository.signaturesOf([signed])).toEqual(new Map([[signed, { state: 'unknown' }]]))
    expect(await repository.signaturesOf([])).toEqual(new Map())
  })
  test('a commit that was changed after it was signed does not hold', async () => {
    const mine = key('mine')
    put('a', '1')
    const signed = commit('a@example.com', ...signing(mine))
    const text = execFileSync('git', ['cat-file', 'commit', signed], { cwd: folder, encoding: 'utf8' })
    const forged = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], { cwd: folder, encoding: 'utf8', input: text.replace('a@example.com', 'b@example.com') }).trim()
    expect(await (await open()).signaturesOf([forged], signers(['a@example.com', mine]))).toEqual(new Map([[forged, { state: 'bad' }]]))
  })
})

test('nothing that the configuration of a repository names is run', async () => {
  const trap = join(temporary(), 'trapped')
  const script = join(temporary(), 'evil.sh')
  writeFileSync(script, `#!/bin/sh\ntouch ${trap}\ncat\n`, { mode: 0o755 })
  const mine = join(temporary(), 'mine')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', mine])
  put('.gitattributes', '* filter=evil diff=evil\n')
  put('a', 'one\n')
  const signed = commit('a@example.com', '-c', 'gpg.format=ssh', '-c', `user.signingkey=${mine}`, '-c', 'commit.gpgsign=true')
  for (const name of ['filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process', 'diff.evil.textconv', 'diff.evil.command', 'diff.external', 'gpg.program', 'gpg.openpgp.program', 'gpg.x509.program', 'gpg.ssh.program', 'core.pager', 'core.fsmonitor']) git('config', name, script)
  git('config', 'filter.evil.required', 'true')
  const repository = await open()
  expect((granted(await repository.linesOf('a', { text: 'one\ntwo\n' }))).get(1)?.author).toBe('a@example.com')
  granted(await repository.linesOf('a', { at: granted(await repository.revision('HEAD')) }))
  await repository.signaturesOf([signed], `${mine}.pub`)
  await repository.commitsSince(granted(await repository.revision('HEAD')), granted(await repository.revision('HEAD')))
  expect(existsSync(trap)).toBe(false)
  // The trap works: git by itself walks into it.
  try { git('blame', 'a') } catch { /* the trap breaks what git asks of it */ }
  expect(existsSync(trap)).toBe(true)
})
