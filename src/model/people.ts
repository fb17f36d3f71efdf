import type { Config, KnownPerson, Severity } from '../schema/types.js'
import { rankOf } from './risk-tier.js'

/** The people of `muster.yaml` by id. */
export type People = ReadonlyMap<string, KnownPerson>

/** The people of a configuration. */
export const peopleOf = (config: Config): People => new Map((config.people ?? []).map((person) => [person.id, person]))

/** Whether a person is known and can decide: not a team or a mailing list. */
export const canDecide = (people: People, id: string): boolean => {
  const person = people.get(id)
  return person !== undefined && person.group !== true
}

/** The highest gap severity that a person may accept by an exception, or undefined for none. */
export function authorityOf(config: Config, id: string): Severity | undefined {
  const roles = new Set(config.people?.find((person) => person.id === id)?.roles ?? [])
  return (config.approvers ?? [])
    .filter((approver) => roles.has(approver.role))
    .map((approver) => approver['up-to'])
    .reduce<Severity | undefined>((best, level) => (best === undefined || rankOf(level) > rankOf(best) ? level : best), undefined)
}
