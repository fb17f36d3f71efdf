import { whole } from '../model/doc.js'
import { applicationExample } from './example-application.js'
import { folderOf } from './file-names.js'
import type { FileRule } from './rule.js'

/** An inventory entry stands in a folder that is not called by its id. */
export const misnamedFolder: FileRule = {
  code: 'misnamed-folder',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'The id of an inventory entry is not the name of its folder.',
  rationale: 'Evidence belongs to the application in whose folder it stands, and others name it by its id. When these are two names, nobody can follow either.',
  since: '0.1.0',
  bad: applicationExample({ id: 'helper' }),
  good: applicationExample({}),
  *check({ files }) {
    const folder = folderOf(files.doc.file)
    if (files.id === folder) return
    yield { at: { part: whole(files.doc), below: ['id'] }, message: `The folder is called \`${folder}\`, and its entry says \`id: ${files.id}\`.`, hint: `Write \`id: ${folder}\`, or rename the folder to \`${files.id}\`.` }
  },
}
