import { beforeAll, describe, expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose-document.js'
import type { DocumentContext } from '../../src/document/context.js'
import { sections } from '../../src/document/sections/index.js'
import { parseTemplate } from '../../src/document/template.js'
import { contextOf } from './make-context.js'

let context: DocumentContext
beforeAll(async () => { context = await contextOf('gap', 'assistant') })

const compose = (text: string) => composeDocument(parseTemplate('my.md', text), sections, context)
const told = (text: string): readonly string[] => compose(text).diagnostics.map(({ code, message, hint, place }) => `${place.range.start.line}:${place.range.start.column} ${code}: ${message} ${hint ?? ''}`)

describe('what a template gets wrong is told on its line', () => {
  test.each([
    ['an unknown slot', '# A\n\n<!-- slot: gap-lst -->\n', ['3:1 unknown-slot: There is no section `gap-lst`. Write `gap-list` if that is what you mean.']],
    ['an unknown slot in a sentence', '# A <!-- slot: subjct -->\n', ['1:5 unknown-slot: There is no section `subjct`. Write `subject` if that is what you mean.']],
    ['an unknown option', '# A\n\n<!-- slot: worst-gaps cout=3 -->\n', ['3:1 unknown-slot-option: The section `worst-gaps` has no option `cout`. Write `count` if that is what you mean.']],
    ['an option of a section without any', '# A\n\n<!-- slot: approvals count=3 -->\n', ['3:1 unknown-slot-option: The section `approvals` has no option `count`. Remove it: this section has no options.']],
    ['a wrong value', '# A\n\n<!-- slot: controls state=satisfid -->\n', ['3:1 wrong-slot-value: `satisfid` is not a value of the option `state` of `controls`. Write `satisfied` if that is what you mean.']],
    ['a count that is none', '# A\n\n<!-- slot: worst-gaps count=many -->\n', ['3:1 wrong-slot-value: `many` is not a value of the option `count` of `worst-gaps`. Write a whole number from 1, such as `5`.']],
    ['an unknown framework', '# A\n\n<!-- slot: results framework=iso-42001 -->\n', ['3:1 wrong-slot-value: `iso-42001` is not a value of the option `framework` of `results`. Write `iso-42001-2023` if that is what you mean.']],
    ['a slot without a name', '# A\n\n<!-- slot: -->\n', ['3:1 unknown-slot: There is no section ``. Run `muster list sections` to see all.']],
    ['a block in a sentence', '# A\n\nSee <!-- slot: gap-list --> here.\n', ['3:5 misplaced-slot: The section `gap-list` is a block and stands within a line. Put it on a line of its own, with an empty line before and after.']],
    ['HTML', '# A\n\n<div>x</div>\n', ['3:1 html-in-template: A template holds no HTML: only three of the four formats could print it. Write it in Markdown.']],
    ['HTML in a sentence', '# A\n\nx <b>y</b>\n', ['3:3 html-in-template: A template holds no HTML: only three of the four formats could print it. Write it in Markdown.', '3:7 html-in-template: A template holds no HTML: only three of the four formats could print it. Write it in Markdown.']],
    ['an image', '# A\n\n![x](x.png)\n', ['3:1 not-printable: A document cannot hold an image. Remove it, or say it in a paragraph, a list or a table.']],
    ['several at once', '# A\n\n<!-- slot: x1 -->\n\n<!-- slot: y1 -->\n', ['3:1 unknown-slot: There is no section `x1`. Run `muster list sections` to see all.', '5:1 unknown-slot: There is no section `y1`. Run `muster list sections` to see all.']],
  ])('%s', (_name, text, expected) => expect(told(text)).toEqual(expected))
})

test('with a fault there is no document', () => expect(compose('# A\n\n<!-- slot: x1 -->\n').value).toBeUndefined())

test('a comment that is no slot is a note to those who edit the template', () => {
  const { value, diagnostics } = compose('# A\n\n<!-- Keep this short. -->\n\nText <!-- why --> here.\n')
  expect(diagnostics).toEqual([])
  expect(JSON.stringify(value)).not.toContain('Keep this short')
  expect(value?.children.map(({ type }) => type)).toEqual(['heading', 'paragraph'])
})

test('slots in lines are filled, and the title of the document is its first heading', () => {
  const { value } = compose('# Gaps of <!-- slot: subject --> as of <!-- slot: as-of -->\n')
  expect(value?.data.document.title).toBe('Gaps of Customer assistant (assistant) as of 2026-09-30')
})

test('a template may have one slot twice: ids and sheets stay apart', () => {
  const { value } = compose('# A\n\n<!-- slot: gap-list -->\n\n## A\n\n<!-- slot: gap-list -->\n')
  const tables = (value?.children ?? []).flatMap((node) => (node.type === 'table' && node.data?.facts ? [node.data.facts] : []))
  expect(tables.map(({ id }) => id)).toEqual(['gaps', 'gaps-2'])
  expect(tables.map(({ sheet }) => sheet)).toEqual(['Gaps', 'Gaps-2'])
  expect((value?.children ?? []).flatMap((node) => (node.type === 'heading' ? [node.data?.id] : []))).toEqual(['a', 'a-2'])
})

test('options are quoted where they hold spaces, and defaults are filled in', () => {
  expect(told('# A\n\n<!-- slot: worst-gaps count="2" -->\n')).toEqual([])
  const rows = (text: string): number => (compose(text).value?.children ?? []).flatMap((node) => (node.type === 'table' ? node.children : [])).length
  expect(rows('# A\n\n<!-- slot: worst-gaps count=1 -->\n')).toBe(2)
  expect(rows('# A\n\n<!-- slot: worst-gaps -->\n')).toBe(3)
})

test('the tree keeps to its contract', async () => {
  for (const [id, subject] of [['gap', 'assistant'], ['gap', undefined], ['soa', undefined], ['impact', 'assistant']] as const) {
    const inside = await contextOf(id, subject)
    const { templates } = await import('../../src/document/templates.generated.js')
    const { value } = composeDocument(parseTemplate('t.md', templates[id] ?? ''), sections, inside)
    const text = JSON.stringify(value)
    expect(text).not.toMatch(/"type":"(html|image|definition|footnote\w*)"/)
    const ids = [...text.matchAll(/"(?:facts|data)":\{"id":"([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const node of value?.children ?? []) if (node.type === 'table') expect(node.children[0]?.children.length, node.data?.facts?.id).toBe(node.data?.facts?.columns.length)
    for (const node of value?.children ?? []) if (node.type === 'table') for (const row of node.children) expect(row.children.length).toBe(node.data?.facts?.columns.length)
    const targets = [...text.matchAll(/"url":"#([^"]+)"/g)].map((match) => match[1])
    for (const target of targets) expect(ids).toContain(target)
  }
})
