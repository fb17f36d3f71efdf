import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { chartOptions, type DrawingOptions } from './chart/chart-options.js'
import { finishSvg } from './chart/finish-svg.js'
import { textWidth } from './chart/text-width.js'
import type { ChartFacts } from './tree.js'

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer])
setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12)) }) })

/** A chart as SVG that needs nothing else, light and where a screen is dark dark, with its title and what it shows in words for those who cannot see it. */
export function drawSvg(chart: ChartFacts, drawingOptions: DrawingOptions = {}): string {
  const { width, height, options } = chartOptions(chart, drawingOptions)
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    canvas.setOption(options)
    return finishSvg(chart, canvas.renderToSVGString())
  } finally {
    canvas.dispose() // otherwise its timers keep the process
  }
}

/** Pixels of a picture for each pixel of its drawing. */
const ZOOM = 3

/** A drawing of `drawSvg` as PNG, in its light colours, three pixels for one. `font` is the path of the one font that it is set in, so that it looks the same on every machine. */
export async function drawPng(svg: string, font: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: ZOOM }, font: { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' } }).render().asPng()
}
