import type { Host } from '../host/host.js'
import type { Reason } from '../model/assessment.js'
import type { Control } from '../schema/types.js'
import { neutralise } from '../source/control-characters.js'
import type { Outcome } from './assess-portfolio.js'
import type { GlobalOptions } from './options.js'
import { paintFor } from './terminal.js'

/** How a control of an application stands after an edit: satisfied, or what is still missing and who does it. */
export function standsNow(outcome: Outcome | undefined, control: Control, host: Host, options: GlobalOptions): string {
  const finding = outcome?.assessment?.findings.find((one) => one.control === control.id)
  if (outcome === undefined || finding === undefined) return ''
  const paint = paintFor(host, options.color ?? 'auto', false)
  if (finding.state === 'satisfied') return `\n${paint.green(`${control.id} is satisfied.`)}\n`
  if (finding.state !== 'not-satisfied') return `\n${control.id} is ${finding.state}: ${neutralise(finding.because)}.\n`
  const reasons = [...new Set(finding.reasons.map((reason) => `  ${(reason.objective ?? control.id).padEnd(8)}  ${neutralise(reason.text)}`))]
  const unreviewed = finding.reasons.find((reason) => reason.kind === 'unreviewed')
  return `\n${control.id} is not satisfied yet:\n${reasons.join('\n')}\n${unreviewed ? `Next: a reviewer runs \`muster review accept ${outcome.id} ${subjectOf(unreviewed, control)}\`.\n` : ''}`
}

const subjectOf = (reason: Reason, control: Control): string => reason.evidence ?? control.id
