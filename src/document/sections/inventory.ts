import type { Application } from '../../schema/types.js'
import { person, stated } from '../cells.js'
import type { AssessedApplication, DocumentContext } from '../context.js'
import { dataTable, fieldTable, type Row } from '../data-table.js'
import { lines } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** The AI inventory: what there is, whose, how far in its life, at which risk tier, made of what. One entry reads better down the page than across it. */
export const inventory: BlockSection = {
  name: 'inventory', kind: 'block', options: {}, summary: 'AI inventory: each entry with purpose, owner, lifecycle, roles, risk tier, components and the platforms that it inherits from',
  render: (context) => {
    const { texts, subject } = context
    const facts = { id: 'inventory', caption: texts.captions.inventory, sheet: texts.sheets.inventory }
    const rest = context.unassessed.flatMap(({ application }) => (application ? [rowOf(context, application, texts.notAssessedWord)] : []))
    const assessed = context.applications.map((entry) => rowOf(context, entry.application, tierOf(context, entry)))
    const [only] = assessed
    if (subject && only) return [fieldTable(context, facts, COLUMNS.map(({ key }, index) => [texts.columns[key], only[index] ?? '']))]
    return dataTable(context, { ...facts, wide: true, filterable: true }, COLUMNS, [...assessed, ...rest])
  },
}

const COLUMNS = [
  { key: 'entry', heads: true }, { key: 'title', width: 2 }, { key: 'kind' }, { key: 'purpose', width: 3 }, { key: 'owner', width: 2 }, { key: 'lifecycle' }, { key: 'inScopeSince', kind: 'date' },
  { key: 'aiRoles' }, { key: 'euAiAct' }, { key: 'riskTier' }, { key: 'components', width: 3 }, { key: 'inherits' },
] as const

const tierOf = ({ texts }: DocumentContext, { facts: { tier, review } }: AssessedApplication): string => (tier === undefined ? '' : review.state === 'accepted' ? texts.levels[tier] : `${texts.levels[tier]}, ${texts.unreviewed}`)

function rowOf(context: DocumentContext, { id, title, kind, purpose, owner, lifecycle, 'in-scope-since': since, 'eu-ai-act': act, roles = [], inherits = [], components }: Application, tier: string): Row {
  const { texts } = context
  return [
    id, title, texts.kinds[kind], purpose, person(context, owner.accountable), lifecycle ? texts.lifecycles[lifecycle] : stated(context, undefined), since, stated(context, roles.join(', ')),
    stated(context, act === undefined ? undefined : [act.role, act.class].filter((word) => word !== undefined).join(', ')), tier,
    !components?.length ? stated(context, undefined) : lines(components.map(({ title, kind, version }) => `${title} (${kind}${version === undefined ? '' : `, ${version}`})`)), inherits.length === 0 ? texts.nobody : inherits.join(', '),
  ]
}
