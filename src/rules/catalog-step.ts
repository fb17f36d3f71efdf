import { isFarEnough, stepOfCatalog } from '../model/version-step.js'
import { ownCatalogDoc } from './home-of-catalog.js'
import type { ChangeContext } from './rule.js'

/** Whether the reader's own catalog went a major version on: then what others rest on may be gone. Before 1.0.0 a minor one is enough. */
export function isNewMajor({ previous, library }: Pick<ChangeContext, 'previous' | 'library'>): boolean {
  const [then, now] = [ownCatalogDoc(previous), ownCatalogDoc(library)]
  return then !== undefined && now !== undefined && isFarEnough(then.data.version, now.data.version, stepOfCatalog(then.data.version, 'major'))
}
