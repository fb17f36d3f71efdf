import type { Choice, Host } from '../host/host.js'
import { applicationFile, type NewApplication } from '../scaffold/application-file.js'
import { isSlug, slugOf, titleOf } from '../scaffold/slug-of.js'
import { noSuchPerson } from '../source/no-such-person.js'
import { suggestHint } from '../source/suggest.js'
import { answersTo, maybeAnswer } from './answers.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { openLibrary } from './open-application.js'
import { asOfFor, oneOf, type GlobalOptions } from './options.js'
import { pairsOf } from './pairs.js'
import { schemasFolder } from './schemas-folder.js'
import { UsageError } from './usage-error.js'
import type { Workspace } from './workspace.js'
import { writeNewFiles } from './write-new-files.js'

export type NewApplicationOptions = GlobalOptions & {
  readonly kind?: string
  readonly title?: string
  readonly purpose?: string
  readonly owner?: string
  readonly technical?: string
  readonly lifecycle?: string
  readonly since?: string
  readonly fact?: readonly string[]
  readonly factor?: readonly string[]
  readonly inherits?: readonly string[]
}

const KINDS = ['application', 'platform', 'organization'] as const
const LIFECYCLES = ['idea', 'development', 'pilot', 'production', 'retired'] as const

/** `muster new application [id]`: an inventory entry with every question of the catalog in it. */
export async function newApplication(host: Host, name: string | undefined, options: NewApplicationOptions): Promise<ExitCode> {
  const workspace = await openLibrary(host, options)
  const kind = oneOf(options.kind ?? 'application', KINDS, '--kind')
  const people = [...workspace.library.people.values()]
  const { id: given, owner } = await answersTo(host, {
    id: { option: '<id>', question: 'What is it called?', given: name, check: (answer) => wrongName(answer, workspace) },
    owner: { option: '--owner <person>', question: 'Who is accountable for it?', given: options.owner, check: knownPerson(workspace), ...(host.ask && { choices: people.map(personChoice) }) },
  })
  const id = slugOf(given)
  const technical = await maybeAnswer(host, { question: 'Who knows how it works?', given: options.technical, check: knownPerson(workspace), ...(host.ask && { choices: [...people.map(personChoice), { value: '', label: 'nobody yet' }] }) })
  const entry: NewApplication = {
    id, kind, title: options.title ?? (isSlug(given) ? titleOf(given) : given), accountable: owner, technical, since: options.since === undefined ? host.today() : asOfFor(host, { asOf: options.since }),
    purpose: await maybeAnswer(host, { question: 'What does it do, and for whom? (Enter leaves it for later)', given: options.purpose }),
    ...(options.lifecycle !== undefined && { lifecycle: oneOf(options.lifecycle, LIFECYCLES, '--lifecycle') }),
    characteristics: factsOf(workspace, options.fact), factors: factorsOf(workspace, options.factor), inherits: platformsOf(workspace, options.inherits),
  }
  const { written } = await writeNewFiles(host, workspace.root, [applicationFile(entry, workspace.library.catalog, await schemasFolder(host, workspace.root))])
  if (written.length === 0) throw new UsageError(`applications/${id}/application.yaml is there already.`, 'Edit it, or choose another id.')
  await host.err.write(`\nNext:\n  answer the facts in applications/${id}/application.yaml: they decide which controls apply\n  add ${`/applications/${id}/`} with its team to CODEOWNERS\n  muster new evidence ${id}\n`)
  return EXIT.done
}

function wrongName(name: string, { inventory, unread }: Workspace): string | undefined {
  const id = slugOf(name)
  if (id === '') return 'Its id needs letters from a to z or digits.'
  return inventory.has(id) || unread.has(id) ? `There is an entry \`${id}\` already.` : undefined
}

const personChoice = ({ id, title }: { readonly id: string; readonly title: string }): Choice => ({ value: id, label: id, hint: title })

/** What is wrong with a person's id: nothing when `muster.yaml` has it. */
export const knownPerson = ({ library: { people } }: Workspace) => (id: string): string | undefined => {
  if (people.has(id)) return undefined
  const { message, hint } = noSuchPerson(id, people.keys())
  return `${message} ${hint}`
}

function factsOf({ library }: Workspace, facts: readonly string[] | undefined): Readonly<Record<string, boolean>> {
  const stated = pairsOf(facts, '--fact', [...library.characteristics.keys()])
  return Object.fromEntries(Object.entries(stated).map(([id, value]) => [id, oneOf(value, ['true', 'false'] as const, `--fact ${id}`) === 'true']))
}

function factorsOf({ library: { catalog } }: Workspace, factors: readonly string[] | undefined): Readonly<Record<string, string>> {
  const known = catalog.risk?.factors ?? []
  const stated = pairsOf(factors, '--factor', known.map((factor) => factor.id))
  return Object.fromEntries(Object.entries(stated).map(([id, value]) => [id, oneOf(value, (known.find((factor) => factor.id === id)?.levels ?? []).map((level) => level.id), `--factor ${id}`)]))
}

function platformsOf({ inventory }: Workspace, platforms: readonly string[] = []): readonly string[] {
  const known = [...inventory.values()].filter((entry) => entry.kind === 'platform').map((entry) => entry.id)
  for (const id of platforms) if (!known.includes(id)) throw new UsageError(`There is no platform \`${id}\`.`, suggestHint(id, known, 'Run `muster list applications` to see the platforms.'))
  return platforms
}
