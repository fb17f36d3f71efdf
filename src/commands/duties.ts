import type { Host } from '../host/host.js'
import type { Revision } from '../host/repository.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Outcome } from './assess-portfolio.js'
import type { Duties } from './open-duties.js'
import type { Workspace } from './workspace.js'

/** What git says of decisions, where `muster.yaml` asks for that; else git is not touched. */
export const dutiesFor = async (host: Host, workspace: Workspace, at?: Revision): Promise<Duties | undefined> =>
  workspace.library.config['separation-of-duties'] && (await import('./open-duties.js')).openDuties(host, workspace, at)

/** What git says of the decisions in the files of an outcome. */
export const dutiesOf = async (duties: Duties | undefined, outcome: Outcome | undefined): Promise<readonly Diagnostic[]> => (outcome?.assessment && (await duties?.of(outcome.assessment.files))) ?? []

/** Outcomes with what git says of the decisions in the files of each. */
export async function* withDuties(outcomes: AsyncIterable<Outcome>, duties: Duties | undefined): AsyncGenerator<Outcome> {
  for await (const outcome of outcomes) yield duties ? { ...outcome, duties: await dutiesOf(duties, outcome) } : outcome
}
