import { controlName, tellsWhose } from '../cells.js'
import type { DocumentContext, PreviousQuarter } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** What is another than at the end of the quarter before. */
export const changes: BlockSection = {
  name: 'changes', kind: 'block', options: {}, summary: 'what changed since the quarter before, or that no quarter was closed',
  render: (context) => {
    const { previous, texts } = context
    if (previous === undefined) return [paragraph(texts.noQuarter)]
    return [paragraph(texts.since(previous.quarter, previous.asOf)), ...dataTable(context, { id: 'changes', caption: texts.captions.changes, wide: true }, [
      ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'control', width: 3, heads: true }, { key: 'then' }, { key: 'now' }, { key: 'change' },
    ], rows(context, previous), texts.nothingChanged)]
  },
}

type State = keyof DocumentContext['texts']['findingStates']

function rows(context: DocumentContext, previous: PreviousQuarter): readonly Row[] {
  const { texts, applications } = context
  return applications.flatMap((entry) => {
    const then = previous.applications.get(entry.id)
    const known = new Map(entry.findings.map((finding): [string, State] => [finding.control, finding.accepted ? 'accepted' : finding.state]))
    const controls = [...new Set([...(then?.keys() ?? []), ...known.keys()])].sort()
    return controls.flatMap((control): Row[] => {
      const record = then?.get(control)
      const before: State | undefined = record && (record.accepted ? 'accepted' : record.state)
      const now = known.get(control)
      if (before === now) return []
      return [[...(tellsWhose(context) ? [entry.id] : []), controlName(context, control), before ? texts.findingStates[before] : '', now ? texts.findingStates[now] : '', texts[changeOf(before, now)]]]
    })
  })
}

// A control that no longer applies is neither better nor worse.
function changeOf(before: State | undefined, now: State | undefined): 'added' | 'removed' | 'better' | 'worse' | 'other' {
  if (before === undefined) return 'added'
  if (now === undefined) return 'removed'
  if (now === 'satisfied') return 'better'
  return before === 'satisfied' && (now === 'not-satisfied' || now === 'accepted' || now === 'not-assessed') ? 'worse' : 'other'
}
