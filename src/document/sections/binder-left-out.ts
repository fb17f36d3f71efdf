import { stated } from '../cells.js'
import { dataTable } from '../data-table.js'
import { code, paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** What is not in a binder, and why. */
export const binderLeftOut: BlockSection = {
  name: 'binder-left-out', kind: 'block', options: {}, summary: 'binder: what was left out, and why: above the class, without a class, held elsewhere, not there, withdrawn, superseded',
  render: (context) => {
    const { texts, binder } = context
    if (binder === undefined) return [paragraph(texts.onlyInBinder)]
    return [
      paragraph(texts.binderUpTo(texts.classes[binder.upTo])),
      ...dataTable(context, { id: 'binder-left-out', caption: texts.captions.binderLeftOut, sheet: texts.sheets.binderLeftOut }, [{ key: 'evidence', heads: true, width: 2 }, { key: 'type' }, { key: 'collected', kind: 'date' }, { key: 'classification' }, { key: 'because', width: 3 }],
        binder.leftOut.map(({ entry, evidence, reason }) => [code(`${entry.id}/${evidence.id}`), evidence.type, evidence.collected, evidence.classification ? texts.classes[evidence.classification] : stated(context, undefined), texts.leftOut[reason]]), texts.nothingLeftOut),
    ]
  },
}
