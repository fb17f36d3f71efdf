import type { ControlChange } from '../assess/compare-assessments.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { isWorse, type Against } from './against.js'
import type { EntryChange } from './entry-change.js'
import { TOOL } from './tool.js'

/** What a change makes of the portfolio as JSON. Documented in docs/formats.md and src/schema/output/gap-against.schema.json. */
export const againstJson = ({ workspace, asOf, with: compared, sentences, shared, entries }: Against): string => `${JSON.stringify({
  'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': 'gap', 'organization': workspace.library.config.title, 'as-of': asOf,
  'against': 'quarter' in compared ? { quarter: compared.quarter, 'as-of': compared.date } : { revision: compared.revision, commit: compared.commit, date: compared.date },
  sentences, 'diagnostics': shared,
  'worse': entries.reduce((count, { controls }) => count + controls.filter(isWorse).length, 0),
  'applications': entries.map(entryJson),
}, null, 2)}\n`

const entryJson = (entry: EntryChange): unknown => ({
  id: entry.id, kind: entry.kind ?? null, presence: entry.presence, formerly: entry.formerly ?? null, assessed: entry.assessed, 'was-assessed': entry.wasAssessed,
  before: entry.before ?? null, after: entry.after ?? null, ...(entry.tier && { 'risk-tier': { then: entry.tier.then ?? null, now: entry.tier.now ?? null } }), 'facts-reviewed': entry.factsReviewed,
  controls: entry.controls.map(controlJson),
  evidence: entry.evidence.map(({ item, replaces, objectives, serves }) => ({
    id: item.id, type: item.type, collected: item.collected, change: replaces ? 'changed' : 'new', objectives,
    serves: serves.map(({ framework, edition, element, relationship, controls }) => ({ framework, edition, element, relationship, controls })),
  })),
  due: entry.due.map(({ day, overdue, control, severity, evidence, type, objectives }) => ({ day, overdue, control: control ?? null, severity: severity ?? null, evidence: evidence ?? null, type: type ?? null, objectives })),
  diagnostics: [...entry.diagnostics, ...entry.gaps],
})

const controlJson = (change: ControlChange): unknown => ({
  control: change.control, effect: change.effect, worse: isWorse(change), then: change.then ?? null, now: change.now ?? null, severity: change.severity, reasons: change.reasons, settled: change.settled, due: change.due ?? null,
  ...(change.place && { place: change.place }),
})
