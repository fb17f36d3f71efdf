import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvEntries } from '../../src/collect/read-csv-entries.js'

const entries = (text: string): readonly unknown[] => { const read = readCsvEntries(text); return 'entries' in read ? read.entries : expect.fail(read.problems.map((problem) => `${problem.at} ${problem.message}`).join('\n')) }
const problems = (text: string): readonly string[] => { const read = readCsvEntries(text); return 'problems' in read ? read.problems.map((problem) => `${problem.at} ${problem.message}`) : expect.fail('nothing wrong') }

test('columns in any order and case, empty cells left out', () => {
  expect(entries('Title, ID ,text,parent,KIND\nTesting,1,,,chapter\nTest it,1.1,"One, ""two"".",1,clause\n')).toEqual([
    { id: '1', kind: 'chapter', title: 'Testing', at: '2' }, { id: '1.1', kind: 'clause', title: 'Test it', parent: '1', text: 'One, "two".', at: '3' },
  ])
})

test('a byte order mark, line ends of Windows and of old Macs, a last line without one, empty lines', () => {
  const wanted = [{ id: 'A', text: 'One.', at: expect.any(String) }, { id: 'B', text: 'Two.', at: expect.any(String) }]
  for (const text of ['\ufeffid,text\r\nA,One.\r\nB,Two.\r\n', 'id,text\rA,One.\rB,Two.', 'id,text\n\nA,One.\n\n\nB,Two.', '\ufeff"id","text"\n"A","One."\n,\n"B","Two."']) expect(entries(text), JSON.stringify(text)).toEqual(wanted)
})

test('a cell may have lines of its own', () => expect(entries('id,text\nA,"One.\nTwo."\nB,Three.\n')).toEqual([{ id: 'A', text: 'One.\nTwo.', at: '3' }, { id: 'B', text: 'Three.', at: '4' }]))

describe('what is wrong is told with its line', () => {
  test.each([
    ['', ['1 The file is empty.']],
    ['id,text\n', ['1 There is a header and no row.']],
    ['name,text\nA,One.\n', ['1 The header has no column `id`.', '1 The header has `name`, and known are `id`, `kind`, `title`, `parent` and `text`.']],
    ['id,id\nA,B\n', ['1 The header has `id` twice.']],
    ['id,text\nA,One.,more\nB\nC,Two.\n', ['2 The row has 3 cells and the header 2.', '3 The row has 1 cells and the header 2.']],
    ['id,text\n,One.\n', ['2 The row has no `id`.']],
    ['id,text\nA,One.\nA,Two.\n', ['3 `A` stands in line 2 already.']],
    ['id,parent\nA,B\n', ['2 `A` stands under `B`, which has no row.']],
    ['id,text\nA,"One.\nB,Two.\n', ['2 A quotation mark is opened and not closed up to the end of the file.']],
    ['id,text\nA,One "two".\n', ['2 A quotation mark stands in the middle of a cell; put the whole cell in quotation marks and double those inside.']],
    ['id,text\nA,"One" two\n', ['2 Something stands between the closing quotation mark and the comma.']],
  ])('%j', (text, wanted) => expect(problems(text)).toEqual(wanted))
})

test('semicolons are told by the header', () => expect(problems('id;text\nA;One.\n')[0]).toBe('1 The header has no column `id`.'))

test('what is written by the rules is read as it was', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim()).filter((text) => !text.includes('\ufeff'))
  fc.assert(fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), cell), { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (rows, eol) => {
    const unique = [...new Map(rows).entries()]
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const text = ['id,text', ...unique.map(([id, body]) => `${quote(id)},${quote(body)}`)].join(eol)
    expect(entries(text)).toEqual(unique.map(([id, body]) => ({ id, ...(body !== '' && { text: body }), at: expect.any(String) })))
  }))
})
