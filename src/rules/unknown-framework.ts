import { whole, type Located } from '../model/doc.js'
import type { Library } from '../model/library.js'
import type { Path } from '../source/place.js'
import { suggestHint } from '../source/suggest.js'
import { frameworkIds } from './defined-ids.js'
import { mappingExample } from './example-framework.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A framework is named that the library does not have. */
export const unknownFramework: FileRule = {
  code: 'unknown-framework',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A framework is named that the library does not have.',
  rationale: 'The id of a framework has its edition in it, since ids of one edition mean something else in the next. What is mapped, adopted or profiled under an unknown id appears in no report.',
  since: '0.1.0',
  bad: mappingExample({ framework: 'demo-2' }),
  good: mappingExample({}),
  *check({ library }) {
    const known = frameworkIds(library)
    for (const { id, part, below } of frameworksNamed(library)) {
      if (known.has(id)) continue
      yield { at: { part, below }, message: `There is no framework \`${id}\`.`, hint: suggestHint(id, known, 'Run `muster list frameworks` to see all frameworks.') }
    }
  },
}

function* frameworksNamed({ config, configDoc, docs }: Library): Iterable<{ readonly id: string; readonly part: Located<unknown>; readonly below: Path }> {
  if (configDoc) for (const [index, id] of (config.frameworks ?? []).entries()) yield { id, part: whole(configDoc), below: ['frameworks', index] }
  for (const doc of localOnes<{ readonly framework: string }>([...docs.mappings, ...docs.adoptions, ...docs.mappingReviews, ...docs.officialTexts])) yield { id: doc.data.framework, part: whole(doc), below: ['framework'] }
  for (const doc of localOnes(docs.editions)) for (const key of ['framework', 'from'] as const) yield { id: doc.data[key], part: whole(doc), below: [key] }
  for (const doc of localOnes(docs.publishedCrosswalks)) for (const key of ['from', 'to'] as const) yield { id: doc.data[key], part: whole(doc), below: [key] }
  for (const doc of localOnes(docs.frameworks)) if (doc.data.profiles !== undefined) yield { id: doc.data.profiles, part: whole(doc), below: ['profiles'] }
}
