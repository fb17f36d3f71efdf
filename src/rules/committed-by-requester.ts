import { behind, type Decision } from '../model/decision.js'

/** Who asked for a decision, or wrote what it is about, and committed it in place of who decided; and how they are known as such. */
export function requesterBehind({ requesters, origin, decider, writers }: Decision): { readonly id: string; readonly as: string } | undefined {
  // Whoever decides on what is their own is told as such.
  const others = behind(origin).filter((id) => id !== decider)
  const named = requesters.find(({ id }) => others.includes(id))
  const writer = behind(origin).includes(decider) ? undefined : others.find((id) => writers.includes(id))
  return named ?? (writer === undefined ? undefined : { id: writer, as: 'wrote what is approved' })
}

/** What somebody did to bring a line: committed it, or signed the commit of another. */
export const didTo = ({ origin }: Decision, id: string): string =>
  origin.state === 'pending' ? 'is about to commit' : origin.state === 'committed' && !origin.people.includes(id) ? 'signed the commit of' : 'committed'
