import { person, stated } from '../cells.js'
import { dataTable } from '../data-table.js'
import { lines } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** The AI inventory: what there is, whose, how far in its life, at which risk tier, made of what. */
export const inventory: BlockSection = {
  name: 'inventory', kind: 'block', options: {}, summary: 'AI inventory: each entry with purpose, owner, lifecycle, roles, risk tier, components and the platforms that it inherits from',
  render: (context) => {
    const { texts } = context
    const rest = context.unassessed.flatMap(({ application }) => (application ? [{ application, tier: texts.notAssessedWord }] : []))
    const assessed = context.applications.map(({ application, facts }) => ({ application, tier: facts.tier === undefined ? '' : facts.review.state === 'accepted' ? texts.levels[facts.tier] : `${texts.levels[facts.tier]}, ${texts.unreviewed}` }))
    return dataTable(context, { id: 'inventory', caption: texts.captions.inventory, wide: true, filterable: true, sheet: texts.sheets.inventory }, [
      { key: 'entry', heads: true }, { key: 'title', width: 2 }, { key: 'kind' }, { key: 'purpose', width: 3 }, { key: 'owner', width: 2 }, { key: 'lifecycle' }, { key: 'inScopeSince', kind: 'date' },
      { key: 'aiRoles' }, { key: 'euAiAct' }, { key: 'riskTier' }, { key: 'components', width: 3 }, { key: 'inherits' },
    ], [...assessed, ...rest].map(({ application, tier }) => {
      const { 'eu-ai-act': act, roles = [], inherits = [], lifecycle } = application
      const components = application.components ?? []
      return [
        application.id, application.title, texts.kinds[application.kind], application.purpose, person(context, application.owner.accountable),
        lifecycle ? texts.lifecycles[lifecycle] : stated(context, undefined), application['in-scope-since'], roles.length === 0 ? stated(context, undefined) : roles.join(', '),
        act === undefined ? stated(context, undefined) : [act.role, act.class].filter((word) => word !== undefined).join(', '), tier,
        components.length === 0 ? stated(context, undefined) : lines(components.map(({ title, kind, version }) => `${title} (${kind}${version === undefined ? '' : `, ${version}`})`)), inherits.join(', '),
      ]
    }))
  },
}
