// Rules without a check of their own: the parser, the shape check and the host report them while a file is read.
import { MAX_DEPTH, MAX_KEYS } from '../source/limits.js'
import { counted } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import type { ExampleFiles, ReadingRule, Rule } from './rule.js'

type Words = Pick<ReadingRule, 'code' | 'summary' | 'rationale' | 'bad'> & { readonly good?: ExampleFiles }

const reading = ({ good = evaluationExample({}), ...words }: Words): Rule => ({ kind: 'reading', severity: 'error', since: '0.1.0', good, ...words })

// A text of one of these words stands for a file that the host refuses so.
const refused = (word: '<too-large>' | '<not-utf8>' | '<outside>'): ExampleFiles => ({ 'applications/assistant/evidence/more.yaml': `${word}\n` })

/** The rules that are reported while a file is read, in the order of their codes. */
export const readingRules: readonly Rule[] = [
  reading({
    code: 'control-character',
    summary: 'A file holds a tab or another character that cannot be seen.',
    rationale: 'Tabs are indentation to some readers and not to others, and control characters can hide text, reorder a line or steer a terminal. Write spaces for tabs and remove the others, also where they are written as escapes.',
    bad: evaluationExample({ remarks: 'Measured\tby hand.' }),
    good: evaluationExample({ remarks: 'Measured by hand.' }),
  }),
  reading({
    code: 'duplicate-key',
    summary: 'A key stands twice in one mapping.',
    rationale: 'Readers differ in which of the two they take, so nobody can say what the file means. Keep one.',
    bad: evaluationExample({ status: 'planned\n    status: implemented' }),
  }),
  reading({
    code: 'file-too-large',
    summary: 'A file is larger than one mebibyte.',
    rationale: 'A file that people review in pull requests is small. Divide it: evidence files of one application are merged. What tools write belongs into `artifacts`, where no size is asked.',
    bad: refused('<too-large>'),
  }),
  reading({
    code: 'missing-key',
    summary: 'A key that every such entry has is missing.',
    rationale: 'The entry cannot be used without it. `docs/formats.md` says which keys each format has and which of them must be there.',
    bad: evaluationExample({}, { 'submitted-by': undefined }),
  }),
  reading({
    code: 'missing-value',
    summary: 'A key, or an entry of a list, has no value.',
    rationale: 'An empty value is read as nothing, and nothing is not an answer. Write the value, or remove the key.',
    bad: evaluationExample({ remarks: '' }),
    good: evaluationExample({ remarks: 'Measured by hand.' }),
  }),
  reading({
    code: 'not-utf8',
    summary: 'A file is not text in UTF-8.',
    rationale: 'Other encodings show other characters to other readers. Save the file as UTF-8; a byte order mark and either line end are fine.',
    bad: refused('<not-utf8>'),
  }),
  reading({
    code: 'outside-folder',
    summary: 'A file is a symbolic link that leads out of the repository.',
    rationale: 'Evidence comes from other teams in pull requests, and nothing outside the repository is read for it. Put the file itself in place of the link.',
    bad: refused('<outside>'),
  }),
  reading({
    code: 'plain-yaml',
    summary: 'A file uses a part of YAML that readers understand differently, or that hides what a line says.',
    rationale: 'The files are the plain kind of YAML: one document, whose root is a mapping, without document markers, directives, anchors, aliases, tags, merge keys and indentation indicators. Values that one version of YAML reads otherwise than another, such as `yes`, `007`, `12:30` or `~`, are quoted or written the usual way.',
    bad: evaluationExample({ remarks: 'yes' }),
    good: evaluationExample({ remarks: '"yes"' }),
  }),
  reading({
    code: 'too-deep',
    summary: `A file is nested deeper than ${MAX_DEPTH} levels.`,
    rationale: 'No format needs more than ten, and deeper nesting is mostly an attack on the reader.',
    bad: evaluationExample({ remarks: '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH) }),
  }),
  reading({
    code: 'too-many-keys',
    summary: `A mapping has more than ${counted(MAX_KEYS, 'key')}.`,
    rationale: 'No format needs as many, and such a mapping is mostly an attack on the reader.',
    bad: evaluationExample({}, { metrics: `{ ${Array.from({ length: MAX_KEYS + 1 }, (_, index) => `m${index}: 1`).join(', ')} }` }),
  }),
  reading({
    code: 'unknown-key',
    summary: 'A key is not known where it stands.',
    rationale: 'It is misspelt, or indented under the wrong entry; what it says would be lost without a word. `docs/formats.md` lists the keys of each format.',
    bad: evaluationExample({}, { collected: undefined, colected: '2026-09-08' }),
  }),
  reading({
    code: 'unreadable-file',
    summary: 'A file is not there or cannot be read.',
    rationale: 'Each folder under `applications` is an entry of the inventory and says in `application.yaml` what it is. A folder without it, or a file that its permissions hide, cannot be assessed.',
    bad: { 'applications/search/evidence/answers.yaml': 'implementations: []\n' },
  }),
  reading({
    code: 'wrong-type',
    summary: 'A value is of another type than the one that is wanted.',
    rationale: 'YAML decides by its looks whether a value is text, a number or a truth value: `1.10` is the number 1.1. Quote what is text. A list begins each entry with a hyphen, a mapping is `key: value` lines.',
    bad: evaluationExample({ version: '2.0' }),
  }),
  reading({
    code: 'wrong-value',
    summary: 'A value is none of those that can stand here.',
    rationale: 'The message says what is wanted: one of a few words, a date that the calendar has, an identifier of a certain form, a text that is not empty.',
    bad: evaluationExample({}, { collected: '2026-02-30' }),
  }),
  reading({
    code: 'yaml-syntax',
    summary: 'A file cannot be read as YAML.',
    rationale: 'Mostly the indentation is wrong, a bracket or quotation mark is not closed, or a text that holds a colon is not quoted. The message points at the cause where it can be told, which may be a line before the one where the parser stopped.',
    bad: evaluationExample({ remarks: 'Measured by hand: twice.' }),
    good: evaluationExample({ remarks: '"Measured by hand: twice."' }),
  }),
]
