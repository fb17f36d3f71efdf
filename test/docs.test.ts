// What the pages show is run here.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../src/commands/run.js'
import { checkFiles } from './check-files.js'
import { memoryHost } from './memory-host.js'

const page = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('the example of docs/tailoring.md has nothing wrong with it', async () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page('docs/tailoring.md')) ?? []
  expect(example).toContain('left-out:')
  const files = { 'muster.yaml': 'title: T\npeople: [{ id: ciso, title: C, roles: [executive] }]\napprovers: [{ role: executive, up-to: critical }]\n', 'tailoring.yaml': example }
  expect((await checkFiles(files)).map(({ message }) => message)).toEqual([])
  expect((await checkFiles({ ...files, 'tailoring.yaml': example.replace('TST-03', 'TST-99') })).map(({ code }) => code)).toEqual(['unknown-tailored-control'])
})

const commands = ['README.md', 'docs/getting-started.md'].flatMap((path) => [...page(path).matchAll(/^\$ (?:npx passmuster|muster) (.+?)(?: {3,}.*)?$/gm)].map(([, line = '']) => [path, line] as const))

test('there are commands in the pages', () => expect(commands.length).toBeGreaterThan(20))
test.each(commands)('%s: muster %s is a command with these options', async (_path, line) => {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')
  const host = memoryHost({ files: {} })
  expect(await run([...words, '--help'], host), host.stderr()).toBe(0)
  expect(host.stdout()).toContain(`Usage: muster ${words[0]}`) // and not the help of all
  for (const option of words.filter((word) => word.startsWith('--'))) expect(host.stdout()).toContain(option.split('=')[0])
})
