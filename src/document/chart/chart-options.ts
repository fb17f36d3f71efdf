import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { ChartFacts } from '../tree.js'
import { coloursOf, GROUND, INK, QUIET, RULE } from './colours.js'
import { textWidth } from './text-width.js'

type Options = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption>

const WIDTH = 720
const MARGIN = 12
const SIZE = 12
const ROW = 34
const LEGEND_ROW = 22
const TITLE_ROW = 30
const MOST_LABELLED = 12

/** `titled`: the title is drawn as well, for a picture that stands alone. `compact`: low, for a document of one page. */
export type DrawingOptions = { readonly titled?: boolean; readonly compact?: boolean }

/** How large a chart is drawn, in pixels, and the options of the library that draws it. */
export function chartOptions(facts: ChartFacts, { titled = false, compact = false }: DrawingOptions): { readonly width: number; readonly height: number; readonly options: Options } {
  const shown = shownSeries(facts)
  const legend = facts.series.length > 1 ? legendOf(shown.map(({ name }) => name), titled ? TITLE_ROW : 0) : { height: 0, option: { show: false } }
  const top = MARGIN + (titled ? TITLE_ROW : 0) + legend.height
  const body = facts.kind === 'line' ? lineOf(facts, shown, top, PLOT[compact ? 'compact' : 'full']) : barsOf(facts, shown, top)
  return {
    width: WIDTH, height: body.height,
    options: {
      animation: false, backgroundColor: GROUND.light, textStyle: { fontFamily: 'sans-serif', fontSize: SIZE, color: INK.light },
      ...(titled && { title: { text: facts.title, left: MARGIN, top: MARGIN, padding: 0, textStyle: { fontSize: 15, fontWeight: 'normal', color: INK.light, width: WIDTH - 2 * MARGIN, overflow: 'truncate' } } }),
      legend: legend.option, ...body.options,
    },
  }
}

type Shown = ReturnType<typeof shownSeries>[number]

// A series of noughts alone would be a name in the legend for nothing; the table has it.
const shownSeries = (facts: ChartFacts) => {
  const colours = coloursOf(facts)
  const all = facts.series.map((series, index) => ({ ...series, fill: colours[index]?.fill ?? INK, words: colours[index]?.words ?? GROUND, index }))
  return facts.kind === 'line' ? all : all.filter(({ values }) => values.some((value) => value > 0))
}

function legendOf(names: readonly string[], above: number): { readonly height: number; readonly option: LegendComponentOption } {
  let [rows, x] = [1, 0]
  for (const name of names) {
    const width = 25 + 5 + textWidth(name, SIZE) + 14
    if (x > 0 && x + width > WIDTH - 2 * MARGIN) [rows, x] = [rows + 1, 0]
    x += width
  }
  return { height: rows * LEGEND_ROW + 6, option: { data: [...names], left: MARGIN, top: MARGIN + above, padding: 0, borderColor: GROUND.light, itemGap: 14, itemHeight: 12, selectedMode: false, inactiveBorderWidth: 0, width: WIDTH - 2 * MARGIN, textStyle: { color: INK.light, fontSize: SIZE } } }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

type Body = { readonly height: number; readonly options: Options }

function barsOf({ categories, kind, share, series }: ChartFacts, shown: readonly Shown[], top: number): Body {
  const totals = categories.map((_, index) => sum(series.map(({ values }) => values[index] ?? 0)))
  const stacked = kind === 'stacked-bar'
  const most = Math.max(1, ...(stacked ? totals : series.flatMap(({ values }) => values)))
  const left = Math.min(260, Math.max(...categories.map((category) => textWidth(category, SIZE)), 0)) + 2 * MARGIN
  const right = share === true ? MARGIN : MARGIN + 10 + textWidth(String(most), SIZE)
  const room = WIDTH - left - right
  const rows = categories.length * (stacked ? ROW : Math.max(ROW, shown.length * 18 + 12))
  const length = (value: number, index: number): number => (share === true ? (totals[index] === 0 ? 0 : value / (totals[index] ?? 1)) : value)
  const scale = share === true ? 1 : most
  const drawn = shown.map(({ name, values, fill, words }): BarSeriesOption => ({
    type: 'bar', name, ...(stacked && { stack: 'all' }), silent: true, emphasis: { disabled: true }, barMaxWidth: 22, itemStyle: { color: fill.light, borderColor: GROUND.light, borderWidth: stacked ? 1 : 0 },
    data: values.map((value, index) => ({
      value: length(value, index),
      // A figure that has no room in its part of the bar stands in the table alone.
      label: { show: value > 0 && (!stacked || (length(value, index) / scale) * room > textWidth(String(value), SIZE) + 4), position: stacked ? 'inside' as const : 'right' as const, formatter: String(value), color: stacked ? words.light : INK.light, fontSize: SIZE },
    })),
  }))
  // An empty bar behind the others bears the sum; of a share it would be a whole that its table may count otherwise.
  const sums: BarSeriesOption = { type: 'bar', name: ' ', stack: 'all', silent: true, itemStyle: { color: GROUND.light }, emphasis: { disabled: true }, data: totals.map((total) => ({ value: 0, label: { show: true, position: 'right' as const, formatter: String(total), color: QUIET.light, fontSize: SIZE } })) }
  return {
    height: top + rows + MARGIN,
    options: {
      grid: { left, right, top, height: rows, outerBoundsMode: 'none' },
      // A little more than the longest bar: the sum of rounded parts must not fall outside.
      xAxis: { type: 'value', min: 0, max: scale * 1.0001, show: false },
      yAxis: { type: 'category', data: [...categories], inverse: true, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: INK.light, fontSize: SIZE, interval: 0, width: left - 2 * MARGIN + 1, overflow: 'truncate' } },
      series: [...drawn, ...(stacked && share !== true ? [sums] : [])],
    },
  }
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const
const DASHES: readonly ('solid' | 'dashed' | 'dotted' | number[])[] = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]]
const PLOT = { full: 180, compact: 66 }
const LABEL = 32 // for a figure, on an axis that may be a third longer than its longest line

function lineOf({ categories, series }: ChartFacts, shown: readonly Shown[], top: number, plot: number): Body {
  const most = Math.max(1, ...series.flatMap(({ values }) => values))
  const left = MARGIN + 14 + textWidth(String(most), SIZE) * 1.4
  const many = categories.length > MOST_LABELLED
  // Above its point, or below it where another line runs close above; where one runs close below as well, the figure stands in the table alone.
  const placeOf = (value: number, at: number): 'top' | 'bottom' | undefined => {
    const pixels = (other: number): number => ((other - value) / most) * plot
    const others = [...new Set(series.map(({ values }) => values[at] ?? 0))].filter((other) => other !== value).map(pixels)
    if (!others.some((distance) => distance > 0 && distance < LABEL)) return 'top'
    return others.some((distance) => distance < 0 && distance > -LABEL) || pixels(0) > -LABEL ? undefined : 'bottom'
  }
  return {
    height: top + plot + 50,
    options: {
      grid: { left, right: MARGIN + 24, top: top + 14, height: plot, outerBoundsMode: 'none' },
      xAxis: { type: 'category', data: [...categories], axisTick: { show: false }, axisLine: { lineStyle: { color: QUIET.light } }, axisLabel: { color: INK.light, fontSize: SIZE, hideOverlap: true } },
      yAxis: { type: 'value', min: 0, minInterval: 1, splitNumber: Math.max(2, Math.round(plot / 40)), axisLabel: { color: QUIET.light, fontSize: SIZE }, splitLine: { lineStyle: { color: RULE.light } } },
      series: shown.map(({ name, values, fill, index }): LineSeriesOption => ({
        type: 'line', name, silent: true, emphasis: { disabled: true }, symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle', symbolSize: 8, showAllSymbol: true, showSymbol: true, itemStyle: { color: fill.light }, lineStyle: { color: fill.light, width: 2.5, type: DASHES[index % DASHES.length] ?? 'solid' },
        data: values.map((value, at) => ({ value, label: { show: placeOf(value, at) !== undefined && (!many || at === values.length - 1), position: placeOf(value, at) ?? 'top', formatter: String(value), color: fill.light, fontSize: SIZE } })), labelLayout: { hideOverlap: true },
      })),
    },
  }
}
