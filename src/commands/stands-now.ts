import type { Host } from '../host/host.js'
import type { Reason } from '../model/assessment.js'
import type { Control } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import type { Outcome } from './assess-portfolio.js'
import { paintFor } from './terminal.js'
import type { EditOptions } from './try-edit.js'

/** How a control of an application stands after an edit: satisfied, or what is still missing and who does it. */
export function standsNow(outcome: Outcome | undefined, control: Control, host: Host, options: EditOptions): string {
  const finding = outcome?.assessment?.findings.find((one) => one.control === control.id)
  if (outcome === undefined || finding === undefined) return ''
  const name = options.dryRun === true ? `Then ${control.id} would be` : `${control.id} is`
  const lacks = options.dryRun === true ? `Then ${control.id} would not be satisfied yet` : `${control.id} is not satisfied yet`
  const paint = paintFor(host, options.color ?? 'auto', false)
  if (finding.state === 'satisfied') return `\n${paint.green(`${name} satisfied.`)}\n`
  if (finding.state !== 'not-satisfied') return `\n${name} ${finding.state.replace('-', ' ')}: ${finding.exclusion === 'claimed' ? 'the claim is accepted' : neutralise(finding.because)}.\n`
  const reasons = [...new Set(finding.reasons.map((reason) => `  ${(reason.objective ?? control.id).padEnd(8)}  ${neutralise(reason.text)}`))]
  const others = new Set(finding.reasons.flatMap(({ kind, evidence }) => (kind !== 'unreviewed' && evidence !== undefined ? [evidence] : [])))
  const isMissing = finding.reasons.some(({ cause }) => cause === 'no-evidence' || cause === 'period-without-item')
  // A review of what does not count anyway would be for nothing.
  const unreviewed = finding.reasons.find(({ kind, evidence }) => kind === 'unreviewed' && (evidence === undefined || !others.has(evidence)))
  return `\n${lacks}:\n${reasons.join('\n')}\n${unreviewed ? `Next: a reviewer runs \`muster review accept ${outcome.id} ${subjectOf(unreviewed, control)}\`.\n` : isMissing ? `Next: \`muster evidence add ${outcome.id} ${control.id} --file <file>\`.\n` : ''}`
}

const subjectOf = (reason: Reason, control: Control): string => reason.evidence ?? control.id
