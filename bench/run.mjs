// The benchmark: `npm run bench`, with `-- --applications 500 --only a,b,c,d,close,verify,trend,compare,change,action,reports,docx,xlsx`. Figures are ratios of runs on one machine in one go.
// Ends with 1 when a target is missed.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pullRequest, timeOfSteps } from './action.mjs'
import { AS_OF } from './application.mjs'
import { changedCatalog } from './changed-catalog.mjs'
import { changedOf } from './changes.mjs'
import { corpusOf, FOLDER } from './corpora.mjs'
import { interleave, peakMemoryOf, summarise } from './measure.mjs'
import { bytesPerFinding, closeQuarter, quartersOf, reopen } from './quarters.mjs'

const { values } = parseArgs({ options: { applications: { type: 'string', default: '500' }, only: { type: 'string', default: 'a,b,c,d,close,verify,trend,compare,change,action,reports,docx,xlsx' } } })
const applications = Number(values.applications)
const wanted = new Set(values.only.split(','))

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
if (!existsSync(at('../dist/cli.js'))) execFileSync(process.execPath, [at('../scripts/build.mjs')], { stdio: 'inherit' })

const muster = (...args) => [at('../dist/cli.js'), ...args]
const gap = (folder, ...args) => muster('gap', '-C', folder, '--as-of', AS_OF, ...args)

const TARGETS = { a: 1.6, b: 0.6, c: 0.1, d: 2, builtin: 4, own: 8, close: 1.3, verify: 2, compare: 1.5, reports: 6 }
const rows = []
const REGISTERED = 125 // applications whose evidence register has a little over 5,000 rows

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

if (wanted.has('change')) {
  // The built-in controls take effect after the day of the corpus; a fortnight later they are asked.
  const validate = (catalog, asOf) => muster('validate', '--changed-since', 'main', '-C', changedOf(applications, catalog), '--as-of', asOf)
  const commands = { builtin: validate('builtin', '2026-10-14'), own: validate('own', AS_OF), nothing: ['-e', '0'] }
  interleave(2, commands) // not counted, as above
  const times = interleave(15, commands)
  addRow('builtin', 'validate --changed-since, built-in catalog : node -e 0', summarise(times.builtin), summarise(times.nothing), 'ms')
  addRow('own', 'validate --changed-since, own catalog : node -e 0', summarise(times.own), summarise(times.nothing), 'ms')
}

if (wanted.has('d')) {
  const peaks = (size) => {
    const { folder } = corpusOf(size)
    return summarise([1, 2, 3].map(() => peakMemoryOf(gap(folder, '--format', 'text', '--format', `json=${join(FOLDER, 'gap.json')}`), join(FOLDER, 'peak'))))
  }
  addRow('d', `memory at ${applications * 10} : ${applications} applications`, peaks(applications * 10), peaks(applications), 'MiB')
}

if (wanted.has('compare')) {
  const folder = changedCatalog()
  const commands = { compare: muster('compare', 'HEAD', '-C', folder), validate: muster('validate', '-C', folder) }
  interleave(1, commands) // not counted, as above
  const times = interleave(15, commands)
  addRow('compare', 'compare of the full catalog : validate of it', summarise(times.compare), summarise(times.validate), 'ms')
}

/** A figure whose target is not a ratio. */
function addLimit(figure, what, measured, against, unit, limit) {
  const range = ({ median, min, max }) => `${median.toFixed(0)} ${unit} (${min.toFixed(0)}–${max.toFixed(0)})`
  rows.push({ figure, what, measured: range(measured), against: against ? range(against) : '', ratio: against ? (measured.median / against.median).toFixed(3) : '', target: `≤ ${limit} ${unit}`, reached: measured.median <= limit ? 'reached' : 'missed' })
}

if (wanted.has('close') || wanted.has('verify') || wanted.has('trend')) {
  const { closed, open } = await quartersOf(applications)
  if (wanted.has('close')) {
    const times = { close: [], whole: [] }
    reopen(open)
    interleave(1, { whole: gap(open) }) // not counted, as above
    for (let round = 0; round < 3; round++) {
      const once = interleave(1, { close: muster(...closeQuarter(open)), whole: gap(open) })
      reopen(open)
      for (const name of Object.keys(times)) times[name].push(...once[name])
    }
    addRow('close', 'quarter close : gap of the portfolio', summarise(times.close), summarise(times.whole), 'ms')
    const size = bytesPerFinding(closed)
    addLimit('close', 'bytes of a record for each finding, at most', { median: size, min: size, max: size }, undefined, 'bytes', 400)
  }
  if (wanted.has('verify')) {
    const times = interleave(3, { verify: muster('quarter', 'verify', '2026-Q3', '-C', closed), whole: gap(closed) })
    addRow('verify', 'quarter verify of one : gap of the portfolio', summarise(times.verify), summarise(times.whole), 'ms')
  }
  if (wanted.has('trend')) {
    const trend = muster('quarter', 'trend', '-C', closed)
    interleave(1, { trend })
    const times = interleave(5, { trend, nothing: ['-e', '0'] })
    addLimit('trend', 'quarter trend over twelve : node -e 0', summarise(times.trend), summarise(times.nothing), 'ms', 1500)
    addLimit('trend', 'memory of quarter trend', summarise([1, 2, 3].map(() => peakMemoryOf(trend, join(FOLDER, 'peak')))), undefined, 'MiB', 286) // 300 MB
  }
}

if (wanted.has('action')) {
  const folder = pullRequest()
  for (const [what, base] of [['a pull request that touches every entry', 'main'], ['a push', undefined]]) {
    timeOfSteps(folder, base) // not counted, as above
    addLimit('action', `steps of the action on the example, ${what}`, summarise([1, 2, 3, 4, 5].map(() => timeOfSteps(folder, base))), undefined, 'ms', 10_000)
  }
}

if (wanted.has('reports')) {
  const { folder } = corpusOf(applications)
  const commands = { reports: muster('report', 'gap', '--each', '-C', folder, '--as-of', AS_OF, '--output', join(FOLDER, 'reports')), whole: gap(folder) }
  interleave(1, { whole: commands.whole }) // not counted, as above
  const times = interleave(3, commands)
  addRow('reports', `${applications} gap reports as Markdown : gap of the portfolio`, summarise(times.reports), summarise(times.whole), 'ms')
}

if (wanted.has('docx')) {
  const report = (document, folder, ...args) => muster('report', document, ...args, '-C', folder, '--as-of', AS_OF, '--format', 'docx', '--output', join(FOLDER, 'reports'))
  const times = interleave(5, { gap: report('gap', at('../examples/portfolio'), 'support-assistant'), nothing: ['-e', '0'] })
  addLimit('docx', 'gap report of one application as DOCX : node -e 0', summarise(times.gap), summarise(times.nothing), 'ms', 1500)
  const { folder } = corpusOf(REGISTERED)
  addLimit('docx', `memory of the evidence register of ${REGISTERED} applications as DOCX`, summarise([1, 2, 3].map(() => peakMemoryOf(report('evidence', folder), join(FOLDER, 'peak')))), undefined, 'MiB', 488) // 512 MB
}

if (wanted.has('xlsx')) {
  const { folder } = corpusOf(REGISTERED)
  const register = muster('report', 'evidence', '-C', folder, '--as-of', AS_OF, '--format', `xlsx=${join(FOLDER, 'evidence.xlsx')}`)
  addLimit('xlsx', `memory of the evidence register of ${REGISTERED} applications as XLSX`, summarise([1, 2, 3].map(() => peakMemoryOf(register, join(FOLDER, 'peak')))), undefined, 'MiB', 488) // 512 MB
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${applications} applications\n`)
const header = { figure: '', what: 'Figure', measured: 'Median (range)', against: 'Against', ratio: 'Ratio', target: 'Target', reached: '' }
const widths = Object.fromEntries(Object.keys(header).map((key) => [key, Math.max(...[header, ...rows].map((row) => row[key].length))]))
for (const row of [header, ...rows]) console.log(Object.entries(row).map(([key, text]) => text.padEnd(widths[key])).join('  ').trimEnd())
process.exitCode = rows.every((row) => row.reached === 'reached') ? 0 : 1
