import type { Version } from '../schema/types.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** An answer is for a version of its control that the catalog does not have yet. */
export const versionAhead: FileRule = {
  code: 'version-ahead',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An answer is for a newer version of its control than the catalog has.',
  rationale: 'The version says which text was answered. One that the catalog does not have was mistyped, or read in a newer catalog than the one that is used here: then nobody can tell what was answered.',
  since: '0.1.0',
  bad: evaluationExample({ version: '2.1.0' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const part of files.implementations) {
      const { control: id, version } = part.data
      const current = library.controls.get(id)?.control.version
      if (current === undefined || version === current || !isNewer(version, current)) continue
      yield { at: { part, below: ['version'] }, message: `The answer is for version \`${version}\` of ${id}, and the catalog has ${current}.`, hint: `Write \`${current}\` if that is what was answered, or update the catalog.` }
    }
  },
}

function isNewer(a: Version, b: Version): boolean {
  const theirs = b.split('.').map(Number)
  const difference = a.split('.').map((part, index) => Number(part) - (theirs[index] ?? 0)).find((part) => part !== 0)
  return difference !== undefined && difference > 0
}
