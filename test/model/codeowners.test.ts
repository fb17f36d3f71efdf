import { describe, expect, test } from 'vitest'
import { ownersOf, parseCodeowners } from '../../src/model/codeowners.js'
import { isAmong, peopleAt } from '../../src/model/committers.js'
import { matchesName, matchesPath, pathPattern } from '../../src/model/path-pattern.js'
import type { Config } from '../../src/schema/types.js'

// GitHub's own examples, and the forms that GitLab documents.
describe('a pattern', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['*', ['a', 'a/b/c'], []],
    ['*.js', ['a.js', 'a/b.js'], ['a.jsx', 'a.js.map']],
    ['/build/logs/', ['build/logs/a', 'build/logs/b/c'], ['x/build/logs/a', 'build/logs']],
    ['docs/*', ['docs/a.md'], ['docs/b/a.md', 'x/docs/a.md']],
    ['docs/*.md', ['docs/a.md'], ['docs/b/a.md', 'docs/a.txt']],
    ['apps/', ['apps/a', 'x/apps/b/c'], ['apps', 'x/apps']],
    ['/docs/', ['docs/a'], ['x/docs/a']],
    ['/docs', ['docs', 'docs/a/b'], ['x/docs']],
    ['**/logs', ['logs/a', 'build/logs/a', 'a/b/logs'], ['log/a']],
    ['/docs/**', ['docs/a', 'docs/a/b'], ['x/docs/a']],
    ['/docs/**/*.md', ['docs/a.md', 'docs/b/c/a.md'], ['docs/a.txt']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/c'], ['a/x', 'x/a/b']],
    ['/applications/*/evidence/exceptions.yaml', ['applications/a/evidence/exceptions.yaml'], ['applications/evidence/exceptions.yaml', 'applications/a/b/evidence/exceptions.yaml']],
    ['file?.txt', ['file1.txt', 'a/filex.txt'], ['file.txt', 'file12.txt']],
    ['a.b', ['a.b'], ['aXb']],
    ['/', [], ['a']],
  ]
  test.each(cases)('%s', (pattern, matching, others) => {
    for (const file of matching) expect([file, matchesPath(pathPattern(pattern), file)]).toEqual([file, true])
    for (const file of others) expect([file, matchesPath(pathPattern(pattern), file)]).toEqual([file, false])
  })
  test('runs away in no way', () => {
    expect(matchesPath(pathPattern('**/a'.repeat(200)), `${'a/'.repeat(400)}b`)).toBe(true) // a folder on the way
    expect(matchesPath(pathPattern(`${'**/a/'.repeat(200)}c.yaml`), `${'a/'.repeat(400)}b`)).toBe(false)
    expect(matchesName(`${'*a'.repeat(300)}b`, 'a'.repeat(3000))).toBe(false)
  })
})

describe('CODEOWNERS', () => {
  test('the last line that matches counts, and one without owners takes them away', () => {
    const codeowners = parseCodeowners('# all\n* @a\r\n/x/ @b @c # both\n/x/free/\n')
    expect(codeowners.faults).toEqual([])
    expect(['y', 'x/y', 'x/free/y'].map((file) => ownersOf(codeowners, file))).toEqual([['@a'], ['@b', '@c'], []])
  })
  test('each section of GitLab counts for itself, with its own default', () => {
    const codeowners = parseCodeowners('* @a\n[Evidence][2] @grc\n/x/\n/x/y @b\n^[Docs]\n*.md @docs @@maintainer docs@example.com\n[evidence]\n/z @c\n')
    expect(codeowners.faults).toEqual([])
    expect(['x/1', 'x/y', 'r.md', 'z'].map((file) => ownersOf(codeowners, file))).toEqual([['@a', '@grc'], ['@a', '@b'], ['@a', '@docs', '@@maintainer', 'docs@example.com'], ['@a', '@c']])
  })
  test('a space in a path is kept by a backslash', () => expect(ownersOf(parseCodeowners('/a\\ b/ @a\n'), 'a b/c')).toEqual(['@a']))
  test('what cannot be read is told and counts for nothing, and nothing else is lost', () => {
    const { faults, sections } = parseCodeowners('* @a\n!x @b\n[a-z]* @b\n/y b @c\n/z @c\n')
    expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '2:1 `!x` takes back what another line says, which GitHub does not read.', '3:1 `[a-z]*` has brackets, which forges do not read as a pattern.', '4:4 `b` is no owner.',
    ])
    expect(['x', 'y', 'z'].map((file) => ownersOf({ faults, sections }, file))).toEqual([['@a'], ['@a'], ['@c']])
  })
  test('three megabytes are read at once', () => {
    const text = '/applications/*/evidence/exceptions.yaml @a\n'.repeat(70_000)
    expect(ownersOf(parseCodeowners(text), 'applications/a/evidence/exceptions.yaml')).toEqual(['@a'])
  })
})

describe('who is who', () => {
  const config: Config = {
    title: 'X', people: [
      { id: 'lee', title: 'Lee', email: 'Lee@example.com', handle: '@Lee-x' }, { id: 'dana', title: 'Dana', 'commits-as': ['dana@example.com', 'lee@example.com'] },
      { id: 'grc', title: 'GRC', group: true, handle: '@acme/grc', members: ['dana'], email: 'grc@example.com' }, { id: 'ops', title: 'Ops', group: true, handle: '@acme/ops' },
    ],
  }
  test('by any of their addresses, also the hidden ones of forges, and never a group', () => {
    expect(['lee@EXAMPLE.com', 'dana@example.com', '12345+lee-x@users.noreply.github.com', '77-lee-X@users.noreply.gitlab.com', 'lee-x@users.noreply.github.com', 'grc@example.com', 'x@example.com', ''].map((address) => peopleAt(config, address)))
      .toEqual([['lee', 'dana'], ['dana'], ['lee'], ['lee'], ['lee'], [], [], []])
  })
  test('an owner is one by handle, address or membership; a team of which nobody knows the members is unknown', () => {
    const among = (id: string, ...owners: readonly string[]) => isAmong(config, owners, id)
    expect(among('lee', '@lee-x')).toBe('yes')
    expect(among('lee', 'LEE@example.com')).toBe('yes')
    expect(among('dana', '@x', '@acme/grc')).toBe('yes')
    expect(among('lee', '@acme/grc')).toBe('no')
    expect(among('lee', '@somebody')).toBe('no') // Lee is called otherwise
    expect(among('dana', '@somebody')).toEqual(['@somebody']) // and what Dana is called is not known
    expect(among('lee', '@acme/ops')).toEqual(['@acme/ops'])
    expect(among('lee', '@acme/others', '@@maintainer')).toEqual(['@acme/others', '@@maintainer'])
    expect(among('lee')).toBe('no')
  })
})
