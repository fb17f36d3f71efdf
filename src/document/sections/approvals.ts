import { dataTable } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** Empty lines for signatures. */
export const approvals: BlockSection = {
  name: 'approvals', kind: 'block', options: {}, summary: 'a table to sign: author, reviewer, approver',
  render: (context) => {
    const { texts: { fields, captions } } = context
    return dataTable(context, { id: 'approvals', caption: captions.approvals }, [{ key: 'role', heads: true }, { key: 'name', width: 2 }, { key: 'date' }, { key: 'signature', width: 2 }], [fields.author, fields.reviewer, fields.approver].map((role) => [role, '', '', '']))
  },
}
