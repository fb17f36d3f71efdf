import type { FrozenControl, FrozenFramework, Quarter } from '../schema/types.js'
import { asksOtherwise } from './trend-causes.js'

/** What the catalog asks otherwise than a quarter before. */
export type CatalogChanges = {
  /** The catalogs with their versions. */
  readonly from: string
  readonly to: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Controls that ask something else, with both versions. */
  readonly changed: readonly { readonly control: string; readonly from: string; readonly to: string }[]
  /** Frameworks that came, that went, and those at another edition or status. */
  readonly frameworks: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly changed: readonly { readonly framework: string; readonly from: string; readonly to: string }[] }
}

type Known = Pick<Quarter, 'catalog' | 'controls' | 'frameworks'>

/** Compares the catalogs of two quarters by what their records keep of them. */
export function catalogChanges(before: Known, after: Known): CatalogChanges {
  const [old, now] = [byId(before.controls), byId(after.controls)]
  const [oldFrameworks, nowFrameworks] = [byId(before.frameworks), byId(after.frameworks)]
  const asEdition = ({ edition, status }: FrozenFramework): string => `${edition} (${status})`
  return {
    from: `${before.catalog.id} ${before.catalog.version}`, to: `${after.catalog.id} ${after.catalog.version}`,
    added: missingIn(now, old), removed: missingIn(old, now),
    changed: [...now.values()].flatMap((control) => {
      const other = old.get(control.id)
      return other !== undefined && asksOtherwise(other, control) ? [{ control: control.id, from: other.version, to: control.version }] : []
    }),
    frameworks: {
      added: missingIn(nowFrameworks, oldFrameworks), removed: missingIn(oldFrameworks, nowFrameworks),
      changed: [...nowFrameworks.values()].flatMap((framework) => {
        const other = oldFrameworks.get(framework.id)
        return other !== undefined && asEdition(other) !== asEdition(framework) ? [{ framework: framework.id, from: asEdition(other), to: asEdition(framework) }] : []
      }),
    },
  }
}

const byId = <T extends FrozenControl | FrozenFramework>(entries: readonly T[]): ReadonlyMap<string, T> => new Map(entries.map((entry) => [entry.id, entry]))
const missingIn = (these: ReadonlyMap<string, unknown>, those: ReadonlyMap<string, unknown>): readonly string[] => [...these.keys()].filter((id) => !those.has(id))
