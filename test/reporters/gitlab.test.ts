import { expect, test } from 'vitest'
import { gitlab } from '../../src/reporters/gitlab.js'
import { builtinDiagnostic, context, diagnosticAt, FILE } from './make-diagnostic.js'

test('an entry for each, relative to the git root', () => {
  const [entry] = JSON.parse(gitlab.render([diagnosticAt('2026-01-10')], { ...context, prefix: 'governance/' }))
  expect(entry).toEqual({
    description: 'Evidence `red-team-2026-01-10` was collected on 2026-01-10 and was valid for 90 days. Run the red-team suite again and collect its report.',
    check_name: 'stale-evidence', fingerprint: expect.stringMatching(/^[0-9a-f]+:1$/), severity: 'major', location: { path: `governance/${FILE}`, lines: { begin: 14, end: 14 } },
  })
})

test('severities, and fingerprints of their own', () => {
  const entries: readonly { readonly severity: string; readonly fingerprint: string }[] = JSON.parse(gitlab.render((['error', 'warning', 'note'] as const).map((severity) => diagnosticAt('TST-03', { severity })), context))
  expect(entries.map(({ severity }) => severity)).toEqual(['major', 'minor', 'info'])
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3)
})

test('what is wrong in a built-in file is shown at the configuration', () => {
  const [entry] = JSON.parse(gitlab.render([builtinDiagnostic], { ...context, prefix: 'governance/' }))
  expect(entry.location).toEqual({ path: 'governance/muster.yaml', lines: { begin: 1 } })
  expect(entry.description).toMatch(/^builtin:controls\/testing\/TST-03\.yaml: There is no evidence type/)
})

test('none is an empty list', () => expect(gitlab.render([], context)).toBe('[]\n'))
