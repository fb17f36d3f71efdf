import { SCOPES, type ScopeKind, type Trend, type TrendScope } from '../assess/trend-figures.js'
import { collectTrend } from '../assess/trend.js'
import type { Host } from '../host/host.js'
import { suggestHint } from '../source/suggest.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { formatFile } from './format-file.js'
import { once, writeProduct } from './formats.js'
import { rootFor } from './open-closing.js'
import { oneOf, type GlobalOptions } from './options.js'
import { problemOf, quartersInForce } from './quarter-files.js'
import { paintFor } from './terminal.js'
import { trendCsv, trendJson } from './trend-data.js'
import { trendText } from './trend-text.js'
import { UsageError } from './usage-error.js'

export type QuarterTrendOptions = GlobalOptions & { readonly by?: string; readonly format?: string }

/** `muster quarter trend [id]`: how things changed over all closed quarters. */
export async function quarterTrend(host: Host, id: string | undefined, options: QuarterTrendOptions): Promise<ExitCode> {
  const { format, file } = formatFile(host, options, options.format ?? 'text', ['text', 'json', 'csv', 'svg'])
  const by = options.by === undefined ? undefined : oneOf(options.by, SCOPES, '--by')
  const { trend, problems } = await readTrend(host, await rootFor(host, options))
  if (trend.quarters.length > 0) {
    const chosen = chooseScope(trend, id, by)
    const write = { text: () => trendText(trend, chosen, by, paintFor(host, file === undefined ? (options.color ?? 'auto') : 'never')), json: () => trendJson(trend), csv: () => trendCsv(trend), svg: async () => (await import('./trend-chart.js')).trendSvg(trend, chosen) }
    await writeProduct(host, file, once(await write[format]()))
  }
  for (const problem of problems) await host.err.write(`${problem}\n`)
  if (problems.length > 0) return EXIT.wrongInput
  if (trend.quarters.length === 0) throw new UsageError('No quarter is closed.', 'Run `muster quarter close <quarter>` first.')
  return EXIT.done
}

/** The trend over all closed quarters of a repository, and what could not be read. One record is held at a time. */
export async function readTrend(host: Host, root: string): Promise<{ readonly trend: Trend; readonly problems: readonly string[] }> {
  const collected = collectTrend()
  const problems: string[] = []
  for await (const record of quartersInForce(host, root)) {
    const problem = problemOf(record)
    if (problem !== undefined) problems.push(problem)
    if ('quarter' in record) collected.add(record.quarter)
  }
  return { trend: collected.trend(), problems }
}

function chooseScope(trend: Trend, id: string | undefined, by: ScopeKind | undefined): TrendScope | undefined {
  if (id === undefined) return trend.scopes.find((scope) => scope.by === 'all')
  const known = trend.scopes.filter((scope) => scope.by !== 'all' && (by === undefined || scope.by === by))
  const found = known.find((scope) => scope.id === id)
  if (found === undefined) throw new UsageError(`No closed quarter has ${by === undefined ? 'an application, framework, group or tier' : by === 'all' ? 'anything' : `${by === 'application' ? 'an' : 'a'} ${by}`} \`${id}\`.`, suggestHint(id, known.map((scope) => scope.id), 'Run `muster quarter trend --by application` to see what there is.'))
  return found
}
