import { allGaps, applicableIn } from '../assess/add-up.js'
import type { Host } from '../host/host.js'
import { SCHEMA_VERSION } from '../source/schema-version.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { rootFor } from './open-closing.js'
import { oneOf, type GlobalOptions } from './options.js'
import { faultInWords, quarterOutlines } from './quarter-files.js'
import { paintFor } from './terminal.js'
import { textTable, type Column } from './text-table.js'
import { TOOL } from './tool.js'

export type QuarterListOptions = GlobalOptions & { readonly format?: string }

const COLUMNS: readonly Column[] = [
  { title: 'Record' }, { title: 'As of' }, { title: 'Reviews to' }, { title: 'Closed' }, { title: 'By' }, { title: 'Revision' }, { title: 'Entries', right: true }, { title: 'Satisfied', right: true }, { title: 'Gaps', right: true }, { title: 'Catalog' }, { title: 'Tool' },
]

/** `muster quarter list`: the closed quarters in the order of their chain. */
export async function quarterList(host: Host, options: QuarterListOptions): Promise<ExitCode> {
  const format = oneOf(options.format ?? 'text', ['text', 'json'] as const, '--format')
  const { records, unreadable, faults } = await quarterOutlines(host, await rootFor(host, options))
  if (format === 'json') {
    const quarters = records.map(({ file, sha256, quarter: { 'schema-version': _version, applications: _applications, controls: _controls, sha256: _own, ...rest } }) => ({ file, sha256, ...rest }))
    await host.out.write(`${JSON.stringify({ 'schema-version': SCHEMA_VERSION, 'tool': { name: TOOL.name, version: TOOL.version }, 'command': 'quarter list', quarters, 'unreadable': unreadable.map((record) => ({ file: record.file, message: faultInWords(record) })) }, null, 2)}\n`)
  } else {
    const rows = records.map(({ file, quarter }) => {
      const { totals, revision, closed, catalog, tool } = quarter
      const entries = totals.assessed === totals.applications ? String(totals.applications) : `${totals.assessed} of ${totals.applications}`
      return [file.replace(/\.json$/, ''), quarter['as-of'], quarter.cutoff, closed.on, closed.by, revision.commit.slice(0, 12), entries, `${totals.satisfied} of ${applicableIn(totals)}`, String(allGaps(totals.gaps)), `${catalog.id} ${catalog.version}`, tool.version]
    })
    await host.out.write(rows.length === 0 && unreadable.length === 0 ? 'No quarter is closed.\n' : textTable(COLUMNS, rows, paintFor(host, options.color ?? 'auto').bold))
  }
  for (const record of unreadable) await host.err.write(`${faultInWords(record)}.\n`)
  if (faults.length > 0) await host.err.write('The chain does not hold. Run `muster quarter verify --all` to see where.\n')
  return unreadable.length > 0 ? EXIT.wrongInput : EXIT.done
}
