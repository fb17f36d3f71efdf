import type { Located } from '../model/doc.js'
import type { Evidence, Implementation } from '../schema/types.js'
import { showPlace } from '../reporters/show-place.js'
import type { EvidenceOptions, NewEvidence } from './evidence-entry.js'
import { UsageError } from './usage-error.js'

/** The item of evidence that is the same file of the same day already; undefined for none. Another id or time that it looks back on makes it another item. */
export function sameEvidence(items: readonly Located<Evidence>[], { entry, artifact }: NewEvidence, { id, from, to }: EvidenceOptions): Located<Evidence> | undefined {
  if (id !== undefined || from !== undefined || to !== undefined) return undefined
  return items.find(({ data }) => data.withdrawn === undefined && data.sha256 === artifact.sha256 && data.path === artifact.path && (['type', 'collected', 'component', 'url'] as const).every((key) => data[key] === entry[key]))
}

/** Throws a UsageError where filing a file again would add nothing, or say something else of it: an entry is completed where it stands. */
export function refuseTwice({ data, doc, path }: Located<Evidence>, { entry }: NewEvidence, answer: Implementation | undefined): void {
  const other = Object.entries(Object(entry['metrics'])).filter(([metric, value]) => data.metrics?.[metric] !== value)
  if (answer?.evidence?.includes(data.id) !== true && other.length === 0) return
  const at = showPlace(doc.source.place(`/${path.join('/')}`))
  const hint = other.length === 0 ? `\`muster review\` accepts it, \`muster explain ${data.id}\` shows it. Where it is another item, give it an \`--id\`.` : `Write \`${other.map(([metric, value]) => `${metric}: ${String(value)}`).join(', ')}\` under its \`metrics\`. Where it is another item, give it an \`--id\`.`
  throw new UsageError(`That file is filed already, as \`${data.id}\` in ${at}.`, hint)
}
