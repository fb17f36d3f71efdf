import type { Config, KnownPerson } from '../schema/types.js'

// GitHub and GitLab write these for who edits on their pages and hides the address.
const HIDDEN = /^(?:\d+[+-])?([^@+]+)@users\.noreply\.(?:github|gitlab)\.com$/

/** The people who commit under an address. Several may share one, and then each of them may have. */
export function peopleAt({ people = [] }: Config, address: string): readonly string[] {
  const sought = address.toLowerCase()
  const hidden = HIDDEN.exec(sought)?.[1]
  return people.filter(({ email, handle, group, 'commits-as': more = [] }) => group !== true && ([email, ...more].some((known) => known?.toLowerCase() === sought) || (hidden !== undefined && handle?.toLowerCase() === `@${hidden}`))).map(({ id }) => id)
}

/** Whether one of the owners in `CODEOWNERS` is a person: named, or a member of a group that is. Unknown where an owner is a team or a user that `muster.yaml` does not know. */
export function isAmong({ people = [] }: Config, owners: readonly string[], id: string): 'yes' | 'no' | readonly string[] {
  const unknown: string[] = []
  const person = people.find((known) => known.id === id)
  for (const owner of owners) {
    const known = people.filter((candidate) => isCalled(candidate, owner))
    if (known.some((candidate) => candidate.id === id || candidate.members?.includes(id))) return 'yes'
    const resolved = known.some(({ group, members }) => group !== true || members !== undefined)
    // Another user than this one is known by being called otherwise.
    const another = !owner.includes('/') && !owner.startsWith('@@') && (owner.startsWith('@') ? person?.handle !== undefined : person?.email !== undefined)
    if (!resolved && !another) unknown.push(owner)
  }
  return unknown.length > 0 ? unknown : 'no'
}

const isCalled = ({ handle, email, 'commits-as': more = [] }: KnownPerson, owner: string): boolean => [handle, email, ...more].some((name) => name?.toLowerCase() === owner.toLowerCase())
