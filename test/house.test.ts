import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Which folder of src may import from which, and which packages stand only there. Read downward it is acyclic. */
const HOUSE: Readonly<Record<string, { readonly from: readonly string[]; readonly packages: readonly string[] }>> = {
  schema: { from: [], packages: [] },
  source: { from: [], packages: ['js-yaml'] },
  model: { from: ['schema', 'source'], packages: ['node:crypto'] },
  read: { from: ['schema', 'source', 'model'], packages: [] },
  rules: { from: ['schema', 'source', 'model'], packages: [] },
  assess: { from: ['schema', 'source', 'model'], packages: [] },
  reporters: { from: ['source'], packages: [] },
  collect: { from: ['schema', 'source', 'model'], packages: ['csv-parse/sync'] },
  export: { from: ['schema', 'source', 'model'], packages: [] },
  scaffold: { from: ['schema', 'source', 'model'], packages: ['yaml', 'diff'] },
  document: { from: ['schema', 'source', 'model'], packages: ['unified', 'remark-*', 'mdast', 'mdast-util-*', 'hast', 'hast-util-*', 'docx', 'echarts/*', '@resvg/resvg-js', 'write-excel-file/*', 'fflate'] },
  host: { from: ['source'], packages: ['node:*', '@clack/prompts', 'chokidar'] },
  commands: { from: ['schema', 'source', 'model', 'read', 'rules', 'assess', 'reporters', 'collect', 'document', 'export', 'scaffold', 'host'], packages: ['commander'] },
}

/** Files that are the exception, with the reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Run by the build alone, where it reads this repository to compile the built-in library.
  'read/compile-library.ts': ['node:fs', 'node:path'],
}

/** One file only. */
const ONLY_IN: Readonly<Record<string, string>> = { 'js-yaml': 'source/parse-yaml.ts', 'node:crypto': 'model/digest.ts', 'csv-parse/sync': 'collect/read-csv-entries.ts' }

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.includes('.generated.'))
const text = (file: string): string => readFileSync(join(SRC, file), 'utf8')
const code = (file: string): string => text(file).replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const importsOf = (file: string): readonly string[] =>
  [...code(file).matchAll(/^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

describe.each(files.filter((file) => folderOf(file) !== ''))('src/%s', (file) => {
  const folder = folderOf(file)
  test('stands in a folder of the house', () => expect(Object.keys(HOUSE)).toContain(folder))
  test('imports only what its folder may', () => {
    const rule = HOUSE[folder] ?? { from: [], packages: [] }
    const allowed = [...rule.packages, ...(EXCEPTIONS[file] ?? [])]
    const wrong = importsOf(file).filter((specifier) => {
      if (specifier.startsWith('.')) {
        const target = folderOf(posix.normalize(posix.join(dirname(file), specifier)))
        return target !== folder && !rule.from.includes(target)
      }
      return !allowed.some((name) => (name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name))
    })
    expect(wrong).toEqual([])
  })
  test('leaves the world to the host', () => {
    if (folder === 'host') return expect(folder).toBe('host')
    expect(code(file)).not.toMatch(/\bprocess\.|\bconsole\.|\bDate\.now\b|new Date\(\)|Math\.random|randomUUID/)
  })
  test('keeps the style', () => {
    expect(code(file)).not.toMatch(/\benum \w+ \{|\bas any\b|: any\b|export default/)
    expect(posix.basename(file)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.generated)?(\.d)?\.ts$/)
  })
})

test('commands see the host as a type only', () => {
  const wrong = files.filter((file) => folderOf(file) === 'commands' && /import (?!type)[^\n]*'\.\.\/host\//.test(code(file)))
  expect(wrong).toEqual([])
})

test('a package that belongs to one file stays there', () => {
  for (const [name, home] of Object.entries(ONLY_IN)) {
    const users = files.filter((file) => importsOf(file).includes(name) && folderOf(file) !== 'host')
    expect(users).toEqual([home])
  }
})

test('no file is longer than 200 lines without a reason at its top', () => {
  const long = files.filter((file) => text(file).split('\n').length > 200 && !/^\/\//.test(text(file)))
  expect(long.map((file) => relative(SRC, join(SRC, file)))).toEqual(['schema/types.ts'].filter((name) => long.includes(name)))
})
