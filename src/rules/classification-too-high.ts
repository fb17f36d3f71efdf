import type { Classification } from '../schema/types.js'
import { policyExample } from './example-policy.js'
import type { FileRule } from './rule.js'

const CLASSES = ['public', 'internal', 'confidential', 'restricted'] as const satisfies readonly Classification[]

/** Evidence in git is of a higher class than git may hold. */
export const classificationTooHigh: FileRule = {
  code: 'classification-too-high',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence in git is of a higher class than git may hold.',
  rationale: 'Everyone who can read the repository can read its evidence, and what was once in git stays there. `highest-classification` in `muster.yaml` says what it may hold; anything above is held elsewhere, named by `url` with its digest, and the file is removed from the history as well.',
  since: '0.1.0',
  bad: policyExample({ more: '    classification: restricted\n' }),
  good: policyExample({ more: '    classification: internal\n' }),
  *check({ library, files }) {
    const highest = library.config['highest-classification'] ?? 'internal'
    for (const part of files.evidence) {
      const { id, classification, path, files: listed } = part.data
      if (classification === undefined || (path === undefined && listed === undefined) || CLASSES.indexOf(classification) <= CLASSES.indexOf(highest)) continue
      yield {
        at: { part, below: ['classification'] },
        message: `\`${id}\` is \`${classification}\`, and git may hold nothing above ${highest} here.`,
        hint: 'Hold it elsewhere, name it by `url` with `held-by` and its digest, and remove the file from git.',
      }
    }
  },
}
