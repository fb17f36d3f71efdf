import type { Migration, SettledAnswer } from '../model/migrate-answers.js'
import type { EvidenceFile, Implementation } from '../schema/types.js'
import { parseYaml } from '../source/parse-yaml.js'
import type { Source } from '../source/source.js'
import { editYaml, type YamlEdit } from './edit-yaml.js'
import type { YamlMapping } from './write-yaml.js'

type Moved = Migration['answers'][number]

/** The text of an evidence file after what is to be moved in it. What a person must answer again is marked by a comment above it. */
export function migrateFile(source: Source, migration: Migration): string {
  const answers = migration.answers.filter(({ part }) => part.doc.source === source)
  const edits: YamlEdit[] = [
    ...answers.flatMap(answerEdits),
    ...migration.plans.filter(({ part }) => part.doc.source === source).map(({ part, to }): YamlEdit => ({ set: [...part.path, 'control'], to })),
    ...migration.exceptions.filter(({ part }) => part.doc.source === source).flatMap(({ part, to, compensating }): YamlEdit[] => [
      ...(to === part.data.control ? [] : [{ set: [...part.path, 'control'], to }]),
      ...compensating.flatMap((control, index): YamlEdit[] => (control === part.data.compensating?.[index] ? [] : [{ set: [...part.path, 'compensating', index], to: control }])),
    ]),
  ]
  const copies = answers.flatMap((moved) => moved.copies.map((copy) => ({ copy, of: moved.part.data })))
  const begun = copies.map(({ copy }): YamlEdit => ({ append: ['implementations'], entry: copy.answer as unknown as YamlMapping })) // plain data
  const text = editYaml(source, [...edits, ...begun])
  return copies.length === 0 ? text : withMarks(source, text, copies)
}

function answerEdits({ part: { path, data }, answer, keys, ...settled }: Moved): readonly YamlEdit[] {
  const mark = markOf(data, { answer, keys, ...settled })
  const left = keys.filter(({ to }) => to !== null)
  return [
    ...(mark === '' ? [] : [{ comment: path, text: mark }]),
    ...(answer.control === data.control ? [] : [{ set: [...path, 'control'], to: answer.control }]),
    ...(answer.version === data.version ? [] : [{ set: [...path, 'version'], to: answer.version }]),
    ...(answer['carried-to'] === undefined || answer['carried-to'] === data['carried-to'] ? [] : [{ set: [...path, 'carried-to'], to: answer['carried-to'], after: ['control', 'version'] }]),
    ...(answer['carried-to'] === undefined && data['carried-to'] !== undefined ? [{ remove: [...path, 'carried-to'] }] : []),
    ...(keys.length > 0 && left.length === 0 ? [{ remove: [...path, 'objectives'] }] : keys.flatMap(({ from, to }): YamlEdit[] => (to === null ? [{ remove: [...path, 'objectives', from] }] : to === from ? [] : [{ rename: [...path, 'objectives', from], to }]))),
  ]
}

// What was added is read again to know where it stands.
function withMarks(source: Source, text: string, copies: readonly { readonly copy: SettledAnswer; readonly of: Implementation }[]): string {
  const again = parseYaml(source.file, text).value
  if (again === undefined) throw new Error(`${source.file} could not be read again`)
  const { implementations } = again.value as EvidenceFile // what editYaml has compared with what was meant
  return editYaml(again, copies.flatMap(({ copy, of }): YamlEdit[] => {
    const mark = markOf(of, copy)
    const index = (implementations ?? []).findIndex(({ control }) => control === copy.answer.control)
    return mark === '' ? [] : [{ comment: ['implementations', index], text: mark }]
  }))
}

/** What a comment says above an answer that was moved or begun; empty where it holds as it is. */
function markOf(before: Implementation, { answer, keys, copies }: SettledAnswer): string {
  const { control, version, 'carried-to': carried } = answer
  const elsewhere = new Set(copies.flatMap((copy) => copy.keys.filter(({ to }) => to !== null).map(({ from }) => from)))
  const lost = keys.filter(({ from, to }) => to === null && !elsewhere.has(from)).map(({ from }) => lostText(before, from))
  const renumbered = keys.filter(({ from, to }) => to !== null && to !== from).map(({ from, to }) => `${from} is ${to ?? ''} now.`)
  const again = carried === undefined || carried === before['carried-to'] ? [] : [
    before.control === control ? `Answer again: version ${carried} of ${control} asks otherwise than ${version}, which this answered.` : `Answer again: ${control} ${carried} took the place of ${before.control}, and this answered ${version} of that.`,
    ...renumbered,
  ]
  return [...again, ...lost].join(' ')
}

function lostText({ objectives = {} }: Implementation, objective: string): string {
  const answer = objectives[objective]
  return `Nothing took the place of ${objective}, which was inherited from ${answer?.['inherited-from'] ?? ''}${answer?.remarks === undefined ? '.' : `: ${answer.remarks}`}`
}
