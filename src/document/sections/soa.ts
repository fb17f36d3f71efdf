import { COVERAGE_STATES } from '../../model/coverage.js'
import { listOr, listOrNone, notStated, person, stated } from '../cells.js'
import type { DocumentContext } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { standingInWords, standings, type ElementStanding } from '../element-standing.js'
import { relatedControls } from '../related-controls.js'
import { evidenceFor, modelOf } from '../related-evidence.js'
import { paragraph } from '../nodes.js'
import type { BlockSection } from '../section.js'

/** Every Annex A control as decided and as assessed. */
export const soa: BlockSection = {
  name: 'soa', kind: 'block', options: {},
  summary: 'Statement of Applicability: each Annex A control with applicability, reason, implementation status, reference, controls of ours, owner, evidence, implementation model, remarks',
  render: (context) => {
    const framework = context.frameworks.find(({ elements }) => [...elements.values()].some(({ kind, id }) => kind === 'control' && id.startsWith('A.')))
    if (framework === undefined) return [paragraph(context.texts.noFramework)]
    const decisions = context.library.adoptions.get(framework.id)?.data.elements ?? {}
    const rows = standings(context, framework).filter(({ element }) => element.kind === 'control').map((standing): Row => {
      const { id, title } = standing.element
      const decision = decisions[id]
      const related = relatedControls(framework, id)
      return [
        id, title, decision?.included === undefined ? notStated(context) : decision.included ? context.texts.yes : context.texts.no, reason(context, decision?.reason), status(context, standing, decision?.included), stated(context, decision?.ref),
        related.length === 0 ? context.texts.noneRelates : related.join(', '), person(context, decision?.owner), listOrNone(context, evidenceFor(context, related)), modelOf(context, related) ?? notStated(context), remarks(context, decision),
      ]
    })
    return dataTable(context, { id: 'soa', caption: context.texts.captions.soa, wide: true, filterable: true, sheet: context.texts.sheets.soa }, [
      { key: 'id', heads: true }, { key: 'title', width: 3 }, { key: 'applicable' }, { key: 'inclusionReason', width: 2 }, { key: 'implementationStatus', width: 3 }, { key: 'how' }, { key: 'ourControls', width: 2 }, { key: 'owner', width: 2 },
      { key: 'evidenceWithState', width: 4 }, { key: 'implementationModel' }, { key: 'remarks', width: 2 },
    ], rows)
  },
}

const reason = (context: DocumentContext, word: string | undefined) => (word !== undefined && word in context.texts.inclusionReasons ? context.texts.inclusionReasons[word as keyof DocumentContext['texts']['inclusionReasons']] : stated(context, word)) // one of its keys

// Implemented only when met in every entry in scope, not implemented when no related control is satisfied in any; else partial, with the states counted.
function status(context: DocumentContext, standing: ElementStanding, included: boolean | undefined): string {
  const { texts: { implementation } } = context
  const { states, entries, notAssessed } = standing
  if (included === false) return implementation.excluded
  if (entries + notAssessed === 0) return implementation.notInScope
  if (entries === 0) return standingInWords(context, standing)
  if (states.unmapped === entries) return implementation.unmapped
  if (states['outside-catalog'] === entries) return implementation.outside
  if (states['not-applicable'] === entries && notAssessed === 0) return implementation.notApplicable
  const asked = entries - states['not-applicable']
  const counts = entries + notAssessed === 1 ? standingInWords(context, standing) : `${standingInWords(context, standing)} (${context.texts.ofEntries(entries + notAssessed)})`
  // What could not be read is not known to be implemented.
  const word = states.met === asked && notAssessed === 0 ? implementation.implemented : states['not-met'] === asked && notAssessed === 0 ? implementation.notImplemented : notAssessed > 0 && states.met + states['met-within-reach'] + states['partly-met'] === 0 ? implementation.notKnown : implementation.partial
  return `${word}: ${counts}`
}

function remarks(context: DocumentContext, decision: { readonly notes?: string; readonly target?: { readonly state: (typeof COVERAGE_STATES)[number] | 'met' | 'partly-met' | 'not-met'; readonly by?: string } } | undefined) {
  const target = decision?.target ? context.texts.targetOf(context.texts.coverageStates[decision.target.state], decision.target.by) : undefined
  return listOr(context, [decision?.notes, target].filter((part) => part !== undefined))
}
