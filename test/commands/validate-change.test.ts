import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import type { Diagnostic } from '../../src/source/diagnostic.js'
import { newDiagnostics } from '../../src/source/new-diagnostics.js'
import { filesBelow } from '../check-files.js'
import { memoryHost } from '../memory-host.js'

type Files = Readonly<Record<string, string>>
const base: Files = filesBelow(join(fileURLToPath(new URL('../..', import.meta.url)), 'test/rules/base'))

async function diagnostics(now: Files, argv: readonly string[], then: Files = base): Promise<readonly Diagnostic[]> {
  const host = memoryHost({ files: now, git: { revisions: { r0: { files: then } }, names: { HEAD: 'r0' } } })
  await run(['validate', ...argv, '--format', 'json'], host)
  return JSON.parse(host.stdout()).diagnostics
}

/** What `muster compare HEAD` finds: nothing where the catalog is wrong. */
async function compared(now: Files, then: Files): Promise<readonly Diagnostic[]> {
  const host = memoryHost({ files: now, git: { revisions: { r0: { files: then } }, names: { HEAD: 'r0' } } })
  await run(['compare', 'HEAD', '--format', 'json'], host)
  return host.stdout() === '' ? [] : JSON.parse(host.stdout()).diagnostics
}
const sorted = (found: readonly Diagnostic[]): readonly string[] => found.map((one) => JSON.stringify(one)).sort()

const edited = (file: string, from: string, to: string): Files => {
  expect(base[file]).toContain(from)
  return { ...base, [file]: (base[file] ?? '').replace(from, to) }
}
const without = (...starts: readonly string[]): Files => Object.fromEntries(Object.entries(base).filter(([path]) => !starts.some((start) => path.startsWith(start))))
const [evaluation, testing, entry, platform] = ['applications/assistant/evidence/evaluation.yaml', 'applications/assistant/evidence/testing.yaml', 'applications/assistant/application.yaml', 'applications/ml-platform/evidence/answers.yaml']

// All entries are assessed, in full, before and after; the difference, and what is wrong with the change of the catalog itself, is what a check of the change alone must give.
describe('a check of what changed gives what a check of everything gives more than before', () => {
  const changes: Readonly<Record<string, () => Files>> = {
    'a figure that fails': () => edited(evaluation, '0.94', '0.54'),
    'an id that nobody has': () => edited(testing, 'evidence: [access-2026-09-12]', 'evidence: [access-2026-09-13]'),
    'an artifact with other bytes': () => edited('applications/assistant/artifacts/access.csv', '\n', '\n\n'),
    'an artifact that is gone': () => without('applications/assistant/artifacts/access.csv'),
    'an evidence file that is gone': () => without(evaluation),
    'a broken file': () => edited(testing, 'implementations:', 'implementations: ['),
    'line ends of Windows': () => ({ ...base, [testing]: (base[testing] ?? '').replaceAll('\n', '\r\n') }),
    'a file in another encoding': () => ({ ...base, [testing]: '<not-utf8>\n' }),
    'facts that switch controls on': () => edited(entry, 'agentic: false', 'agentic: true'),
    'a platform that answers less': () => edited(platform, 'evidence: [procedure-2026-07-01]', 'evidence: []'),
    'a platform that is broken': () => edited(platform, 'implementations:', 'implementations: ['),
    'a platform that is gone': () => without('applications/ml-platform/'),
    'an application that no longer rests on it': () => edited(entry, 'inherits: [ml-platform]\n', ''),
    'an application that is gone': () => without('applications/assistant/'),
    'the organization that is gone': () => without('applications/acme/'),
    'a control that asks for more': () => edited('controls/testing/TST-04.yaml', 'valid-for: P90D', 'valid-for: P10D'),
    'a control that is gone': () => without('controls/testing/TST-04.yaml'),
    'an evidence type that is gone': () => without('controls/evidence-types/access-review.yaml'),
    'a person who is gone': () => edited('muster.yaml', '  - { id: engineer, title: Lead engineer }\n', ''),
    'a lower class of evidence': () => edited('muster.yaml', 'highest-classification: internal', 'highest-classification: public'),
    'a framework that is gone': () => without('frameworks/'),
  }
  test.each(Object.entries(changes))('%s', async (_name, make) => {
    const now = make()
    const [before, after] = [await diagnostics(base, []), await diagnostics(now, [])]
    const expected = newDiagnostics(before, after, { file: (file) => file, message: (message) => message })
    expect(sorted(await diagnostics(now, ['--changed-since', 'HEAD']))).toEqual(sorted([...expected, ...(await compared(now, base))]))
  })
  test('most of these changes bring diagnostics', async () => {
    const counts = await Promise.all(Object.values(changes).map(async (make) => (await diagnostics(make(), ['--changed-since', 'HEAD'])).length))
    expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(15)
  })
  test('and taken back they bring none', async () => {
    for (const [name, make] of Object.entries(changes)) {
      // How a wrong catalog stood nobody knows.
      const expected = name === 'an evidence type that is gone' ? [] : await compared(base, make())
      expect([name, await diagnostics(base, ['--changed-since', 'HEAD'], make())]).toEqual([name, expected])
    }
  })
})
