import { describe, expect, test } from 'vitest'
import { readFile } from '../../src/read/read-file.js'
import { describeForm, describeSchema, type Schema } from '../../src/read/schema-facts.js'
import { schemas } from '../../src/schema/schemas.generated.js'
import type { KindTypes } from '../../src/schema/validate.js'
import { show } from '../source/show.js'

const explained = (kind: keyof KindTypes, text: string): readonly string[] =>
  readFile('f.yaml', { text }, kind).diagnostics.map(({ place, code, message, hint }) => `${show(place.range)} ${code} ${message} | ${hint}`)

const ITEM = `evidence:
  - id: a-2026-09-10
    type: procedure
    collected: 2026-09-10
    path: artifacts/a.md
    sha256: ${'a'.repeat(64)}
    submitted-by: dana
`
const item = (more: string): string => `${ITEM}    ${more}\n`
const answer = (more: string): string => `implementations:\n  - control: TST-01\n    version: 1.0.0\n    status: implemented\n    ${more}\n`

const KEYS = '`id`, `type`, `title`, `component`, `component-version`, `collected`, `expires`, `period`, `source`, `path`, `sha256`, `files`, `url`, `held-by`, `classification`, `metrics`, `sample`, `submitted-by`, `remarks`, `reviews` or `withdrawn`'
const STATUS = '`implemented`, `partial`, `planned`, `alternative` or `not-applicable`'
const SLUG = 'Write a kebab-case identifier: lower-case letters, digits, dots and hyphens.'
const DATE = 'Write a date such as `2026-09-10`.'
const VERSION = 'Write a semantic version with three parts, for example `1.2.0`.'

describe('evidence files', () => {
  const cases: readonly (readonly [string, string, ...string[]])[] = [
    ['nothing wrong', ITEM],
    ['a misspelt key', ITEM.replace('collected', 'colected'), '4:5-4:13 unknown-key The key `colected` is not known here. | Write `collected` if that is what you mean.'],
    ['a key of another case', ITEM.replace('collected', 'Collected'), '4:5-4:14 unknown-key The key `Collected` is not known here. | Write `collected` if that is what you mean.'],
    ['a key from nowhere', item('colour: red'), `8:5-8:11 unknown-key The key \`colour\` is not known here. | Remove it, or use one of ${KEYS}.`],
    ['a key that every object has', item('constructor: red'), `8:5-8:16 unknown-key The key \`constructor\` is not known here. | Remove it, or use one of ${KEYS}.`],
    ['a missing key', ITEM.replace('    submitted-by: dana\n', ''), '2:5-6:77 missing-key The key `submitted-by` is missing in `a-2026-09-10`. | Write `submitted-by: …`.'],
    ['several missing keys', 'evidence:\n  - { path: a, sha256: b }\n', '2:5-2:27 missing-key The keys `id`, `type`, `collected` and `submitted-by` are missing. | Write `id: …`, `type: …`, `collected: …` and `submitted-by: …`.', '2:24-2:25 wrong-value `b` is not a SHA-256 digest in 64 lower-case hexadecimal digits. | Write a SHA-256 digest in 64 lower-case hexadecimal digits.'],
    ['no file', ITEM.replace(/ {4}path.*\n {4}sha256.*\n/, ''), '2:5-5:23 missing-key None of `path`, `files` or `url` is stated in `a-2026-09-10`. | Write one of `path`, `files` or `url`.'],
    ['two kinds of file', item(`files: [{ path: b, sha256: ${'b'.repeat(64)} }]`), '2:5-8:99 wrong-value More than one of `path`, `files` or `url` is stated in `a-2026-09-10`. | Keep one of them.'],
    ['a file without a digest', ITEM.replace(/ {4}sha256.*\n/, ''), '5:5-5:9 missing-key `path` is stated without `sha256`. | Write `sha256: …` beside it.'],
    ['a digest in capitals', ITEM.replace('a'.repeat(64), 'A'.repeat(64)), `6:13-6:77 wrong-value \`${'A'.repeat(60)}…\` is not a SHA-256 digest in 64 lower-case hexadecimal digits. | Write a SHA-256 digest in 64 lower-case hexadecimal digits.`],
    ['30 February', item('expires: 2026-02-30'), `8:14-8:24 wrong-value \`2026-02-30\` is not a day of the calendar. | ${DATE}`],
    ['a date of another land', item('expires: 30.9.2026'), `8:14-8:23 wrong-value \`30.9.2026\` is not a date such as \`2026-09-10\`. | ${DATE}`],
    ['a date as a number', item('expires: 20260930'), `8:14-8:22 wrong-type \`20260930\` is a number, and a date such as \`2026-09-10\` is wanted. | ${DATE}`],
    ['an id with a space', ITEM.replace('a-2026-09-10', 'A 2026'), `2:9-2:15 wrong-value \`A 2026\` is not a kebab-case identifier. | ${SLUG}`],
    ['a number for text', item('title: 12'), '8:12-8:14 wrong-type `12` is a number, and text is wanted. | Quote it: `"12"`.'],
    ['a number that loses its zero', item('component: 1.10'), '8:16-8:20 wrong-type `1.10` is read as the number 1.1, and a kebab-case identifier is wanted. | Quote it: `"1.10"`.'],
    ['a truth value for text', item('title: true'), '8:12-8:16 wrong-type `true` is a truth value, and text is wanted. | Quote it: `"true"`.'],
    ['an empty text', item('title: ""'), '8:12-8:14 wrong-value The text is empty. | Write text, or remove the key.'],
    ['a text too long', item(`title: ${'x'.repeat(20_001)}`), '8:12-8:20013 wrong-value The text has 20,001 characters, and at most 20,000 are allowed. | Shorten it, or keep it in a file of its own.'],
    ['no value', item('title:'), '8:5-8:10 missing-value The key has no value. | Write text, or remove the key.'],
    ['the word null', item('expires: null'), '8:5-8:12 missing-value The key has no value. | Write a date such as `2026-09-10`, or remove the key.'],
    ['an empty entry', 'evidence:\n  -\n', '1:1-1:9 missing-value An entry of the list is empty. | Write a mapping with keys, or remove the hyphen.'],
    ['a metric in words', item('metrics: { rate: low }'), '8:22-8:25 wrong-type Here stands the text `low`, and a number, `true` or `false` is wanted. | Write a number, `true` or `false`.'],
    ['a metric in quotes', item('metrics: { rate: "0.5" }'), '8:22-8:27 wrong-type Here stands the text `"0.5"`, and a number, `true` or `false` is wanted. | Remove the quotation marks: `0.5`.'],
    ['a name that cannot be one', item('metrics: { Rate: 1 }'), `8:16-8:20 wrong-value \`Rate\` cannot be a key here. | ${SLUG}`],
    ['a number below the least', item('sample: { population: { size: -1, drawn-from: x, on: 2026-09-10 }, size: 0, method: all, deviations: 0 }'), '8:35-8:37 wrong-value `-1` is less than 0. | Write 0 or more.'],
    ['a fraction for a count', item('sample: { population: { size: 1.5, drawn-from: x, on: 2026-09-10 }, size: 0, method: all, deviations: 0 }'), '8:35-8:38 wrong-type Here stands `1.5`, and a whole number is wanted. | Write a whole number.'],
    ['a component version without its component', item('component-version: "1"'), '8:5-8:22 missing-key `component-version` is stated without `component`. | Write `component: …` beside it.'],
    ['an address that is not safe', ITEM.replace('path: artifacts/a.md', 'url: http://example.com\n    held-by: us'), '5:10-5:28 wrong-value `http://example.com` is not an address that begins with `https://`. | Write an address that begins with `https://`.'],
    ['a person by name', ITEM.replace('dana', 'Dana Smith'), '7:19-7:29 wrong-value `Dana Smith` is not the id of a person in `muster.yaml`. | Write the id of a person in `muster.yaml`.'],
    ['a review of something', item('reviews: [{ by: dana, on: 2026-09-10, decision: accept, of: abc }]'), '8:53-8:59 wrong-value `accept` is not one of `accepted` or `returned`. | Write `accepted` if that is what you mean.', '8:65-8:68 wrong-value `abc` is not a fingerprint of 32 lower-case hexadecimal digits. | Write a fingerprint of 32 lower-case hexadecimal digits.'],
    ['a version as a number', answer('').replace('1.0.0', '1.10'), `3:14-3:18 wrong-type \`1.10\` is read as the number 1.1, and a semantic version with three parts is wanted. | ${VERSION}`],
    ['a version of two parts', answer('').replace('1.0.0', 'v1.0'), `3:14-3:18 wrong-value \`v1.0\` is not a semantic version with three parts. | ${VERSION}`],
    ['a misspelt word', answer('').replace('implemented', 'implmented'), `4:13-4:23 wrong-value \`implmented\` is not one of ${STATUS}. | Write \`implemented\` if that is what you mean.`],
    ['another word', answer('').replace('implemented', 'done'), `4:13-4:17 wrong-value \`done\` is not one of ${STATUS}. | Write one of ${STATUS}.`],
    ['a text for a list', answer('evidence: a-2026'), '5:15-5:21 wrong-type Here stands the text `a-2026`, and a list is wanted. | Write a list: `[a-2026]`.'],
    ['a name twice', answer('evidence: [a, b, a]'), '5:22-5:23 wrong-value `a` stands twice in the list. | Keep one of the two.'],
    ['a mapping for a list', 'implementations:\n  control: TST-01\n', '2:3-2:18 wrong-type Here stands a mapping, and a list is wanted. | Write a list: begin each entry with a hyphen.'],
    ['nothing at all', '{}\n', '1:1-1:3 missing-key Nothing is stated here. | Write at least one of `implementations`, `evidence`, `exceptions` or `poam`.'],
  ]
  test.each(cases)('%s', (_name, text, ...expected) => expect(explained('evidence', text)).toEqual(expected))
})

describe('other files', () => {
  const ENTRY = 'id: a\nkind: application\ntitle: A\npurpose: B.\nowner: { accountable: dana }\nin-scope-since: 2026-01-01\n'
  const LIFECYCLE = '`idea`, `development`, `pilot`, `production` or `retired`'
  const cases: readonly (readonly [string, keyof KindTypes, string, ...string[]])[] = [
    ['an entry with its id alone', 'application', 'id: a\n', '1:1-1:6 missing-key The keys `kind`, `title`, `purpose`, `owner` and `in-scope-since` are missing. | Write `kind: …`, `title: …`, `purpose: …`, `owner: …` and `in-scope-since: …`.'],
    ['an owner by name', 'application', ENTRY.replace('{ accountable: dana }', 'dana'), '5:8-5:12 wrong-type Here stands the text `dana`, and a mapping with keys is wanted. | Write `accountable: …` below the key.'],
    ['the beginning of a word', 'application', `${ENTRY}lifecycle: prod\n`, `7:12-7:16 wrong-value \`prod\` is not one of ${LIFECYCLE}. | Write \`production\` if that is what you mean.`],
    ['facts as a list', 'application', `${ENTRY}characteristics: [uses-llm]\n`, '7:18-7:28 wrong-type Here stands a list, and a mapping with keys is wanted. | Write `key: value` lines.'],
    ['a fact in quotes', 'application', `${ENTRY}characteristics: { uses-llm: "true" }\n`, '7:30-7:36 wrong-type Here stands the text `"true"`, and `true` or `false` is wanted. | Remove the quotation marks: `true`.'],
    ['a component version as a number', 'application', `${ENTRY}components: [{ id: m, kind: model, title: M, version: 2.0 }]\n`, '7:55-7:58 wrong-type `2.0` is read as the number 2, and text is wanted. | Quote it: `"2.0"`.'],
    ['a criterion without a bound', 'control', control('criteria: [{ metric: rate }]'), '17:71-17:87 missing-key Only `metric` is stated here. | Write at least one of `at-most`, `at-least` or `equals`.'],
    ['a parameter in words', 'control', control('review: none').replace('value: 1', 'value: many'), '12:21-12:25 wrong-value `many` is not a number or a length of time in days, weeks, months or years. | Write a number or a length of time in days, weeks, months or years.'],
    ['an id of another form', 'control', control('review: none').replace('id: TST-01\n', 'id: tst-1\n'), '1:5-1:10 wrong-value `tst-1` is not the identifier of a control. | Write the identifier of a control, for example `TST-03`.'],
    ['a validity in words', 'control', control('review: none').replace('P1Y', '1 year'), '17:29-17:35 wrong-value `1 year` is not a duration such as `P90D` or the name of a parameter. | Write a duration such as `P90D` or the name of a parameter.'],
    ['a layer from above', 'config', 'title: X\ncatalog: [builtin, ..]\n', '2:20-2:22 wrong-value `..` is not one of `builtin` or `.`. | Write `.` if that is what you mean.'],
    ['an address that is none', 'config', 'title: X\npeople: [{ id: a, title: A, email: nobody }]\n', '2:36-2:42 wrong-value `nobody` is not an e-mail address. | Write an e-mail address.'],
    ['an element as a number', 'mapping', 'framework: x\nmaps:\n  - { controls: [AB-01], element: 1.10, relationship: equal, rationale: functional, method: automation, by: x, on: 2026-01-01 }\n',
      '3:35-3:39 wrong-type `1.10` is read as the number 1.1, and the identifier of a framework element exactly as its publisher prints it, without the edition is wanted. | Quote it: `"1.10"`.',
      '3:55-3:60 wrong-value `equal` is not one of `equal-to`, `superset-of`, `subset-of`, `intersects-with` or `no-relationship`. | Write `equal-to` if that is what you mean.'],
  ]
  test.each(cases)('%s', (_name, kind, text, ...expected) => expect(explained(kind, text)).toEqual(expected))
})

function control(request: string): string {
  return `id: TST-01
version: 1.0.0
effective: 2026-01-01
status: active
scope: application
title: A
statement: B.
risk: C.
guidance: D.
severity: low
parameters:
  - { id: p, value: 1, description: E. }
objectives:
  - id: TST-01.a
    method: TEST
    text: F.
    evidence: [{ valid-for: P1Y, types: [x], review: none }]
`.replace('[{ valid-for: P1Y, types: [x], review: none }]', `[{ valid-for: P1Y, types: [x], ${request.startsWith('review') ? '' : 'review: none, '}${request} }]`)
}

describe('many errors', () => {
  test('are told to twenty and counted', () => {
    const told = explained('evidence', `evidence:\n${'  - { a: 1 }\n'.repeat(15)}`)
    expect(told).toHaveLength(20)
    expect(told.at(-1)).toMatch(/The file has 10 more errors of this sort\./)
  })
})

test('every pattern and type of the schemas has words', () => {
  const vague: string[] = []
  const visit = (schema: unknown, at: string): void => {
    if (schema === null || typeof schema !== 'object') return
    if (!Array.isArray(schema) && ('pattern' in schema || 'enum' in schema || ('type' in schema && typeof schema.type !== 'object'))) {
      const part = schema as Schema // a part of a JSON Schema
      const words = [describeSchema({ ...part, ...(part.description !== undefined && { form: part.description }) }), describeForm({ ...part, ...(part.description !== undefined && { form: part.description }) })]
      if (words.some((text) => /another|undefined|^$/.test(text))) vague.push(`${at}: ${words.join(' | ')}`)
    }
    for (const [key, value] of Object.entries(schema)) visit(value, `${at}/${key}`)
  }
  // A closed quarter is written by the tool alone, and a broken one is told by its bytes.
  for (const [name, schema] of Object.entries(schemas)) if (name !== 'quarter.schema.json') visit(schema, name)
  expect(vague).toEqual([])
})
