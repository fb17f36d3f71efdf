import { largestControls, mappingFigures, type ControlReach, type MappingFigures } from '../assess/mapping-figures.js'
import type { FrameworkEntry } from '../model/library.js'
import { RELATIONSHIPS, type Relationship } from '../model/relationship.js'
import type { Paint } from '../reporters/reporter.js'
import { frameworkFacts } from './crosswalk.js'
import { textTable, type Cell } from './text-table.js'

type Counted = { readonly entry: FrameworkEntry; readonly figures: MappingFigures }

const METHODS = ['human', 'hybrid', 'automation'] as const

/** What `muster list mappings --format json` writes beside the head. */
export function mappingsJson(frameworks: readonly FrameworkEntry[], most: number): Readonly<Record<string, unknown>> {
  return { mappings: count(frameworks).map(mappingJson), largest: largestControls(frameworks, most) }
}

const count = (frameworks: readonly FrameworkEntry[]): readonly Counted[] => frameworks.map((entry) => ({ entry, figures: mappingFigures(entry) }))

const mappingJson = ({ entry, figures }: Counted): Readonly<Record<string, unknown>> => ({
  ...frameworkFacts(entry), kind: entry.framework.kind,
  leaves: figures.leaves, full: figures.full, partial: figures.partial, 'outside-catalog': figures.outsideCatalog, unmapped: figures.unmapped,
  'as-profiled': figures.asProfiled, derived: figures.derived, rows: figures.rows, methods: figures.methods, checked: figures.checked, confirmed: figures.confirmed, disputed: figures.disputed, 'second-reading': figures.secondReading,
})

/** The same as tables: where the elements stand, what the rows say, and the controls that relate to the most. */
export function mappingsText(frameworks: readonly FrameworkEntry[], most: number, paint: Paint): string {
  const counted = count(frameworks)
  const largest = largestControls(frameworks, most)
  return [
    `${paint.bold('Elements')} (without headings: full, partial, outside the catalog or unmapped)\n${elementsTable(counted, paint)}`,
    `${paint.bold('Rows')} (by relationship, by method, and by who else has read them)\n${rowsTable(counted, paint)}`,
    ...(largest.length > 0 ? [`${paint.bold('Controls that relate to the most elements of one framework')}\n${largestTable(largest, paint)}`] : []),
  ].join('\n')
}

const figure = (number: number): string => (number === 0 ? '·' : String(number))
const right = (title: string): { readonly title: string; readonly right: true } => ({ title, right: true })

function nameOf({ entry, figures }: Counted): string {
  const marks = [...(entry.framework.status === 'final' ? [] : [entry.framework.status]), ...(figures.derived > 0 && entry.successor ? [`derived through ${entry.successor.framework.id}`] : [])]
  return marks.length === 0 ? entry.id : `${entry.id} (${marks.join(', ')})`
}

function elementsTable(counted: readonly Counted[], paint: Paint): string {
  const columns = [{ title: 'Framework' }, ...['Elements', 'Full', 'Partial', 'Outside', 'Unmapped', 'As profiled', 'Derived'].map(right)]
  return textTable(columns, counted.map((each): readonly Cell[] => {
    const { leaves, full, partial, outsideCatalog, unmapped, asProfiled, derived } = each.figures
    return [nameOf(each), String(leaves), figure(full), figure(partial), figure(outsideCatalog), { text: figure(unmapped), paint: unmapped > 0 ? paint.red : paint.green }, figure(asProfiled), figure(derived)]
  }), paint.bold)
}

const SHORT: Readonly<Record<Relationship, string>> = { 'equal-to': 'equal', 'superset-of': 'superset', 'subset-of': 'subset', 'intersects-with': 'intersects', 'no-relationship': 'none' }

function rowsTable(counted: readonly Counted[], paint: Paint): string {
  const written = counted.filter(({ entry }) => entry.mapping !== undefined)
  if (written.length === 0) return 'There is none.\n'
  const columns = [{ title: 'Framework' }, ...[...RELATIONSHIPS.map((key) => SHORT[key]), ...METHODS, 'checked', 'second reading', 'confirmed', 'disputed'].map(right)]
  return textTable(columns, written.map(({ entry, figures }): readonly Cell[] => {
    const { wanted, done } = figures.secondReading
    return [entry.id, ...RELATIONSHIPS.map((key) => figure(figures.rows[key])), ...METHODS.map((key) => figure(figures.methods[key])), figure(figures.checked), { text: wanted === 0 ? '·' : `${done} of ${wanted}`, paint: done < wanted ? paint.yellow : (text) => text }, figure(figures.confirmed), { text: figure(figures.disputed), paint: figures.disputed > 0 ? paint.red : (text) => text }]
  }), paint.bold)
}

const largestTable = (largest: readonly ControlReach[], paint: Paint): string =>
  textTable([{ title: 'Control' }, { title: 'Framework' }, right('Elements')], largest.map(({ control, framework, elements, leaves }) => [control, framework, `${elements} of ${leaves}`]), paint.bold)
