import type { FrameworkChange, RowChange, StatedElement } from '../model/framework-changes.js'
import type { Located } from '../model/doc.js'
import type { MappingRow } from '../schema/types.js'
import { counted, listInWords } from '../source/list-in-words.js'

const MOST = 8

/** What changed in a framework and its mapping, as clauses. */
export function frameworkSays({ before, after, elements, stated, rows, outside, asProfiled }: FrameworkChange): readonly string[] {
  const names = (list: readonly StatedElement[]): string => listInWords(list.map(({ id }) => id), 'and', MOST)
  const areAre = (count: number): string => (count === 1 ? 'is' : 'are')
  const many = <T>(list: readonly T[], noun: string, what: string, shown: string): readonly string[] => (list.length === 0 ? [] : [`${counted(list.length, noun)} ${areAre(list.length)} ${what}: ${shown}`])
  const about = (list: readonly { readonly data: { readonly element: string } }[]): string => listInWords([...new Set(list.map(({ data }) => data.element))], 'and', MOST)
  const said = rows.changed.filter((row) => relation(row.before) !== relation(row.after))
  const rest = rows.changed.filter((row) => relation(row.before) === relation(row.after))
  return [
    ...(before && after && stated ? [statedSays(before.data, after.data)] : []),
    ...(before && after ? [...many(elements.added, 'element', 'new', names(elements.added)), ...many(elements.removed, 'element', 'gone', names(elements.removed)), ...many(elements.changed, 'element', 'stated otherwise', names(elements.changed.map((pair) => pair.after)))] : []),
    ...many(rows.added, 'row', 'new', about(rows.added)),
    ...said.slice(0, MOST).map(rowSays),
    ...(said.length > MOST ? [`${counted(said.length - MOST, 'more row')} ${areAre(said.length - MOST)} of another relationship or other controls`] : []),
    ...many(rest, 'row', 'otherwise in rationale, remarks or method', about(rest.map((row) => row.after))),
    ...many(rows.removed, 'row', 'gone', about(rows.removed)),
    ...many(outside.added, 'element', 'outside the catalog now', about(outside.added)), ...many(outside.removed, 'element', 'outside the catalog no more', about(outside.removed)), ...many(outside.changed, 'element', 'outside the catalog for another reason', about(outside.changed.map((pair) => pair.after))),
    ...many(asProfiled.added, 'element', 'taken as profiled', listInWords(asProfiled.added, 'and', MOST)), ...many(asProfiled.removed, 'element', 'taken as profiled no more', listInWords(asProfiled.removed, 'and', MOST)),
  ]
}

const controlsOf = ({ data }: Located<MappingRow>): string => [...data.controls].sort().join(' + ')
const relation = (row: Located<MappingRow>): string => `${controlsOf(row)} ${row.data.relationship}`

function rowSays({ before, after }: RowChange): string {
  const { element, relationship } = after.data
  return controlsOf(before) === controlsOf(after) ? `${controlsOf(after)} is ${relationship} \`${element}\` instead of ${before.data.relationship}` : `of \`${element}\` ${controlsOf(after)} is ${relationship}, instead of ${controlsOf(before)} ${before.data.relationship}`
}

type Stated = NonNullable<FrameworkChange['after']>['data']

function statedSays(before: Stated, after: Stated): string {
  const keys = (['title', 'edition', 'status', 'published', 'publisher'] as const).filter((key) => before[key] !== after[key])
  return keys.length === 0 ? 'what is said of it and its source is otherwise' : listInWords(keys.map((key) => `its ${key} is ${after[key]} instead of ${before[key]}`), 'and')
}
