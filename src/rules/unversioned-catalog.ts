import { whole } from '../model/doc.js'
import { catalogCauses } from '../model/catalog-causes.js'
import { isFarEnough, largestStep, stepBetween, stepOfCatalog, stepOn } from '../model/version-step.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { ownCatalog, ownControl } from './example-change.js'
import { ownCatalogDoc } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

const CATALOG = ownCatalog('characteristics:\n  - { id: answers-members, title: Answers members, question: Do members ask it? }\n')

/** The catalog holds something else than before under the same version. */
export const unversionedCatalog: ChangeRule = {
  code: 'unversioned-catalog',
  kind: 'change',
  severity: 'warning',
  summary: 'Controls, evidence types or tables of the catalog have changed, and the version of the catalog does not say so.',
  rationale: 'Documents and closed quarters name the catalog with its version. It goes as far as the furthest of its controls: a major version where one has a new major version, a minor one where one is new. Before 1.0.0 a minor version stands for a major one. It is a warning, since most catalogs are given a version once for many changes.',
  since: '0.1.0',
  previous: CATALOG,
  bad: { ...CATALOG, ...ownControl() },
  good: { ...CATALOG, ...ownControl(), ...ownCatalog('characteristics:\n  - { id: answers-members, title: Answers members, question: Do members ask it? }\n', '1.1.0') },
  *check({ changes, previous, library, than }) {
    const [then, now] = [ownCatalogDoc(previous), ownCatalogDoc(library)]
    if (then === undefined || now === undefined || stepBetween(then.data.version, now.data.version) === 'back') return
    // Counted by the versions that controls were given: where one is missing, that is told at the control first.
    const causes = catalogCauses(changes, ({ after }) => after?.data.version)
    const largest = largestStep(causes.map(({ step }) => step))
    if (largest === undefined) return
    const step = stepOfCatalog(then.data.version, largest)
    if (isFarEnough(then.data.version, now.data.version, step)) return
    const worst = causes.filter((cause) => cause.step === largest).map(({ says }) => says)
    yield {
      at: { part: whole(now), below: ['version'] },
      message: `The catalog ${now.data.version === then.data.version ? `still has version \`${now.data.version}\` of \`${than}\`` : `went from version \`${then.data.version}\` to \`${now.data.version}\` only`}, while ${listInWords(worst.length > 3 ? [...worst.slice(0, 3), `${counted(worst.length - 3, 'more thing')} changed`] : worst, 'and')}.`,
      hint: `Write \`version: ${stepOn(then.data.version, step)}\`, or run \`muster compare ${than} --bump\`, when the catalog is given its next version.`,
    }
  },
}
