import type { Host } from '../host/host.js'
import { peopleAt } from '../model/committers.js'
import { canDecide } from '../model/people.js'
import type { Config } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { UsageError, unknownPerson } from './usage-error.js'
import type { Workspace } from './workspace.js'

/** The person who acts: named by an option, or known by the e-mail address that git commits with. Never a group, never somebody unknown. */
export async function whoActs(host: Host, { library: { people, config }, root }: Workspace, given: string | undefined, option: string): Promise<string> {
  const id = given ?? (await personOfGit(host, root, config, option))
  if (canDecide(people, id)) return id
  if (people.has(id)) throw new UsageError(`\`${id}\` is a group, and a person acts.`, `Write the person after \`${option}\`.`)
  throw unknownPerson(id, people.keys())
}

async function personOfGit(host: Host, root: string, config: Config, option: string): Promise<string> {
  const { people = [] } = config
  const email = await host.gitEmail(root)
  if (email === undefined) throw new UsageError('Who you are is not known: git has no `user.email` here.', `Add \`${option} <person>\`, one of ${listInWords(people.filter((person) => person.group !== true).map((person) => person.id), 'or', 6)}.`)
  const known = peopleAt(config, email)
  const [person] = known
  if (known.length > 1) throw new UsageError(`\`muster.yaml\` has ${known.length} people with the address ${email}.`, `Add \`${option} <person>\`, one of ${listInWords(known, 'or')}.`)
  if (person === undefined) throw new UsageError(`You commit as ${email}, and \`muster.yaml\` has nobody with that address.`, `Add it to your entry in \`people\`, or add \`${option} <person>\`, one of ${listInWords(people.filter((person) => person.group !== true).map((person) => person.id), 'or', 6)}.`)
  return person
}
