import { isNewMajor } from './catalog-step.js'
import { ownCatalog } from './example-change.js'
import { homeOfCatalog, isOwnLayerGone, ownCatalogDoc } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

/** A characteristic is gone without a new major version of the catalog. */
export const removedCharacteristic: ChangeRule = {
  code: 'removed-characteristic',
  kind: 'change',
  severity: 'error',
  summary: 'A characteristic is gone, and the catalog has no new major version.',
  rationale: 'Inventory entries answer it, and an answer to a question that nobody asks is an error there. What it decided is then decided otherwise. A major version of the catalog tells its users so.',
  since: '0.1.0',
  previous: ownCatalog('characteristics:\n  - { id: answers-members, title: Answers members, question: Do members ask it? }\n'),
  bad: ownCatalog('characteristics: []\n', '1.1.0'),
  good: ownCatalog('characteristics: []\n', '2.0.0'),
  *check(context) {
    const { changes, previous, library, than } = context
    const own = new Set(previous.docs.catalogs.filter(({ builtin }) => !builtin).flatMap(({ data }) => (data.characteristics ?? []).map(({ id }) => id)))
    if (isNewMajor(context) || isOwnLayerGone(context)) return
    for (const { id } of changes.characteristics.removed) {
      if (!own.has(id)) continue
      const key = ownCatalogDoc(library)?.data.characteristics === undefined ? 'version' : 'characteristics'
      yield { at: homeOfCatalog(library, key), message: `The characteristic \`${id}\` is gone since \`${than}\`.`, hint: 'Bring it back, or give the catalog a new major version.', touches: { characteristic: id } }
    }
  },
}
