import { describe, expect, test } from 'vitest'
import { resolveTarget } from '../../src/assess/resolve-target.js'
import { factsOf } from '../../src/model/facts.js'
import type { Application, Control, Lifecycle } from '../../src/schema/types.js'
import { application, catalog, control, library, TODAY } from './make.js'

/** The target as `TST-01 yes`, `TST-02 no`, `TST-03 upcoming 2026-10-01`. */
function target(controls: readonly Control[], entry: Application = application(), asOf = TODAY): readonly string[] {
  const lib = library(controls)
  return resolveTarget(lib, entry, factsOf(catalog, entry, lib.people, asOf), asOf)
    .map(({ control: { id }, applies, upcoming, askedSince }) => `${id} ${!applies ? 'no' : upcoming ? `upcoming ${askedSince}` : 'yes'}`)
}

describe('scope and status', () => {
  const scopes = (['application', 'organization'] as const).flatMap((scope) => (['draft', 'active', 'deprecated', 'withdrawn'] as const).map((status) => control({ id: `${scope}-${status}`, scope, status })))
  test.each([
    ['application', ['application-active yes', 'application-deprecated yes']],
    ['platform', ['application-active yes', 'application-deprecated yes']],
    ['organization', ['organization-active yes', 'organization-deprecated yes']],
  ] as const)('an entry of kind %s is asked for %j', (kind, expected) => expect(target(scopes, application({ kind }))).toEqual(expected))
})

describe('the first day is the later of effective and in-scope-since', () => {
  test.each([
    //asOf          effective     in scope since  expected
    ['2026-08-31', '2026-09-01', '2026-01-01', 'TST-01 upcoming 2026-09-01'],
    ['2026-09-01', '2026-09-01', '2026-01-01', 'TST-01 yes'],
    ['2026-08-31', '2026-01-01', '2026-09-01', 'TST-01 upcoming 2026-09-01'],
    ['2026-09-01', '2026-01-01', '2026-09-01', 'TST-01 yes'],
    ['2026-08-31', '2026-09-01', '2026-09-02', 'TST-01 upcoming 2026-09-02'],
    ['2026-09-01', '2026-09-01', '2026-09-02', 'TST-01 upcoming 2026-09-02'],
  ])('on %s, effective %s, in scope since %s: %s', (asOf, effective, since, expected) => expect(target([control({ effective })], application({ 'in-scope-since': since }), asOf)).toEqual([expected]))
})

test('applicability comes before the first day', () => expect(target([control({ effective: '2026-12-01', applicability: { any: ['agentic'] } })], application({ characteristics: { agentic: false } }))).toEqual(['TST-01 no']))

describe('retired leaves only the controls whose lifecycle names it', () => {
  const lifecycles: readonly (readonly Lifecycle[] | undefined)[] = [undefined, ['production'], ['retired'], ['production', 'retired']]
  const controls = lifecycles.map((lifecycle, index) => control({ id: `C-${index}`, ...(lifecycle && { applicability: { lifecycle } }) }))
  test.each([
    ['retired', ['C-0 no', 'C-1 no', 'C-2 yes', 'C-3 yes']],
    ['production', ['C-0 yes', 'C-1 yes', 'C-2 no', 'C-3 yes']],
    ['idea', ['C-0 yes', 'C-1 no', 'C-2 no', 'C-3 no']],
  ] as const)('%s', (lifecycle, expected) => expect(target(controls, application({ lifecycle }))).toEqual(expected))
})
