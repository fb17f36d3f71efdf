import type { FrameworkEntry } from '../../model/library.js'
import type { DocumentContext } from '../context.js'
import { dataTable } from '../data-table.js'
import { standingInWords, standings } from '../element-standing.js'
import { heading, paragraph } from '../nodes.js'
import { relatedControls } from '../related-controls.js'
import { editionName } from '../edition-name.js'
import type { BlockSection, SlotPlace } from '../section.js'
import type { Block } from '../tree.js'

/** What stands of each framework, element by element. */
export const results: BlockSection = {
  name: 'results', kind: 'block', summary: 'results per framework: each element that a control relates to with reach, standing and state; the others by id',
  options: { framework: { summary: 'one framework; without it all of the document', values: 'framework' } },
  render: (context, { framework: only }, place) => context.frameworks.filter(({ id }) => only === undefined || id === only).flatMap((framework) => resultsOf(context, framework, place, only === undefined)),
}

function resultsOf(context: DocumentContext, framework: FrameworkEntry, { depth, anchor }: SlotPlace, withHeading: boolean): readonly Block[] {
  const { texts } = context
  const all = standings(context, framework)
  const related = all.filter(({ reach }) => reach === 'full' || reach === 'partial')
  const ids = (reach: 'unmapped' | 'outside-catalog'): readonly string[] => all.filter((standing) => standing.reach === reach).map(({ element }) => element.id)
  const title = withHeading ? [heading(depth, `${anchor}-${framework.id}`, editionName(context, framework))] : []
  if (all.every(({ entries }) => entries === 0)) return [...title, paragraph(texts.notAdopted)]
  return [
    ...title,
    ...dataTable(context, { id: `results-${framework.id}`, caption: texts.resultsOf(editionName(context, framework)), wide: true, filterable: true, sheet: framework.id }, [
      { key: 'element', width: 1.4, heads: true }, { key: 'title', width: 3 }, { key: 'reach' }, { key: 'state', width: 2 }, { key: 'controls', width: 3 },
    ], related.map((standing) => [standing.element.id, standing.element.title, texts.reaches[standing.reach ?? 'unmapped'], standingInWords(context, standing), relatedControls(framework, standing.element.id).join(', ')]), texts.noElement),
    ...(ids('unmapped').length === 0 ? [] : [paragraph(texts.unmappedElements(ids('unmapped')))]),
    ...(ids('outside-catalog').length === 0 ? [] : [paragraph(texts.outsideElements(ids('outside-catalog')))]),
  ]
}
