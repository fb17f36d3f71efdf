import { dataTable } from '../data-table.js'
import { relatedControls } from '../related-controls.js'
import { satisfiedIn } from '../satisfied-in.js'
import type { BlockSection } from '../section.js'

/** Controls of ours that no element of the framework speaks of. */
export const additionalControls: BlockSection = {
  name: 'additional-controls', kind: 'block', options: {}, summary: 'controls of the catalog that relate to no Annex A control, with how many entries satisfy them',
  render: (context) => {
    const { texts, frameworks, library } = context
    const related = new Set(frameworks.flatMap((framework) => [...framework.elements.values()].filter(({ kind }) => kind === 'control').flatMap(({ id }) => relatedControls(framework, id))))
    const rows = [...library.controls.values()].filter(({ control }) => (control.status === 'active' || control.status === 'deprecated') && !related.has(control.id)).map(({ control, group }) => [control.id, control.title, group, control.statement, satisfiedIn(context, control.id)])
    return dataTable(context, { id: 'additional-controls', caption: texts.captions.additionalControls, wide: true }, [{ key: 'id', heads: true }, { key: 'title', width: 2 }, { key: 'group' }, { key: 'statement', width: 4 }, { key: 'state', width: 2 }], rows)
  },
}
