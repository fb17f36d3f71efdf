import type { FrameworkEntry } from '../../model/library.js'
import { dataTable } from '../data-table.js'
import { editionName } from '../edition-name.js'
import type { BlockSection } from '../section.js'

const METHODS = ['human', 'hybrid', 'automation'] as const

/** How many rows were written by which method, by whom, when, and how many were read a second time. */
export const mappingBasis: BlockSection = {
  name: 'mapping-basis', kind: 'block', options: {}, summary: 'mapping basis in figures: rows per framework by method, how many were checked by a second reading, by whom and when',
  render: (context) => dataTable(context, { id: 'mapping-basis', caption: context.texts.captions.mappingBasis, wide: true }, [
    { key: 'framework', width: 3, heads: true }, { key: 'mappingRows', kind: 'count' }, ...METHODS.map((method) => ({ key: method, title: capital(context.texts.methods[method]), kind: 'count' as const })), { key: 'checked', kind: 'count' }, { key: 'asProfiled', kind: 'count' }, { key: 'outside', kind: 'count' }, { key: 'unmapped', kind: 'count' }, { key: 'by', width: 2 }, { key: 'on', width: 2 },
  ], context.frameworks.map((framework) => {
    const rows = framework.mapping?.data.maps ?? []
    const days = rows.map(({ on }) => on).sort()
    const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
    return [
      editionName(context, framework), String(rows.length), ...METHODS.map((method) => String(rows.filter((row) => row.method === method).length)), String(rows.filter(({ checked }) => checked !== undefined).length),
      String(framework.mapping?.data['as-profiled']?.length ?? 0), String(framework.outside.size), String(unmapped(framework)), [...new Set(rows.map(({ by }) => by))].join(', '), first === last ? first : `${first} – ${last}`,
    ]
  }), context.texts.noFramework),
}

const unmapped = ({ elements, rows, outside }: FrameworkEntry): number => [...elements.values()].filter(({ id, heading }) => !heading && !rows.has(id) && !outside.has(id)).length

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
