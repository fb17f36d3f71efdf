import { strFromU8, unzipSync } from 'fflate'

/** A cell as a reader finds it: where it stands, what it holds, and how it is shown. */
export type ReadCell = { readonly at: string; readonly row: number; readonly column: number; readonly kind: 'text' | 'number' | 'date' | 'formula'; readonly shown: string; readonly style: number }

export type ReadSheet = { readonly name: string; readonly cells: readonly ReadCell[]; readonly filter?: string; readonly frozen?: string; readonly paper: string; readonly titles: string; readonly widths: readonly number[]; readonly header: string; readonly links: ReadonlyMap<string, string> }

const decode = (xml: string): string => xml.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

// Readers take `_x0041_` for a character.
const unescape = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const attribute = (element: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? ''

// What a sheet is printed on: `A4 portrait`, or `A3 landscape, 2 pages across`.
const paperOf = (setup: string): string => `${{ 8: 'A3', 9: 'A4' }[attribute(setup, 'paperSize')] ?? 'unknown paper'} ${attribute(setup, 'orientation')}${attribute(setup, 'fitToWidth') === '1' ? '' : `, ${attribute(setup, 'fitToWidth')} pages across`}`

const columnOf = (at: string): number => [...at.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Reads a workbook as a spreadsheet does. */
export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes)
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si><t(?: [^>]*)?>([\s\S]*?)<\/t><\/si>/g)].map(([, text = '']) => unescape(decode(text)))
  const formats = new Map([...part('xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id = '', code = '']) => [id, decode(code)]))
  const styles = [...(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(part('xl/styles.xml'))?.[1] ?? '').matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => formats.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? '')
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => decode(name))
  const titles = new Map([...part('xl/workbook.xml').matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d+)">([^<]*)</g)].map(([, index, area = '']) => [Number(index), decode(area)]))
  return names.map((name, index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`)
    const [filter, frozen] = [/<autoFilter ref="([^"]+)"/.exec(xml)?.[1], /<pane [^>]*topLeftCell="([^"]+)"/.exec(xml)?.[1]]
    const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, letters = '', row = '', attributes = '', inner = '']): ReadCell => {
      const value = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? ''
      const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)
      const format = styles[style] ?? ''
      const where = { at: `${letters}${row}`, row: Number(row), column: columnOf(letters), style }
      if (inner.includes('<f')) return { ...where, kind: 'formula', shown: inner }
      if (/t="s"/.test(attributes)) return { ...where, kind: 'text', shown: strings[Number(value)] ?? `NO STRING ${value}` }
      if (value === '') return { ...where, kind: 'text', shown: '' }
      if (format.startsWith('yyyy')) return { ...where, kind: 'date', shown: new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 10) }
      return { ...where, kind: 'number', shown: Number(value).toFixed(format.split('.')[1]?.length ?? 0) }
    })
    const links = new Map([...xml.matchAll(/<hyperlink ref="([^"]+)" location="([^"]+)"/g)].map(([, cell = '', to = '']) => [cell, decode(to)]))
    return { name, cells, ...(filter !== undefined && { filter }), ...(frozen !== undefined && { frozen }), paper: paperOf(/<pageSetup [^>]*>/.exec(xml)?.[0] ?? ''), titles: titles.get(index) ?? '', widths: [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width)), header: decode(/<oddHeader>([\s\S]*?)<\/oddHeader>/.exec(xml)?.[1] ?? ''), links }
  })
}

/** The rows of a sheet as they are shown, with a cell for each column. */
export function shownRows({ cells }: ReadSheet): readonly (readonly string[])[] {
  const columns = Math.max(0, ...cells.map(({ column }) => column + 1))
  const rows: string[][] = []
  for (const { row, column, shown } of cells) (rows[row - 1] ??= Array.from({ length: columns }, () => ''))[column] = shown
  return rows
}
