import type { DocumentControl } from '../tree.js'
import { textsIn } from '../texts/index.js'

/** The style sheet of a document: light and dark, for a screen and for paper. */
export function styleOf({ title, subtitle, organization, asOf, language, notice, tool }: DocumentControl): string {
  const { printer } = textsIn(language)
  return `${SCREEN}
@media print {
${PAPER}
@page { size: A4; margin: 20mm 15mm 18mm; font: 8pt system-ui, sans-serif; color: #444;
@top-left { content: ${quoted(`${organization} · ${title.includes(subtitle) ? title : `${title}: ${subtitle}`}`)}; font: 8pt system-ui, sans-serif; color: #444 }
@top-right { content: ${quoted(notice ?? '')}; font: bold 8pt system-ui, sans-serif; color: #8a1c00; width: 60% }
@bottom-left { content: ${quoted(`${printer.asOf} ${asOf} · ${tool.name} ${tool.version}`)}; font: 8pt system-ui, sans-serif; color: #444 }
@bottom-right { content: ${quoted(`${printer.page} `)} counter(page) ${quoted(` ${printer.of} `)} counter(pages); font: 8pt system-ui, sans-serif; color: #444 } }
@page one { margin: 13mm 15mm 12mm }
@page wide { size: A4 landscape }
@page vast { size: A3 landscape }
}
`
}

// A CSS string: whatever could end it, or the style element, is written as a code point.
const quoted = (words: string): string => `"${words.replace(/[^\p{L}\p{N} .,:;()·–-]/gu, (character) => `\\${(character.codePointAt(0) ?? 63).toString(16)} `)}"`

const SCREEN = `:root { color-scheme: light dark; --text: #1a1f26; --quiet: #4c5562; --ground: #fff; --raised: #f4f6f8; --line: #c9d0d8; --link: #0b57a4; --notice: #fff4e0; --notice-line: #b45f06 }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e7ebf0; --quiet: #aeb8c4; --ground: #14181d; --raised: #1f252d; --line: #3d4753; --link: #8cc4ff; --notice: #3a2a12; --notice-line: #f0a848 } }
* { box-sizing: border-box }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; scroll-padding-top: 1rem }
body { margin: 0; color: var(--text); background: var(--ground) }
.frame { max-width: 96rem; margin: 0 auto; padding: 0 1.5rem }
.skip { position: absolute; left: -100rem }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--ground); border: 2px solid var(--link); z-index: 1 }
header p, footer p { color: var(--quiet); margin: 1rem 0 }
.notice { background: var(--notice); border-left: .3rem solid var(--notice-line); padding: .6rem 1rem; font-weight: 600; color: var(--text) }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2rem 0 .8rem; overflow-wrap: anywhere }
h1 { font-size: 2rem; margin-top: 1rem }
h2 { font-size: 1.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; margin-top: 3rem }
h3 { font-size: 1.2rem }
h4 { font-size: 1.05rem }
p, li { max-width: 48rem; overflow-wrap: anywhere }
a { color: var(--link) }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: .3rem solid var(--line) }
code { font: .88em/1.4 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; unicode-bidi: isolate }
nav ol { columns: 2 22rem; padding-left: 1.2rem; margin: .5rem 0 }
nav ol ol { columns: auto }
.table { margin: 1.2rem 0 1.8rem }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .3rem }
.scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4 }
caption { text-align: left; font-weight: 600; padding: .6rem .7rem; color: var(--text) }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-top: 1px solid var(--line); overflow-wrap: break-word; unicode-bidi: plaintext; min-width: 5rem }
thead th { background: var(--raised); border-bottom: 2px solid var(--line); vertical-align: bottom; position: sticky; top: 0 }
thead th.count, thead th.number { min-width: 4.5rem }
thead th.long { min-width: 8rem }
tbody th { font-weight: 600 }
tbody tr:hover { background: var(--raised) }
.count, .number { text-align: right; font-variant-numeric: tabular-nums; min-width: 0 }
.date { white-space: nowrap; font-variant-numeric: tabular-nums }
.w2 { min-width: 10rem } .w3 { min-width: 15rem } .w4 { min-width: 20rem } .w5 { min-width: 24rem }
td code { overflow-wrap: anywhere }
.table:has(.fields) { max-width: 60rem }
.fields th { width: 14rem; font-weight: 600 }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.filter { display: flex; gap: .6rem; align-items: center; padding: .5rem 0; color: var(--quiet); font-size: .875rem }
.filter input { font: inherit; color: var(--text); background: var(--ground); border: 1px solid var(--quiet); border-radius: .3rem; padding: .3rem .5rem; width: 18rem; max-width: 50vw }
.chart { margin: 1.2rem 0; max-width: 60rem }
.chart svg { max-width: 100%; height: auto; display: block; unicode-bidi: plaintext }
footer { border-top: 1px solid var(--line); margin-top: 4rem; font-size: .875rem }
tr[hidden] { display: none }`

const PAPER = `html { font-size: 9.5pt }
body { color: #000; background: #fff }
.frame { max-width: none; padding: 0 }
.skip, .filter { display: none }
h1, h2, h3, h4 { break-after: avoid }
h1 { font-size: 1.7rem }
h2 { margin-top: 1.3rem; font-size: 1.35rem }
header { display: none }
.table { margin: .7rem 0 1rem }
p, li { max-width: none }
section.wide { page: wide }
section.vast { page: vast }
.scroll { overflow: visible; border: 0 }
table { font-size: 7.5pt; table-layout: fixed }
.dense table { font-size: 6pt }
.crowded table { font-size: 5pt }
.crowded thead th { font-size: 4.5pt }
.dense th, .dense td { padding: .15rem .2rem }
caption { break-after: avoid; padding: .3rem 0 }
th, td { min-width: 0; padding: .25rem .35rem; overflow-wrap: anywhere }
.w2, .w3, .w4, .w5, thead th.long { min-width: 0 }
thead { display: table-header-group }
thead th { white-space: normal; position: static; background: #eef1f4; hyphens: auto }
tr, .chart, .short { break-inside: avoid }
thead { break-after: avoid }
tbody tr:first-child { break-before: avoid }
.fields tr { break-inside: auto }
.table:has(.fields) { max-width: none }
a { color: inherit; text-decoration: none }
footer { display: none }
.one-page { font-size: 8.5pt; page: one }
.one-page h1 { font-size: 1.5rem; margin-top: 0 }
.one-page h2 { font-size: 1.1rem; margin: .4rem 0 .2rem; border: 0 }
.one-page p { margin: .3rem 0 }
.one-page .table { margin: .15rem 0 .3rem }
.one-page caption { padding: .1rem 0 }
.one-page .chart { margin: 0 }
.one-page .chart svg { width: 120mm }
.one-page table { font-size: 6.8pt; line-height: 1.25 }
.one-page td code { font-size: .8em; line-height: 1.2 }
.one-page .dense table { font-size: 6.2pt }
.one-page .fields th { width: 8rem }
.one-page th, .one-page td { padding: .1rem .3rem }`
