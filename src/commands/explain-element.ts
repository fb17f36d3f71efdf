import { nameOfEdition, type FrameworkElement, type FrameworkEntry, type MappedRow } from '../model/library.js'
import { methodOf } from '../model/mapping-review.js'
import { inverseOf } from '../model/relationship.js'
import type { Paint } from '../reporters/reporter.js'
import type { EditionChange } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import type { Explanation } from './explain.js'
import { paragraph } from './paragraph.js'
import type { Workspace } from './workspace.js'

/** What an element is: its edition and place in the tree, what its framework says of it, what of ours relates to it, and where it went to or came from. */
export function explainElement(entry: FrameworkEntry, element: FrameworkElement, workspace: Workspace): Explanation {
  const { framework, elements, rows, outside } = entry
  const above = placesAbove(entry, element, workspace)
  const children = [...elements.values()].filter((child) => child.parent === element.id)
  const maps = rows.get(element.id) ?? []
  const official = officialText(entry.id, element.id, workspace)
  const [went, came] = [wentTo(entry, element.id), cameFrom(entry, element.id, workspace)]
  const { path: _path, kind: elementKind, ...facts } = element
  return {
    kind: 'element', id: element.id,
    data: {
      framework: { id: framework.id, title: framework.title, edition: framework.edition, status: framework.status }, ...facts, 'element-kind': elementKind, above, children: children.map((child) => child.id),
      maps: maps.map((row) => ({ ...row.data, method: methodOf(row), ...(row.derived && { derived: row.derived }), ...(row.review && { review: row.review }) })), 'outside-catalog': outside.get(element.id) ?? null, ...(official && { 'official-text': official }), ...(went && { 'went-to': went }), ...(came.length > 0 && { 'came-from': came }),
    },
    text: (paint) => [
      `${paint.bold(element.id)}  ${neutralise(element.title)}\n${element.kind} of ${nameOfEdition(framework)}${above.length > 0 ? `, under ${neutralise(above.join(' › '))}` : ''}`,
      ...(element['title-confidence'] ? [`The wording of its title is of ${element['title-confidence']} confidence: it could not be compared with the publisher’s own text.`] : []),
      ...(element.priority ? [`Priority ${element.priority}${element['standard-practice'] ? ', standard practice applies' : ''}`] : []),
      ...(element.summary ? [paragraph(neutralise(element.summary))] : framework.kind === 'catalog' && !element.heading ? ['No summary: the library has its id and title only.'] : []),
      ...(official ? [`${paint.bold('Official text')} (from ${official.from}; its licence is yours to keep)\n${official.text.split('\n').map((line) => paragraph(neutralise(line), '  ')).join('\n')}`] : []),
      ...(element.consideration ? [paragraph(neutralise(element.consideration))] : []),
      ...(element['general-consideration'] ? [`${paint.bold('In every focus area')}\n${paragraph(neutralise(element['general-consideration']), '  ')}`] : []),
      ...(element.opportunities ? [`${paint.bold('To gain')} (not asked for)\n${paragraph(neutralise(element.opportunities), '  ')}`] : []),
      ...(element.references ? [paragraph(`Answers ${element.references.join(', ')}`)] : []),
      ...(children.length > 0 ? [`${paint.bold('Holds')}\n${children.map((child) => `  ${child.id}  ${neutralise(child.title)}`).join('\n')}`] : []),
      ...(maps.length > 0 ? [`${paint.bold('Our controls')}\n${maps.map((row) => `  ${mapText(row)}`).join('\n')}`] : []),
      ...(maps.length === 0 && !outside.has(element.id) && !element.heading ? [unmapped(entry, went)] : []),
      ...(outside.has(element.id) ? [`Outside our catalog${entry.derived.has(element.id) ? ', as derived' : ''}: ${neutralise(outside.get(element.id) ?? '')}`] : []),
      ...(went ? [wentText(went, paint)] : []),
      ...(came.length > 0 ? [cameText(came, paint)] : []),
    ].join('\n\n'),
  }
}

function officialText(framework: string, id: string, { library }: Workspace): { readonly text: string; readonly from: string; readonly imported: string } | undefined {
  const doc = library.docs.officialTexts.find(({ data }) => data.framework === framework)
  const text = doc?.data.elements.find(({ element }) => element === id)?.text
  return doc === undefined || text === undefined ? undefined : { text, from: doc.data.source.file, imported: doc.data.source.imported }
}

function placesAbove({ framework, elements }: FrameworkEntry, element: FrameworkElement, { library }: Workspace): readonly string[] {
  const above: string[] = []
  for (let at = element.parent; at !== undefined && above.length < 10; at = elements.get(at)?.parent) above.unshift(`${at} ${elements.get(at)?.title ?? library.frameworks.get(framework.profiles ?? '')?.elements.get(at)?.title ?? ''}`.trim())
  return above
}

const mapText = (row: MappedRow): string => {
  const { data, derived, review } = row
  const through = derived === undefined ? '' : `, derived from ${derived.map((step) => `${step.framework}:${step.element}`).join(' and that from ')}`
  return `${data.controls.join(' + ')}  ${data.relationship}, ${data.rationale}${data.acts ? `, ${data.acts.join(', ')}` : ''}${through}, by ${methodOf(row)}${review ? `, ${review.decision} by ${review.by} on ${review.on}${review.remarks === undefined ? '' : `: ${neutralise(review.remarks)}`}` : ''}${data.remarks ? `\n${paragraph(neutralise(data.remarks), '      ')}` : ''}`
}

function unmapped({ successor }: FrameworkEntry, went: Went | undefined): string {
  const inherits = successor !== undefined && (went?.to ?? []).some(({ element }) => (successor.framework.rows.get(element)?.length ?? 0) > 0)
  return inherits ? 'No control of ours is mapped to it. What is mapped to its successors need not hold for it, since it is not the same as they are.' : 'No control of ours is mapped to it.'
}

type Step = { readonly framework: string; readonly element: string; readonly title: string; readonly relationship: string }
type Went = { readonly change: EditionChange['change']; readonly to: readonly Step[]; readonly remarks: string | null }

function wentTo({ successor }: FrameworkEntry, id: string): Went | undefined {
  const change = successor?.edition.data.elements.find((candidate) => candidate.element === id)
  if (change === undefined || successor === undefined) return undefined
  const { framework } = successor
  return { change: change.change, to: (change.to ?? []).map(({ element, relationship }) => ({ framework: framework.id, element, title: framework.elements.get(element)?.title ?? '', relationship })), remarks: change.remarks ?? null }
}

type Came = Step & { readonly change: EditionChange['change'] }

/** Read from this element to the older one. */
function cameFrom({ editionFrom }: FrameworkEntry, id: string, { library }: Workspace): readonly Came[] {
  const older = library.frameworks.get(editionFrom?.data.from ?? '')
  return (editionFrom?.data.elements ?? []).flatMap(({ element, change, to }) => (to ?? []).filter((successor) => successor.element === id).map(({ relationship }): Came =>
    ({ framework: editionFrom?.data.from ?? '', element, title: older?.elements.get(element)?.title ?? '', relationship: inverseOf(relationship), change })))
}

const stepText = ({ framework, element, title, relationship }: Step): string => `  ${framework}  ${element}  ${relationship}  ${neutralise(title)}`

const wentText = ({ change, to, remarks }: Went, paint: Paint): string =>
  `${paint.bold('In the edition that took its place')}: ${change}${to.length > 0 ? `\n${to.map(stepText).join('\n')}` : ''}${remarks === null ? '' : `\n${paragraph(neutralise(remarks), '  ')}`}`

const cameText = (came: readonly Came[], paint: Paint): string =>
  `${paint.bold('In the edition before')}\n${came.map((step) => `${stepText(step)} (${step.change})`).join('\n')}`
