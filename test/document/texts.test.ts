import { describe, expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose-document.js'
import { documents } from '../../src/document/documents.js'
import { sections } from '../../src/document/sections/index.js'
import { parseTemplate } from '../../src/document/template.js'
import { templates } from '../../src/document/templates.generated.js'
import { LANGUAGES, languages, textsIn } from '../../src/document/texts/index.js'
import { contextOf } from './make-context.js'

/** Every text of a table by its path; a function by how many words it takes. */
function entries(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, `function of ${value.length}`]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}/${key}`))
}

const others = LANGUAGES.filter((language) => language !== 'en')

test('there is more than one language', () => expect(others).toEqual(['de']))

// Names, symbols and words that are the same in both.
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['Version', 'Status', 'SHA-256', 'SoA', 'Revision', 'Element', 'Name', 'Filter'],
}

describe.each(others)('%s', (language) => {
  const english = new Map(entries(textsIn('en')))
  const other = entries(languages[language])
  test('has the keys of English, and functions that take as many words', () => {
    expect(other.map(([path]) => path).sort()).toEqual([...english.keys()].sort())
    for (const [path, text] of other) if (english.get(path)?.startsWith('function of')) expect(text, path).toBe(english.get(path))
  })
  test('leaves nothing in English', () => {
    const untranslated = other.filter(([path, text]) => text === english.get(path) && !text.startsWith('function of') && !(SAME[language] ?? []).includes(text)).map(([path, text]) => `${path} ${text}`)
    expect(untranslated).toEqual([])
  })
  test('has every template, with the slots of the English one in the same order', () => {
    const names = Object.keys(templates).filter((name) => !name.includes('.'))
    const slots = (name: string): readonly string[] => [...(templates[name] ?? '').matchAll(/<!-- slot:.*?-->/g)].map(([slot]) => slot).filter((slot) => !/slot: (subject|organization|as-of|framework-names) /.test(slot))
    const lines = (name: string): readonly string[] => [...(templates[name] ?? '').matchAll(/<!-- slot: (?:subject|organization|as-of|framework-names) -->/g)].map(([slot]) => slot).sort()
    for (const name of names) {
      expect(slots(`${name}.${language}`), name).toEqual(slots(name))
      expect(lines(`${name}.${language}`), name).toEqual(lines(name))
    }
  })
})

test('names of sheets fit into a workbook in every language', () => {
  for (const language of LANGUAGES) for (const name of Object.values(textsIn(language).sheets)) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
})

describe('every document composes in every language', () => {
  test.each(documents.flatMap(({ id, about }) => LANGUAGES.map((language) => [id, about, language] as const)))('%s, %s, %s', async (id, about, language) => {
    for (const subject of [...(about === 'portfolio' ? [] : ['assistant']), ...(about === 'application' ? [] : [undefined])]) {
      const context = await contextOf(id, subject, language)
      const name = `${id}${subject === undefined && context.document.portfolioTemplate ? '-portfolio' : ''}${language === 'en' ? '' : `.${language}`}`
      expect(templates[name], name).toBeDefined()
      const { value, diagnostics } = composeDocument(parseTemplate(`${name}.md`, templates[name] ?? ''), sections, context)
      expect(diagnostics).toEqual([])
      expect(value?.children.length).toBeGreaterThan(10)
    }
  })
})

test('every section is used by some template, and every template by some document', () => {
  const used = new Set(Object.values(templates).flatMap((text) => [...text.matchAll(/<!-- slot: ([a-z-]+)/g)].map((match) => match[1])))
  expect(sections.map(({ name }) => name).filter((name) => !used.has(name) && name !== 'page-break')).toEqual([])
  const known = documents.flatMap(({ id, portfolioTemplate, companions = [] }) => [id, ...companions, ...(portfolioTemplate ? [`${id}-portfolio`] : [])])
  expect(Object.keys(templates).map((name) => name.split('.')[0]).filter((name) => !known.includes(name ?? ''))).toEqual([])
})
