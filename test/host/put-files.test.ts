import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putCopy, putText, removeFile } from '../../src/host/put-files.js'

let folder: string
let outside: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-put-'))
  outside = mkdtempSync(join(tmpdir(), 'muster-outside-'))
})
afterEach(() => [folder, outside].forEach((path) => rmSync(path, { recursive: true, force: true })))

const at = (path: string): string => join(folder, path)
const text = (path: string): string => readFileSync(at(path), 'utf8')
const everything = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

describe('a new text', () => {
  test('is written with its folders, and nothing is left beside it', async () => {
    expect(await putText(folder, 'a/b/c.yaml', 'x\n')).toBe('written')
    expect([text('a/b/c.yaml'), everything()]).toEqual(['x\n', ['a', 'a/b', 'a/b/c.yaml']])
  })
  test('makes the folder that it is below', async () => {
    expect(await putText(at('new/er'), 'c.yaml', 'x\n')).toBe('written')
    expect(text('new/er/c.yaml')).toBe('x\n')
  })
  test('never takes the place of a file, a folder or a link that leads nowhere', async () => {
    writeFileSync(at('file'), 'old')
    mkdirSync(at('folder'))
    symlinkSync(join(folder, 'gone'), at('link'))
    expect([await putText(folder, 'file', 'new'), await putText(folder, 'folder', 'new')]).toEqual(['exists', 'exists'])
    expect(await putText(folder, 'link', 'new')).toBe('outside')
    expect([text('file'), existsSync(at('gone'))]).toEqual(['old', false])
  })
  test('of two at once one is written', async () => {
    const put = await Promise.all(['1', '2', '3'].map((one) => putText(folder, 'race.yaml', one)))
    expect(put.filter((one) => one === 'written')).toHaveLength(1)
    expect(everything()).toEqual(['race.yaml'])
  })
})

describe('an edited text', () => {
  test('takes the place of the one that was read, with its permissions', async () => {
    writeFileSync(at('a.yaml'), 'old')
    chmodSync(at('a.yaml'), 0o640)
    expect(await putText(folder, 'a.yaml', 'new', 'old')).toBe('written')
    expect([text('a.yaml'), statSync(at('a.yaml')).mode & 0o777, everything()]).toEqual(['new', 0o640, ['a.yaml']])
  })
  test.each([['changed meanwhile', 'other'], ['removed meanwhile', undefined]])('is not written where the file was %s', async (_name, now) => {
    if (now !== undefined) writeFileSync(at('a.yaml'), now)
    expect(await putText(folder, 'a.yaml', 'new', 'old')).toBe('changed')
    expect(everything()).toEqual(now === undefined ? [] : ['a.yaml'])
    if (now !== undefined) expect(text('a.yaml')).toBe(now)
  })
  test('goes to the file that a link inside the folder leads to', async () => {
    writeFileSync(at('real.yaml'), 'old')
    symlinkSync('real.yaml', at('link.yaml'))
    expect(await putText(folder, 'link.yaml', 'new', 'old')).toBe('written')
    expect([text('real.yaml'), text('link.yaml')]).toEqual(['new', 'new'])
  })
})

describe('nothing is written outside', () => {
  test('through a linked folder', async () => {
    symlinkSync(outside, at('evidence'))
    writeFileSync(join(outside, 'a.yaml'), 'old')
    expect([await putText(folder, 'evidence/b.yaml', 'x'), await putText(folder, 'evidence/a.yaml', 'x', 'old'), await putCopy(join(outside, 'a.yaml'), folder, 'evidence/c')]).toEqual(['outside', 'outside', 'outside'])
    await removeFile(folder, 'evidence/a.yaml')
    expect(readdirSync(outside)).toEqual(['a.yaml'])
  })
  test('through a path that climbs', async () => {
    expect(await putText(folder, `../${outside.split('/').at(-1)}/b.yaml`, 'x')).toBe('outside')
    expect(readdirSync(outside)).toEqual([])
  })
})

test('a copy has the same bytes, and takes no place', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 128])
  writeFileSync(join(outside, 'report.bin'), bytes)
  expect(await putCopy(join(outside, 'report.bin'), folder, 'artifacts/report.bin')).toBe('written')
  expect(readFileSync(at('artifacts/report.bin')).equals(bytes)).toBe(true)
  expect(await putCopy(join(outside, 'report.bin'), folder, 'artifacts/report.bin')).toBe('exists')
  await removeFile(folder, 'artifacts/report.bin')
  expect(everything()).toEqual(['artifacts'])
})

test('what the disk refuses is thrown, with nothing left behind', async () => {
  writeFileSync(at('file'), 'x')
  await expect(putText(folder, 'file/below.yaml', 'x')).rejects.toThrow(/ENOTDIR|EEXIST/)
  expect(everything()).toEqual(['file'])
})
