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
    for (const { doc, key, id } of identified(library)) {
      const called = calledOf(doc)
      if (called === id) continue
      const what = doc.kind === 'framework' || doc.kind === 'mapping' ? 'folder' : 'file'
      yield { at: { part: whole(doc), below: [key] }, message: `The ${what} is called \`${called}\`, and it says \`${key}: ${id}\`.`, hint: `Write \`${key}: ${called}\`, or rename the ${what} to \`${id}${what === 'file' ? '.yaml' : ''}\`.` }
    }
    const groups = (library.catalog.groups ?? []).map((group) => group.id)
    for (const doc of groups.length === 0 ? [] : localOnes(library.docs.controls)) {
      const folder = folderOf(doc.file)
      if (!groups.includes(folder)) yield { at: { part: whole(doc), below: ['id'] }, message: `\`${doc.data.id}\` stands in the folder \`${folder}\`, which is no group of the catalog.`, hint: suggestHint(folder, groups, 'Move the file, or add the group to `groups` in catalog.yaml.') }
    }
  },
}

type Identified = { readonly doc: Doc<unknown>; readonly key: 'id' | 'framework'; readonly id: string }

function identified(library: Library): readonly Identified[] {
  const { controls, evidenceTypes, frameworks, mappings, adoptions } = library.docs
  const known = frameworkIds(library)
  return [
    ...localOnes<{ readonly id: string }>([...controls, ...evidenceTypes, ...frameworks]).map((doc): Identified => ({ doc, key: 'id', id: doc.data.id })),
    // A mapping or adoption of a framework that nobody knows is told as such.
    ...localOnes<{ readonly framework: string }>([...mappings, ...adoptions])
      .filter((doc) => known.has(doc.data.framework))
      .map((doc): Identified => ({ doc, key: 'framework', id: doc.data.framework })),
  ]
}
