import { rollUp } from '../assess/roll-up.js'
import { controlStates } from '../model/control-states.js'
import { placeOf, type Located } from '../model/doc.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { AssessedApplication, Recorded, UnassessedApplication } from '../document/context.js'
import type { DocumentInfo } from '../document/documents.js'
import type { Outcome } from './assess-portfolio.js'
import { frameworksInScope, isAdoptedFor } from './portfolio.js'

/** The frameworks that a document reports on: its own, or those in scope. */
export const frameworksOf = ({ frameworks }: DocumentInfo, library: Library): readonly FrameworkEntry[] =>
  frameworks ? frameworks.flatMap((id) => library.frameworks.get(id) ?? []) : frameworksInScope(library)

/** What documents keep of an assessed entry: plain data, without the texts of its files. */
export function toAssessed({ assessment, artifacts, providers }: Outcome, frameworks: readonly FrameworkEntry[], library: Library): AssessedApplication | undefined {
  if (assessment === undefined) return undefined
  const { files, facts, findings, unanswered } = assessment
  const states = controlStates(findings, providers)
  const organization = [...providers.values()].find(({ kind, id }) => kind === 'organization' && id !== files.id)
  return {
    id: files.id, application: files.application, facts, findings, unanswered,
    implementations: files.implementations.map(recorded), evidence: files.evidence.map(recorded), exceptions: files.exceptions.map(recorded), poam: files.poam.map(recorded),
    coverage: new Map(frameworks.filter(({ id }) => isAdoptedFor(library, id, files.application)).map((framework) => [framework.id, rollUp(framework, states)])),
    read: artifacts?.collected ?? new Map(),
    carried: organization?.findings ?? new Map(),
  }
}

const recorded = <T>(part: Located<T>): Recorded<T> => ({ data: part.data, place: placeOf(part, hasId(part.data) ? ['id'] : ['control']) })

const hasId = (data: unknown): boolean => typeof data === 'object' && data !== null && 'id' in data

/** What documents say of an entry that could not be assessed. */
export function toUnassessed({ id, entry, diagnostics }: Outcome, frameworks: readonly FrameworkEntry[], library: Library): UnassessedApplication {
  const application = entry?.read().data
  const inScopeOf = new Set(frameworks.filter((framework) => application === undefined || isAdoptedFor(library, framework.id, application)).map((framework) => framework.id))
  return { id, ...(application && { application }), diagnostics, inScopeOf }
}
