import { controlName, tellsWhose } from '../cells.js'
import { dataTable } from '../data-table.js'
import { gapsOf } from '../gap-facts.js'
import type { BlockSection } from '../section.js'

/** A table that management fills in. */
export const managementResponse: BlockSection = {
  name: 'management-response', kind: 'block', options: {}, summary: 'management response: a row for each gap with empty cells for agreement, action, owner and day',
  render: (context) => dataTable(context, { id: 'management-response', caption: context.texts.captions.managementResponse, wide: true, sheet: context.texts.sheets.managementResponse }, [
    ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 2, heads: true }, { key: 'severity' }, { key: 'agreed' }, { key: 'response', width: 3 }, { key: 'responsible' }, { key: 'by' },
  ], gapsOf(context).map(({ entry, finding }) => [...(tellsWhose(context) ? [entry.id] : []), controlName(context, finding.control), context.texts.levels[finding.severity], '', '', '', '']), context.texts.noGaps),
}
