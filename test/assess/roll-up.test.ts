// Longer than 200 lines, so that the tables and the law that they follow stand in one place.
import { describe, expect, test } from 'vitest'
import { rollUp, totalsOf } from '../../src/assess/roll-up.js'
import type { FindingState } from '../../src/model/assessment.js'
import { noCoverage, type CoverageState, type ElementCoverage, type Reach } from '../../src/model/coverage.js'
import type { FrameworkEntry } from '../../src/model/library.js'
import { controlStates } from '../../src/model/control-states.js'
import type { Control, Element, Framework, Mapping, MappingRow } from '../../src/schema/types.js'
import { answer, application, assessed, control, item, library, provided } from './make.js'

type Relationship = MappingRow['relationship']
/** A row as `equal-to A B`: the relationship of a set of controls to the element. */
const row = (line: string, element = 'E'): MappingRow => {
  const [relationship, ...controls] = line.split(' ')
  return { controls, element, relationship: relationship as Relationship, rationale: 'semantic', method: 'automation', by: 'passmuster', on: '2026-02-01' } // the tables name relationships only
}

const framework = (elements: readonly Element[]): Framework => ({
  id: 'demo-1', title: 'D', edition: '1', status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { url: 'https://example.com', retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {}, elements,
})

/** A framework with one element, and these rows about it. */
function entryOf(rows: readonly string[], { kind = 'control', controls = [], outside = false }: { readonly kind?: string; readonly controls?: readonly Control[]; readonly outside?: boolean } = {}): FrameworkEntry {
  const mapping: Mapping = { framework: 'demo-1', maps: rows.map((line) => row(line)), ...(outside && { 'outside-catalog': [{ element: 'E', remarks: 'R' }] }) }
  const entry = library(controls, [framework([{ id: 'E', kind, title: 'E' }])], [mapping]).frameworks.get('demo-1')
  if (entry === undefined) throw new Error('There is no framework.')
  return entry
}

// What can be the matter with a control that a row names. The first letter is what the tables say.
const MEMBERS = {
  s: 'satisfied', n: 'not-satisfied', a: 'not-applicable', u: 'upcoming', q: 'not-assessed',
  // Not in the library; or there, and asked of nobody.
  x: 'absent', d: 'draft', w: 'withdrawn',
  // In force and without a finding: the organization's, which was not assessed; or an application's, where the organization is looked at.
  o: 'organization-silent', p: 'application-silent',
} as const
type Letter = keyof typeof MEMBERS
const letters = Object.keys(MEMBERS) as readonly Letter[] // the keys of MEMBERS
const STATED: Partial<Readonly<Record<Letter, FindingState>>> = { s: 'satisfied', n: 'not-satisfied', a: 'not-applicable', u: 'upcoming', q: 'not-assessed' }
const inForce = (letter: Letter): boolean => !['x', 'd', 'w'].includes(letter)

/** The controls `s0`, `n1` …: the letter says what is the matter with each. */
const controlsFor = (ids: readonly string[]): readonly Control[] =>
  ids.filter((id) => !id.startsWith('x')).map((id) => control({ id, status: id.startsWith('d') ? 'draft' : id.startsWith('w') ? 'withdrawn' : 'active', scope: id.startsWith('o') ? 'organization' : 'application' }))
const letterOf = (id: string): Letter => id.charAt(0) as Letter // ids of the tables begin with one
const stateIn = (id: string): FindingState | undefined => STATED[letterOf(id)]

/** Coverage of the element as `reach state n of m`. */
function cover(rows: readonly string[], options: { readonly kind?: string; readonly outside?: boolean } = {}): string {
  const ids = [...new Set(rows.flatMap((line) => line.split(' ').slice(1)))]
  const [covered] = rollUp(entryOf(rows, { ...options, controls: controlsFor(ids) }), stateIn)
  return covered ? `${covered.reach} ${covered.state} ${covered.standing?.satisfied} of ${covered.standing?.applicable}` : 'nothing'
}

describe('one control', () => {
  test.each<[string, string, string]>([
    //row                    of kind control                 of kind clause: never not-applicable
    ['equal-to s', /*      */'full met 1 of 1', /*        */'full met 1 of 1'],
    ['equal-to n', /*      */'full not-met 0 of 1', /*    */'full not-met 0 of 1'],
    ['equal-to a', /*      */'full not-applicable 0 of 0', 'full not-met 0 of 0'],
    ['equal-to u', /*      */'full not-met 0 of 0', /*    */'full not-met 0 of 0'],
    ['equal-to q', /*      */'full not-met 0 of 1', /*    */'full not-met 0 of 1'],
    ['equal-to x', /*      */'unmapped unmapped 0 of 0', 'unmapped unmapped 0 of 0'],
    ['equal-to d', /*      */'unmapped unmapped 0 of 0', 'unmapped unmapped 0 of 0'],
    ['equal-to w', /*      */'unmapped unmapped 0 of 0', 'unmapped unmapped 0 of 0'],
    ['equal-to o', /*      */'full not-met 0 of 1', /*    */'full not-met 0 of 1'],
    ['equal-to p', /*      */'full not-applicable 0 of 0', 'full not-met 0 of 0'],
    ['superset-of s', /*   */'full met 1 of 1', /*        */'full met 1 of 1'],
    ['superset-of n', /*   */'full not-met 0 of 1', /*    */'full not-met 0 of 1'],
    ['subset-of s', /*     */'partial met-within-reach 1 of 1', 'partial met-within-reach 1 of 1'],
    ['subset-of n', /*     */'partial not-met 0 of 1', /* */'partial not-met 0 of 1'],
    ['subset-of a', /*     */'partial not-applicable 0 of 0', 'partial not-met 0 of 0'],
    ['subset-of u', /*     */'partial not-met 0 of 0', /* */'partial not-met 0 of 0'],
    ['subset-of q', /*     */'partial not-met 0 of 1', /* */'partial not-met 0 of 1'],
    ['intersects-with s', 'partial met-within-reach 1 of 1', 'partial met-within-reach 1 of 1'],
    ['intersects-with n', 'partial not-met 0 of 1', /*    */'partial not-met 0 of 1'],
    ['intersects-with a', 'partial not-applicable 0 of 0', 'partial not-met 0 of 0'],
    ['no-relationship s', 'unmapped unmapped 0 of 0', /*  */'unmapped unmapped 0 of 0'],
    ['no-relationship n', 'unmapped unmapped 0 of 0', /*  */'unmapped unmapped 0 of 0'],
  ])('%s: %s; of a clause %s', (line, asControl, asClause) => {
    expect(cover([line])).toBe(asControl)
    expect(cover([line], { kind: 'clause' })).toBe(asClause)
  })
})

describe('sets and several rows', () => {
  test.each<[string, readonly string[], string]>([
    ['a full set is met when each is satisfied', ['equal-to s0 s1'], 'full met 2 of 2'],
    ['or not applicable, and at least one satisfied', ['equal-to s a'], 'full met 1 of 1'],
    ['one of two', ['equal-to s n'], 'full partly-met 1 of 2'],
    ['one of two not assessed', ['equal-to s q'], 'full partly-met 1 of 2'],
    ['one of two upcoming: full reach, and not yet met', ['equal-to s u'], 'full partly-met 1 of 1'],
    ['one of two of the organization, which was not assessed', ['equal-to s o'], 'full partly-met 1 of 2'],
    ['one of two not asked of this entry', ['equal-to s p'], 'full partly-met 1 of 1'],
    ['neither applicable', ['superset-of a0 a1'], 'full not-applicable 0 of 0'],
    ['a set with a member that is not in the catalog reaches only partially', ['equal-to s x'], 'partial met-within-reach 1 of 1'],
    ['a set with a draft', ['superset-of s d'], 'partial met-within-reach 1 of 1'],
    ['a set with a withdrawn member', ['equal-to s w'], 'partial met-within-reach 1 of 1'],
    ['the rest of such a set not satisfied', ['equal-to n x'], 'partial not-met 0 of 1'],
    ['the rest of such a set not applicable', ['equal-to a x'], 'partial not-applicable 0 of 0'],
    ['a full set beside it', ['equal-to s0 x', 'equal-to s1'], 'full met 2 of 2'],
    ['either of two full sets is enough', ['equal-to n', 'superset-of s'], 'full met 1 of 2'],
    ['a full set beside a partial row that is not satisfied', ['equal-to s', 'subset-of n'], 'full met 1 of 2'],
    ['a full set that is not satisfied beside a partial row that is', ['equal-to n', 'subset-of s'], 'full partly-met 1 of 2'],
    ['a full set that does not apply beside a partial row that is satisfied', ['equal-to a', 'subset-of s'], 'full partly-met 1 of 1'],
    ['partials never add up to full', ['subset-of s0', 'subset-of s1', 'intersects-with s2'], 'partial met-within-reach 3 of 3'],
    ['n of m', ['subset-of s0', 'subset-of n0', 'intersects-with n1'], 'partial partly-met 1 of 3'],
    ['a control of two rows counts once', ['subset-of s', 'intersects-with s n'], 'partial partly-met 1 of 2'],
    ['what does not apply is not counted', ['subset-of s', 'subset-of a', 'subset-of u'], 'partial met-within-reach 1 of 1'],
    ['a row without relationship says nothing', ['no-relationship n', 'subset-of s'], 'partial met-within-reach 1 of 1'],
    ['not all related controls are not applicable', ['subset-of a', 'subset-of u'], 'partial not-met 0 of 0'],
    ['no row', [], 'unmapped unmapped 0 of 0'],
  ])('%s: %j', (_, rows, expected) => expect(cover(rows)).toBe(expected))

  test('outside the catalog only where that is stated', () => {
    expect(cover([], { outside: true })).toBe('outside-catalog outside-catalog 0 of 0')
    expect(cover(['no-relationship s'], { outside: true })).toBe('outside-catalog outside-catalog 0 of 0')
    expect(cover(['no-relationship s'])).toBe('unmapped unmapped 0 of 0')
    expect(cover([], { outside: true, kind: 'clause' })).toBe('outside-catalog outside-catalog 0 of 0')
    expect(cover(['equal-to w'], { outside: true })).toBe('outside-catalog outside-catalog 0 of 0')
    expect(cover(['subset-of s'], { outside: true })).toBe('partial met-within-reach 1 of 1')
  })
})

// The law of section 5 once more, in its own order and words, over every pair of rows with sets of up to two members.
type Said = { readonly relationship: Relationship; readonly members: readonly Letter[] }
function law(rows: readonly Said[], kind: string): { readonly reach: Reach; readonly state: CoverageState } {
  const related = rows.filter(({ relationship, members }) => relationship !== 'no-relationship' && members.some(inForce))
  const isFull = ({ relationship, members }: Said): boolean => ['equal-to', 'superset-of'].includes(relationship) && members.every(inForce)
  const reach = related.length === 0 ? 'unmapped' : related.some(isFull) ? 'full' : 'partial'
  const all = related.flatMap(({ members }) => members.filter(inForce))
  const applicable = all.filter((letter) => ['s', 'n', 'q', 'o'].includes(letter))
  const state = (): CoverageState => {
    if (reach === 'unmapped') return 'unmapped'
    if (related.some((set) => isFull(set) && set.members.every((letter) => letter === 's' || letter === 'a') && set.members.includes('s'))) return 'met'
    if (all.every((letter) => letter === 'a' || letter === 'p') && kind !== 'clause') return 'not-applicable'
    if (!all.includes('s')) return 'not-met'
    return reach === 'partial' && applicable.every((letter) => letter === 's') ? 'met-within-reach' : 'partly-met'
  }
  return { reach, state: state() }
}

test('every relationship and every pair of members, alone and beside another row', () => {
  const relationships: readonly Relationship[] = ['equal-to', 'superset-of', 'subset-of', 'intersects-with', 'no-relationship']
  const sets = letters.flatMap((a, i): readonly (readonly Letter[])[] => [[a], ...letters.slice(i).map((b): readonly Letter[] => [a, b])])
  const said = relationships.flatMap((relationship) => sets.map((members): Said => ({ relationship, members })))
  const beside: readonly (Said | undefined)[] = [undefined, ...said.filter(({ relationship, members }) => ['equal-to', 'subset-of'].includes(relationship) && members.length === 1)]
  const controls = controlsFor(letters.flatMap((letter) => [`${letter}0`, `${letter}1`, `${letter}2`]))
  let cases = 0
  for (const kind of ['control', 'clause'])
    for (const first of said)
      for (const second of beside) {
        const rows = [first, ...(second ? [second] : [])]
        const ids = rows.map(({ members }, at) => members.map((letter, index) => `${letter}${at === 0 ? index : 2}`))
        const lines = rows.map(({ relationship }, at) => [relationship, ...(ids[at] ?? [])].join(' '))
        const element = { id: 'E', kind, title: 'E', heading: false, path: [] }
        const entry = entryFor(kind, lines, controls, element)
        const [covered] = rollUp(entry, stateIn)
        const bare = rollUp(entry)[0]
        expect({ kind, lines, reach: covered?.reach, state: covered?.state, bare: bare?.reach }).toEqual({ kind, lines, ...law(rows, kind), bare: law(rows, kind).reach })
        cases++
      }
  expect(cases).toBe(2 * 5 * 65 * 21)
})

const shared = new Map<string, FrameworkEntry>()
/** As entryOf, linked once for each kind: linking ten thousand libraries would take longer than what is tested. */
function entryFor(kind: string, lines: readonly string[], controls: readonly Control[], element: FrameworkEntry['elements'] extends ReadonlyMap<string, infer T> ? T : never): FrameworkEntry {
  const base = shared.get(kind) ?? entryOf([], { kind, controls })
  shared.set(kind, base)
  return { ...base, elements: new Map([['E', element]]), rows: new Map([['E', lines.map((line) => ({ data: row(line), doc: base.doc, path: [] }))]]) }
}

describe('elements of a framework', () => {
  const elements: readonly Element[] = [
    { id: '1', kind: 'chapter', title: 'C' }, { id: '1.1', kind: 'clause', title: 'A', parent: '1' }, { id: '1.2', kind: 'control', title: 'B', parent: '1' }, { id: '2', kind: 'chapter', title: 'C', heading: true }, { id: '3', kind: 'control', title: 'D', heading: false }, { id: '3.1', kind: 'control', title: 'E', parent: '3' },
  ]
  const entry = library([control({ id: 's' })], [framework(elements)], [{ framework: 'demo-1', maps: [row('equal-to s', '1.1'), row('equal-to s', '1')] }]).frameworks.get('demo-1')
  const rolled = (states?: typeof stateIn): readonly ElementCoverage[] => (entry ? rollUp(entry, states) : [])
  test('headings are left out, in the publisher\'s order', () => expect(rolled(stateIn).map(({ id, state }) => `${id} ${state}`)).toEqual(['1.1 met', '1.2 unmapped', '3 unmapped', '3.1 unmapped']))
  test('without an application there is only the reach', () => {
    expect(rolled().map(({ id, reach }) => `${id} ${reach}`)).toEqual(['1.1 full', '1.2 unmapped', '3 unmapped', '3.1 unmapped'])
    for (const covered of rolled()) expect(Object.keys(covered).sort()).toEqual(['id', 'reach', 'rows'])
  })
  test('totals count leaves by state, and nothing without an application', () => {
    expect(totalsOf(rolled(stateIn))).toEqual({ ...noCoverage(), met: 1, unmapped: 3 })
    expect(totalsOf(rolled())).toEqual(noCoverage())
  })
})

describe('controls of the organization are carried into each application', () => {
  const policy = control({ id: 'GOV-01', scope: 'organization' })
  const controls = [policy, control()]
  const acme = (evidence: readonly ReturnType<typeof item>[]) => provided({ controls, application: application({ id: 'acme', kind: 'organization' }), implementations: [answer({ control: 'GOV-01' })], evidence })
  const state = (providers: readonly ReturnType<typeof acme>[]): string => {
    const { findings } = assessed({ controls, providers })
    const map = new Map(providers.map((provider) => [provider.id, provider]))
    const [covered] = rollUp(entryOf(['equal-to GOV-01 TST-01'], { controls }), controlStates(findings, map))
    return `${covered?.state} ${covered?.standing?.satisfied} of ${covered?.standing?.applicable}`
  }
  test.each([
    ['satisfied there', [acme([item()])], 'met 2 of 2'],
    ['not satisfied there', [acme([])], 'partly-met 1 of 2'],
    ['not assessed there', [], 'partly-met 1 of 2'],
  ] as const)('%s', (_, providers, expected) => expect(state(providers)).toBe(expected))
})
