import { whole } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { applicationExample } from './example-application.js'
import { isEntry } from './inventory-entries.js'
import type { FileRule } from './rule.js'

/** An application inherits from something that the inventory does not have, or that it does not say it relies on. */
export const unknownApplication: FileRule = {
  code: 'unknown-application',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Something is inherited from an entry that the inventory does not have, or that `inherits` does not name.',
  rationale: 'Inheritance is stated twice on purpose: application.yaml names the platforms on which the application relies, which is a reviewed fact, and each answer names the one that meets an objective. What is named in neither place cannot be followed.',
  since: '0.1.0',
  bad: applicationExample({ inherits: '[ml-platfrom]' }),
  good: applicationExample({}),
  *check(context) {
    const { inventory, files } = context
    const { inherits = [] } = files.application
    for (const [index, id] of inherits.entries()) {
      if (isEntry(context, id)) continue
      const platforms = [...inventory.values()].filter((entry) => entry.kind === 'platform').map((entry) => entry.id)
      yield { at: { part: whole(files.doc), below: ['inherits', index] }, message: `The inventory has no entry \`${id}\`.`, hint: suggestHint(id, platforms, `Write \`applications/${id}/application.yaml\`, or remove the name.`) }
    }
    // What `inherits` gets wrong is told there, and not again by every answer that rests on it.
    if (inherits.some((id) => inventory.get(id)?.kind !== 'platform')) return
    for (const part of files.implementations)
      for (const [objective, { 'inherited-from': from }] of Object.entries(part.data.objectives ?? {})) {
        if (inherits.includes(from)) continue
        const otherwise = inventory.get(from)?.kind === 'platform' ? `Add \`${from}\` to \`inherits\` in application.yaml.` : 'Name a platform that `inherits` in application.yaml names.'
        yield { at: { part, below: ['objectives', objective, 'inherited-from'] }, message: `\`${from}\` is not among the platforms from which \`${files.id}\` inherits.`, hint: inventory.has(from) ? otherwise : suggestHint(from, inherits, otherwise) }
      }
  },
}
