// docs/risk.md explains the table of controls/catalog.yaml: every level, threshold and day, and examples that come out as it says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { riskTier } from '../src/model/risk-tier.js'
import type { Application, Catalog } from '../src/schema/types.js'
import { parseYaml } from '../src/source/parse-yaml.js'
import { ROOT } from './run-muster.js'

const page = readFileSync(join(ROOT, 'docs/risk.md'), 'utf8')
const catalog = parseYaml('catalog.yaml', readFileSync(join(ROOT, 'controls/catalog.yaml'), 'utf8')).value?.value as Catalog // checked by `validate`
const LEVELS = ['low', 'moderate', 'high', 'critical'] as const
const table = (head: string): readonly (readonly string[])[] => {
  const lines = page.slice(page.indexOf(`| ${head} |`)).split('\n')
  return lines.slice(2, lines.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
}

describe.each((catalog.risk?.factors ?? []).map((factor) => [factor.id, factor] as const))('%s', (id, factor) => {
  const section = page.slice(page.indexOf(`### ${id}\n`)).split(/\n##/)[0] ?? ''
  test('asks the same question', () => expect(section).toContain(`\n${factor.question}\n`))
  test('has the same levels', () => expect(section.split('\n').filter((line) => line.startsWith('| ')).slice(2)).toEqual(factor.levels.map((level) => `| ${level.id} | ${level.points} | ${level.description} |`)))
})

test('every factor has a section, and none is without', () => expect([...page.matchAll(/^### (.+)$/gm)].map((match) => match[1])).toEqual((catalog.risk?.factors ?? []).map((factor) => factor.id)))
test('the thresholds', () => expect(table('Tier | From points')).toEqual((catalog.risk?.tiers ?? []).map((row) => [row.tier, String(row['from-points'])])))
test('the highest sum', () => expect(page).toContain(`The most that can be reached is ${(catalog.risk?.factors ?? []).reduce((sum, factor) => sum + Math.max(...factor.levels.map((level) => level.points)), 0)}.`))
test('severity by tier', () => expect(table('Tier | low control | moderate control | high control | critical control')).toEqual(LEVELS.map((tier) => [tier, ...LEVELS.map((severity) => catalog.gaps?.['severity-by-tier'][tier][severity])])))
test('days and exceptions', () => expect(table('Gap severity | Days until due | Longest exception')).toEqual(LEVELS.map((severity) => [severity, String(catalog.gaps?.['due-days'][severity]), catalog.exceptions?.longest[severity]])))

const factors = (catalog.risk?.factors ?? []).map((factor) => factor.id)
test.each(table(`Example | ${factors.join(' | ')} | Points | Tier`))('%s', (...row) => {
  const stated = Object.fromEntries(factors.map((factor, index) => [factor, row[index + 1] ?? '']))
  const application: Application = { id: 'x', kind: 'application', title: 'X', purpose: 'P', owner: { accountable: 'owner' }, lifecycle: 'production', 'in-scope-since': '2026-01-01', 'risk-factors': stated }
  const found = riskTier(catalog, application)
  expect(found?.factors.every((factor) => factor.stated)).toBe(true)
  expect([String(found?.points), found?.tier]).toEqual(row.slice(-2))
})

test('what the page says follows from the table', () => {
  const tierOf = (levels: Readonly<Record<string, string>>): string | undefined => {
    const lowest = Object.fromEntries((catalog.risk?.factors ?? []).map((factor) => [factor.id, factor.levels.reduce((a, b) => (b.points < a.points ? b : a)).id]))
    return riskTier(catalog, { id: 'x', kind: 'application', title: 'X', purpose: 'P', owner: { accountable: 'owner' }, 'in-scope-since': '2026-01-01', 'risk-factors': { ...lowest, ...levels } })?.tier
  }
  for (const factor of catalog.risk?.factors ?? []) for (const level of factor.levels) expect(['low', 'moderate', ...(factor.id === 'impact' && level.id === 'critical' ? ['high'] : [])], `${factor.id} ${level.id}`).toContain(tierOf({ [factor.id]: level.id }))
  expect(tierOf({ impact: 'critical' })).toBe('high')
  expect(tierOf({ impact: 'critical', autonomy: 'acts-alone' })).toBe('high')
  expect(tierOf({ impact: 'critical', autonomy: 'acts-alone', 'model-complexity': 'trained-model' })).toBe('critical')
  expect(tierOf({ impact: 'critical', 'data-sensitivity': 'restricted' })).toBe('high')
  expect(tierOf({ impact: 'critical', 'data-sensitivity': 'restricted', exposure: 'internal' })).toBe('critical')
  const staff = { 'data-sensitivity': 'internal', exposure: 'internal', 'model-complexity': 'foundation-model' }
  expect([tierOf(staff), tierOf({ ...staff, exposure: 'internet' })]).toEqual(['low', 'moderate'])
  for (const model of ['rules-or-classical', 'trained-model', 'foundation-model']) expect(tierOf({ autonomy: 'acts-alone', 'data-sensitivity': 'confidential', impact: 'high', exposure: 'internet', 'model-complexity': model })).toBe('critical')
})
