import { stated } from '../cells.js'
import { dataTable } from '../data-table.js'
import { link } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** The frameworks, at which edition, in which status, from where. */
export const editions: BlockSection = {
  name: 'editions', kind: 'block', options: {}, summary: 'the frameworks of the document: edition, status, publisher, source, and when its facts were taken',
  render: (context) => dataTable(context, { id: 'editions', caption: context.texts.captions.editions }, [
    { key: 'framework', width: 3, heads: true }, { key: 'edition' }, { key: 'status' }, { key: 'published' }, { key: 'publisher', width: 2 }, { key: 'source', width: 2 }, { key: 'retrieved', kind: 'date' },
  ], context.frameworks.map(({ framework }) => [
    framework.title, framework.edition, context.texts.editionStatus[framework.status], framework.published, framework.publisher,
    framework.source.url === undefined ? stated(context, undefined) : link(framework.source.url, framework.source.url), framework.source.retrieved,
  ])),
}
