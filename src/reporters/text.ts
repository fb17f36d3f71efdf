import type { Reporter } from './reporter.js'

/** Diagnostics for a person. */
export const text: Reporter = {
  id: 'text',
  summary: 'for people',
  render: (diagnostics) => diagnostics.map((d) => `${d.place.file}:${d.place.range.start.line}:${d.place.range.start.column} ${d.severity} ${d.code}\n  ${d.message}\n  hint: ${d.hint ?? ''}\n`).join('\n'),
}
