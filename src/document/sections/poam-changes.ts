import { person, stated } from '../cells.js'
import { dataTable } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** Every change of a plan, and every closing, by day. */
export const poamChanges: BlockSection = {
  name: 'poam-changes', kind: 'block', options: {}, summary: 'record of changes: when POA&M items were opened, changed and closed, by whom and why',
  render: (context) => {
    const { texts, asOf } = context
    const rows = context.applications.flatMap((entry) => entry.poam.flatMap(({ data: item }) => {
      const id = `${entry.id}/${item.id}`
      return [
        { on: item.opened, row: [id, item.control, texts.openedWord, person(context, item.owner), item.weakness, item['scheduled-completion']] },
        ...(item['milestone-changes'] ?? []).map((change) => ({ on: change.on, row: [id, item.control, texts.changedWord, person(context, change.by), change.reason, change['scheduled-completion'] ?? ''] })),
        ...(item.closed ? [{ on: item.closed.on, row: [id, item.control, texts.closedWord, person(context, item.closed.by), stated(context, item.closed.evidence), ''] }] : []),
      ]
    })).filter(({ on }) => on <= asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    return dataTable(context, { id: 'poam-changes', caption: texts.captions.poamChanges, wide: true, sheet: texts.sheets.poamChanges }, [{ key: 'day', kind: 'date', heads: true }, { key: 'plan', width: 2 }, { key: 'control' }, { key: 'change' }, { key: 'who', width: 2 }, { key: 'why', width: 3 }, { key: 'scheduledFor', kind: 'date' }],
      rows.map(({ on, row }) => [on, ...row]), texts.noPlan)
  },
}
