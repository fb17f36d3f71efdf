// Ten families of evidence. Each control has an evidence type of its own from one of them, because evidence counts by its type:
// two controls with one type would look at the same items.

const metric = (id, type, unit, better, description) => ({ id, title: id.replaceAll('-', ' '), type, unit, better, description })

/**
 * Per family: media type and file ending of its artifacts, the tool that writes it, its metrics with passing and failing figures,
 * the request that an objective makes of it, and for how many days an item is good.
 */
export const FAMILIES = {
  document: { media: 'text/markdown', ending: 'md', request: { 'valid-for': 'P1Y', review: 'required' }, days: 365 },
  record: { media: 'text/markdown', ending: 'md', request: { 'valid-for': 'P1Y', review: 'none' }, days: 365 },
  access: { media: 'text/csv', ending: 'csv', tool: ['directory', '4.2.0'], sampled: true, request: { every: 'P3M', over: 'P6M', review: 'required' }, days: 92 },
  evaluation: {
    media: 'application/json', ending: 'json', tool: ['inspect', '0.3.112'], forEach: 'model', request: { 'valid-for': 'P180D', review: 'required' }, days: 180,
    metrics: [metric('accuracy', 'number', 'ratio', 'higher', 'Right answers over all answers.'), metric('cases', 'integer', 'count', 'neither', 'Cases that were judged.')],
    criteria: [{ metric: 'accuracy', 'at-least': 'lowest-accuracy' }, { metric: 'cases', 'at-least': 20 }],
    parameters: [{ id: 'lowest-accuracy', value: 0.8, 'by-tier': { critical: 0.85 }, description: 'Share of answers that must be right.' }],
    good: (random) => ({ accuracy: random.between(880, 990) / 1000, cases: random.between(20, 50) }),
    bad: (random) => ({ accuracy: random.between(600, 790) / 1000, cases: random.between(20, 50) }),
  },
  attack: {
    media: 'application/jsonl', ending: 'report.jsonl', tool: ['garak', '0.13.3'], forEach: 'model', request: { 'valid-for': 'test-interval', review: 'required' }, days: 90,
    metrics: [metric('attack-success-rate', 'number', 'ratio', 'lower', 'Successful attempts over judged attempts.'), metric('attempts', 'integer', 'count', 'higher', 'Attempts that were judged.')],
    criteria: [{ metric: 'attack-success-rate', 'at-most': 'highest-rate' }, { metric: 'attempts', 'at-least': 100 }],
    parameters: [
      { id: 'highest-rate', value: 0.05, 'by-tier': { critical: 0.02 }, description: 'Share of attacks that may succeed.' },
      { id: 'test-interval', value: 'P90D', 'by-tier': { low: 'P1Y' }, description: 'Time between two runs.' },
    ],
    good: (random) => ({ 'attack-success-rate': random.between(1, 19) / 1000, 'attempts': random.between(1, 5) * 1000 }),
    bad: (random) => ({ 'attack-success-rate': random.between(60, 210) / 1000, 'attempts': random.between(1, 5) * 1000 }),
  },
  scan: {
    media: 'application/json', ending: 'json', tool: ['trivy', '0.58.1'], request: { 'valid-for': 'P90D', review: 'none' }, days: 90,
    metrics: [metric('open-critical', 'integer', 'count', 'lower', 'Open findings of critical severity.'), metric('open-high', 'integer', 'count', 'lower', 'Open findings of high severity.')],
    criteria: [{ metric: 'open-critical', 'at-most': 0 }, { metric: 'open-high', 'at-most': 5 }],
    good: (random) => ({ 'open-critical': 0, 'open-high': random.between(0, 5) }), bad: (random) => ({ 'open-critical': random.between(1, 4), 'open-high': random.between(0, 9) }),
  },
  inventory: {
    media: 'application/json', ending: 'cdx.json', tool: ['cyclonedx', '1.6'], request: { 'valid-for': 'P180D', review: 'none' }, days: 180,
    metrics: [metric('components', 'integer', 'count', 'neither', 'Entries in the list.'), metric('components-without-version', 'integer', 'count', 'lower', 'Entries whose version is not stated.')],
    criteria: [{ metric: 'components-without-version', 'at-most': 0 }],
    good: (random) => ({ 'components': random.between(12, 30), 'components-without-version': 0 }), bad: (random) => ({ 'components': random.between(12, 30), 'components-without-version': random.between(1, 7) }),
  },
  sample: {
    media: 'text/csv', ending: 'csv', sampled: true, request: { 'valid-for': 'P6M', review: 'required' }, days: 181,
    metrics: [metric('deviation-rate', 'number', 'ratio', 'lower', 'Entries not as they should be, over entries looked at.')],
    criteria: [{ metric: 'deviation-rate', 'at-most': 0.04 }],
    good: (random) => ({ 'deviation-rate': random.pick([0, 0, 0.04]) }), bad: (random) => ({ 'deviation-rate': random.pick([0.08, 0.12]) }),
  },
  drill: {
    media: 'text/markdown', ending: 'md', inheritable: true, request: { 'valid-for': 'P1Y', review: 'required' }, days: 365,
    metrics: [metric('minutes-to-recover', 'integer', 'minutes', 'lower', 'From the alarm until the fallback answered.')],
    criteria: [{ metric: 'minutes-to-recover', 'at-most': 60 }],
    good: (random) => ({ 'minutes-to-recover': random.between(4, 55) }), bad: (random) => ({ 'minutes-to-recover': random.between(70, 240) }),
  },
  configuration: {
    media: 'application/json', ending: 'json', tool: ['opentofu', '1.9.0'], inheritable: true, request: { 'valid-for': 'P180D', review: 'none' }, days: 180,
    metrics: [metric('enforced', 'boolean', 'flag', 'neither', 'Whether the setting is enforced everywhere.')],
    criteria: [{ metric: 'enforced', equals: true }],
    good: () => ({ enforced: true }), bad: () => ({ enforced: false }),
  },
}
