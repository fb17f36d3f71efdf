import type { Finding, Reason } from '../model/assessment.js'
import type { CoverageTotals } from '../model/coverage.js'
import type { Outcome } from './assess-portfolio.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { TOOL } from './tool.js'

/** One application of the `gap` JSON. Documented in docs/formats.md and src/schema/output/gap.schema.json. */
export function applicationJson(outcome: Outcome, coverage: Readonly<Record<string, CoverageTotals>>): unknown {
  const { entry, assessment } = outcome
  const application = assessment?.files.application ?? entry?.read().data
  return {
    id: outcome.id,
    kind: application?.kind ?? null,
    title: application?.title ?? null,
    lifecycle: application?.lifecycle ?? null,
    assessed: assessment !== undefined,
    'risk-tier': assessment?.facts.tier ?? null,
    'risk-tier-factors': assessment?.facts.riskTier?.factors ?? [],
    'facts-review': assessment?.facts.review.state ?? null,
    'as-of': assessment?.asOf ?? null,
    findings: (assessment?.findings ?? []).map(findingJson),
    coverage,
    diagnostics: [...(assessment ? [] : outcome.diagnostics), ...(outcome.duties ?? [])],
  }
}

const findingJson = (finding: Finding): unknown => ({
  control: finding.control,
  version: finding.version,
  state: finding.state,
  because: finding.because,
  exclusion: finding.exclusion,
  answered: finding.answered,
  status: finding.status,
  severity: finding.severity,
  opened: finding.opened,
  due: finding.due,
  'accepted-until': finding.accepted?.until,
  exception: finding.accepted?.id,
  reasons: finding.reasons.map(reasonJson),
  observations: finding.observations.map(({ reasons: _reasons, ...observation }) => observation),
  place: finding.place,
})

const reasonJson = ({ kind, cause, text, since, ...rest }: Reason): unknown => ({ kind, cause, text, since, ...rest })

/** The JSON of a whole run, written piece by piece so that no run holds every application. */
export async function* gapJson(head: Readonly<Record<string, unknown>>, applications: AsyncIterable<() => unknown>, tail: () => Readonly<Record<string, unknown>>): AsyncGenerator<string> {
  const opening = JSON.stringify({ 'schema-version': SCHEMA_VERSION, tool: { name: TOOL.name, version: TOOL.version }, ...head }, null, 2)
  yield `${opening.slice(0, -2)},\n  "applications": [`
  let first = true
  for await (const toJson of applications) {
    yield `${first ? '' : ','}\n    ${JSON.stringify(toJson(), null, 2).replaceAll('\n', '\n    ')}`
    first = false
  }
  yield `${first ? '' : '\n  '}],\n${JSON.stringify(tail(), null, 2).slice(2)}\n`
}
