import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeHost } from '../../src/host/node-host.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const BASE = fileURLToPath(new URL('../rules/base', import.meta.url))
const host = nodeHost()
let folder: string
let outside: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-host-'))
  outside = mkdtempSync(join(tmpdir(), 'muster-outside-'))
})
afterEach(() => [folder, outside].forEach((path) => rmSync(path, { recursive: true, force: true })))

const put = (path: string, data: string | Uint8Array, root = folder): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), data)
}
const read = async (path: string): Promise<unknown> => (await host.readTexts(folder, [path])).get(path)
const digest = async (path: string): Promise<unknown> => (await host.digests(folder, [path])).get(path)

describe('reading', () => {
  test('text comes as it stands, byte order mark included', async () => {
    put('a.yaml', '\ufeffid: ä\r\n')
    expect(await read('a.yaml')).toEqual({ text: '\ufeffid: ä\r\n' })
  })
  test.each([
    ['absent.yaml', 'absent', () => undefined],
    ['big.yaml', 'too-large', () => put('big.yaml', 'x'.repeat(1024 * 1024 + 1))],
    ['folder.yaml', 'unreadable', () => put('folder.yaml/x', '')],
    ['link.yaml', 'outside', () => { put('secret', 's', outside); symlinkSync(join(outside, 'secret'), join(folder, 'link.yaml')) }],
    ['up/x.yaml', 'outside', () => { put('x.yaml', 's', outside); symlinkSync(outside, join(folder, 'up')) }],
    ['loop.yaml', 'absent', () => symlinkSync('loop.yaml', join(folder, 'loop.yaml'))],
  ])('%s is refused as %s', async (path, refused, make) => {
    make()
    expect(await read(path)).toEqual({ refused })
  })
  test.each([
    ['Latin-1', Buffer.from('id: a\n# Prüfung\n# ü\n', 'latin1'), { at: { line: 2, column: 5 }, utf16: false }],
    ['a character that is cut off', Buffer.from([0x61, 0xc3]), { at: { line: 1, column: 2 }, utf16: false }],
    ['letters of both', Buffer.concat([Buffer.from('# Prüfung 😀\n'), Buffer.from('ok ä', 'latin1')]), { at: { line: 2, column: 4 }, utf16: false }],
    ['UTF-16 with its mark', Buffer.from('\ufeffid: a\n', 'utf16le'), { at: { line: 1, column: 1 }, utf16: true }],
    ['UTF-16 without', Buffer.from('id: a\n', 'utf16le'), { at: { line: 1, column: 1 }, utf16: true }],
    ['UTF-16, the other end first', Buffer.from('id: a\n', 'utf16le').swap16(), { at: { line: 1, column: 1 }, utf16: true }],
  ])('%s is refused where it begins', async (_name, bytes, foreign) => {
    put('other.yaml', bytes)
    expect(await read('other.yaml')).toEqual({ refused: 'not-utf8', foreign })
  })
  test('a path that climbs out is refused, whatever it leads to', async () => {
    put('secret', 's', outside)
    expect(await read(`../${outside.split('/').at(-1)}/secret`)).toEqual({ refused: 'outside' })
    expect(await digest(`../${outside.split('/').at(-1)}/secret`)).toEqual({ refused: 'outside' })
  })
  test('a link that stays inside is followed', async () => {
    put('real.yaml', 'id: a')
    symlinkSync('real.yaml', join(folder, 'link.yaml'))
    expect(await read('link.yaml')).toEqual({ text: 'id: a' })
  })
})

describe('digests', () => {
  test.each([['small', 10], ['of the size where streaming begins', 256 * 1024], ['large', 3 * 1024 * 1024]])('of a %s file', async (_name, size) => {
    const data = Buffer.alloc(size, 7)
    put('artifact.bin', data)
    expect(await digest('artifact.bin')).toEqual({ sha256: createHash('sha256').update(data).digest('hex') })
  })
  test('a git LFS pointer is told apart from the file it stands for', async () => {
    put('artifact.bin', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`)
    expect(await digest('artifact.bin')).toEqual({ refused: 'lfs-pointer' })
  })
})

describe('listing', () => {
  test('goes down as far as asked, sorted, not below .git and node_modules, and not through links out', async () => {
    for (const path of ['b.yaml', 'a/c.yaml', 'a/b/d.yaml', '.git/x.yaml', 'node_modules/y.yaml']) put(path, '')
    put('z.yaml', '', outside)
    symlinkSync(outside, join(folder, 'out'))
    expect(await host.list(folder, 1)).toEqual(['a/c.yaml', 'b.yaml', 'out'])
    expect(await host.list(folder, 5)).toEqual(['a/b/d.yaml', 'a/c.yaml', 'b.yaml', 'out'])
    expect(await host.list(join(folder, 'none'), 1)).toBeUndefined()
  })
})

describe('writing', () => {
  test('a pipe takes what is written, and stays one', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    symlinkSync(pipe, join(folder, 'way'))
    for (const name of ['pipe', 'way']) {
      const reader = spawn('cat', [pipe])
      const said = new Promise((done) => reader.stdout.once('data', (data: Buffer) => done(data.toString('utf8'))))
      await host.writeFile(join(folder, name), (async function* () { yield 'one' })())
      expect(await said).toBe('one')
      expect(statSync(pipe).isFIFO()).toBe(true)
    }
    expect(lstatSync(join(folder, 'way')).isSymbolicLink()).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['pipe', 'way'])
  })

  test('a link to a file is replaced and not followed', async () => {
    put('secret', 'kept', outside)
    symlinkSync(join(outside, 'secret'), join(folder, 'out.json'))
    await host.writeFile(join(folder, 'out.json'), (async function* () { yield 'new' })())
    expect([readFileSync(join(outside, 'secret'), 'utf8'), readFileSync(join(folder, 'out.json'), 'utf8')]).toEqual(['kept', 'new'])
  })

  test('a stream that fails leaves nothing, neither the file nor a part of it', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield 'half'
      throw new Error('broken')
    }
    await expect(host.writeFile(join(folder, 'out.json'), failing())).rejects.toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
  })
  test('an existing file is replaced only at the end', async () => {
    put('out.json', 'old')
    async function* slow(): AsyncGenerator<string> {
      yield 'new'
      expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old')
    }
    await host.writeFile(join(folder, 'out.json'), slow())
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('new')
  })
})

describe('folders', () => {
  async function* one(text: string): AsyncGenerator<string> { yield text }
  test('a folder is there whole or not at all', async () => {
    async function* failing(): AsyncGenerator<{ path: string; chunks: AsyncGenerator<string> }> {
      yield { path: 'a/first.txt', chunks: one('first') }
      throw new Error('broken')
    }
    await expect(host.writeFolder(join(folder, 'out'), failing())).rejects.toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
    async function* fine(): AsyncGenerator<{ path: string; chunks: AsyncGenerator<string> }> {
      yield { path: 'a/first.txt', chunks: one('first') }
      expect(existsSync(join(folder, 'out'))).toBe(false)
    }
    await host.writeFolder(join(folder, 'out'), fine())
    expect(readFileSync(join(folder, 'out/a/first.txt'), 'utf8')).toBe('first')
    expect(readdirSync(folder)).toEqual(['out'])
  })
  test('one that is there stays', async () => {
    put('out/kept.txt', 'kept')
    async function* none(): AsyncGenerator<{ path: string; chunks: AsyncGenerator<string> }> {}
    await expect(host.writeFolder(join(folder, 'out'), none())).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readdirSync(join(folder, 'out'))).toEqual(['kept.txt'])
  })
})

describe('bytes', () => {
  const bytesOf = async (path: string): Promise<unknown> => {
    const chunks = await host.readChunks(folder, path)
    if ('refused' in chunks) return chunks
    const all: Buffer[] = []
    for await (const chunk of chunks) all.push(Buffer.from(chunk))
    return Buffer.concat(all)
  }
  test('come as they stand', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256))
    put('a.bin', bytes)
    expect(await bytesOf('a.bin')).toEqual(bytes)
  })
  test('never from outside, and not of what is not there', async () => {
    put('secret', 's', outside)
    symlinkSync(join(outside, 'secret'), join(folder, 'link'))
    expect([await bytesOf('link'), await bytesOf('none')]).toEqual([{ refused: 'outside' }, { refused: 'absent' }])
  })
})

describe('the program', () => {
  test('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, [CLI, 'gap', '-C', BASE, '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (data: Buffer) => { err += data.toString() })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.on('close', done))
    expect(err).toBe('')
    expect([0, 1]).toContain(code)
  })
  test('SARIF paths are relative to the root of the git repository', () => {
    mkdirSync(join(folder, '.git'))
    execFileSync('cp', ['-r', BASE, join(folder, 'governance')])
    put('governance/applications/assistant/evidence/answers.yaml', 'implementations:\n  - control: TST-2\n    version: 1.0.0\n    status: planned\n')
    const sarif = join(folder, 'out.sarif')
    try {
      execFileSync(process.execPath, [CLI, 'validate', '-C', join(folder, 'governance'), '--format', `sarif=${sarif}`], { stdio: 'pipe' })
    } catch {
      // Finding errors ends it with 1.
    }
    expect(existsSync(sarif)).toBe(true)
    const uri = JSON.parse(readFileSync(sarif, 'utf8')).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
    expect(uri).toBe('governance/applications/assistant/evidence/answers.yaml')
  })
})
