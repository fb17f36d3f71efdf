import type { FrameworkEntry } from '../../model/library.js'
import { stated } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable } from '../data-table.js'
import { heading, paragraph } from '../nodes.js'
import { editionName } from '../edition-name.js'
import type { BlockSection, SlotPlace } from '../section.js'
import type { Block } from '../tree.js'

/** Every row of every mapping. */
export const mappingRows: BlockSection = {
  name: 'mapping-rows', kind: 'block', summary: 'every mapping row: controls, element, relationship, rationale, acts, remarks, method, by whom, when, second reading; then what is outside the catalog and what is unmapped',
  options: { framework: { summary: 'one framework; without it all of the document', values: 'framework' } },
  render: (context, { framework: only }, place) => context.frameworks.filter(({ id }) => only === undefined || id === only).flatMap((framework) => partOf(context, framework, place)),
}

function partOf(context: DocumentContext, framework: FrameworkEntry, { depth, anchor }: SlotPlace): readonly Block[] {
  const { texts } = context
  const { maps = [], 'as-profiled': profiled = [] } = framework.mapping?.data ?? {}
  const withActs = maps.some(({ acts }) => acts !== undefined)
  const name = editionName(context, framework)
  const unmapped = [...framework.elements.values()].filter(({ id, heading: groups }) => !groups && !framework.rows.has(id) && !framework.outside.has(id)).map(({ id }) => id)
  return [
    heading(depth, `${anchor}-${framework.id}`, name),
    ...dataTable(context, { id: `mapping-${framework.id}`, caption: texts.mappingOf(name), wide: true, filterable: true, sheet: framework.id }, [
      { key: 'element', heads: true }, { key: 'controls', width: 2 }, { key: 'relationship' }, { key: 'rationale' }, ...(withActs ? [{ key: 'acts' } as const] : []), { key: 'remarks', width: 5 }, { key: 'method' }, { key: 'by' }, { key: 'on', kind: 'date' }, { key: 'checked' },
    ], maps.map((row) => [
      row.element, row.controls.join(' + '), row.relationship, row.rationale, ...(withActs ? [(row.acts ?? []).map((act) => texts.columns[act]).join(', ')] : []), stated(context, row.remarks), texts.methods[row.method], row.by, row.on, row.checked ? `${row.checked.by}, ${row.checked.on}` : stated(context, undefined),
    ]), texts.noElement),
    ...(profiled.length === 0 ? [] : [paragraph(texts.asProfiled(profiled))]),
    ...(framework.outside.size === 0 ? [] : dataTable(context, { id: `outside-${framework.id}`, caption: texts.outsideOf(name) }, [{ key: 'element', heads: true }, { key: 'because', width: 5 }], [...framework.outside])),
    ...(unmapped.length === 0 ? [] : [paragraph(texts.unmappedElements(unmapped))]),
  ]
}
