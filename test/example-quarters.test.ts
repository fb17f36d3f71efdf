// "Someone who distrusts you can take the example, verify all quarters on another machine, change one character anywhere, and be told exactly what no longer holds."
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { muster, ROOT } from './run-muster.js'

const QUARTERS = join(ROOT, 'examples/portfolio/quarters')
const names = readdirSync(QUARTERS).sort()
const records = names.filter((name) => /^\d/.test(name))
let elsewhere: string

// A copy that no git repository holds, with the settings alone: the revisions are in the bundle.
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'muster-elsewhere-'))
  cpSync(QUARTERS, join(elsewhere, 'quarters'), { recursive: true })
  cpSync(join(ROOT, 'examples/portfolio/muster.yaml'), join(elsewhere, 'muster.yaml'))
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

/** Verifies the copy with other bytes in one file, and puts them back. */
async function verifyWith(name: string, change: (bytes: Buffer) => Buffer, what: readonly string[] = ['--all']): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const path = join(elsewhere, 'quarters', name)
  const bytes = readFileSync(path)
  try {
    writeFileSync(path, change(Buffer.from(bytes)))
    return await muster(['quarter', 'verify', ...what], elsewhere)
  } finally {
    writeFileSync(path, bytes)
  }
}

const flip = (at: number) => (bytes: Buffer): Buffer => {
  bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31
  return bytes
}
// Spread over a file by a step that shares no factor with it, so that every part of it is met.
const spread = (size: number, count: number): readonly number[] => [...new Set(Array.from({ length: count }, (_, index) => (index * 7919 * 13 + 5) % size))].sort((a, b) => a - b)

test('all quarters hold, here and elsewhere', async () => {
  for (const folder of [join(ROOT, 'examples/portfolio'), elsewhere]) {
    const { exit, out, err } = await muster(['quarter', 'verify', '--all'], folder)
    expect({ exit, err, last: out.trimEnd().split('\n').at(-1) }).toEqual({ exit: 0, err: '', last: `${records.length} records: all hold.` })
    expect(out.match(/Assessed again, it is the same, byte for byte\./g)).toHaveLength(records.length)
  }
})

describe.each(records)('%s', (name) => {
  const bytes = readFileSync(join(QUARTERS, name))
  const quarter = name.slice(0, 'yyyy-Qn'.length)
  test('one changed character is told by its place', async () => {
    for (const at of [...spread(900, 5), ...spread(bytes.length, 8)]) {
      if (flip(at)(Buffer.from(bytes)).equals(bytes)) continue
      const { exit, out } = await verifyWith(name, flip(at), [quarter])
      const told = [...out.matchAll(/bytes? (\d+)(?: to (\d+))?/g)].map(([, first, last = first]) => [Number(first), Number(last)] as const)
      const digest = bytes.toString('latin1').lastIndexOf('"sha256":"')
      expect(exit, `byte ${at + 1}\n${out}`).not.toBe(0)
      expect(out).toContain(`quarters/${name}  `)
      if (at < digest) expect(told.some(([first, last]) => first <= at + 1 && at + 1 <= last), `byte ${at + 1}\n${out}`).toBe(true)
      else expect(out, `byte ${at + 1}`).toMatch(/digest at its end|`sha256`|byte/)
    }
  })
})

test('one changed character of a library is told by its file and its place', async () => {
  for (const name of names.filter((file) => file.startsWith('library-'))) {
    const bytes = readFileSync(join(QUARTERS, name))
    for (const at of spread(bytes.length, 2)) {
      const { exit, out } = await verifyWith(name, flip(at))
      expect(exit, `${name}, byte ${at + 1}`).toBe(1)
      const [, first, last = first] = new RegExp(`quarters/${name}:\\d+:\\d+, bytes? (\\d+)(?: to (\\d+))?: `).exec(out) ?? []
      expect(Number(first) <= at + 1 && at + 1 <= Number(last), `${name}, byte ${at + 1}\n${out}`).toBe(true)
    }
  }
})

test('one changed character of the revisions is told', async () => {
  const bytes = readFileSync(join(QUARTERS, 'history.bundle'))
  const start = bytes.indexOf('PACK')
  for (const at of spread(bytes.length - start, 6)) {
    const { exit, out } = await verifyWith('history.bundle', flip(start + at))
    expect(exit).toBe(2)
    expect(out).toContain('quarters/history.bundle cannot be read as a git bundle')
  }
})

test('the records tell a story', async () => {
  const { out } = await muster(['quarter', 'trend', '-C', 'examples/portfolio'])
  const row = (title: string): readonly string[] => out.split('\n').find((line) => line.trim().startsWith(title))?.trim().slice(title.length).trim().split(/ {2,}/) ?? []
  expect(row('Entries assessed')).toEqual(['2 of 2', '2 of 2', '7 of 7', '7 of 7'])
  // The trial's exception ended in March, and the gap is open again; its incident made two controls fail.
  expect(row('ended in the quarter')).toEqual(['·', '1', '·', '1'])
  expect(row('we got worse').at(0)).toBe('−2')
  expect(row('evidence expired').at(0)).toBe('−2')
  expect(out).toContain('asks otherwise: AGT-01 1.3.0 → 2.1.0')
  expect(out).toContain('frameworks no longer reported: owasp-llm-2025')
  const list = await muster(['quarter', 'list', '-C', 'examples/portfolio'])
  expect(list.out).toMatch(/^2026-Q1 .* 1 of 2 /m)
  expect(list.out).toMatch(/^2026-Q1\.c1 /m)
})
