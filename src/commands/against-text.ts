import type { ControlChange, Effect } from '../assess/compare-assessments.js'
import { nameOfEdition } from '../model/library.js'
import type { Paint, ReportContext } from '../reporters/reporter.js'
import { showPlace } from '../reporters/show-place.js'
import { neutralise } from '../source/control-characters.js'
import type { Against } from './against.js'
import { EFFECT_WORDS, fromTo, inOnePhrase, lookedAt, servedBy, standingInWords, whyOf } from './against-words.js'
import { AHEAD_DAYS, type Due, type EntryChange, type ServingEvidence } from './entry-change.js'

const EFFECT_PAINT: Readonly<Record<Effect, keyof Paint>> = { 'breaks': 'red', 'switched-off': 'yellow', 'worsens': 'red', 'asked': 'yellow', 'answers': 'green', 'improves': 'green', 'differs': 'dim' }

/** What a change makes of the portfolio, entry by entry, for a terminal. */
export function againstText(against: Against, { paint }: ReportContext): string {
  const head = `${paint.bold(`${neutralise(against.workspace.library.config.title)}: ${inOnePhrase(against)}`)}\n${against.sentences.map(neutralise).join('\n')}`
  return `${[head, ...against.entries.map((entry) => entryText(entry, against, paint))].join('\n\n')}\n`
}

function entryText(entry: EntryChange, { workspace }: Against, paint: Paint): string {
  const { id, controls, due, evidence, own } = entry
  const soon = own || controls.length > 0 ? due : []
  return [
    `${paint.bold(neutralise(id))}  ${neutralise(standingInWords(entry))}`,
    ...controls.map((change) => controlText(change, workspace, paint)),
    ...(controls.length === 0 && entry.presence === 'there' && entry.assessed ? ['  No control stands otherwise.'] : []),
    ...(soon.length > 0 ? [`  Due within ${AHEAD_DAYS} days:`, ...soon.map((item) => `    ${dueText(item)}`)] : []),
    ...evidence.flatMap((item) => evidenceText(item, workspace)),
  ].join('\n')
}

const WIDTH = Math.max(...Object.values(EFFECT_WORDS).map((words) => words.length))

function controlText(change: ControlChange, { library }: Against['workspace'], paint: Paint): string {
  const title = library.controls.get(change.control)?.control.title
  const why = whyOf(change, 'no longer')
  const place = change.place ? [paint.dim(neutralise(showPlace(change.place)))] : []
  return [
    `  ${paint[EFFECT_PAINT[change.effect]](EFFECT_WORDS[change.effect].padEnd(WIDTH))}  ${change.control}  ${neutralise(title ?? '')} (${change.severity})`,
    ...[fromTo(change), ...why.map(neutralise), ...place].map((line) => `  ${' '.repeat(WIDTH)}  ${line}`),
  ].join('\n')
}

function dueText({ day, overdue, control, severity, evidence, type, objectives }: Due): string {
  if (control !== undefined) return `${day}  gap in ${control} (${severity})${overdue ? ', overdue' : ''}`
  return `${day}  ${evidence === undefined ? `a new ${type}` : `${neutralise(evidence)} stops counting`}, for ${objectives.join(', ')}`
}

function evidenceText({ item, replaces, objectives, serves }: ServingEvidence, { library }: Against['workspace']): readonly string[] {
  const rows = [...servedBy(serves)].map(([framework, relations]) => {
    const entry = library.frameworks.get(framework)
    return `    ${neutralise(entry ? nameOfEdition(entry.framework) : framework)}: ${[...relations].map(([relationship, elements]) => `${elements.join(', ')} ${relationship}`).join('; ')}`
  })
  return [`  ${replaces ? 'Changed' : 'New'} evidence ${neutralise(item.id)}, ${item.type} of ${item.collected}, ${lookedAt(objectives)}${rows.length > 0 ? ', serves' : ''}`, ...rows]
}
