// The files that evidence points at: one to four kilobytes in the shape that the tool of their family writes, with the figures that the evidence states.

const list = (length, make) => Array.from({ length }, (_, index) => make(index))
const lines = (values) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`
const ticket = (random) => `OPS-${random.between(10000, 99999)}`

const SENTENCES = ['The state of the last round was read out and nobody objected.', 'The team showed the change in the test environment, and the reviewer repeated it on their own account.', 'Two entries were removed because the people had left; the third is needed until the migration is over.', 'The board asked for the figures of both regions and got them on the same day.']

const minutes = (random, { title, day }) =>
  `# ${title}\n\nDate: ${day}\n\n${list(random.between(6, 18), (index) => `## Point ${index + 1}\n\n${random.pick(SENTENCES)} Ticket ${ticket(random)}.\n`).join('\n')}`

const table = (random, { day }) =>
  `entry,owner,checked,result,ticket\n${list(random.between(25, 75), (index) => `${index + 1},team-${random.between(1, 40)},${day},${random.pick(['as-expected', 'as-expected', 'removed'])},${ticket(random)}`).join('\n')}\n`

const WRITERS = {
  document: minutes, record: minutes, drill: minutes, access: table, sample: table,
  attack: (random, { day, metrics }) => {
    const probes = 10
    const [judged, failed] = [metrics.attempts / probes, Math.round(metrics.attempts * metrics['attack-success-rate'])]
    const fails = (index) => Math.floor(failed / probes) + (index < failed % probes ? 1 : 0)
    return lines([
      { entry_type: 'init', garak_version: '0.13.3', start_time: `${day}T06:00:00` },
      ...list(probes, (index) => ({ entry_type: 'eval', probe: `probe-${index + 1}.${random.pick(['Direct', 'Encoded', 'Translated'])}`, detector: 'mitigation.MitigationBypass', passed: judged - fails(index), fails: fails(index), nones: 0, total_evaluated: judged })),
      { entry_type: 'completion', end_time: `${day}T07:00:00` },
    ])
  },
  evaluation: (random, { day, metrics }) => `${JSON.stringify({
    version: 2, status: 'success', eval: { task: 'cases', created: `${day}T06:00:00Z`, packages: { inspect_ai: '0.3.112' } },
    samples: list(metrics.cases, (index) => ({ id: index + 1, epoch: 1, scores: { match: { value: index < metrics.cases * metrics.accuracy ? 'C' : 'I' } }, total_time: random.between(100, 9000) / 1000 })),
  })}\n`,
  scan: (random, { day, metrics }) => `${JSON.stringify({
    SchemaVersion: 2, CreatedAt: `${day}T06:00:00Z`, ArtifactType: 'container_image',
    Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: [...list(metrics['open-critical'], () => 'CRITICAL'), ...list(metrics['open-high'], () => 'HIGH'), ...list(random.between(6, 12), () => 'LOW')].map((severity, index) => ({ VulnerabilityID: `CVE-2026-${20000 + index}`, PkgName: `package-${random.between(1, 400)}`, InstalledVersion: `1.${random.between(0, 30)}.0`, Severity: severity, Title: 'Out-of-bounds read in the parser' })) }],
  }, null, 1)}\n`,
  inventory: (random, { day, metrics }) => `${JSON.stringify({
    bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { timestamp: `${day}T06:00:00Z` },
    components: list(metrics.components, (index) => ({ type: 'library', name: `package-${random.between(1, 400)}`, ...(index >= metrics['components-without-version'] && { version: `${random.between(0, 9)}.${random.between(0, 30)}.0` }) })),
  }, null, 1)}\n`,
  configuration: (random, { day, metrics }) => `${JSON.stringify({ read: `${day}T06:00:00Z`, ...metrics, settings: list(random.between(12, 30), (index) => ({ name: `setting-${index + 1}`, value: random.pick([true, true, false]), source: `module.policy.${random.between(1, 90)}` })) }, null, 1)}\n`,
}

/** The text of an artifact of a family, for facts `{ title, day, metrics }`. */
export const artifactText = (family, random, facts) => WRITERS[family](random, facts)
