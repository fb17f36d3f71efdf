import type { Finding, FindingState, Provider } from './assessment.js'

/** The state of a control for an application: its own finding, or the organization's; undefined where neither has one. */
export function stateOfControl(control: string, findings: readonly Finding[], providers: ReadonlyMap<string, Provider>): FindingState | undefined {
  const own = findings.find((finding) => finding.control === control)
  if (own) return own.state
  for (const provider of providers.values()) if (provider.kind === 'organization') return provider.findings.get(control)
  return undefined
}
