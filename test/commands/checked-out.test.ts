import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkedOut } from '../../src/commands/checked-out.js'
import { nodeHost } from '../../src/host/node-host.js'

let folder = ''
beforeEach(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'muster-'))) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

describe('the revision that is checked out', () => {
  const git = (...words: readonly string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  test('is none outside of git, and before the first commit', async () => {
    expect(await checkedOut(nodeHost(), folder)).toBeUndefined()
    git('init', '-q')
    expect(await checkedOut(nodeHost(), folder)).toBeUndefined()
  })
  test('is the commit, and says whether anything below the folder is another', async () => {
    git('init', '-q')
    put('inside/a.txt', 'a')
    put('beside/b.txt', 'b')
    git('add', '-A')
    git('commit', '-qm', 'first')
    const commit = git('rev-parse', 'HEAD')
    expect(await checkedOut(nodeHost(), join(folder, 'inside'))).toEqual({ commit, changed: false })
    put('beside/b.txt', 'changed')
    expect(await checkedOut(nodeHost(), join(folder, 'inside'))).toEqual({ commit, changed: false })
    put('inside/new.txt', 'new')
    expect(await checkedOut(nodeHost(), join(folder, 'inside'))).toEqual({ commit, changed: true })
  })
})
