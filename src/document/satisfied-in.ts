import type { DocumentContext } from './context.js'

/** In how many entries a control is satisfied, of those that are asked for it, in words. */
export function satisfiedIn({ applications, texts }: DocumentContext, control: string): string {
  const states = applications.flatMap(({ findings }) => findings.filter((finding) => finding.control === control).map(({ state }) => state))
  const upcoming = states.filter((state) => state === 'upcoming').length
  return texts.ofEntriesSatisfied(states.filter((state) => state === 'satisfied').length, states.filter((state) => state !== 'not-applicable').length - upcoming, upcoming)
}
