// "`muster validate` on a copy of the example in which someone plants any one mistake names that line and nothing else."
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../src/source/diagnostic.js'
import { checkFiles, filesBelow } from './check-files.js'

const portfolio = filesBelow(fileURLToPath(new URL('../examples/portfolio', import.meta.url)))
const ASSISTANT = 'applications/support-assistant'
const TESTING = join(ASSISTANT, 'evidence/testing.yaml')
const ENTRY = join(ASSISTANT, 'application.yaml')
const MONITORING = join(ASSISTANT, 'evidence/monitoring.yaml')
const PLANT = 'applications/line-watch/evidence/monitoring.yaml'

type Edit = readonly [file: string, from: string, to: string]
type Mistake = { readonly code: string; readonly edits: readonly Edit[] }

/** One slip each. The text that is replaced must stand in the file exactly once. */
const MISTAKES: readonly Mistake[] = [
  { code: 'yaml-syntax', edits: [[TESTING, '  - control: TST-03\n', '  - control TST-03\n']] },
  { code: 'control-character', edits: [[TESTING, '  - control: TST-03\n', '\t- control: TST-03\n']] },
  { code: 'duplicate-key', edits: [[TESTING, '  - control: TST-03\n', '  - control: TST-03\n    version: 1.2.0\n']] },
  { code: 'unknown-key', edits: [[TESTING, 'metrics: { serious-open: 0 }', 'metric: { serious-open: 0 }']] },
  { code: 'wrong-value', edits: [[TESTING, 'collected: 2026-09-15', 'collected: 2026-02-30']] },
  { code: 'wrong-type', edits: [[TESTING, 'version: 1.2.0', 'version: 1.2']] },
  { code: 'unknown-control', edits: [[TESTING, '- control: TST-03\n', '- control: TST-33\n']] },
  { code: 'unknown-evidence-type', edits: [[TESTING, 'type: red-team-triage', 'type: red-team-triag']] },
  { code: 'unknown-evidence', edits: [[TESTING, 'red-team-2026-09-10, red-team-triage', 'red-team-2026-09-11, red-team-triage']] },
  { code: 'unknown-metric', edits: [[TESTING, 'serious-open: 0', 'serious-opens: 0']] },
  { code: 'unknown-component', edits: [[TESTING, 'component: llm\n    component-version: "2026-08"', 'component: lm\n    component-version: "2026-08"']] },
  { code: 'unknown-characteristic', edits: [[ENTRY, 'uses-llm: true', 'uses-lm: true']] },
  { code: 'unknown-risk-factor', edits: [[ENTRY, 'impact: moderate', 'impact: medium']] },
  { code: 'unknown-application', edits: [[ENTRY, 'inherits: [ml-platform]', 'inherits: [ml-platfrom]']] },
  { code: 'duplicate-id', edits: [[ENTRY, 'id: help-centre-index', 'id: system-prompt']] },
  { code: 'misnamed-folder', edits: [[ENTRY, 'id: support-assistant', 'id: support-asistant']] },
  { code: 'unknown-person', edits: [[ENTRY, 'technical: support-lead', 'technical: suport-lead']] },
  { code: 'unreferenced-evidence', edits: [[TESTING, 'evidence: [red-team-2026-06-10, ', 'evidence: [']] },
  { code: 'stale-evidence', edits: [[TESTING, 'collected: 2026-09-15', 'collected: 2026-01-15']] },
  { code: 'mismatched-evidence', edits: [[TESTING, 'sha256: 79f7128f', 'sha256: 89f7128f']] },
  { code: 'mismatched-evidence', edits: [[TESTING, 'artifacts/red-team-triage-2026-09-15.csv', 'artifacts/red-team-triage-2026-09-16.csv']] },
  { code: 'returned-evidence', edits: [[TESTING, 'on: 2026-09-18, decision: accepted', 'on: 2026-09-18, decision: returned']] },
  { code: 'changed-since-review', edits: [[TESTING, 'of: b96b2b8c', 'of: c96b2b8c']] },
  { code: 'unreviewed-evidence', edits: [[TESTING, '    reviews:\n      - { by: grc-lead, on: 2026-09-18, decision: accepted, of: b96b2b8c8d0b780188e1e175a5a944d0 }\n', '']] },
  { code: 'future-evidence', edits: [[TESTING, 'collected: 2026-09-15', 'collected: 2026-12-15']] },
  { code: 'failed-criterion', edits: [[TESTING, 'serious-open: 0', 'serious-open: 3']] },
  { code: 'self-review', edits: [[TESTING, 'by: grc-lead, on: 2026-09-18', 'by: security-lead, on: 2026-09-18']] },
  { code: 'group-review', edits: [[TESTING, 'by: grc-lead, on: 2026-09-18', 'by: grc-team, on: 2026-09-18']] },
  { code: 'classification-too-high', edits: [[TESTING, 'classification: internal\n    metrics: { serious-open: 0 }', 'classification: restricted\n    metrics: { serious-open: 0 }']] },
  { code: 'outdated-answer', edits: [[TESTING, 'version: 1.2.0', 'version: 0.9.0']] },
  { code: 'version-ahead', edits: [[TESTING, 'version: 1.2.0', 'version: 1.3.0']] },
  { code: 'path-outside-application', edits: [[TESTING, 'path: artifacts/red-team-triage-2026-09-15.csv', 'path: ../ml-platform/application.yaml']] },
  { code: 'unanswered-fact', edits: [[ENTRY, '  uses-llm: true\n', '']] },
  { code: 'unreviewed-facts', edits: [[ENTRY, 'of: 83e0006b', 'of: 93e0006b']] },
  { code: 'partial-implementation', edits: [[TESTING, 'version: 1.2.0\n    status: implemented', 'version: 1.2.0\n    status: partial']] },
  { code: 'self-approved-exception', edits: [[MONITORING, 'approved-by: risk-owner', 'approved-by: support-owner']] },
  { code: 'exception-beyond-authority', edits: [[PLANT, 'approved-by: ciso', 'approved-by: risk-owner']] },
  { code: 'missing-key', edits: [[MONITORING, '    expires: 2026-12-31\n', '']] },
  { code: 'expired-exception', edits: [[MONITORING, 'expires: 2026-12-31', 'expires: 2026-09-15']] },
  { code: 'exception-too-long', edits: [[MONITORING, 'expires: 2026-12-31', 'expires: 2027-12-31']] },
  { code: 'unsupported-exception', edits: [[MONITORING, 'compensating: [MON-01]', 'compensating: [RSK-01]']] },
  { code: 'overdue-poam', edits: [[TESTING, 'scheduled-completion: 2026-11-13', 'scheduled-completion: 2026-09-25']] },
]

/** The same in our own catalog and frameworks. */
const LIBRARY_MISTAKES: readonly Mistake[] = [
  { code: 'wrong-counts', edits: [['frameworks/owasp-llm-2026/framework.yaml', 'risk: 10', 'risk: 11']] },
  { code: 'unknown-parameter', edits: [['controls/testing/TST-03.yaml', 'at-most: max-attack-success-rate', 'at-most: max-attack-rate']] },
  { code: 'unknown-requested-type', edits: [['controls/testing/TST-03.yaml', 'types: [red-team-triage]', 'types: [red-team-triag]']] },
  { code: 'unlisted-characteristic', edits: [['controls/testing/TST-03.yaml', 'any: [uses-llm, agentic]', 'any: [uses-lm, agentic]']] },
  { code: 'misnamed-file', edits: [['controls/testing/TST-03.yaml', 'id: TST-03\n', 'id: TST-99\n']] },
  { code: 'wrong-change', edits: [['frameworks/owasp-llm-2026/edition-from-owasp-llm-2025.yaml', '{ element: LLM03, change: moved', '{ element: LLM03, change: same']] },
  { code: 'unaccounted-element', edits: [['frameworks/owasp-llm-2026/edition-from-owasp-llm-2025.yaml', '  - { element: LLM10, change: moved, to: [{ element: LLM06, relationship: equal-to }] }\n', '']] },
  { code: 'wrong-edition', edits: [['frameworks/sail-2.0/framework.yaml', 'supersedes: sail-1.0\n', '']] },
  { code: 'unknown-element', edits: [['frameworks/sail-2.0/published-crosswalk-owasp-agentic-2026.yaml', '{ from: SAIL 1.4, to: ASI10 }', '{ from: SAIL 1.4, to: ASI11 }']] },
  { code: 'missing-successor', edits: [['controls/supply-chain/SUP-03.yaml', 'replaced-by: SUP-01\n', '']] },
]

const place = (diagnostic: Diagnostic): string => `${diagnostic.place.file}:${diagnostic.place.range.start.line}`
const identity = (diagnostic: Diagnostic): string => `${diagnostic.code} ${diagnostic.message}`

function plant(world: Readonly<Record<string, string>>, edits: readonly Edit[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { ...world }
  for (const [file, from, to] of edits) {
    const text = files[file] ?? ''
    expect(text.split(from).length - 1, `\`${from}\` in ${file}`).toBe(1)
    files[file] = text.replace(from, to)
  }
  return files
}

describe('one planted mistake in the worked example', () => {
  let before: ReadonlySet<string>
  beforeAll(async () => {
    before = new Set((await checkFiles(portfolio)).map(identity))
  })
  test.each(MISTAKES.map((mistake) => [mistake.code, mistake.edits] as const))('%s', async (code, edits) => {
    const added = (await checkFiles(plant(portfolio, edits))).filter((diagnostic) => !before.has(identity(diagnostic)))
    expect(added.map((diagnostic) => diagnostic.code), added.map((diagnostic) => `${place(diagnostic)} ${identity(diagnostic)}`).join('\n')).toContain(code)
    expect(new Set(added.map(place)).size, added.map((diagnostic) => `${place(diagnostic)} ${identity(diagnostic)}`).join('\n')).toBe(1)
  })
})

describe('one planted mistake in the catalog', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const under = (folder: string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(filesBelow(`${root}${folder}`)).map(([path, text]) => [`${folder}/${path}`, text]))
  const library = { 'muster.yaml': 'title: Catalog\ncatalog: ["."]\n', ...under('controls'), ...under('frameworks') }
  test.each(LIBRARY_MISTAKES.map((mistake) => [mistake.code, mistake.edits] as const))('%s', async (code, edits) => {
    const found = await checkFiles(plant(library, edits))
    expect(found.map((diagnostic) => diagnostic.code), found.map((diagnostic) => `${place(diagnostic)} ${identity(diagnostic)}`).join('\n')).toEqual([code])
  })
})
