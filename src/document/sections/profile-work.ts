import type { FrameworkEntry } from '../../model/library.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { standingInWords, standings, worstState, type ElementStanding } from '../element-standing.js'
import { COVERAGE_STATES } from '../../model/coverage.js'
import { heading, paragraph } from '../nodes.js'
import { relatedControls } from '../related-controls.js'
import type { BlockSection, SlotPlace } from '../section.js'
import type { Block } from '../tree.js'

const PRIORITIES = [1, 2, 3] as const

/** The entries of a profile as work to do. */
export const profileWork: BlockSection = {
  name: 'profile-work', kind: 'block', options: {}, summary: 'Cyber AI Profile by focus area: counts by priority, then each entry with its consideration, what is not met first and the highest priority first',
  render: (context, _values, place) => {
    const profiles = context.frameworks.filter(({ framework }) => framework.kind === 'profile')
    return profiles.length === 0 ? [paragraph(context.texts.noFramework)] : profiles.flatMap((profile) => (profile.framework['focus-areas'] ?? []).flatMap((area) => areaOf(context, profile, area, place)))
  },
}

type Area = NonNullable<FrameworkEntry['framework']['focus-areas']>[number]

function areaOf(context: DocumentContext, profile: FrameworkEntry, area: Area, { depth, anchor }: SlotPlace): readonly Block[] {
  const { texts } = context
  const entries = standings(context, profile).filter(({ element }) => element['focus-area'] === area.id)
  return [
    heading(depth, `${anchor}-${area.id}`, `${area.title} (${area.id})`),
    paragraph(area.summary),
    ...dataTable(context, { id: `priorities-${area.id}`, caption: texts.prioritiesOf(area.title) }, [{ key: 'priority', heads: true }, ...COVERAGE_STATES.map((state) => ({ key: state, title: capital(texts.coverageStates[state]), kind: 'count' as const })), { key: 'counted', kind: 'count' }],
      PRIORITIES.map((priority) => countsOf(context, priority, entries.filter(({ element }) => element.priority === priority)))),
    ...dataTable(context, { id: `work-${area.id}`, caption: texts.workOf(area.title), wide: true, filterable: true, sheet: area.title }, [
      { key: 'element', heads: true }, { key: 'priority' }, { key: 'state', width: 2 }, { key: 'title', width: 2 }, { key: 'consideration', width: 4 }, { key: 'controls', width: 2 },
    ], [...entries].sort(byWork).map((standing) => [
      standing.element.id, texts.priorities[standing.element.priority ?? 3], standingInWords(context, standing), titleWithin(standing.element.title, area.title), standing.element.consideration ?? (standing.element['standard-practice'] ? texts.standardPractice : ''), relatedControls(profile, standing.element.id).join(', '),
    ])),
  ]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

// An entry is titled with its focus area, which the heading says already.
const titleWithin = (title: string, area: string): string => (title.endsWith(` (${area})`) ? title.slice(0, -area.length - 3) : title)

function countsOf({ texts }: DocumentContext, priority: 1 | 2 | 3, entries: readonly ElementStanding[]): Row {
  const counts = COVERAGE_STATES.map((state) => entries.reduce((sum, { states }) => sum + states[state], 0))
  return [texts.priorities[priority], ...counts.map(String), String(counts.reduce((sum, count) => sum + count, 0))]
}

const ORDER = ['not-met', 'partly-met', 'unmapped', 'met-within-reach', 'outside-catalog', 'not-applicable', 'met'] as const
const RANK = (standing: ElementStanding): number => { const at = ORDER.indexOf(worstState(standing)); return at <= 1 ? 0 : at }

// What is left to do comes first, by priority; what is not met before what is partly met.
const byWork = (a: ElementStanding, b: ElementStanding): number =>
  RANK(a) - RANK(b) || (a.element.priority ?? 3) - (b.element.priority ?? 3) || ORDER.indexOf(worstState(a)) - ORDER.indexOf(worstState(b))
