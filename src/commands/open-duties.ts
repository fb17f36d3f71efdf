import type { Host } from '../host/host.js'
import type { Repository, Revision } from '../host/repository.js'
import type { ApplicationFiles } from '../model/application.js'
import { decisionsIn, sharedDecisions, type Decision, type StatedDecision } from '../model/decision.js'
import { whole, type Located } from '../model/doc.js'
import { staysInside } from '../model/stays-inside.js'
import { dutyRules } from '../rules/duty-rules.js'
import type { Report } from '../rules/rule.js'
import { runDutyRules } from '../rules/run-rules.js'
import type { SeparationOfDuties } from '../schema/types.js'
import { compareDiagnostics, type Diagnostic } from '../source/diagnostic.js'
import { isRefusal, refusalInWords } from './at-revision.js'
import { askCodeowners, type AskedCodeowners } from './ask-codeowners.js'
import { askOrigins, type AskedOrigins } from './ask-origins.js'
import type { Workspace } from './workspace.js'

/** What git says of the decisions in a governance repository. */
export type Duties = {
  /** Of those in shared files, and what keeps git from saying anything. */
  readonly shared: readonly Diagnostic[]
  readonly of: (files: ApplicationFiles) => Promise<readonly Diagnostic[]>
}

/** Asks git about decisions, where `muster.yaml` wants that; as the files stand, or as they stood at a revision. */
export async function openDuties(host: Host, workspace: Workspace, at?: Revision): Promise<Duties | undefined> {
  const { configDoc, config } = workspace.library
  const policy = config['separation-of-duties']
  if (policy === undefined || configDoc === undefined) return undefined
  const setting = (...below: readonly string[]): Report['at'] => ({ part: whole(configDoc), below: ['separation-of-duties', ...below], of: 'key' })
  const unasked: Report[] = []
  const repository = await host.repository(workspace.root)
  if (isRefusal(repository)) {
    const { message, hint } = refusalInWords(repository)
    unasked.push({ at: setting(), message: `Nobody can say who made the decisions in these files: ${message}`, hint })
    return { shared: runDutyRules(dutyRules, { policy, decisions: [], codeowners: [], unasked }), of: async () => [] }
  }
  const since = await sinceOf(repository, policy, at, (message, hint) => unasked.push({ at: setting('since'), message, hint }))
  const allowedSigners = await keysFor(host, workspace.root, policy, (message, hint) => unasked.push({ at: setting('allowed-signers'), message, hint }))
  const origins = askOrigins(workspace, { repository, policy, ...(at && { at }), ...(since && { since }), ...(allowedSigners !== undefined && { allowedSigners }) })
  const codeowners = policy.codeowners === undefined ? undefined : await askCodeowners(host, workspace, { repository, setting: setting('codeowners'), ...(at && { at }) })
  const resolve = async (stated: Iterable<StatedDecision>): Promise<readonly Decision[]> => resolveAll(workspace, [...stated], origins, codeowners)
  const sharedContext = { policy, decisions: await resolve(sharedDecisions(workspace.library)), codeowners: codeowners?.faults ?? [], unasked: [...unasked, ...(codeowners?.missing ?? [])] }
  return {
    shared: runDutyRules(dutyRules, sharedContext, codeowners?.docs),
    of: async (files) => [...runDutyRules(dutyRules, { policy, decisions: await resolve(decisionsIn(files)), codeowners: [], unasked: [] })].sort(compareDiagnostics),
  }
}

type Tell = (message: string, hint: string) => void

// What the commit of `since` holds is known once: the commits that came after it.
async function sinceOf(repository: Repository, { since: name }: SeparationOfDuties, at: Revision | undefined, tell: Tell): Promise<ReadonlySet<string> | undefined> {
  if (name === undefined) return undefined
  const [since, head] = await Promise.all([repository.revision(name), at ?? repository.revision('HEAD')])
  if (isRefusal(since)) {
    const { message, hint } = refusalInWords(since)
    tell(`${message} So every decision is compared.`, hint)
    return undefined
  }
  return isRefusal(head) ? undefined : repository.commitsSince(since, head)
}

async function keysFor(host: Host, root: string, { 'allowed-signers': file }: SeparationOfDuties, tell: Tell): Promise<string | undefined> {
  if (file === undefined) return undefined
  const text = staysInside(file) ? (await host.readTexts(root, [file])).get(file) : undefined
  if (text !== undefined && 'text' in text) return `${root}/${file}`
  tell(`The keys of \`allowed-signers\` cannot be read: there is no text file \`${file}\` in this repository.`, 'Write the path from muster.yaml.')
  return undefined
}

async function resolveAll({ library: { config } }: Workspace, stated: readonly StatedDecision[], origins: AskedOrigins, codeowners: AskedCodeowners | undefined): Promise<readonly Decision[]> {
  const found: Decision[] = []
  await origins.prepare(stated.map(({ part }) => part.doc))
  for (const decision of stated) {
    const { kind, part, filed } = decision
    const { origin, path } = await origins.decided(decision)
    const changed = await origins.changedAfter(decision)
    if (origin.state === 'earlier' && changed === undefined) continue
    // A reviewer does not own what is reviewed: it is the team's file.
    const owners = kind === 'review' || origin.state === 'earlier' || origin.state === 'unknown' ? undefined : await codeowners?.of(config, decision.decider, origin.state === 'committed' ? { commit: origin.commit, path } : { path })
    found.push({ ...decision, origin, writers: await writersOf(decision, part, origins), ...(filed && { filedOrigin: await origins.of(part, filed) }), ...(changed && { changed }), ...(owners && { owners }) })
  }
  return found
}

async function writersOf({ content = [] }: StatedDecision, part: Located<unknown>, origins: AskedOrigins): Promise<readonly string[]> {
  const people = await Promise.all(content.map(async (key) => (await origins.of(part, [key])).people ?? []))
  return [...new Set(people.flat())]
}
