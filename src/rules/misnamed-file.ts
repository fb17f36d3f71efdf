import { whole, type Doc } from '../model/doc.js'
import type { Library } from '../model/library.js'
import { suggestHint } from '../source/suggest.js'
import { frameworkIds } from './defined-ids.js'
import { controlExample } from './example-control.js'
import { calledOf, folderOf } from './file-names.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A shared file is not called by the id of what it holds. */
export const misnamedFile: FileRule = {
  code: 'misnamed-file',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A shared file, or the folder of a framework, is not called by the id of what it holds, or a control stands in no group.',
  rationale: 'Everyone finds a control, an evidence type, a framework or an adoption by its id, and the group of a control is the folder that it stands in. A name that says something else leads readers to the wrong file.',
  since: '0.1.0',
  bad: controlExample({ file: 'testing/TST-06' }),
  good: controlExample({}),
  *check({ library }) {
    for (const { doc, key, id, called, what } of identified(library)) {
      if (called === id) continue
      const name = what === 'folder' ? id : (doc.file.split('/').at(-1) ?? '').replace(called, id)
      yield { at: { part: whole(doc), below: [key] }, message: `The ${what} is called \`${called}\`, and it says \`${key}: ${id}\`.`, hint: `Write \`${key}: ${called}\`, or rename the ${what} to \`${name}\`.` }
    }
    const groups = (library.catalog.groups ?? []).map((group) => group.id)
    for (const doc of groups.length === 0 ? [] : localOnes(library.docs.controls)) {
      const folder = folderOf(doc.file)
      if (!groups.includes(folder)) yield { at: { part: whole(doc), below: ['id'] }, message: `\`${doc.data.id}\` stands in the folder \`${folder}\`, which is no group of the catalog.`, hint: suggestHint(folder, groups, 'Move the file, or add the group to `groups` in catalog.yaml.') }
    }
  },
}

type Identified = { readonly doc: Doc<unknown>; readonly key: string; readonly id: string; readonly called: string; readonly what: 'file' | 'folder' }

function identified(library: Library): readonly Identified[] {
  const { controls, evidenceTypes, frameworks, mappings, adoptions, editions, mappingReviews, officialTexts, publishedCrosswalks } = library.docs
  const known = frameworkIds(library)
  const inFolder = (doc: Doc<unknown>, key: string, id: string): Identified => ({ doc, key, id, called: folderOf(doc.file), what: 'folder' })
  const inFile = (doc: Doc<unknown>, key: string, id: string): Identified => ({ doc, key, id, called: calledOf(doc), what: 'file' })
  // What is about a framework that nobody knows is told as such.
  const about = (framework: string, named: Identified): readonly Identified[] => (known.has(framework) ? [named] : [])
  return [
    ...localOnes<{ readonly id: string }>([...controls, ...evidenceTypes]).map((doc) => inFile(doc, 'id', doc.data.id)),
    ...localOnes(frameworks).map((doc) => inFolder(doc, 'id', doc.data.id)),
    ...localOnes<{ readonly framework: string }>([...mappings, ...mappingReviews, ...officialTexts]).flatMap((doc) => about(doc.data.framework, inFolder(doc, 'framework', doc.data.framework))),
    ...localOnes(adoptions).flatMap((doc) => about(doc.data.framework, inFile(doc, 'framework', doc.data.framework))),
    ...localOnes(editions).flatMap((doc) => [...about(doc.data.framework, inFolder(doc, 'framework', doc.data.framework)), ...about(doc.data.from, inFile(doc, 'from', doc.data.from))]),
    ...localOnes(publishedCrosswalks).flatMap((doc) => [...about(doc.data.from, inFolder(doc, 'from', doc.data.from)), ...about(doc.data.to, inFile(doc, 'to', doc.data.to))]),
  ]
}
