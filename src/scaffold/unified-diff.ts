import { structuredPatch } from 'diff'
import { neutralise } from '../source/control-characters.js'

/** Colours of a diff. */
export type DiffPaint = Readonly<Record<'red' | 'green' | 'dim' | 'bold', (text: string) => string>>

const CONTEXT = 3

/** What changed in a file, as a unified diff; a file that was not there before is all additions. */
export function unifiedDiff(path: string, before: string | undefined, after: string, paint: DiffPaint): string {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n')
  const { hunks } = structuredPatch(path, path, plain(before ?? ''), plain(after), undefined, undefined, { context: CONTEXT })
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
    paint.dim(`@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...changed.map(neutralise).map((line) => (line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line)),
  ])
  return `${[paint.bold(`--- ${before === undefined ? '/dev/null' : path}`), paint.bold(`+++ ${path}`), ...lines].join('\n')}\n`
}
