import { allGaps } from '../assess/add-up.js'
import type { Trend, TrendScope } from '../assess/trend-figures.js'
import { drawSvg } from '../document/draw-chart.js'
import { plain } from '../document/nodes.js'
import { UsageError } from './usage-error.js'

/** Satisfied controls, open gaps and accepted ones of one scope over the quarters, as a picture that stands alone. What could not be read is no point of it, because it is unknown and not nought. */
export function trendSvg({ organization, quarters }: Trend, scope: TrendScope | undefined): string {
  const points = quarters.flatMap(({ quarter, corrected }, index) => {
    const figures = scope?.figures[index]
    return figures === undefined || (figures.entries > 0 && figures.assessed === 0) ? [] : [{ quarter: `${quarter}${corrected ? ', corrected' : ''}`, figures }]
  })
  const [first, last] = [points[0], points.at(-1)]
  if (scope === undefined || first === undefined || last === undefined) throw new UsageError('There is nothing to draw: no closed quarter could be assessed.', 'Run `muster quarter trend` to see what there is.')
  const about = plain(scope.by === 'all' ? organization : `${organization}: ${scope.by} ${scope.id}`)
  const missing = quarters.length - points.length
  return `${drawSvg({
    id: 'trend', kind: 'line', title: about,
    alt: `${about}. Satisfied controls went from ${first.figures.satisfied} in ${first.quarter} to ${last.figures.satisfied} in ${last.quarter}, open gaps from ${allGaps(first.figures.gaps)} to ${allGaps(last.figures.gaps)}.${missing === 0 ? '' : ` Not in the picture, because not assessed: ${missing} of ${quarters.length} quarters.`}`,
    categories: points.map(({ quarter }) => quarter),
    series: [
      { name: 'Controls satisfied', tone: 'good', values: points.map(({ figures }) => figures.satisfied) },
      { name: 'Open gaps', tone: 'bad', values: points.map(({ figures }) => allGaps(figures.gaps)) },
      { name: 'Gaps accepted', tone: 'accepted', values: points.map(({ figures }) => figures.accepted) },
    ],
  }, { titled: true })}\n`
}
