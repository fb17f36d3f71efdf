import { stated, tellsWhose } from '../cells.js'
import { dataTable } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** What each entry is made of. */
export const components: BlockSection = {
  name: 'components', kind: 'block', options: {}, summary: 'components: models, datasets, prompts, agents, tools, indexes and services with version, supplier and origin',
  render: (context) => dataTable(context, { id: 'components', caption: context.texts.captions.components }, [
    ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'component', heads: true }, { key: 'kind' }, { key: 'title', width: 2 }, { key: 'version' }, { key: 'inUseSince', kind: 'date' }, { key: 'supplier' }, { key: 'basedOn' }, { key: 'purl', width: 2 },
  ], context.applications.flatMap((entry) => (entry.application.components ?? []).map(({ id, kind, title, version, since, supplier, 'based-on': basedOn, purl }) => [
    ...(tellsWhose(context) ? [entry.id] : []), id, kind, title, ...[version, since, supplier, basedOn, purl].map((value) => stated(context, value)),
  ]))),
}
