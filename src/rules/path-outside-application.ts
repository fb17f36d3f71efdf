import type { Located } from '../model/doc.js'
import { staysInside } from '../model/stays-inside.js'
import type { Evidence } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { policyExample } from './example-policy.js'
import type { FileRule } from './rule.js'

/** The path of an artifact leads out of the application's folder. */
export const pathOutsideApplication: FileRule = {
  code: 'path-outside-application',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'The path of an artifact leads out of the folder of its application.',
  rationale: 'What an application offers as evidence stands in its own folder, where its reviewers see it change. Nothing outside is read: no `..`, no absolute path, no symbolic link that leads out. Paths have forward slashes.',
  since: '0.1.0',
  bad: policyExample({ path: '../assistant/artifacts/access.csv' }),
  good: policyExample({}),
  *check({ files, artifacts }) {
    for (const part of files.evidence) {
      for (const { path, below } of pathsOf(part)) {
        const at = { part, below }
        if (!staysInside(path)) {
          yield { at, message: `The path \`${path}\` does not stay in the folder of \`${files.id}\`.`, hint: 'Copy the file to `artifacts/` of the application, and name it from there with forward slashes.' }
          continue
        }
        const state = artifacts.states.get(path)
        if (state === undefined || !('refused' in state) || state.refused !== 'outside') continue
        yield { at, message: `\`${path}\` is a symbolic link that leads out of the folder of \`${files.id}\`.`, hint: 'Replace the link by the file itself.' }
      }
    }
  },
}

const pathsOf = ({ data: { path, files = [] } }: Located<Evidence>): readonly { readonly path: string; readonly below: Path }[] => [
  ...(path === undefined ? [] : [{ path, below: ['path'] }]),
  ...files.map((file, index) => ({ path: file.path, below: ['files', index, 'path'] })),
]
