// What moves with controls that took the place of others, and that nothing comes to satisfy what it was not given for.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { majorOf } from '../../src/model/digest.js'
import { migrateAnswers, type Migration } from '../../src/model/migrate-answers.js'
import type { Control, Implementation } from '../../src/schema/types.js'
import { control, exception, filesOf, library, objective, TODAY } from '../assess/make.js'

type Replaces = NonNullable<Control['replaces']>
const withdrawn = (id: string, version = '1.3.0', by = 'TST-02'): Control => control({ id, version, status: 'withdrawn', 'replaced-by': by })
const taking = (id: string, version: string, replaces: Replaces, letters = 'a', change: Partial<Control> = {}): Control => control({ id, version, replaces, objectives: [...letters].map((letter) => objective(`${id}.${letter}`)), ...change })
const answer = (id: string, version: string, letters = '', change: Partial<Implementation> = {}): Implementation => ({
  control: id, version, status: 'implemented', ...(letters !== '' && { objectives: Object.fromEntries([...letters].map((letter) => [`${id}.${letter}`, { 'inherited-from': `platform-${letter}` }])) }), ...change,
})
const migrate = (controls: readonly Control[], ...implementations: readonly Implementation[]): Migration => migrateAnswers(library(controls), filesOf({ implementations }), TODAY)
const short = ({ control: id, version, 'carried-to': carried, objectives = {} }: Implementation): string => [id, version, ...(carried === undefined ? [] : [`to ${carried}`]), ...Object.entries(objectives).map(([key, { 'inherited-from': from }]) => `${key}=${from.slice(-1)}`)].join(' ')
const moved = ({ answers }: Migration): readonly string[] => answers.flatMap((one) => [short(one.answer), ...one.copies.map((copy) => `+ ${short(copy.answer)}`)])

describe('another control', () => {
  const renamed = (change: Partial<Replaces[number]> = {}): readonly Control[] => [withdrawn('TST-01'), taking('TST-02', '2.1.0', [{ control: 'TST-01', version: '2.0.0', objectives: { 'TST-01.a': 'TST-02.b' }, ...change }], 'ab')]
  test('takes the answer over, which keeps the version that it was given for', () => expect(moved(migrate(renamed(), answer('TST-01', '1.2.0', 'a')))).toEqual(['TST-02 1.2.0 to 2.0.0 TST-02.b=a']))
  test('takes it over as current where only names changed', () => expect(moved(migrate(renamed({ 'same-meaning': true }), answer('TST-01', '1.2.0', 'a')))).toEqual(['TST-02 2.0.0 TST-02.b=a']))
  test('does not make current what was outdated before the name changed', () => {
    const controls = [withdrawn('TST-01', '2.0.0'), taking('TST-02', '3.0.0', [{ control: 'TST-01', version: '3.0.0', 'same-meaning': true }])]
    expect(moved(migrate(controls, answer('TST-01', '1.0.0')))).toEqual(['TST-02 1.0.0 to 3.0.0'])
    expect(moved(migrate(controls, answer('TST-01', '2.0.0')))).toEqual(['TST-02 3.0.0'])
  })
  test('has no place for an objective that nothing took over', () => expect(migrate(renamed(), answer('TST-01', '1.2.0', 'ac')).answers[0]?.keys).toEqual([{ from: 'TST-01.a', to: 'TST-02.b' }, { from: 'TST-01.c', to: null }]))
  test('that is a draft has taken over nothing', () => expect(moved(migrate([withdrawn('TST-01'), taking('TST-02', '2.0.0', [{ control: 'TST-01', version: '2.0.0' }], 'a', { status: 'draft' })], answer('TST-01', '1.0.0')))).toEqual([]))
  test('that is answered already keeps its answer', () => {
    const found = migrate(renamed(), answer('TST-01', '1.2.0'), answer('TST-02', '2.0.0'))
    expect([moved(found), found.taken.map(({ part, to }) => `${part.data.control} ${to}`)]).toEqual([[], ['TST-01 TST-02']])
  })
  test('that takes two over is answered once', () => {
    const found = migrate([withdrawn('TST-01'), withdrawn('TST-03'), taking('TST-02', '2.0.0', [{ control: 'TST-01', version: '2.0.0' }, { control: 'TST-03', version: '2.0.0' }])], answer('TST-01', '1.0.0'), answer('TST-03', '1.0.0'))
    expect([moved(found), found.taken.map(({ part }) => part.data.control)]).toEqual([['TST-02 1.0.0 to 2.0.0'], ['TST-03']])
  })
  test('that was itself replaced hands on', () => {
    const controls = [withdrawn('TST-01'), withdrawn('TST-02', '2.0.0', 'TST-03'), taking('TST-03', '4.0.0', [{ control: 'TST-02', version: '3.0.0', objectives: { 'TST-02.b': 'TST-03.c' } }, { control: 'TST-03', version: '4.0.0', objectives: { 'TST-03.c': 'TST-03.a' } }])]
    const first = { ...(controls[1] ?? expect.fail('there are three')), replaces: [{ control: 'TST-01', version: '2.0.0', objectives: { 'TST-01.a': 'TST-02.b' } }] }
    expect(moved(migrate([controls[0] ?? first, first, controls[2] ?? first], answer('TST-01', '1.0.0', 'a')))).toEqual(['TST-03 1.0.0 to 4.0.0 TST-03.a=a'])
  })
})

describe('a later major version of the same control', () => {
  const self: Replaces = [{ control: 'TST-01', version: '2.0.0', objectives: { 'TST-01.a': 'TST-01.b', 'TST-01.b': 'TST-01.a' } }]
  test('exchanges letters once, however often it is run', () => {
    const controls = [taking('TST-01', '2.0.0', self, 'ab')]
    const once = migrate(controls, answer('TST-01', '1.0.0', 'ab'))
    expect(moved(once)).toEqual(['TST-01 1.0.0 to 2.0.0 TST-01.b=a TST-01.a=b'])
    expect(moved(migrate(controls, once.answers[0]?.answer ?? expect.fail('moved')))).toEqual([])
  })
  test('leaves what was answered for it', () => expect(moved(migrate([taking('TST-01', '2.0.0', self, 'ab')], answer('TST-01', '2.0.0', 'ab')))).toEqual([]))
  test('follows a version after the other', () => {
    const later: Replaces = [{ control: 'TST-01', version: '3.0.0', objectives: { 'TST-01.b': 'TST-01.c' } }, ...self]
    expect(moved(migrate([taking('TST-01', '3.0.0', later, 'ac')], answer('TST-01', '1.0.0', 'ab')))).toEqual(['TST-01 1.0.0 to 3.0.0 TST-01.c=a TST-01.a=b'])
    expect(moved(migrate([taking('TST-01', '3.0.0', later, 'ac')], answer('TST-01', '1.0.0', 'ab', { 'carried-to': '2.0.0' })))).toEqual(['TST-01 1.0.0 to 3.0.0 TST-01.a=a TST-01.c=b'])
  })
})

describe('an objective that moved to another control', () => {
  const split = (self: Replaces): readonly Control[] => [taking('TST-01', '2.0.0', self), taking('TST-02', '2.0.0', [{ control: 'TST-01', version: '2.0.0', objectives: { 'TST-01.b': 'TST-02.a' } }])]
  test('begins an answer there', () => expect(moved(migrate(split([]), answer('TST-01', '1.0.0', 'ab')))).toEqual(['TST-01 1.0.0 TST-01.a=a', '+ TST-02 1.0.0 to 2.0.0 TST-02.a=b']))
  test('frees its letter', () => expect(moved(migrate(split([{ control: 'TST-01', version: '2.0.0', objectives: { 'TST-01.c': 'TST-01.a' } }]), answer('TST-01', '1.0.0', 'abc')))).toEqual(['TST-01 1.0.0 to 2.0.0 TST-01.a=c', '+ TST-02 1.0.0 to 2.0.0 TST-02.a=b']))
  test('takes no review of the whole with it', () => expect(migrate(split([]), answer('TST-01', '1.0.0', '', { reviews: [{ by: 'reviewer', on: TODAY, decision: 'accepted', of: 'f' }] })).answers[0]?.copies[0]?.answer.reviews).toBeUndefined())
  test('begins none where there is one, or where the answer is to the version after', () => {
    expect(moved(migrate(split([]), answer('TST-01', '1.0.0'), answer('TST-02', '2.0.0')))).toEqual([])
    expect(moved(migrate(split([]), answer('TST-01', '2.0.0')))).toEqual([])
  })
})

describe('exceptions', () => {
  const world = (same: boolean): readonly Control[] => [withdrawn('TST-01'), taking('TST-02', '2.0.0', [{ control: 'TST-01', version: '2.0.0', 'same-meaning': same }]), control({ id: 'TST-03' })]
  const found = (same: boolean, ...exceptions: readonly ReturnType<typeof exception>[]) => {
    const { exceptions: held, asked } = migrateAnswers(library(world(same)), filesOf({ implementations: [], exceptions }), TODAY)
    return { held: held.map(({ part, to, compensating }) => [part.data.id, to, ...compensating].join(' ')), asked: asked.map(({ part, to }) => `${part.data.id} ${to}`) }
  }
  test('hold where only names changed, and are asked for again elsewhere', () => {
    expect(found(true, exception(), exception({ id: 'other', control: 'TST-03', compensating: ['TST-01', 'TST-03'] }))).toEqual({ held: ['accepted TST-02', 'other TST-03 TST-02 TST-03'], asked: [] })
    expect(found(false, exception(), exception({ id: 'other', control: 'TST-03', compensating: ['TST-01'] }))).toEqual({ held: [], asked: ['accepted TST-02', 'other TST-03'] })
  })
  test('that ended are history', () => expect(found(true, exception({ expires: '2026-09-29' }))).toEqual({ held: [], asked: [] }))
})

test('whatever is declared and answered, an answer is current only if it was, under a name that changed alone', () => {
  const ids = ['TST-01', 'TST-02', 'TST-03']
  const letters = fc.constantFrom('a', 'b', 'c')
  const version = fc.constantFrom('1.0.0', '2.0.0', '3.0.0')
  const row = fc.record({ control: fc.constantFrom(...ids), version, same: fc.boolean(), objectives: fc.array(fc.tuple(letters, letters), { maxLength: 3 }) })
  const one = (id: string): fc.Arbitrary<Control> => fc.record({ version, status: fc.constantFrom<Control['status']>('active', 'withdrawn', 'deprecated'), rows: fc.array(row, { maxLength: 3 }) }).map(({ version: at, status, rows }) =>
    taking(id, at, rows.map(({ control: from, version: since, same, objectives }) => ({ control: from, version: since, 'same-meaning': same, objectives: Object.fromEntries(objectives.map(([a, b]) => [`${from}.${a}`, `${id}.${b}`])) })), 'abc', { status }))
  const answers = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), version }), { selector: ({ id }) => id })
  fc.assert(fc.property(fc.tuple(...ids.map(one)), answers, (controls, given) => {
    const known = library(controls)
    const before = given.map(({ id, version: at }) => answer(id, at, 'abc'))
    const { answers: found } = migrateAnswers(known, filesOf({ implementations: before }), TODAY)
    for (const { part, answer: after, steps, copies, keys } of found) {
      const all = [after, ...copies.map((copy) => copy.answer)]
      expect(new Set(all.map((each) => each.control)).size).toBe(all.length)
      expect(new Set(keys.flatMap(({ to }) => to ?? [])).size).toBe(keys.filter(({ to }) => to !== null).length)
      if (after.version !== part.data.version) expect(steps.some(({ sameMeaning }) => sameMeaning)).toBe(true)
      else if (steps.length > 0) expect(majorOf(after.version)).toBeLessThan(majorOf(after['carried-to'] ?? '0.0.0'))
    }
    const after = [...before.map((each) => found.find(({ part }) => part.data === each)?.answer ?? each), ...found.flatMap(({ copies }) => copies.map((copy) => copy.answer))]
    expect(new Set(after.map((each) => each.control)).size).toBe(after.length)
    const { answers: again } = migrateAnswers(known, filesOf({ implementations: after }), TODAY)
    expect(again.flatMap(({ steps }) => steps)).toEqual([])
  }), { numRuns: 2000 })
})
