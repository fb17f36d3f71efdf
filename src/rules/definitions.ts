import { locateAll, whole, type Doc, type Located } from '../model/doc.js'
import type { Library } from '../model/library.js'
import { entriesOf, type TailoringEntry } from '../model/tailoring.js'
import type { Path } from '../source/place.js'

/** Something that a shared file defines: what, under which id, and where. Two with the same noun, id and scope are one too many. `file`: the file is called by it. */
export type Definition = { readonly noun: string; readonly id: string; readonly part: Located<unknown>; readonly below: Path; readonly scope: string; readonly file?: true }

/** Everything that the files of a library define, in the order in which it is read. */
export function* definitions(library: Library): Iterable<Definition> {
  const { configDoc, docs, tailoringDoc } = library
  if (configDoc) yield* listed(configDoc, 'person', 'people', configDoc.data.people)
  if (tailoringDoc) for (const { kind, control, part } of entriesOf(tailoringDoc)) yield tailored(kind, control, part)
  for (const doc of docs.catalogs) {
    const { groups, characteristics, risk } = doc.data
    // Groups and characteristics of all layers add up; a later risk table replaces the one before.
    yield* listed(doc, 'group', 'groups', groups, '')
    yield* listed(doc, 'characteristic', 'characteristics', characteristics, '')
    for (const [index, factor] of (risk?.factors ?? []).entries()) {
      const part = { doc, path: ['risk', 'factors', index], data: factor }
      yield { noun: 'risk factor', id: factor.id, part, below: ['id'], scope: doc.file }
      for (const [at, { id }] of factor.levels.entries()) yield { noun: `level of ${factor.id}`, id, part, below: ['levels', at, 'id'], scope: `${doc.file} ${index}` }
    }
    for (const [index, { tier }] of (risk?.tiers ?? []).entries()) yield { noun: 'tier', id: tier, part: whole(doc), below: ['risk', 'tiers', index, 'tier'], scope: doc.file }
  }
  for (const doc of docs.controls) {
    yield { noun: 'control', id: doc.data.id, part: whole(doc), below: ['id'], scope: '', file: true }
    yield* listed(doc, 'parameter', 'parameters', doc.data.parameters)
  }
  for (const doc of docs.evidenceTypes) {
    yield { noun: 'evidence type', id: doc.data.id, part: whole(doc), below: ['id'], scope: '', file: true }
    yield* listed(doc, 'metric', 'metrics', doc.data.metrics)
  }
  for (const doc of docs.frameworks) {
    yield { noun: 'framework', id: doc.data.id, part: whole(doc), below: ['id'], scope: '', file: true }
    yield* listed(doc, 'element', 'elements', doc.data.elements)
    yield* listed(doc, 'focus area', 'focus-areas', doc.data['focus-areas'])
    for (const part of locateAll(doc, 'considerations', doc.data.considerations)) yield { noun: 'general consideration of', id: part.data.element, part, below: ['element'], scope: doc.file }
    for (const part of locateAll(doc, 'entries', doc.data.entries)) yield { noun: 'entry', id: `${part.data.element}.${part.data['focus-area']}`, part, below: ['element'], scope: doc.file }
  }
  for (const doc of docs.mappings) yield { noun: 'mapping of', id: doc.data.framework, part: whole(doc), below: ['framework'], scope: '', file: true }
  for (const doc of docs.mappingReviews) yield { noun: 'list of reviews of', id: doc.data.framework, part: whole(doc), below: ['framework'], scope: '', file: true }
  for (const doc of docs.officialTexts) {
    yield { noun: 'official text of', id: doc.data.framework, part: whole(doc), below: ['framework'], scope: '', file: true }
    for (const part of locateAll(doc, 'elements', doc.data.elements)) yield { noun: 'official text of', id: part.data.element, part, below: ['element'], scope: doc.file }
  }
  for (const doc of docs.editions) {
    yield { noun: 'successor of the edition', id: doc.data.from, part: whole(doc), below: ['from'], scope: '', file: true }
    for (const part of locateAll(doc, 'elements', doc.data.elements)) {
      const { element, to } = part.data
      yield { noun: 'change of', id: element, part, below: ['element'], scope: doc.file }
      for (const [index, successor] of (to ?? []).entries()) yield { noun: `successor of ${element}`, id: successor.element, part, below: ['to', index, 'element'], scope: `${doc.file} ${part.path.join(' ')}` }
    }
  }
  for (const doc of docs.publishedCrosswalks) {
    yield { noun: `published crosswalk from ${doc.data.from} to`, id: doc.data.to, part: whole(doc), below: ['to'], scope: '', file: true }
    for (const [noun, key] of [['published pair', 'pairs'], ['disagreement about', 'disagreements']] as const)
      for (const part of locateAll<{ readonly from: string; readonly to: string }>(doc, key, doc.data[key])) yield { noun, id: `${part.data.from} → ${part.data.to}`, part, below: [], scope: doc.file }
  }
}

function tailored(kind: TailoringEntry['kind'], control: string, part: TailoringEntry['part']): Definition {
  const { data } = part
  const of = 'parameter' in data ? [data.parameter] : 'objective' in data ? [data.objective, ...(data.type === undefined ? [] : [data.type])] : []
  return { noun: `tailored ${kind === 'left-out' ? 'control' : kind} of`, id: kind === 'validity' ? of.join(' ') : [control, ...of].join(' '), part, below: [kind === 'validity' ? 'objective' : 'control'], scope: '' }
}

function* listed(doc: Doc<unknown>, noun: string, key: string, list: readonly { readonly id: string }[] | undefined, scope = doc.file): Iterable<Definition> {
  for (const part of locateAll(doc, key, list)) yield { noun, id: part.data.id, part, below: ['id'], scope }
}
