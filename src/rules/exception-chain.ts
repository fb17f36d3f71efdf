import { addDays } from '../model/dates.js'
import type { Located } from '../model/doc.js'
import type { Exception } from '../schema/types.js'

/** An exception and those that it continues without a day between, latest first. */
export function exceptionChain(part: Located<Exception>, byId: ReadonlyMap<string, Located<Exception>>): readonly Located<Exception>[] {
  const chain = new Set([part])
  for (const { data } of chain) {
    const before = data.renews === undefined ? undefined : byId.get(data.renews)
    if (before?.data.control === data.control && data['approved-on'] <= addDays(before.data.expires, 1)) chain.add(before)
  }
  return [...chain]
}
