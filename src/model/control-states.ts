import type { Finding, FindingState, Provider } from './assessment.js'

/** The state of each control for one application: its own finding, or the organization's; undefined where neither has one. */
export function controlStates(findings: readonly Finding[], providers: ReadonlyMap<string, Provider>): (control: string) => FindingState | undefined {
  const organization = [...providers.values()].find((provider) => provider.kind === 'organization')
  const states = new Map<string, FindingState>([...(organization?.findings ?? []), ...findings.map((finding): [string, FindingState] => [finding.control, finding.state])])
  return (control) => states.get(control)
}
