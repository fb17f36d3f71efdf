import { whole } from '../model/doc.js'
import { majorOf } from '../model/digest.js'
import { objectiveIds } from '../model/replacements.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { controlIds } from './defined-ids.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** What a control says that it replaces cannot be followed. */
export const wrongReplacement: FileRule = {
  code: 'wrong-replacement',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'What a control says that it replaces cannot be followed.',
  rationale: '`muster evidence migrate` moves answers by it. An answer keeps the version that it was given for, and is told to be renewed because that is an older major: so a control that takes the place of another begins above its major number. Objectives are named by what they were called, and lead to objectives that are there.',
  since: '0.1.0',
  bad: controlExample({ more: 'replaces:\n  - { control: TST-90, version: 1.0.0, objectives: { TST-90.a: TST-05.a } }\n' }),
  good: controlExample({ version: '2.0.0', more: 'replaces:\n  - { control: TST-90, version: 2.0.0, objectives: { TST-90.a: TST-05.a } }\n' }),
  *check({ library }) {
    const known = controlIds(library)
    for (const doc of localOnes(library.docs.controls)) {
      const { id, version: current, replaces = [] } = doc.data
      // Where objectives moved more than once, an earlier move leads to what a later one begins with.
      const there = new Set([...objectiveIds(doc.data), ...replaces.filter(({ control }) => control === id).flatMap(({ objectives = {} }) => Object.keys(objectives))])
      for (const [index, { control, version, objectives = {} }] of replaces.entries()) {
        const part = whole(doc)
        const below = ['replaces', index]
        if (!known.has(control)) {
          yield { at: { part, below: [...below, 'control'] }, message: `There is no control \`${control}\` that ${id} could replace.`, hint: suggestHint(control, known, 'Keep the file of a control that was replaced, with `status: withdrawn` and `replaced-by`.') }
          continue
        }
        const other = library.controls.get(control)?.control
        if (majorOf(version) > majorOf(current)) yield { at: { part, below: [...below, 'version'] }, message: `${id} took over at version \`${version}\`, and is at ${current}.`, hint: `Write the version of ${id} that took over.` }
        else if (control !== id && other?.status === 'withdrawn' && majorOf(other.version) >= majorOf(version)) {
          yield { at: { part, below: [...below, 'version'] }, message: `${control} ended at version ${other.version}, so \`${version}\` of ${id} is no later major version.`, hint: `Begin ${id} at ${majorOf(other.version) + 1}.0.0, and write that here.` }
        } else if (control === id && majorOf(version) < 2) yield { at: { part, below: [...below, 'version'] }, message: `There is no major version of ${id} before \`${version}\`.`, hint: 'Write the version at which its objectives moved.' }
        if (replaces.slice(0, index).some((before) => before.control === control && majorOf(before.version) === majorOf(version))) yield { at: { part, below: [...below, 'control'] }, message: `${control} is named twice for the major version ${majorOf(version)} of ${id}.`, hint: 'Make one entry of the two.' }
        for (const [from, to] of Object.entries(objectives)) {
          const at = { part, below: [...below, 'objectives', from], of: 'key' as const }
          if (!from.startsWith(`${control}.`)) yield { at, message: `\`${from}\` is no objective of ${control}.`, hint: `Write \`${control}.\` and a letter.` }
          else if (!there.has(to)) yield { at: { ...at, of: 'value' as const }, message: `${id} has no objective \`${to}\`.`, hint: suggestHint(to, there, `Write ${listInWords(quoted([...there]), 'or')}.`) }
        }
      }
    }
  },
}
