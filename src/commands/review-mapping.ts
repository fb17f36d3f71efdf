import type { Host } from '../host/host.js'
import type { FrameworkElement, FrameworkEntry } from '../model/library.js'
import { methodOf, readableIn, type Readable } from '../model/mapping-review.js'
import { canDecide } from '../model/people.js'
import type { CivilDate, MappingReview } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import { listInWords } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { once, writeProduct } from './formats.js'
import { chosenFrameworks, stopAtLibrary } from './gap.js'
import { dayGiven, oneOf, workspaceFor, type GlobalOptions } from './options.js'
import { UsageError, unknownPerson } from './usage-error.js'
import type { Workspace } from './workspace.js'

export type ReviewMappingOptions = GlobalOptions & { readonly controls?: string; readonly by?: string; readonly on?: string; readonly decision?: string; readonly remarks?: string }

/** `muster review mapping <framework> <element>`: records that a named person read both texts, and whether the person came to what is written. */
export async function reviewMapping(host: Host, id: string, elementId: string, options: ReviewMappingOptions): Promise<ExitCode> {
  const decision = oneOf(options.decision ?? 'confirmed', ['confirmed', 'disputed'] as const, '--decision')
  if (decision === 'disputed' && options.remarks === undefined) throw new UsageError('A dispute says what is wrong.', 'Add `--remarks <text>`.')
  const workspace = await workspaceFor(host, options, [])
  if (workspace.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return stopAtLibrary(host, workspace, options)
  const [framework] = chosenFrameworks(workspace, id)
  if (framework === undefined) throw new Error(`no framework ${id}`)
  const element = elementCalled(framework, elementId)
  const by = personCalled(workspace, options.by)
  const on = dayGiven(host, options.on, '--on')
  const chosen = statementsOf(workspace, framework, element, options.controls?.split(',').map((control) => control.trim()))
  const own = chosen.filter((readable) => readable.by === by)
  if (own.length > 0) throw new UsageError(`\`${by}\` wrote what is said of ${element.id} and cannot review it.`, 'Ask somebody else to read it.')
  return record(host, workspace, framework, chosen, (readable) => ({ element: element.id, ...(readable.controls && { controls: readable.controls }), by, on, decision, of: readable.of, ...(options.remarks !== undefined && { remarks: options.remarks }) }))
}

function elementCalled({ id, elements }: FrameworkEntry, wanted: string): FrameworkElement {
  const element = elements.get(wanted) ?? [...elements.values()].find((candidate) => candidate.id.toLowerCase() === wanted.toLowerCase())
  if (element === undefined) throw new UsageError(`${id} has no element \`${wanted}\`.`, suggestHint(wanted, elements.keys(), `Run \`muster list elements --framework ${id}\` to see all elements.`))
  if (element.heading) throw new UsageError(`\`${element.id}\` of ${id} only groups others and is not mapped itself.`, 'Review the elements below it.')
  return element
}

function personCalled({ library: { people } }: Workspace, by: string | undefined): string {
  const persons = [...people.values()].filter((person) => person.group !== true).map((person) => person.id)
  if (by === undefined) throw new UsageError('A review is by a named person.', persons.length === 0 ? 'Add the person to `people` in muster.yaml, and `--by <person>` here.' : `Add \`--by <person>\`, one of ${listInWords(persons, 'or', 6)}.`)
  if (!people.has(by)) throw unknownPerson(by, people.keys())
  if (!canDecide(people, by)) throw new UsageError(`\`${by}\` is a group, and a review is by a person.`, 'Name the person who read it.')
  return by
}

function statementsOf({ library }: Workspace, framework: FrameworkEntry, element: FrameworkElement, controls: readonly string[] | undefined): readonly Readable[] {
  const all = readableIn(framework, library.controls).filter((readable) => readable.element === element.id)
  const origin = framework.rows.get(element.id)?.[0]?.derived?.at(-1)
  if (all.length === 0 && framework.derived.has(element.id)) throw new UsageError(`What is said of ${element.id} is derived, and nobody wrote it.`, origin ? `Review ${origin.element} of ${origin.framework}, from which it follows.` : 'Review the newer edition, from which it follows.')
  if (all.length === 0) throw new UsageError(`Nothing is said of ${element.id} in the mapping of ${framework.id}.`, 'Map it first, or say why nothing relates to it.')
  if (controls === undefined) return all
  const set = (ids: readonly string[] | undefined): string => [...(ids ?? [])].sort().join(', ')
  const chosen = all.filter((readable) => set(readable.controls) === set(controls))
  if (chosen.length === 0) throw new UsageError(`No row of ${element.id} is about ${listInWords([...controls].sort(), 'and')}.`, `Name one of the sets: ${all.map((readable) => set(readable.controls)).filter((ids) => ids !== '').join(' · ') || 'there is none, so leave `--controls` out'}.`)
  return chosen
}

async function record(host: Host, { root, library }: Workspace, framework: FrameworkEntry, chosen: readonly Readable[], toReview: (readable: Readable) => MappingReview): Promise<ExitCode> {
  const path = `frameworks/${framework.id}/mapping-reviews.yaml`
  const file = library.docs.mappingReviews.find((doc) => doc.file === path)
  const known = new Set((file?.data.reviews ?? []).map(keyOf))
  const reviews = chosen.map(toReview).filter((review) => !known.has(keyOf(review)))
  if (reviews.length === 0) {
    await host.err.write(`Recorded already in ${path}.\n`)
    return EXIT.done
  }
  const { addMappingReviews } = await import('../scaffold/add-mapping-reviews.js')
  await writeProduct(host, `${root}/${path}`, once(addMappingReviews(file?.source.text, framework.id, reviews)))
  await host.out.write(`${path}\n${chosen.flatMap((readable) => { const review = toReview(readable); return known.has(keyOf(review)) ? [] : [`  ${shown(readable, review)}`] }).join('\n')}\n`)
  return EXIT.done
}

const keyOf = ({ element, controls, by, on, decision, of }: MappingReview & { readonly on: CivilDate }): string => [element, ...(controls ?? []), by, on, decision, of].join('\n')

function shown(readable: Readable, review: MappingReview): string {
  const said = readable.row ? `${readable.controls?.join(' + ') ?? ''}  ${readable.row.data.relationship}  ${readable.element}` : `${readable.element}, ${readable.controls === undefined ? 'as it stands' : ''}`.replace(/, $/, '')
  const method = readable.row && review.decision === 'confirmed' && methodOf({ ...readable.row, review }) !== readable.row.data.method ? `; its method is now ${methodOf({ ...readable.row, review })}` : ''
  return neutralise(`${said}: ${review.decision} by ${review.by} on ${review.on}${method}`)
}
