import type { Exception } from '../../schema/types.js'
import { controlName, listOrNone, person, stated, tellsWhose, where } from '../cells.js'
import type { AssessedApplication, DocumentContext, Recorded } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** Exceptions in force, not yet in force, and expired. */
export const exceptions: BlockSection = {
  name: 'exceptions', kind: 'block', options: {}, summary: 'exceptions in force, not in force though in date, and expired: control, reason, residual risk, compensating controls, who asked, who approved, until when',
  render: (context) => dataTable(context, { id: 'exceptions', caption: context.texts.captions.exceptions, wide: true, sheet: context.texts.sheets.exceptions }, [
    ...(tellsWhose(context) ? [{ key: 'entry' } as const] : []), { key: 'exception', heads: true }, { key: 'control', width: 2 }, { key: 'state' }, { key: 'reason', width: 3 }, { key: 'residualRisk' }, { key: 'compensating' },
    { key: 'requestedBy', width: 2 }, { key: 'approvedBy', width: 2 }, { key: 'approvedOn', kind: 'date' }, { key: 'expires', kind: 'date' }, { key: 'where', width: 2 },
  ], context.applications.flatMap((entry) => entry.exceptions.map((exception) => rowOf(context, entry, exception))), context.texts.noException),
}

function rowOf(context: DocumentContext, entry: AssessedApplication, { data, place }: Recorded<Exception>): Row {
  const { texts } = context
  return [
    ...(tellsWhose(context) ? [entry.id] : []), data.id, controlName(context, data.control), texts.exceptionStates[stateOf(context, entry, data)], data.reason, texts.levels[data['residual-risk']], listOrNone(context, data.compensating ?? []),
    person(context, data['requested-by']), person(context, data['approved-by']), stated(context, data['approved-on']), data.expires, where(place),
  ]
}

// In date, and yet no gap rests on it: the control is satisfied, another exception lasts longer, or a compensating control is not satisfied.
function stateOf({ asOf }: DocumentContext, { findings }: AssessedApplication, exception: Exception): 'inForce' | 'notInForce' | 'notYet' | 'expired' {
  if (exception['approved-on'] > asOf) return 'notYet'
  if (exception.expires < asOf) return 'expired'
  return findings.some(({ accepted }) => accepted?.id === exception.id) ? 'inForce' : 'notInForce'
}
