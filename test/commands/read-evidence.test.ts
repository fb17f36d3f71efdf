import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readEvidence, type EvidenceRequest } from '../../src/commands/read-evidence.js'
import { run } from '../../src/commands/run.js'
import type { Host, Thread } from '../../src/host/host.js'
import { memoryHost } from '../memory-host.js'

const entry = (id: string, kind: string, more = ''): string => `id: ${id}\nkind: ${kind}\ntitle: ${id}\npurpose: A test.\nowner: { accountable: grc }\n${more}`
const application = 'lifecycle: production\nin-scope-since: 2026-01-01\ncharacteristics: { uses-llm: true }\nrisk-factors: { data-sensitivity: confidential, exposure: internet, autonomy: acts-with-approval, impact: moderate, model-complexity: foundation-model }\ncomponents: [{ id: llm, kind: model, title: Model, version: "1" }]\n'

function portfolio(applications: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'muster.yaml': 'title: Test\npeople:\n  - { id: grc, title: GRC lead, email: grc@example.com, roles: [grc] }\n',
    'applications/all/application.yaml': entry('all', 'organization'),
    'applications/base/application.yaml': entry('base', 'platform', application),
  }
  for (let index = 0; index < applications; index++) files[`applications/app-${String(index).padStart(3, '0')}/application.yaml`] = entry(`app-${String(index).padStart(3, '0')}`, 'application', application + (index % 3 === 0 ? 'inherits: [base]\n' : ''))
  for (let index = 0; index < applications; index += 5) {
    const id = `app-${String(index).padStart(3, '0')}`
    const report = JSON.stringify({ results: { results: Array.from({ length: 10 + index }, () => ({ success: true, metadata: { pluginId: 'hijacking' } })) } })
    files[`applications/${id}/artifacts/report.json`] = report
    const sha256 = index % 10 === 0 ? createHash('sha256').update(report).digest('hex') : '0'.repeat(64)
    files[`applications/${id}/evidence/testing.yaml`] = `implementations: [{ control: TST-03, version: 1.2.0, status: implemented, evidence: [run] }]\nevidence: [{ id: run, type: red-team-result, component: llm, component-version: "1", collected: 2026-09-20, source: { tool: promptfoo }, path: artifacts/report.json, sha256: "${sha256}", metrics: { attack-success-rate: 0.02, attempts: 100 }, submitted-by: grc }]\n`
  }
  files['applications/app-007/application.yaml'] = 'id: [broken\n'
  return files
}

/** A thread in the same process whose requests and answers are copied, as they are between threads, and take their time. */
function threadOf(host: Host, turns: number): Thread {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    started: Promise.resolve(),
    ask: (request) => {
      const copy = structuredClone(request) as EvidenceRequest
      const answered = turn.then(async () => {
        for (let wait = turns; wait > 0; wait--) await new Promise((next) => setImmediate(next))
        return structuredClone(await readEvidence(host, copy))
      })
      turn = answered.catch(() => undefined)
      return answered
    },
    stop: async () => undefined,
  }
}

async function gap(applications: number, startThread: ((host: Host) => Thread) | undefined): Promise<readonly unknown[]> {
  const host = memoryHost({ files: portfolio(applications) })
  const exit = await run(['gap', '--format', 'json', '--framework', 'owasp-llm-2026'], { ...host, ...(startThread && { startThread: () => startThread(host) }) })
  return [exit, host.stdout(), host.stderr()]
}

describe('a portfolio that a second thread reads', () => {
  test.each([[0], [1], [20]])('comes out as from one, when an answer takes %i turns', async (turns) => {
    let started = 0
    const alone = await gap(60, undefined)
    expect(await gap(60, (host) => ((started += 1), threadOf(host, turns)))).toEqual(alone)
    expect(started).toBe(1)
    expect(alone[0]).toBe(2)
    const { applications } = JSON.parse(String(alone[1]))
    expect(applications).toHaveLength(62)
    const causes = applications.flatMap(({ findings }: { findings: { reasons: { cause: string }[] }[] }) => findings.flatMap(({ reasons }) => reasons.map(({ cause }) => cause)))
    expect(causes).toContain('digest-differs')
    expect(causes).toContain('metrics-differ')
  })

  test('fails when the thread fails', async () => {
    const [exit, , err] = await gap(60, () => ({ started: Promise.resolve(), ask: async () => { throw new Error('out of memory') }, stop: async () => undefined }))
    expect(exit).toBe(3)
    expect(err).toContain('out of memory')
  })

  test('is a large one', async () => {
    const [exit] = await gap(10, () => { throw new Error('started') })
    expect(exit).toBe(2)
  })
})
