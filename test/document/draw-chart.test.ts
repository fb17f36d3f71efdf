import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { COLOURS, coloursOf } from '../../src/document/chart/colours.js'
import { drawPng, drawSvg } from '../../src/document/draw-chart.js'
import type { ChartFacts, ChartTone } from '../../src/document/tree.js'
import { ROOT } from '../run-muster.js'

const FONT = join(ROOT, 'dist/fonts/DejaVuSans.ttf')

const bars: ChartFacts = {
  id: 'chart-bars', kind: 'stacked-bar', title: 'Gaps by severity', alt: '4 critical, 27 high', categories: ['critical', 'high', 'low'],
  series: [{ name: 'Overdue', tone: 'worse', values: [2, 14, 0] }, { name: 'Open', tone: 'bad', values: [1, 12, 0] }, { name: 'Accepted', tone: 'accepted', values: [1, 1, 0] }],
}
const shares: ChartFacts = { ...bars, id: 'chart-shares', share: true, categories: ['a', 'b', 'c'], series: [{ name: 'met', tone: 'good', values: [0, 3, 1] }, { name: 'met within reach', tone: 'good', values: [0, 3, 1] }, { name: 'not met', tone: 'bad', values: [0, 300, 1] }] }
const lines: ChartFacts = { id: 'chart-lines', kind: 'line', title: 'Trend', alt: 'From 8 to 76', categories: ['2025-Q4', '2026-Q1'], series: [{ name: 'Satisfied', tone: 'good', values: [8, 76] }, { name: 'Gaps', tone: 'bad', values: [9, 33] }] }
const single: ChartFacts = { id: 'chart-single', kind: 'bar', title: 'One', alt: 'one', categories: ['x'], series: [{ name: 'n', values: [7] }] }
const ALL = { bars, shares, lines, single }

const texts = (svg: string): readonly string[] => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)

describe.each(Object.entries(ALL))('%s', (_name, chart) => {
  test('are the same whatever was drawn before, in the same process and in another', () => {
    const first = drawSvg(chart)
    for (const other of Object.values(ALL)) drawSvg(other)
    expect(drawSvg(chart)).toBe(first)
    expect(first).not.toMatch(/zr\d|ecmeta|NaN|undefined/)
  })
  test('say what they show', () => {
    const svg = drawSvg(chart)
    expect(svg).toContain(`<title id="${chart.id}-title">${chart.title}</title>\n<desc id="${chart.id}-description">${chart.alt}</desc>`)
    expect(svg).toContain(`role="img" aria-labelledby="${chart.id}-title ${chart.id}-description"`)
  })
  test('have a dark colour for every colour', () => {
    const used = [...drawSvg(chart).replace(/<style>.*?<\/style>/, '').matchAll(/(?:fill|stroke)="(?!none|transparent)([^"]+)"/g)].map(([, colour]) => colour)
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter((colour) => !COLOURS.some(({ light }) => light === colour) && colour !== 'rgb(0,0,0)')).toEqual([]) // what is there to be hit by a pointer is not seen
  })
})

test('the figures and the names stand in the drawing', () => {
  expect(texts(drawSvg(bars))).toEqual(expect.arrayContaining(['critical', 'high', 'low', 'Overdue', 'Open', 'Accepted', '14', '12', '27', '0']))
  expect(texts(drawSvg(lines))).toEqual(expect.arrayContaining(['2025-Q4', '2026-Q1', 'Satisfied', 'Gaps', '76', '33']))
})

test('bars of shares are all as long, and show counts', () => {
  const drawn = texts(drawSvg(shares))
  expect(drawn).toContain('300')
  expect(drawn.filter((text) => text === '1')).toHaveLength(3)
  expect(drawn).not.toContain('3') // no room for it in its part of the bar
  expect(drawn).not.toContain('306')
})

test('the title is drawn where it is asked for', () => {
  expect(texts(drawSvg(lines))).not.toContain('Trend')
  expect(texts(drawSvg(lines, { titled: true }))).toContain('Trend')
})

test('what a file says stays text', () => {
  const evil = '</svg><script>alert(1)</script>"&]]>{a|b}<style>*{}</style>'
  const svg = drawSvg({ ...bars, title: evil, alt: evil, categories: [evil, '\u05e9\u05dc\u05d5\u05dd', 'x'.repeat(10_000)], series: bars.series.map((one) => ({ ...one, name: evil })) }, { titled: true })
  const elements = JSON.stringify(fromHtml(svg, { fragment: true, space: 'svg' }))
  expect(elements).not.toMatch(/"tagName":"script"/)
  expect(elements.match(/"tagName":"style"/g)).toHaveLength(1)
  expect(svg.endsWith('</svg>')).toBe(true)
})

test('two charts of a page share no id', () => {
  const ids = [...`${drawSvg(bars)}${drawSvg(lines)}`.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(3)
  expect(new Set(ids).size).toBe(ids.length)
})

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['good', 'partial', 'bad', 'worse', 'accepted', 'absent', 'neutral'] as const satisfies readonly ChartTone[])('figures on %s can be read, in the light and in the dark', (tone) => {
  for (const { fill, words } of coloursOf({ ...bars, series: [{ name: 'a', tone, values: [] }, { name: 'b', tone, values: [] }] }))
    for (const ground of ['light', 'dark'] as const) expect(contrast(fill[ground], words[ground]), `${tone} ${ground}`).toBeGreaterThanOrEqual(4.5)
})

test('no colour is there twice, because the dark one is found by the light one', () => {
  expect(new Set(COLOURS.map(({ light }) => light)).size).toBe(COLOURS.length)
})

describe('as PNG', () => {
  test('it is three pixels for one, and the same each time', async () => {
    const [one, two] = [await drawPng(drawSvg(bars), FONT), await drawPng(drawSvg(bars), FONT)]
    expect(Buffer.from(one.slice(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(Buffer.from(one).readUInt32BE(16)).toBe(2160)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
  test('words appear in the font of the package alone', async () => {
    const [with_, without] = [await drawPng(drawSvg(lines), FONT), await drawPng(drawSvg(lines), join(ROOT, 'no-such-font.ttf'))]
    expect(with_.length).toBeGreaterThan(without.length * 1.2)
  })
})

test('nothing keeps the process after a drawing', () => {
  const chunk = `import(process.argv[1]).then(({ drawSvg }) => console.log(drawSvg(${JSON.stringify(bars)}).length))`
  const file = execFileSync('sh', ['-c', 'ls dist/draw-chart-*.js'], { cwd: ROOT, encoding: 'utf8' }).trim()
  expect(Number(execFileSync(process.execPath, ['-e', chunk, join(ROOT, file)], { encoding: 'utf8', timeout: 10_000 }))).toBeGreaterThan(2000)
})
