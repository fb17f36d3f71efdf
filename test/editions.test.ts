// What the shipped files say of editions and published crosswalks, against what is known apart from them.
import { expect, test } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run-muster.js'
import type { EditionFrom, Framework, PublishedCrosswalk } from '../src/schema/types.js'
import { parseYaml } from '../src/source/parse-yaml.js'

const data = <T>(file: string): T => parseYaml(file, readFileSync(join(ROOT, 'frameworks', file), 'utf8')).value?.value as T // the shape is checked by `validate`
const titles = (id: string): ReadonlyMap<string, string> => new Map((data<Framework>(`${id}/framework.yaml`).elements ?? []).map((element) => [element.id, element.title]))
const successors = (file: string): ReadonlyMap<string, readonly string[]> => new Map(data<EditionFrom>(file).elements.map(({ element, to }) => [element, (to ?? []).map((successor) => `${successor.relationship} ${successor.element}`)]))
const plain = (title: string): string => title.toLowerCase().replaceAll('unauthorised', 'unauthorized').replaceAll(' / ', '/').trim()

test('a SAIL risk that V2 has under the same title went there, whole', () => {
  const [first, second] = [titles('sail-1.0'), titles('sail-2.0')]
  const went = successors('sail-2.0/edition-from-sail-1.0.yaml')
  const kept = [...first].flatMap(([id, title]) => [...second].filter(([, other]) => plain(other) === plain(title)).map(([other]) => [id, other] as const)).filter(([id]) => went.has(id))
  expect(kept.length).toBeGreaterThanOrEqual(22)
  for (const [id, other] of kept) expect(went.get(id)?.some((successor) => successor === `equal-to ${other}` || successor === `subset-of ${other}`), id).toBe(true)
  expect(went.size).toBe(73)
})

test('OWASP risks that kept their name moved to these numbers', () => {
  const [newest, before] = [successors('owasp-llm-2026/edition-from-owasp-llm-2025.yaml'), successors('owasp-llm-2025/edition-from-owasp-llm-2023.yaml')]
  const to = (went: ReadonlyMap<string, readonly string[]>, id: string): string => went.get(id)?.[0]?.split(' ')[1] ?? ''
  expect(['LLM01', 'LLM02', 'LLM03', 'LLM04', 'LLM05', 'LLM06', 'LLM08', 'LLM09', 'LLM10'].map((id) => to(newest, id))).toEqual(['LLM01', 'LLM02', 'LLM04', 'LLM05', 'LLM10', 'LLM03', 'LLM09', 'LLM07', 'LLM06'])
  expect(['LLM01', 'LLM02', 'LLM05', 'LLM06', 'LLM08'].map((id) => to(before, id))).toEqual(['LLM01', 'LLM05', 'LLM03', 'LLM02', 'LLM06'])
})

test('published crosswalks have the number of pairs that their publishers print', () => {
  const files = readdirSync(join(ROOT, 'frameworks'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('published-crosswalk-'))
  const counts = Object.fromEntries(files.map((file) => data<PublishedCrosswalk>(file)).map(({ from, to, pairs }) => [`${from} → ${to}`, pairs.length]))
  // 281 pairs are printed from the AI RMF to ISO/IEC 42001, one of them twice.
  expect(counts).toMatchObject({
    'sail-2.0 → iso-42001-2023': 161, 'sail-2.0 → owasp-llm-2025': 67, 'sail-2.0 → owasp-agentic-2026': 119,
    'nist-csf-2.0 → owasp-llm-2025': 169, 'nist-ai-rmf-1.0 → iso-42001-2023': 280, 'owasp-llm-2026 → nist-ai-rmf-1.0': 25,
  })
})
