import { sentence, where } from '../cells.js'
import { dataTable } from '../data-table.js'
import { paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** What could not be assessed, and why. */
export const notAssessed: BlockSection = {
  name: 'not-assessed', kind: 'block', options: {}, summary: 'what was not assessed: entries whose files are wrong, on which line, and findings that rest on something unread',
  render: (context) => {
    const { texts } = context
    const resting = context.applications.flatMap((entry) => entry.findings.filter(({ state }) => state === 'not-assessed').map((finding) => ({ entry, finding })))
    const rows = [
      ...context.unassessed.flatMap(({ id, diagnostics }) => (diagnostics.length === 0 ? [[id, texts.all, texts.unreadable, '']] : diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => [id, texts.all, sentence(diagnostic.message), where(diagnostic.place)]))),
      ...resting.map(({ entry, finding }) => [entry.id, finding.control, sentence(finding.reasons[0]?.text ?? finding.because), where(finding.place)]),
    ]
    if (rows.length === 0) return [paragraph(texts.allAssessed)]
    return dataTable(context, { id: 'not-assessed', caption: texts.captions.notAssessed }, [{ key: 'entry', heads: true }, { key: 'control' }, { key: 'reason', width: 4 }, { key: 'where', width: 2 }], rows)
  },
}
