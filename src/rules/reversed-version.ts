import { whole } from '../model/doc.js'
import { stepBetween } from '../model/version-step.js'
import { ownControl } from './example-change.js'
import { ownCatalogDoc } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

/** A version is an earlier one than before. */
export const reversedVersion: ChangeRule = {
  code: 'reversed-version',
  kind: 'change',
  severity: 'error',
  summary: 'The version of a control or of the catalog is lower than it was.',
  rationale: 'Versions only grow, so that of two answers the newer one can be told. Who takes a change back writes a further version that says what the former one did.',
  since: '0.1.0',
  previous: ownControl({ version: '1.2.0' }),
  bad: ownControl({ version: '1.1.0' }),
  good: ownControl({ version: '1.3.0' }),
  *check({ changes, previous, library, than }) {
    const [then, now] = [ownCatalogDoc(previous), ownCatalogDoc(library)]
    const controls = changes.controls.flatMap(({ id, before, after }) => (before && after && !after.builtin ? [{ name: id, before: before.data.version, after, control: id }] : []))
    for (const { name, before, after, control } of [...controls, ...(then && now && then.data.id === now.data.id ? [{ name: 'The catalog', before: then.data.version, after: now, control: undefined }] : [])]) {
      if (stepBetween(before, after.data.version) !== 'back') continue
      yield { at: { part: whole<{ readonly version: string }>(after), below: ['version'] }, message: `${name} had version \`${before}\` in \`${than}\` and has \`${after.data.version}\` now.`, hint: `Write a version after ${before}.`, ...(control !== undefined && { about: { control } }) }
    }
  },
}
