import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { nodeHost } from '../../src/host/node-host.js'
import { filesBelow } from '../check-files.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import type { MemoryRevision } from '../memory-repository.js'
import { parseScenario, withResult, type Scenario } from './scenario.js'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = join(HERE, '../..')
const base = filesBelow(join(HERE, '../rules/base'))

/** Texts that cannot stand in a scenario. */
const GENERATED: Readonly<Record<string, () => string | Buffer>> = {
  'forty thousand keys': () => Array.from({ length: 40_000 }, (_, index) => `key${index}: 1`).join('\n'),
  'twenty megabytes': () => `# ${'x'.repeat(20 * 1024 * 1024)}\nimplementations: []\n`,
  'ten thousand levels': () => `implementations: ${'['.repeat(10_000)}`,
  'invalid UTF-8': () => Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x0a]),
  'text in UTF-16': () => Buffer.from('\ufeffimplementations: []\r\n', 'utf16le'),
  'text in Latin-1': () => Buffer.from('# Controls\n# Prüfung\nimplementations: []\n', 'latin1'),
  'a tab': () => 'implementations:\n\t- control: TST-01\n',
  'a byte order mark and CRLF': () => '\ufeffimplementations: []\r\n',
  'a pattern bomb': () => `implementations:\n  - control: TST-91\n    version: 1.0.0\n    status: planned\n    remarks: "${'a'.repeat(5000)}! (a+)+$ ${'[](('.repeat(500)}"\n`,
  'a terminal escape': () => 'implementations:\n  - control: TST-01\n    version: 2.1.0\n    status: planned\n    remarks: "\\e[31mred \\a"\n',
  'a raw terminal escape': () => 'implementations:\n  - control: TST-01\n    version: 2.1.0\n    status: planned\n    remarks: \u001b[31mred\n',
}

const made: string[] = []
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const baseOf = (scenario: Scenario): Readonly<Record<string, string>> =>
  scenario.world === 'base' ? base : scenario.world === 'empty' ? {} : filesBelow(join(ROOT, scenario.world))

const below = (host: MemoryHost): Readonly<Record<string, string>> => Object.fromEntries([...host.files].map(([path, text]) => [path.slice('/work/'.length), text]))

/** A text after edits, one a line: `what stands there => what stands there then`. What is edited must stand there exactly once. */
function edit(text: string, body: string): string {
  return body.trimEnd().split('\n').reduce((edited, line) => {
    const [from = '', to = ''] = line.split(/ =>(?: |$)/)
    expect(edited.split(from).length - 1, `\`${from}\` in the file`).toBe(1)
    return edited.replace(from, () => to)
  }, text)
}

async function inMemory(scenario: Scenario): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }> {
  const files = { ...baseOf(scenario), ...scenario.files, ...Object.fromEntries(Object.entries(scenario.generated).map(([path, name]) => [path, String(GENERATED[name]?.())])) }
  const laid = Object.fromEntries(Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
  const committed = (name: string): Partial<MemoryRevision> => ({ ...(scenario.git?.authors[name] !== undefined && { author: scenario.git.authors[name] }), ...(scenario.git?.signed[name] !== undefined && { signature: scenario.git.signed[name] as NonNullable<MemoryRevision['signature']> }) }) // as the scenario says
  const revisions: Record<string, MemoryRevision> = scenario.git ? { r0: { files: laid, ...committed('r0') }, ...(scenario.git.unrelated && { elsewhere: { files: {} } }) } : {}
  const names: Record<string, string> = { HEAD: 'r0' }
  const world = { files: laid, input: scenario.input, ...(scenario.email !== undefined && { email: scenario.email }), ...(scenario.answers && { answers: scenario.answers }), saves: scenario.saves, ...(scenario.today && { today: scenario.today }), ...(scenario.git && { git: { ...scenario.git, revisions, names } }) }
  const before = memoryHost(world)
  for (const [index, command] of scenario.first.entries()) {
    expect({ command, exit: await run(command, before) }, before.stderr()).toEqual({ command, exit: 0 })
    names['HEAD'] = `r${index + 1}`
    revisions[names['HEAD']] = { files: below(before), parent: `r${index}`, ...committed(names['HEAD']) }
  }
  const held = new Map(Object.entries(below(before)))
  for (const { change, path, body } of scenario.after) {
    if (change === 'gone') expect(held.delete(path), `${path} is there`).toBe(true)
    else if (change === 'forget') delete revisions[path]
    else held.set(path, change === 'later' ? body : edit(held.get(path) ?? '', body))
  }
  const host = memoryHost({ ...world, files: Object.fromEntries(held) })
  const exit = await run(scenario.run, host)
  return { exit, stdout: host.stdout(), stderr: host.stderr() }
}

async function onDisk(scenario: Scenario): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-'))
  made.push(folder)
  const put = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries({ ...baseOf(scenario), ...scenario.files })) if (text !== null) put(path, text)
  for (const [path, name] of Object.entries(scenario.generated)) put(path, GENERATED[name]?.() ?? '')
  for (const [path, target] of Object.entries(scenario.links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    rmSync(join(folder, path), { force: true })
    symlinkSync(target, join(folder, path))
  }
  const out: string[] = []
  const err: string[] = []
  const capture = (into: string[]) => ({ write: async (text: string): Promise<void> => void into.push(text), isTerminal: false })
  const host = { ...nodeHost(), cwd: folder, env: {}, today: () => '2026-09-30', out: capture(out), err: capture(err), font: () => join(ROOT, 'dist/fonts/DejaVuSans.ttf'), builtinLibrary: async () => readFileSync(join(ROOT, 'dist/builtin.json'), 'utf8') }
  const exit = await run(scenario.run, host)
  const plain = (texts: readonly string[]): string => texts.join('').replaceAll(folder, '<folder>')
  return { exit, stdout: plain(out), stderr: plain(err) }
}

const names = readdirSync(HERE).filter((name) => name.endsWith('.scenario')).sort()

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(HERE, name), 'utf8')
  const scenario = parseScenario(text)
  test(scenario.title, async () => {
    const needsDisk = Object.keys(scenario.links).length > 0 || Object.values(scenario.generated).some((generated) => ['invalid UTF-8', 'text in UTF-16', 'text in Latin-1'].includes(generated)) || /\bon disk\b/.test(scenario.title)
    const { exit, stdout, stderr } = await (needsDisk ? onDisk(scenario) : inMemory(scenario))
    await expect(withResult(text, exit, stdout, stderr)).toMatchFileSnapshot(join(HERE, name))
  })
})
