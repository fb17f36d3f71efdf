import { whole, type Doc, type Located } from '../model/doc.js'
import type { Library } from '../model/library.js'
import type { Catalog, Control } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { suggestHint } from '../source/suggest.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A control or the risk table names a characteristic that the catalog does not list. */
export const unlistedCharacteristic: FileRule = {
  code: 'unlisted-characteristic',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A control, or a level of the risk table, names a characteristic that the catalog does not list.',
  rationale: 'Applications can only answer what the catalog lists. A control that waits for anything else applies to everyone for want of an answer, and what a risk level implies is never heard of.',
  since: '0.1.0',
  bad: controlExample({ more: 'applicability: { any: [uses-lm] }\n' }),
  good: controlExample({ more: 'applicability: { any: [uses-llm] }\n' }),
  *check({ library }) {
    for (const { id, part, below } of characteristicsNamed(library)) {
      if (library.characteristics.has(id)) continue
      yield { at: { part, below }, message: `The catalog lists no characteristic \`${id}\`.`, hint: suggestHint(id, library.characteristics.keys(), 'Add it to `characteristics` in catalog.yaml, with its question.') }
    }
  },
}

type Named = { readonly id: string; readonly part: Located<unknown>; readonly below: Path }

const characteristicsNamed = ({ docs }: Library): readonly Named[] => [...localOnes(docs.controls).flatMap(inControl), ...localOnes(docs.catalogs).flatMap(inCatalog)]

const inControl = (doc: Doc<Control>): readonly Named[] =>
  (['any', 'all', 'none'] as const).flatMap((key) => (doc.data.applicability?.[key] ?? []).map((id, index) => ({ id, part: whole(doc), below: ['applicability', key, index] })))

const inCatalog = (doc: Doc<Catalog>): readonly Named[] =>
  (doc.data.risk?.factors ?? []).flatMap((factor, at) =>
    factor.levels.flatMap((level, step) => (level.implies ?? []).map((id, index) => ({ id, part: whole(doc), below: ['risk', 'factors', at, 'levels', step, 'implies', index] }))))
