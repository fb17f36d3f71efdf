import { CsvError, parse } from 'csv-parse/sync'
import { listInWords, quoted } from '../source/list-in-words.js'
import type { Imported, ImportedEntry } from './imported.js'

const COLUMNS = ['id', 'kind', 'title', 'parent', 'text'] as const
type Column = (typeof COLUMNS)[number]
type Problem = { readonly at: string; readonly message: string }
type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Reads entries from CSV (RFC 4180) with a header: `id` and, as far as there are, `kind`, `title`, `parent` and `text`, in any order. Line numbers are those of a row's last line. */
export function readCsvEntries(text: string): Imported {
  const rows = readRows(text)
  if ('problem' in rows) return { problems: [rows.problem] }
  const [head, ...body] = rows
  if (head === undefined) return { problems: [{ at: '1', message: 'The file is empty.' }] }
  const header = head.record.map((cell) => cell.trim().toLowerCase())
  const wrong = headerProblems(header)
  if (wrong.length > 0) return { problems: wrong.map((message) => ({ at: String(head.info.lines), message })) }
  const problems: Problem[] = []
  const entries: ImportedEntry[] = []
  const lines = new Map<string, number>()
  for (const { record, info } of body) {
    const cell = (column: Column): string | undefined => { const value = record[header.indexOf(column)]?.trim(); return header.includes(column) && value !== '' ? value : undefined }
    const tell = (message: string): void => void problems.push({ at: String(info.lines), message })
    const id = cell('id')
    const before = id === undefined ? undefined : lines.get(id)
    if (record.length !== header.length) tell(`The row has ${record.length} cells and the header ${header.length}.`)
    else if (id === undefined) tell('The row has no `id`.')
    else if (before !== undefined) tell(`\`${id.slice(0, 60)}\` stands in line ${before} already.`)
    else {
      lines.set(id, info.lines)
      const [kind, title, parent, body] = [cell('kind'), cell('title'), cell('parent'), cell('text')]
      entries.push({ id, ...(kind && { kind }), ...(title && { title }), ...(parent && { parent }), ...(body && { text: body }), at: String(info.lines) })
    }
  }
  for (const entry of entries) if (entry.parent !== undefined && !lines.has(entry.parent)) problems.push({ at: entry.at, message: `\`${entry.id}\` stands under \`${entry.parent.slice(0, 60)}\`, which has no row.` })
  if (problems.length > 0) return { problems }
  return entries.length === 0 ? { problems: [{ at: '1', message: 'There is a header and no row.' }] } : { entries }
}

function readRows(text: string): readonly Row[] | { readonly problem: Problem } {
  let last = 0
  const seen = (row: Row): Row => { last = row.info.lines; return row }
  try {
    return parse(text, { ...DIALECT, on_record: seen as never }) as unknown as readonly Row[] // with `info` a record stands beside where it is, also as `on_record` sees it
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Where a quotation mark is not closed the parser is at the end of the file, and the author wants to know in which row it was opened.
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? last + 1 : 'lines' in error ? error.lines : last + 1
    return { problem: { at: String(line), message: FAULTS[error.code] ?? 'The row cannot be read.' } }
  }
}

const DIALECT = { bom: true, info: true, relax_column_count: true, skip_records_with_empty_values: true, record_delimiter: ['\r\n', '\n', '\r'] }

const FAULTS: Readonly<Partial<Record<CsvError['code'], string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and not closed up to the end of the file.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands in the middle of a cell; put the whole cell in quotation marks and double those inside.',
  CSV_INVALID_CLOSING_QUOTE: 'Something stands between the closing quotation mark and the comma.',
}

function headerProblems(header: readonly string[]): readonly string[] {
  const unknown = header.filter((name) => !COLUMNS.some((column) => column === name))
  const twice = header.filter((name, index) => name !== '' && header.indexOf(name) !== index)
  return [
    ...(header.includes('id') ? [] : ['The header has no column `id`.']),
    ...(unknown.length > 0 ? [`The header has ${listInWords(quoted(unknown.map((name) => name.slice(0, 40))), 'and', 4)}, and known are ${listInWords(quoted(COLUMNS), 'and')}.`] : []),
    ...(twice.length > 0 ? [`The header has ${listInWords(quoted(twice), 'and')} twice.`] : []),
  ]
}
