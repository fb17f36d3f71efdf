import type { Paint, ReportContext } from '../../src/reporters/reporter.js'
import { docsOf, type Diagnostic } from '../../src/source/diagnostic.js'
import type { RuleInfo } from '../../src/source/rule-info.js'
import { createSource, NOWHERE } from '../../src/source/source.js'

/** An evidence file as an author writes one. */
export const FILE = 'applications/support-assistant/evidence/red-team.yaml'
export const TEXT = `implementations:
  - control: TST-03
    version: 1.2.0
    status: implemented
    remarks: Runs in the release pipeline.
    evidence: [red-team-2026-01-10]
evidence:
  - id: red-team-2026-01-10
    type: red-team-result
    component: llm
    component-version: "2026-05"
    source: { tool: garak, version: 0.13.3 }
    path: artifacts/garak.report.jsonl
    collected: 2026-01-10
`

/** A diagnostic about the last place where some words stand in a text, with its excerpt. */
export function diagnosticAt(words: string, rest: Partial<Omit<Diagnostic, 'place'>> & { readonly file?: string; readonly text?: string; readonly pointer?: string } = {}): Diagnostic {
  const { file = FILE, text = TEXT, pointer = '/evidence/0/collected', code = 'stale-evidence', ...given } = rest
  const start = text.lastIndexOf(words)
  const source = createSource({ file, text, value: undefined, spots: NOWHERE, root: { start, end: start + words.length } })
  const place = { ...source.place(''), pointer }
  const excerpt = source.excerpt(place.range)
  return {
    code, severity: 'error',
    message: 'Evidence `red-team-2026-01-10` was collected on 2026-01-10 and was valid for 90 days.',
    place, ...(excerpt && { excerpt }),
    hint: 'Run the red-team suite again and collect its report.',
    docs: docsOf(code), ...given,
  }
}

/** A diagnostic about a file of the built-in catalog, whose text is not at hand. */
export const builtinDiagnostic: Diagnostic = {
  code: 'unknown-evidence-type', severity: 'error', message: 'There is no evidence type `red-team`.',
  place: { file: 'builtin:controls/testing/TST-03.yaml', pointer: '/objectives/0/evidence/0/types/0', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } },
  hint: 'Add `evidence-types/red-team.yaml`.', docs: docsOf('unknown-evidence-type'),
}

/** Many diagnostics of one file, each about a control of its own. */
export const manyDiagnostics = (count: number, rest: Partial<Diagnostic> = {}): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => ({
    ...diagnosticAt('2026-01-10'), message: `Control C-${index} is not satisfied.`,
    about: { application: 'support-assistant', control: `C-${index}` }, ...rest,
  }))

const rule = (code: string, severity: RuleInfo['severity'], kind: RuleInfo['kind'] = 'gap'): RuleInfo =>
  ({ code, kind, severity, summary: `What ${code} finds.`, rationale: 'Why it matters.', since: '0.1.0' })

const same = (text: string): string => text
const tagged = (name: string) => (text: string): string => `<${name}>${text}</${name}>`

/** A terminal without colours. */
export const plain: Paint = { red: same, yellow: same, blue: same, green: same, dim: same, bold: same }
/** A terminal whose colours can be read. */
export const painted: Paint = { red: tagged('red'), yellow: tagged('yellow'), blue: tagged('blue'), green: tagged('green'), dim: tagged('dim'), bold: tagged('bold') }

/** What reporters know in these tests. */
export const context: ReportContext = {
  rules: new Map([rule('stale-evidence', 'error'), rule('unplanned-gap', 'warning'), rule('accepted-gap', 'note'), rule('unknown-control', 'error', 'file')].map((info) => [info.code, info])),
  tool: { name: 'muster', version: '0.1.0', uri: 'https://github.com/passmuster/passmuster' },
  paint: plain,
  prefix: '',
  command: 'validate',
}
