import type { ExampleFiles } from './rule.js'

const ANSWER = { control: 'TST-04', version: '2.0.0', status: 'implemented', evidence: '[evaluation-2026-09-08]' }

const ITEM = {
  'id': 'evaluation-2026-09-08',
  'type': 'evaluation-result',
  'component': 'llm',
  'component-version': '"2026-05"',
  'collected': '2026-09-08',
  'path': 'artifacts/evaluation.json',
  'sha256': '2ff8446237a0a05aeee9e9a0d9214dd51ceaf998e42b3408172d84426ca07da8',
  'metrics': '{ accuracy: 0.94 }',
  'submitted-by': 'engineer',
  'reviews': '[{ by: reviewer, on: 2026-09-11, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb }]',
}

type Changes = Readonly<Record<string, string | undefined>>

/** The answer to TST-04 and its evidence as test/rules/base has them, with some keys changed; what is undefined is left out. */
export const evaluationExample = (answer: Changes, item: Changes | 'none' = {}): ExampleFiles => ({
  'applications/assistant/evidence/evaluation.yaml':
    `implementations:\n${entry({ ...ANSWER, ...answer })}` + (item === 'none' ? '' : `evidence:\n${entry({ ...ITEM, ...item })}`),
})

const entry = (keys: Changes): string =>
  Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
    .join('')
