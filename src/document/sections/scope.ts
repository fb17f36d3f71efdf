import { entryName, person, stated } from '../cells.js'
import { dataTable } from '../data-table.js'
import { lines, paragraph, type Content } from '../nodes.js'
import { unassessedIn } from '../element-standing.js'
import { plainEditionName } from '../edition-name.js'
import type { BlockSection } from '../section.js'

/** For which entries each framework was adopted, by whom, and which entries that leaves out. */
export const scope: BlockSection = {
  name: 'scope', kind: 'block', options: {}, summary: 'scope and exclusions: for which entries each framework was adopted, by whom and when, and which entries that leaves out',
  render: (context) => {
    const { texts, library, applications } = context
    const entries = applications.filter(({ application }) => application.kind !== 'organization')
    return [
      paragraph(context.subject ? texts.scopeOfOne(entryName(context.subject), context.subject.application['in-scope-since']) : texts.scopeOfAll(applications.length + context.unassessed.length)),
      ...dataTable(context, { id: 'scope', caption: texts.captions.scope }, [
        { key: 'framework', width: 3, heads: true }, { key: 'status' }, { key: 'adoptedFrom', kind: 'date' }, { key: 'approved', width: 2 }, { key: 'nextReview', kind: 'date' }, { key: 'entriesIn', width: 2 }, { key: 'entriesOut', width: 2 },
      ], context.frameworks.map((entry) => {
        const { id, framework } = entry
        const adoption = library.adoptions.get(id)?.data
        const inside = [...entries.filter(({ coverage }) => coverage.has(id)).map((inner) => inner.id), ...unassessedIn(context, entry).map((inner) => `${inner} (${texts.notAssessedWord})`)]
        const outside = [...entries.filter(({ coverage }) => !coverage.has(id)).map((outer) => outer.id), ...context.unassessed.filter(({ inScopeOf }) => !inScopeOf.has(id)).map((outer) => outer.id)]
        const approved: Content = adoption?.approved ? lines([person(context, adoption.approved.by), adoption.approved.on]) : stated(context, undefined)
        return [plainEditionName(entry), texts.editionStatus[framework.status], stated(context, adoption?.from), approved, stated(context, adoption?.['next-review']),
          inside.length === 0 ? texts.nobody : inside.join(', '), outside.length === 0 ? texts.nobody : outside.join(', ')]
      }), texts.noFramework),
    ]
  },
}
