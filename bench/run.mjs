// The benchmark: `npm run bench`, with `-- --applications 500 --only a,b,c,d`. Figures are ratios of runs on one machine in one go.
// Ends with 1 when a target is missed.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AS_OF } from './application.mjs'
import { corpusOf, FOLDER } from './corpora.mjs'
import { interleave, peakMemoryOf, summarise } from './measure.mjs'

const { values } = parseArgs({ options: { applications: { type: 'string', default: '500' }, only: { type: 'string', default: 'a,b,c,d' } } })
const applications = Number(values.applications)
const wanted = new Set(values.only.split(','))

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
if (!existsSync(at('../dist/cli.js'))) execFileSync(process.execPath, [at('../scripts/build.mjs')], { stdio: 'inherit' })

const muster = (...args) => [at('../dist/cli.js'), ...args]
const gap = (folder, ...args) => muster('gap', '-C', folder, '--as-of', AS_OF, ...args)

const TARGETS = { a: 1.6, b: 0.6, c: 0.1, d: 2 }
const rows = []

function addRow(figure, what, measured, against, unit) {
  const ratio = measured.median / against.median
  const reached = ratio <= TARGETS[figure]
  const range = ({ median, min, max }) => `${median.toFixed(0)} ${unit} (${min.toFixed(0)}–${max.toFixed(0)})`
  rows.push({ figure, what, measured: range(measured), against: range(against), ratio: ratio.toFixed(3), target: `≤ ${TARGETS[figure]}`, reached: reached ? 'reached' : 'missed' })
}

if (wanted.has('a')) {
  const { explain, nothing } = interleave(21, { explain: muster('explain', 'stale-evidence'), nothing: ['-e', '0'] })
  addRow('a', 'explain stale-evidence : node -e 0', summarise(explain), summarise(nothing), 'ms')
}

if (wanted.has('b') || wanted.has('c')) {
  const { folder } = corpusOf(applications)
  const commands = { loop: [at('baseline.mjs'), folder], whole: gap(folder), one: gap(folder, 'claims-assistant') }
  interleave(1, { whole: commands.whole }) // not counted: it brings the corpus into the cache of the disk
  const times = interleave(wanted.has('b') ? 3 : 1, commands)
  const more = interleave(4, { one: commands.one })
  if (wanted.has('b')) addRow('b', 'gap of the portfolio : plain loop', summarise(times.whole), summarise(times.loop), 'ms')
  if (wanted.has('c')) addRow('c', 'gap of one application : gap of the portfolio', summarise([...times.one, ...more.one]), summarise(times.whole), 'ms')
}

if (wanted.has('d')) {
  const peaks = (size) => {
    const { folder } = corpusOf(size)
    return summarise([1, 2, 3].map(() => peakMemoryOf(gap(folder, '--format', 'text', '--format', `json=${join(FOLDER, 'gap.json')}`), join(FOLDER, 'peak'))))
  }
  addRow('d', `memory at ${applications * 10} : ${applications} applications`, peaks(applications * 10), peaks(applications), 'MiB')
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${applications} applications\n`)
const header = { figure: '', what: 'Figure', measured: 'Median (range)', against: 'Against', ratio: 'Ratio', target: 'Target', reached: '' }
const widths = Object.fromEntries(Object.keys(header).map((key) => [key, Math.max(...[header, ...rows].map((row) => row[key].length))]))
for (const row of [header, ...rows]) console.log(Object.entries(row).map(([key, text]) => text.padEnd(widths[key])).join('  ').trimEnd())
process.exitCode = rows.every((row) => row.reached === 'reached') ? 0 : 1
