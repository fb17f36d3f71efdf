import { nameOfEdition, type RowOrigin } from '../model/library.js'
import type { Paint } from '../reporters/reporter.js'
import type { MappingRow } from '../schema/types.js'
import { counted } from '../source/list-in-words.js'
import type { Workspace } from './workspace.js'

/** One element of one framework that controls relate to, and how. */
export type Serves = {
  readonly framework: string
  readonly edition: string
  readonly element: string
  readonly title: string
  readonly relationship: MappingRow['relationship']
  /** The set of controls that together has the relationship. */
  readonly controls: readonly string[]
  /** For a risk: what the controls do about it. */
  readonly acts?: MappingRow['acts']
  /** For a superseded edition: the rows of the newer one from which it follows. */
  readonly derived?: readonly RowOrigin[]
}

/** The elements of all frameworks that any of these controls relates to: answered once, it serves them all. */
export const whatTheyServe = ({ library }: Workspace, controls: readonly string[]): readonly Serves[] =>
  [...library.frameworks.values()].flatMap(({ framework, elements, rows }) =>
    [...rows].flatMap(([element, located]) =>
      located.filter(({ data }) => data.relationship !== 'no-relationship' && data.controls.some((control) => controls.includes(control))).map(({ data, derived }) => ({
        framework: framework.id, edition: framework.edition, element, title: elements.get(element)?.title ?? '', relationship: data.relationship, controls: data.controls, ...(data.acts && { acts: data.acts }), ...(derived && { derived }),
      })),
    ),
  )

/** The same in words, framework by framework; empty where nothing is served. `own` are the controls that need no mention. */
export function servesText({ library }: Workspace, serves: readonly Serves[], own: readonly string[], paint: Paint): string {
  if (serves.length === 0) return ''
  const frameworks = [...new Set(serves.map((row) => row.framework))]
  const elements = new Set(serves.map((row) => `${row.framework} ${row.element}`))
  const blocks = frameworks.map((id) => {
    const framework = library.frameworks.get(id)?.framework
    const rows = serves.filter((row) => row.framework === id)
    const width = Math.max(...rows.map((row) => row.element.length))
    return `  ${id}${framework ? paint.dim(`  ${nameOfEdition(framework)}`) : ''}\n${rows.map((row) => `    ${row.element.padEnd(width)}  ${relationText(row, own)}  ${row.title}`).join('\n')}`
  })
  return `${paint.bold('Serves')} ${counted(elements.size, 'element')} of ${counted(frameworks.length, 'framework')}\n${blocks.join('\n')}`
}

function relationText({ relationship, controls, acts, derived }: Serves, own: readonly string[]): string {
  const others = controls.filter((control) => !own.includes(control))
  const via = own.length > 1 ? `by ${controls.filter((control) => own.includes(control)).join(', ')} ` : ''
  const more = [...(others.length > 0 ? [`with ${others.join(', ')}`] : []), ...(acts ?? []), ...(derived ? ['derived'] : [])]
  return `${via}${relationship}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}
