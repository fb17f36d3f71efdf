// What `muster import` writes, and what it says of NIST's catalog, which keeps withdrawn entries without a mark.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { checkFiles } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

const adopter = { 'muster.yaml': 'title: Adopter\n' }
const own = { 'muster.yaml': 'title: Own\ncatalog: [builtin, "."]\n' }
const catalog = readFileSync(new URL('../collect/import/catalog.json', import.meta.url), 'utf8')
const NEW = ['--title', 'House rules', '--edition', '2026', '--publisher', 'Acme', '--published', '2026-01-01']

type Ran = { readonly exit: number; readonly out: string; readonly err: string; readonly files: Readonly<Record<string, string>> }
async function imported(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Ran> {
  const host = memoryHost({ files })
  const exit = await run(['import', ...argv], host)
  return { exit, out: host.stdout(), err: host.stderr(), files: Object.fromEntries([...host.files].map(([path, text]) => [path.replace('/work/', ''), text])) }
}
const csf = async (): Promise<readonly { readonly id: string; readonly kind: string; readonly heading: boolean }[]> => {
  const host = memoryHost({ files: adopter })
  await run(['list', 'elements', '--framework', 'nist-csf-2.0', '--format', 'json'], host)
  return JSON.parse(host.stdout()).elements
}
/** The subcategories of CSF 2.0 and 79 others, none of them marked, as NIST's catalog 1.0.0 has them. */
async function nistLike(): Promise<string> {
  const control = (id: string): unknown => ({ id: id.toLowerCase(), class: 'subcategory', title: id, props: [{ name: 'label', value: id }], parts: [{ name: 'statement', prose: `Statement of ${id}.` }] })
  const subcategories = (await csf()).filter((element) => !element.heading).map((element) => control(element.id))
  const others = Array.from({ length: 79 }, (_, index) => control(`PR.AC-${String(index + 1).padStart(2, '0')}`))
  return JSON.stringify({ catalog: { metadata: { title: 'CSF like', version: '1.0.0', 'last-modified': '2024-02-26T00:00:00Z' }, controls: [...subcategories, ...others] } })
}

test('official text of a built-in framework stands on the user’s side, and explain shows it', async () => {
  const { exit, out, files } = await imported({ ...adopter, 'csf.json': await nistLike() }, 'oscal-catalog', 'csf.json', '--framework', 'nist-csf-2.0', '--licence', 'Public domain')
  expect(exit).toBe(0)
  expect(out).toContain('106 elements of nist-csf-2.0 have their official text now; 0 of 106 without headings have none.')
  expect(out.replace(/\s+/g, ' ')).toContain('Left out, because nist-csf-2.0 has no such element: PR.AC-01, PR.AC-02,')
  expect(out.replace(/\s+/g, ' ')).toContain('and 67 more (79). The file does not mark them; where a catalog keeps what an earlier edition had, these are withdrawn entries.')
  expect(out).toContain('its licence is yours to keep')
  expect(await checkFiles(files)).toEqual([])
  const host = memoryHost({ files })
  await run(['explain', 'nist-csf-2.0:PR.DS-01'], host)
  expect(host.stdout()).toContain('Official text (from csf.json; its licence is yours to keep)\n  Statement of PR.DS-01.')
})

test('the same file as a framework of one’s own is said to be near the edition of the library', async () => {
  const { exit, out, files } = await imported({ ...own, 'csf.json': await nistLike() }, 'oscal-catalog', 'csf.json', '--framework', 'my-csf', '--publisher', 'NIST')
  expect(exit).toBe(0)
  expect(out.replace(/\s+/g, ' ')).toContain('106 of the entries are those of nist-csf-2.0, which has no PR.AC-01,')
  expect(await checkFiles(files)).toEqual([])
})

test('nothing is overwritten', async () => {
  const once = await imported({ ...own, 'a.csv': 'id,title\nA,One\n' }, 'csv', 'a.csv', '--framework', 'acme-2026', ...NEW)
  expect(once.exit).toBe(0)
  const twice = await imported({ ...once.files, 'b.csv': 'id,title,text\nB,Two,T\n' }, 'csv', 'b.csv', '--framework', 'acme-2026', ...NEW)
  expect(twice.exit).toBe(2)
  const texts = { ...once.files, 'c.csv': 'id,text\nA,The text.\n' }
  const text = await imported(texts, 'csv', 'c.csv', '--framework', 'acme-2026')
  expect([text.exit, Object.keys(text.files)]).toEqual([0, [...Object.keys(texts), 'frameworks/acme-2026/official-text.yaml']])
  const again = await imported({ ...text.files, 'c.csv': 'id,text\nA,Another.\n' }, 'csv', 'c.csv', '--framework', 'acme-2026')
  expect([again.exit, again.err]).toEqual([2, 'error: frameworks/acme-2026/official-text.yaml is there already, and nothing is overwritten.\nhint: Remove or rename it first.\n'])
  expect(again.files['frameworks/acme-2026/official-text.yaml']).toBe(text.files['frameworks/acme-2026/official-text.yaml'])
})

test('a framework of one’s own can be mapped at once', async () => {
  const { exit, out, files } = await imported({ ...own, 'rules.csv': 'id,kind,title,parent,text\n1,Chapter,Testing,,\n1.1,Clause,Test it,1,"Test: ""it"", yes # no\nand again."\n' }, 'csv', 'rules.csv', '--framework', 'acme-2026', ...NEW)
  expect([exit, out.split('\n')[1]?.trim()]).toEqual([0, '1 chapter, 1 clause.'])
  expect(await checkFiles(files)).toEqual([])
  const host = memoryHost({ files })
  await run(['explain', 'acme-2026:1.1', '--format', 'json'], host)
  expect(JSON.parse(host.stdout()).explanations[0]).toMatchObject({ title: 'Test it', 'element-kind': 'clause', above: ['1 Testing'], summary: 'Test: "it", yes # no\nand again.' })
})

test('an adopter without a layer of their own is told to add it', async () => {
  expect((await imported({ ...adopter, 'a.csv': 'id,title\nA,One\n' }, 'csv', 'a.csv', '--framework', 'acme-2026', ...NEW)).out).toContain('Add `.` to `catalog` in muster.yaml')
})

test('withdrawn entries that are marked are left out and named', async () => {
  const { out, files } = await imported({ ...own, 'catalog.json': catalog }, 'oscal-catalog', 'catalog.json', '--framework', 'demo-9', '--publisher', 'Example')
  expect(out).toContain('Left out, because the file marks them as withdrawn: 1.5.')
  expect(files['frameworks/demo-9/framework.yaml']).not.toContain('1.5')
})

test.each([
  ['no framework', ['csv', 'a.csv'], 'error: It is not said which framework the file is.'],
  ['an id that is none', ['csv', 'a.csv', '--framework', '../x'], 'error: `../x` cannot be the id of a framework.'],
  ['no file', ['csv', 'b.csv', '--framework', 'acme-2026'], 'error: /work/b.csv is not there.'],
  ['a new framework of which nothing is known', ['csv', 'a.csv', '--framework', 'acme-2026'], 'error: The library has no framework `acme-2026`, and to begin one its title, edition, publisher and published are needed.'],
  ['a status that is none', ['csv', 'a.csv', '--framework', 'acme-2026', ...NEW, '--status', 'done'], 'error: `done` is not a value of --status.'],
  ['a date that is none', ['csv', 'a.csv', '--framework', 'acme-2026', '--title', 'T', '--edition', '1', '--publisher', 'P', '--published', 'soon'], 'error: What the file holds cannot stand in frameworks/acme-2026/framework.yaml:'],
  ['a framework whose ids are others', ['csv', 'a.csv', '--framework', 'nist-csf-2.0'], 'error: None of the entries of the file (1) is an element of nist-csf-2.0 with a text.'],
  ['ids that cannot be', ['csv', 'bad.csv', '--framework', 'acme-2026', ...NEW], 'bad.csv:2: `§ 1` cannot be the id of an element'],
  ['rows without a title', ['csv', 'untitled.csv', '--framework', 'acme-2026', ...NEW], 'untitled.csv:2: `A` has no title.'],
  ['rows that cannot be read', ['csv', 'broken.csv', '--framework', 'acme-2026', ...NEW], 'broken.csv:2: A quotation mark is opened'],
])('%s', async (_name, argv, message) => {
  const files = { ...own, 'a.csv': 'id,title\nA,One\n', 'bad.csv': 'id,title\n§ 1,One\n', 'untitled.csv': 'id,title\nA,\n', 'broken.csv': 'id,title\nA,"One\n' }
  const { exit, err, files: after } = await imported(files, ...argv)
  expect(err).toContain(message)
  expect([exit, after]).toEqual([2, files])
})
