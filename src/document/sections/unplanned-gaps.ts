import { controlName, person, tellsWhose } from '../cells.js'
import { dataTable } from '../data-table.js'
import { gapsOf } from '../gap-facts.js'
import type { BlockSection } from '../section.js'
import { stateOfGap } from './gap-list.js'

/** Gaps without an open plan. */
export const unplannedGaps: BlockSection = {
  name: 'unplanned-gaps', kind: 'block', options: {}, summary: 'gaps that no open plan is for',
  render: (context) => dataTable(context, { id: 'unplanned-gaps', caption: context.texts.captions.unplannedGaps, wide: true, sheet: context.texts.sheets.unplannedGaps }, [
    ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 3, heads: true }, { key: 'severity' }, { key: 'since', kind: 'date' }, { key: 'due', kind: 'date' }, { key: 'gapState', width: 2 }, { key: 'accountable', width: 2 },
  ], gapsOf(context).filter(({ plan }) => plan === undefined).map((gap) => [
    ...(tellsWhose(context) ? [gap.entry.id] : []), controlName(context, gap.finding.control), context.texts.levels[gap.finding.severity], gap.finding.opened ?? '', gap.finding.due ?? '', stateOfGap(context, gap), person(context, gap.entry.application.owner.accountable),
  ]), context.texts.allPlanned),
}
