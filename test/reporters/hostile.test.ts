import { describe, expect, test } from 'vitest'
import { reporters } from '../../src/reporters/index.js'
import { context, diagnosticAt } from './make-diagnostic.js'

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const HOSTILE = {
  escape: '\u001b[31mred\u001b[0m', 'C1 control': '\u009b31m', bell: 'a\u0007', 'carriage return': 'a\rb', delete: 'a\u007f',
  bidi: 'a\u202eb\u2066c', 'line separator': 'a\u2028b', mark: 'a\ufeffb', 'half a pair': 'a\ud83d b', tag: '<script>alert(1)</script>', newline: 'a\n::error::b',
  command: '##[add-mask]a', 'command of Azure': '##vso[task.setvariable]a', 'command at the beginning': '::stop-commands::a', percent: '%0A::error::a', tab: 'a\tb', emoji: '👩‍👩‍👧',
} as const

const hostile = (words: string) => diagnosticAt('TST-03', {
  file: `applications/${words}/application.yaml`, text: `remarks: ${words}\ncontrol: TST-03 ${words}\n`, pointer: `/${words}`, message: `${words} is wrong.`, hint: `${words} must go.`,
  related: [{ message: `${words} stands there.`, place: diagnosticAt('TST-03', { file: words }).place }], about: { application: words },
})

describe.each(reporters)('$id', ({ id, render }) => {
  test.each(Object.entries(HOSTILE))('%s steers nothing', (_name, words) => {
    const output = render([hostile(words)], context)
    expect(output).not.toMatch(STEERING)
    expect(output).not.toMatch(/##(vso)?\[/)
    expect(Buffer.from(output, 'utf8').toString('utf8')).toBe(output)
    const commands = output.split('\n').filter((line) => line.trimStart().startsWith('::'))
    expect(commands).toHaveLength(id === 'github' ? 1 : 0)
  })

  test.each(Object.entries(HOSTILE))('%s in the log beyond the annotations steers nothing', (_name, words) => {
    const output = render(Array.from({ length: 12 }, () => ({ ...hostile(words), place: diagnosticAt('TST-03', { file: words }).place })), context)
    expect(output).not.toMatch(STEERING)
    expect(output).not.toMatch(/##(vso)?\[/)
    const commands = output.split('\n').filter((line) => line.trimStart().startsWith('::'))
    expect(commands).toHaveLength(id === 'github' ? 13 : 0) // ten errors, a group and its end, the closing notice
  })

  test('ends with one line break and begins with none', () => {
    expect(render([hostile('a')], context)).toMatch(/^\S[\s\S]*\S\n$/)
  })

  test('gives the same twice', () => {
    expect(render([hostile('a')], context)).toBe(render([hostile('a')], context))
  })
})

test('the whole text of a hostile file', async () => {
  const file = 'applications/🦉\t\u001b[2J/evidence\n.yaml'
  const text = `remarks: "\u001b[31m <script>alert(1)</script> ##[add-mask]x \u202egnp.exe" # TST-2\n`
  const message = 'There is no control `TST-2\u001b[0m`.\n::error::not one'
  const [textReporter] = reporters
  await expect(textReporter?.render([diagnosticAt('TST-2', { file, text, message })], context)).toMatchFileSnapshot('./text-hostile.snap.txt')
})

test('names of files and identifiers reach programs exactly', () => {
  const output = reporters.find(({ id }) => id === 'json')?.render([hostile('a\u001b\u202e\ud83d##[b')], context) ?? ''
  const [diagnostic] = JSON.parse(output).diagnostics
  expect(diagnostic.place).toMatchObject({ file: 'applications/a\u001b\u202e\ud83d##[b/application.yaml', pointer: '/a\u001b\u202e\ud83d##[b' })
  expect(diagnostic.message).toBe('a\ufffd\ufffd\ufffd#\ufffd[b is wrong.')
})

test('a long run of spaces in a message takes no time to speak of', () => {
  const message = `a${' '.repeat(200_000)}b${'\n '.repeat(100_000)}c`
  for (const { render } of reporters) expect(render([diagnosticAt('TST-03', { message })], context)).toContain('c')
}, 10_000)
