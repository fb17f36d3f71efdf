import { whole } from '../model/doc.js'
import { applicationExample } from './example-application.js'
import type { FileRule } from './rule.js'

const HINTS = {
  organization: 'Remove it: what the organization answers is carried to every entry.',
  application: 'Remove it, or write `kind: platform` in its entry where several applications share it.',
} as const

/** An application inherits from something that is not a platform. */
export const wrongProvider: FileRule = {
  code: 'wrong-provider',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An entry inherits from something that is not a platform.',
  rationale: 'Only a platform meets objectives on behalf of others, and is assessed before them. An application that meets one for its neighbour is a platform and should say so; the organization’s answers reach everyone without being named.',
  since: '0.1.0',
  bad: applicationExample({ inherits: '[ml-platform, acme]' }),
  good: applicationExample({}),
  *check({ inventory, files }) {
    for (const [index, id] of (files.application.inherits ?? []).entries()) {
      const kind = inventory.get(id)?.kind ?? 'platform'
      if (kind === 'platform') continue
      yield { at: { part: whole(files.doc), below: ['inherits', index] }, message: `\`${id}\` is of kind ${kind}, and only a platform can be inherited from.`, hint: HINTS[kind] }
    }
  },
}
