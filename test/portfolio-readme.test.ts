// The table of examples/portfolio/README.md promises where each state is to be seen; here every row is looked up.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseYaml } from '../src/source/parse-yaml.js'
import type { EvidenceFile } from '../src/schema/types.js'
import { muster, ROOT } from './run-muster.js'

const PORTFOLIO = join(ROOT, 'examples/portfolio')
type Row = { readonly state: string; readonly application: string; readonly control: string; readonly item: string }
type Reason = { readonly kind: string; readonly text: string; readonly objective?: string; readonly evidence?: string }
type Observation = { readonly objective: string; readonly component?: string; readonly state: string; readonly evidence: readonly string[]; readonly 'inherited-from'?: string; readonly 'held-elsewhere'?: readonly string[] }
type Finding = { readonly control: string; readonly state: string; readonly answered: boolean; readonly exclusion?: string; readonly 'accepted-until'?: string; readonly reasons: readonly Reason[]; readonly observations: readonly Observation[] }
type Diagnostic = { readonly code: string; readonly message: string; readonly place: { readonly file: string }; readonly about?: { readonly control?: string } }
type Seen = { readonly row: Row; readonly kind: string; readonly finding: Finding; readonly files: EvidenceFile; readonly told: (code: string, ...words: readonly string[]) => boolean }

const status = ({ files, row }: Seen): string | undefined => files.implementations?.find((one) => one.control === row.control)?.status
const plan = ({ files, row }: Seen) => files.poam?.find((one) => one.id === row.item)
const observed = ({ finding }: Seen, holds: (observation: Observation) => boolean): boolean => finding.observations.some(holds)
const because = ({ finding, row }: Seen, kind: string): boolean => finding.reasons.some((reason) => reason.kind === kind && reason.evidence === row.item)

const SHOWN: Readonly<Record<string, (seen: Seen) => boolean>> = {
  'pass': (seen) => observed(seen, (one) => one.state === 'pass' && one.evidence.includes(seen.row.item)),
  'missing': (seen) => observed(seen, (one) => one.objective === seen.row.item && one.state === 'missing'),
  'stale by age': ({ told, row }) => told('stale-evidence', row.item, 'was valid for'),
  'stale by component version': ({ told, row }) => told('stale-evidence', row.item, 'is about version'),
  'mismatch of the digest': ({ told, row }) => told('mismatched-evidence', row.item, 'digest'),
  'mismatch of a figure': ({ told, row }) => told('mismatched-evidence', row.item, 'the file says'),
  'returned': (seen) => because(seen, 'returned'),
  'fail': (seen) => because(seen, 'fail'),
  'unreviewed': ({ told, row }) => told('unreviewed-evidence', row.item),
  'changed since reviewed': ({ told, row }) => told('changed-since-review', row.item),
  'review expired': ({ told, row }) => told('expired-review', row.item),
  'inherited and met': (seen) => seen.finding.state === 'satisfied' && observed(seen, (one) => one.objective === seen.row.item && one['inherited-from'] !== undefined && one.state === 'pass'),
  'inherited and not met': (seen) => seen.finding.state === 'not-satisfied' && observed(seen, (one) => one.objective === seen.row.item && one['inherited-from'] !== undefined && one.state !== 'pass'),
  'answered at organization': ({ kind, finding }) => kind === 'organization' && finding.state === 'satisfied',
  'accepted exception': ({ finding, files, row }) => files.exceptions?.some((one) => one.id === row.item && one.control === row.control && one.expires === finding['accepted-until']) === true,
  'expired exception': ({ told, row, finding }) => told('expired-exception', row.item) && finding['accepted-until'] === undefined,
  'not applicable by an accepted claim': ({ finding }) => finding.state === 'not-applicable' && finding.exclusion === 'claimed',
  'not applicable by a claim without review': (seen) => seen.finding.state === 'not-satisfied' && status(seen) === 'not-applicable',
  'excluded by reviewed facts': ({ finding }) => finding.state === 'not-applicable' && finding.exclusion === 'excluded',
  'excluded, unreviewed': ({ finding }) => finding.state === 'not-applicable' && finding.exclusion === 'excluded-unreviewed',
  'upcoming': ({ finding }) => finding.state === 'upcoming',
  'answered for an older major version': ({ finding }) => finding.reasons.some((reason) => reason.kind === 'older-major'),
  'one model untested': (seen) => observed(seen, (one) => one.component === seen.row.item && one.state === 'missing') && observed(seen, (one) => one.component !== seen.row.item && one.state === 'pass'),
  'one quarter missing': ({ told, finding, row }) => told('missing-period') && finding.reasons.some((reason) => reason.objective === row.item && reason.text.includes('2026-Q2')),
  'held elsewhere': (seen) => observed(seen, (one) => one['held-elsewhere']?.includes(seen.row.item) === true && one.state === 'pass'),
  'alternative': (seen) => seen.finding.state === 'satisfied' && status(seen) === 'alternative',
  'planned': (seen) => seen.finding.state === 'not-satisfied' && status(seen) === 'planned',
  'partial': (seen) => seen.finding.state === 'not-satisfied' && status(seen) === 'partial',
  'unanswered': ({ finding }) => finding.state === 'not-satisfied' && !finding.answered,
  'unanswered fact': ({ told, row }) => told('unanswered-fact', row.item),
  'withdrawn evidence': ({ files, row, finding }) => files.evidence?.some((one) => one.id === row.item && one.withdrawn !== undefined) === true && finding.state === 'satisfied',
  'plan open': (seen) => seen.finding.state === 'not-satisfied' && plan(seen)?.closed === undefined && (plan(seen)?.['scheduled-completion'] ?? '') > '2026-09-30',
  'plan overdue': ({ told, row }) => told('overdue-poam', row.item),
  'plan closed': (seen) => seen.finding.state === 'satisfied' && plan(seen)?.closed !== undefined,
  'gap without a decision': ({ told }) => told('unplanned-gap'),
}

const rows = (readFileSync(join(PORTFOLIO, 'README.md'), 'utf8').split('| state | application')[1] ?? '')
  .split('\n').slice(2).filter((line) => line.startsWith('|'))
  .map((line): Row => {
    const [state = '', application = '', control = '', item = ''] = line.split('|').slice(1, 5).map((cell) => cell.trim())
    return { state, application, control, item }
  })

function filesOf(application: string): EvidenceFile {
  const folder = join(PORTFOLIO, 'applications', application, 'evidence')
  const files = readdirSync(folder).map((name) => parseYaml(name, readFileSync(join(folder, name), 'utf8')).value?.value as EvidenceFile) // validated by the shipped test
  return {
    implementations: files.flatMap((file) => file.implementations ?? []), evidence: files.flatMap((file) => file.evidence ?? []),
    exceptions: files.flatMap((file) => file.exceptions ?? []), poam: files.flatMap((file) => file.poam ?? []),
  }
}

describe('where to see each state', () => {
  let applications: readonly { readonly id: string; readonly kind: string; readonly findings: readonly Finding[] }[]
  let diagnostics: readonly Diagnostic[]
  beforeAll(async () => {
    applications = JSON.parse((await muster(['gap', '--format', 'json', '--as-of', '2026-09-30'], PORTFOLIO)).out).applications
    diagnostics = JSON.parse((await muster(['validate', '--format', 'json', '--as-of', '2026-09-30'], PORTFOLIO)).out).diagnostics
  })
  test('the table names every state that can be looked up', () => expect([...new Set(rows.map((row) => row.state))].sort()).toEqual(Object.keys(SHOWN).sort()))
  test.each(rows.map((row) => [row.state, row.application, row.control, row.item, row] as const))('%s: %s %s %s', (state, application, control, _item, row) => {
    const entry = applications.find((one) => one.id === application)
    const finding = entry?.findings.find((one) => one.control === control)
    if (entry === undefined || finding === undefined) throw new Error(`${application} has no finding of ${control}`)
    const told = (code: string, ...words: readonly string[]): boolean =>
      diagnostics.some((one) => one.code === code && one.place.file.startsWith(`applications/${application}/`) && JSON.stringify(one).includes(control) && words.every((word) => one.message.includes(word)))
    expect(SHOWN[state]?.({ row, kind: entry.kind, finding, files: filesOf(application), told })).toBe(true)
  })
})
